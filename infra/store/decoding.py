"""Facts read back quickly: what has the very shape in which we write it is put together as it is.

Validation proves what comes in at the door; on the record stands what was proven then, in one
spelling. Whatever is not in that spelling raises Unsure, and pydantic judges it instead: so old
rows, poisoned rows and upcast rows go the long way, and fail with the words they always had.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin
from uuid import UUID

from pydantic import TypeAdapter
from pydantic_core import PydanticUndefined

from domain.days import Day
from domain.fact import Actor, Fact, Recorded
from domain.law import WRITTEN_DAY, Check, Place, Remark, Value
from domain.personal import Personal, Sealing

V = TypeVar("V", bound=Value)
Read = Callable[[Any, Sealing], Any]
ENVELOPE = frozenset(Recorded.model_fields) - {"originator_id", "originator_version"}
CHECK, PLACE = frozenset(Check.model_fields), frozenset(Place.model_fields)
ACTOR = frozenset(Actor.model_fields)
DAY: TypeAdapter[date] = TypeAdapter(Day)


class Unsure(Exception):
    """This is not in our own spelling; somebody else is to judge it."""


def record_of(
    body: Mapping[str, Any], stream: UUID, version: int, kind: type[Fact], seal: Sealing
) -> Recorded:
    """The fact on record, from the JSON it is stored as. Raises Unsure."""
    _exactly(body, ENVELOPE)
    moment = body["recorded_at"]
    if type(moment) is not str or not moment.endswith("Z"):
        raise Unsure
    values = {
        "originator_id": stream,
        "originator_version": version,
        "number": _text(body["number"]),
        "scheme": _text(body["scheme"]),
        "kind": _text(body["kind"]),
        "edition": _text(body["edition"]),
        "person": None if body["person"] is None else identity(body["person"]),
        "recorded_at": datetime.fromisoformat(moment),
        "by": _actor(body["by"]),
        "command_id": identity(body["command_id"]),
        "caused_by": _text(body["caused_by"]),
        "law_version": _exact(int, body["law_version"]),
        "checks": tuple([_check(one) for one in _exact(list, body["checks"])]),
        "fact": fact_of(kind, body["fact"], seal),
    }
    return _made(Recorded, values)


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
    return _made(kind, values)


@lru_cache(maxsize=20_000)
def identity(text: str) -> UUID:
    """The same person or command stands in many facts."""
    return UUID(text)


@cache
def _fields(kind: type[Fact]) -> tuple[tuple[str, Read, Any], ...]:
    """How each field of a kind of fact is read, and what it is when it is left out."""
    return tuple(
        (name, _reader(field.annotation, tuple(field.metadata)), field.default)
        for name, field in kind.model_fields.items()
    )


def _reader(hint: Any, metadata: tuple[Any, ...] = ()) -> Read:
    if hint is date:
        return lambda value, _: _day(_text(value))
    if hint in (str, bool, int) and not metadata:
        return lambda value, _: _exact(hint, value)
    if hint is Place:
        return lambda value, _: _place(value)
    if hint == tuple[Remark, ...]:
        return lambda value, _: tuple([_remark(one) for one in _exact(list, value)])
    if get_origin(hint) in (Union, UnionType) and not metadata:
        return _either(get_args(hint))
    if get_origin(hint) is Personal:
        return _personal(_reader(*_unwrapped(get_args(hint)[1])))
    if metadata:
        return _not_sure
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
        return _not_sure
    return lambda value, _: value if type(value) in hints else _not_sure()


def _personal(read: Read) -> Read:
    def opened(value: Any, seal: Sealing) -> Personal[Any, Any]:
        if type(value) is not dict:
            raise Unsure
        if value.keys() == {"erased"}:
            return Personal.gone()
        person, exists, plain = seal.open(value)
        return Personal(read(plain, seal), person) if exists else Personal.gone(person)

    return opened


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type and what is said beside it: ``Day`` is a date."""
    return (hint.__origin__, hint.__metadata__) if hasattr(hint, "__metadata__") else (hint, ())


def _not_sure(*_: Any) -> Any:
    raise Unsure


def _exact(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise Unsure
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Unsure
    return value


def _exactly(told: Any, names: frozenset[str]) -> None:
    if type(told) is not dict or told.keys() != names:
        raise Unsure


@lru_cache(maxsize=20_000)
def _day(text: str) -> date:
    return DAY.validate_python(text)


def _place(told: Any) -> Place:
    _exactly(told, PLACE)
    return _place_at(told["text"], told["at"], told["reading"])


@lru_cache(maxsize=5000)
def _place_at(text: str, at: str, reading: str) -> Place:
    return Place.model_validate({"text": text, "at": at, "reading": reading})


def _actor(told: Any) -> Actor:
    _exactly(told, ACTOR)
    return _account(told["id"], told["role"], told["organisation"], told["on_behalf_of"])


@lru_cache(maxsize=5000)
def _account(id: str, role: str, organisation: str, on_behalf_of: str) -> Actor:
    return Actor(id=id, role=role, organisation=organisation, on_behalf_of=on_behalf_of)


def _remark(told: Any) -> Remark:
    if type(told) is not dict or told.keys() != {"says", "place"}:
        raise Unsure
    return _made(Remark, {"says": _text(told["says"]), "place": _place(told["place"])})


def _check(told: Any) -> Check:
    _exactly(told, CHECK)
    given = {name: _given(value) for name, value in _exact(dict, told["given"]).items()}
    values = {
        "rule": _text(told["rule"]),
        "place": _place(told["place"]),
        "given": given,
        "holds": _exact(bool, told["holds"]),
    }
    return _made(Check, values)


def _given(value: Any) -> Any:
    if type(value) is str:
        is_day = len(value) == 10 and WRITTEN_DAY.fullmatch(value)
        return date.fromisoformat(value) if is_day else value
    return value if value is None or type(value) in (bool, int) else _not_sure()


def _made(kind: type[V], values: dict[str, Any]) -> V:
    """As ``model_construct`` makes it, which spends more on fields than there is to be said."""
    made = kind.__new__(kind)
    put = object.__setattr__
    put(made, "__dict__", values)
    put(made, "__pydantic_fields_set__", set(values))
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made
