"""The pieces that facts on record are put together from, in the spelling in which we write them.

The same few places, accounts, ids and days come back in fact after fact, and are kept. Whatever is
spelt otherwise raises Unsure.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from pydantic import TypeAdapter

from domain.days import Day
from domain.fact import Actor
from domain.law import WRITTEN_DAY, Check, Place, Remark, Value

V = TypeVar("V", bound=Value)
CHECK, PLACE = frozenset(Check.model_fields), frozenset(Place.model_fields)
ACTOR, REMARK = frozenset(Actor.model_fields), frozenset(Remark.model_fields)
DAY: TypeAdapter[date] = TypeAdapter(Day)


class Unsure(Exception):
    """This is not in our own spelling; somebody else is to judge it."""


def not_sure(*_: Any) -> Any:
    """Raises Unsure, whatever it is given."""
    raise Unsure


@lru_cache(maxsize=20_000)
def identity(text: str) -> UUID:
    """The same person or command stands in many facts."""
    return UUID(text)


def exact(kind: type, value: Any) -> Any:
    """A value of this very type: true is not 1 here."""
    if type(value) is not kind:
        raise Unsure
    return value


def text(value: Any) -> str:
    """What ``exact`` says of text, for it is asked most."""
    if type(value) is not str:
        raise Unsure
    return value


def exactly(told: Any, names: frozenset[str]) -> None:
    """An object with these names, and no others."""
    if type(told) is not dict or told.keys() != names:
        raise Unsure


@lru_cache(maxsize=20_000)
def day(text: str) -> date:
    return DAY.validate_python(text)


def place(told: Any) -> Place:
    exactly(told, PLACE)
    return _place_at(told["text"], told["at"], told["reading"])


@lru_cache(maxsize=5000)
def _place_at(text: str, at: str, reading: str) -> Place:
    return Place.model_validate({"text": text, "at": at, "reading": reading})


def actor(told: Any) -> Actor:
    exactly(told, ACTOR)
    return _account(told["id"], told["role"], told["organisation"], told["on_behalf_of"])


@lru_cache(maxsize=5000)
def _account(id: str, role: str, organisation: str, on_behalf_of: str) -> Actor:
    return Actor(id=id, role=role, organisation=organisation, on_behalf_of=on_behalf_of)


def remark(told: Any) -> Remark:
    exactly(told, REMARK)
    return made(Remark, {"says": text(told["says"]), "place": place(told["place"])})


def check(told: Any) -> Check:
    exactly(told, CHECK)
    given = {name: _given(value) for name, value in exact(dict, told["given"]).items()}
    values = {
        "rule": text(told["rule"]),
        "place": place(told["place"]),
        "given": given,
        "holds": exact(bool, told["holds"]),
    }
    return made(Check, values)


def _given(value: Any) -> Any:
    if type(value) is str:
        is_day = len(value) == 10 and WRITTEN_DAY.fullmatch(value)
        return date.fromisoformat(value) if is_day else value
    return value if value is None or type(value) in (bool, int) else not_sure()


def made(kind: type[V], values: dict[str, Any]) -> V:
    """As ``model_construct`` makes it, which spends more on fields than there is to be said."""
    one = kind.__new__(kind)
    put = object.__setattr__
    put(one, "__dict__", values)
    put(one, "__pydantic_fields_set__", set(values))
    put(one, "__pydantic_extra__", None)
    put(one, "__pydantic_private__", None)
    return one
