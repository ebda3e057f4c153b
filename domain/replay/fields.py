"""What each field of a command may have held, as far as facts and checks still say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from domain.case import Action
from domain.fact import Fact, Recorded
from domain.law import Value

OF_EVERY_FACT = frozenset(Fact.model_fields)
Records = tuple[Recorded, ...]


def fields_of(action: Action[Any, Any]) -> Mapping[str, FieldInfo]:
    """The fields of what an action takes; the day that every command has is left out."""
    return {n: f for n, f in action.asks.model_fields.items() if n != "on"}


def values(name: str, field: FieldInfo, records: Records) -> tuple[object, ...]:
    """What a field may have held: what the record says under its name, or else any answer.

    What may be left out may have been, although the facts say what it then came to.
    """
    said = [_as_asked(value, field) for value in _said(name, records)]
    answers = said or _any_of(field) or _of_its_type(field, records)
    left_out = () if field.is_required() else (field.get_default(),)
    return tuple(_once(chain(answers, left_out)))


def is_unsaid(name: str, field: FieldInfo, records: Records) -> bool:
    """Whether it may have been given without a trace: then it is taken as left out."""
    return not (field.is_required() or _any_of(field) or [*_said(name, records)])


def _said(name: str, records: Records) -> Iterator[object]:
    """What facts and checks hold under the name of a field."""
    facts = [record.fact for record in records]
    of_facts = (getattr(f, name) for f in facts if name in _own_fields(f))
    of_checks = (c.given[name] for c in records[0].checks if name in c.given)
    yield from _once(chain(of_facts, of_checks))


def _any_of(field: FieldInfo) -> tuple[object, ...]:
    """Every answer there is, where they can be counted: yes and no, each word of a list."""
    if field.annotation is bool:
        return (True, False)
    return get_args(field.annotation) if get_origin(field.annotation) is Literal else ()


def _of_its_type(field: FieldInfo, records: Records) -> Iterator[object]:
    """Whatever the facts hold under another name, for a field that can't be left out."""
    facts = [record.fact for record in records]
    if not field.is_required():
        return
    if get_origin(field.annotation) is tuple:
        yield tuple(dict.fromkeys(fact.matter for fact in facts))
    else:
        yield from (getattr(f, n) for f in facts for n in ("matter", *_own_fields(f)))


def _as_asked(value: object, field: FieldInfo) -> object:
    """Parts of a fact as a command takes them: without what the decision added to them."""
    kind = next(iter(get_args(field.annotation)), None)
    if not (isinstance(value, tuple) and isinstance(kind, type) and issubclass(kind, Value)):
        return value
    return tuple(
        {n: v for n, v in one if n in kind.model_fields and v != ""}
        if isinstance(one, Value)
        else one
        for one in value
    )


def _own_fields(fact: Fact) -> list[str]:
    return [name for name in type(fact).model_fields if name not in OF_EVERY_FACT]


def _once(values: Iterator[object]) -> Iterator[object]:
    seen: list[object] = []
    for value in values:
        if not any(type(value) is type(one) and value == one for one in seen):
            seen.append(value)
            yield value
