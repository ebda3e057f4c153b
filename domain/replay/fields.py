"""What each field of a command may have held, as far as facts and checks still say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from domain.case import Command
from domain.fact import Fact, Recorded
from domain.law import Value

OF_EVERY_FACT = frozenset(Fact.model_fields)
WAYS = 1024
"""An action that could be filled in in more ways than these is not read back at all."""
Records = tuple[Recorded, ...]


def fields_of(asks: type[Command]) -> list[str]:
    """The fields of a command, without the day that every one has."""
    return [name for name in asks.model_fields if name != "on"]


def values(
    asks: type[Command], name: str, records: Records, before: Records
) -> tuple[object, ...]:
    """What a field may have held: what the record says under its name, or else any answer.

    ``before`` are the facts that were on file. What may be left out may have been, although the
    facts say what it then came to. More than ``WAYS`` are not looked for.
    """
    field = asks.model_fields[name]
    answers: Iterable[object] = _said(asks, name, records) or _any_of(field)
    if field.is_required() and not answers:
        others = chain(_said_before(name, records, before), _of_any_name(field, records))
        answers = (value for value in others if _fits(asks, name, value))
    left_out = () if field.is_required() else (field.get_default(),)
    return tuple(islice(_once(chain(answers, left_out)), WAYS + 1))


def _fits(asks: type[Command], name: str, value: object) -> bool:
    """Whether a command takes this value in this field, whatever the others hold."""
    try:
        asks.model_validate({name: value})
    except ValidationError as wrong:
        there = {name, asks.model_fields[name].alias}
        found = wrong.errors(include_url=False, include_context=False, include_input=False)
        return not any(one["loc"] and one["loc"][0] in there for one in found)
    return True


def is_unsaid(asks: type[Command], name: str, records: Records) -> bool:
    """Whether it may have been given without a trace: then it is taken as left out."""
    field = asks.model_fields[name]
    return not (field.is_required() or _any_of(field) or _said(asks, name, records))


def _said(asks: type[Command], name: str, records: Records) -> list[object]:
    """What facts and checks hold under the name of a field, and a command takes in it.

    A rule may be given something else under that name: how many there are, say.
    """
    field, facts = asks.model_fields[name], [record.fact for record in records]
    of_facts = (getattr(f, name) for f in facts if name in _own_fields(f))
    of_checks = (c.given[name] for c in records[0].checks if name in c.given)
    said = (_as_asked(value, field) for value in chain(of_facts, of_checks))
    return [value for value in said if _fits(asks, name, value)]


def _any_of(field: FieldInfo) -> tuple[object, ...]:
    """Every answer there is, where they can be counted: yes and no, each word of a list."""
    if field.annotation is bool:
        return (True, False)
    return get_args(field.annotation) if get_origin(field.annotation) is Literal else ()


def _said_before(name: str, records: Records, before: Records) -> Iterator[object]:
    """What earlier facts of the same matters hold under the name of a field."""
    matters = {record.fact.matter for record in records}
    facts = (record.fact for record in before if record.fact.matter in matters)
    yield from (getattr(f, name) for f in facts if name in _own_fields(f))


def _of_any_name(field: FieldInfo, records: Records) -> Iterator[object]:
    """Whatever the facts hold under another name; for a list, what all of them hold there."""
    held = [(n, getattr(r.fact, n)) for r in records for n in ("matter", *_own_fields(r.fact))]
    if get_origin(field.annotation) is tuple:
        names = dict.fromkeys(name for name, _ in held)
        yield from (tuple(_once(v for n, v in held if n == name)) for name in names)
    else:
        yield from (value for _, value in held)


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


def _once(values: Iterable[object]) -> Iterator[object]:
    seen: list[object] = []
    for value in values:
        if not any(type(value) is type(one) and value == one for one in seen):
            seen.append(value)
            yield value
