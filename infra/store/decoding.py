"""Facts read back quickly: what has the very shape in which we write it is put together as it is.

Validation proves what comes in at the door; on the record stands what was proven then, in one
spelling. Whatever is not in that spelling raises Unsure, and pydantic judges it instead: so old
rows and poisoned rows go the long way, and fail with the words they always had.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import TypeAdapter
from pydantic_core import PydanticUndefined

from domain.fact import Fact, Recorded
from domain.law import Place, Remark
from domain.personal import Personal, Sealing
from infra.store.pieces import (
    Unsure,
    actor,
    check,
    day,
    exact,
    exactly,
    identity,
    made,
    not_sure,
    place,
    remark,
    text,
)

Read = Callable[[Any, Sealing], Any]
ENVELOPE = frozenset(Recorded.model_fields) - {"originator_id", "originator_version"}


def record_of(
    body: Mapping[str, Any], stream: UUID, version: int, kind: type[Fact], seal: Sealing
) -> Recorded:
    """The fact on record, from the JSON it is stored as. Raises Unsure."""
    exactly(body, ENVELOPE)
    moment = body["recorded_at"]
    if type(moment) is not str or not moment.endswith("Z"):
        raise Unsure
    values = {
        "originator_id": stream,
        "originator_version": version,
        "number": text(body["number"]),
        "scheme": text(body["scheme"]),
        "kind": text(body["kind"]),
        "edition": text(body["edition"]),
        "person": None if body["person"] is None else identity(body["person"]),
        "recorded_at": datetime.fromisoformat(moment),
        "by": actor(body["by"]),
        "command_id": identity(body["command_id"]),
        "caused_by": text(body["caused_by"]),
        "law_version": exact(int, body["law_version"]),
        "checks": tuple([check(one) for one in exact(list, body["checks"])]),
        "fact": fact_of(kind, body["fact"], seal),
    }
    return made(Recorded, values)


def fact_of(kind: type[Fact], told: Mapping[str, Any], seal: Sealing) -> Fact:
    """A fact of this kind. Raises Unsure."""
    values: dict[str, Any] = {}
    left_out = 0
    for name, read, default in _fields(kind):
        if name in told:
            values[name] = read(told[name], seal)
        elif default is PydanticUndefined:
            raise Unsure
        else:
            values[name] = default
            left_out += 1
    if len(told) + left_out != len(values):
        raise Unsure
    return made(kind, values)


@cache
def _fields(kind: type[Fact]) -> tuple[tuple[str, Read, Any], ...]:
    """How each field of a kind of fact is read, and what it is when it is left out."""
    return tuple(
        (name, _reader(field.annotation, tuple(field.metadata)), field.default)
        for name, field in kind.model_fields.items()
    )


def _reader(hint: Any, metadata: tuple[Any, ...] = ()) -> Read:
    if hint is date:
        return lambda value, _: day(text(value))
    if hint in (str, bool, int) and not metadata:
        return lambda value, _: exact(hint, value)
    if hint is Place:
        return lambda value, _: place(value)
    if hint == tuple[Remark, ...]:
        return lambda value, _: tuple([remark(one) for one in exact(list, value)])
    if get_origin(hint) in (Union, UnionType) and not metadata:
        return _either(get_args(hint))
    if get_origin(hint) is Personal:
        return _personal(get_args(hint)[1])
    if metadata:
        return not_sure
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    return lambda value, seal: adapter.validate_python(value, context={"sealing": seal})


def _either(hints: tuple[Any, ...]) -> Read:
    """Of what may be nothing, or one other thing; of more, nobody is sure."""
    some = [hint for hint in hints if hint is not NoneType]
    if len(some) != 1 or len(hints) != 2:
        return _plainly(hints)
    read = _reader(*_unwrapped(some[0]))
    return lambda value, seal: None if value is None else read(value, seal)


def _plainly(hints: tuple[Any, ...]) -> Read:
    if not set(hints) <= {str, bool, int, NoneType}:
        return not_sure
    return lambda value, _: value if type(value) in hints else not_sure()


def _personal(hint: Any) -> Read:
    """What it opens to is kept nowhere: a key may be destroyed."""
    plainly: TypeAdapter[Any] = TypeAdapter(hint)

    def opened(value: Any, seal: Sealing) -> Personal[Any, Any]:
        if type(value) is not dict:
            raise Unsure
        if value.keys() == {"erased"}:
            return Personal.gone()
        person, exists, plain = seal.open(value)
        value = plainly.validate_python(plain) if exists else None
        return Personal(value, person) if exists else Personal.gone(person)

    return opened


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type and what is said beside it: ``Day`` is a date."""
    return (hint.__origin__, hint.__metadata__) if hasattr(hint, "__metadata__") else (hint, ())
