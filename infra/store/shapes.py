"""What a fact holds, told from its row: the names it has on the wire, and what is sealed opened.

The same as making the fact and writing it again, for a tenth of the work: between the row and
the wire nothing changes but the spelling of names and the personal values.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from domain.fact import Fact
from domain.personal import Personal
from infra.store.keyring import KeyDestroyed

Open = Callable[[Mapping[str, Any]], object]
"""Opens what is sealed. Raises KeyDestroyed."""
Tell = Callable[[Any, Open], Any]
AS_STORED = None
COMMON = frozenset(Fact.model_fields)
SERIES: tuple[object, ...] = (tuple, list, frozenset, set)


class OtherShape(ValueError):
    """The row was written when the fact had other fields, or the fact has none that we know."""


@lru_cache(maxsize=1000)
def content_of(fact: type[Fact]) -> Tell:
    """Tells the fields that only this fact has. What it gives raises OtherShape, for a row that
    has to be decoded to be told."""
    try:
        return _fields(fact, COMMON)
    except OtherShape:
        return _unknown


def _unknown(*_: object) -> Any:
    raise OtherShape


def _fields(model: type[BaseModel], left_out: Collection[str] = ()) -> Tell:
    names = model.model_fields.keys()
    told = [
        (name, field.serialization_alias or field.alias or name, _telling(field.annotation))
        for name, field in model.model_fields.items()
        if name not in left_out
    ]

    def tell(stored: Any, opened: Open) -> Any:
        if stored.keys() != names:
            raise OtherShape(f"a row of {model.__name__} with other fields")
        return {
            alias: stored[name] if how is AS_STORED else how(stored[name], opened)
            for name, alias, how in told
        }

    return tell


def _telling(hint: Any) -> Tell | None:
    """How a value of this type is told. Raises OtherShape for a type that can be told in two."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _telling(parts[0])
    if origin is Personal:
        return _personal
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _fields(hint)
    if origin in (Union, UnionType):
        return _one_of([part for part in parts if part is not NoneType])
    if origin in SERIES or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _many(origin, parts)
    return AS_STORED


def _one_of(parts: list[Any]) -> Tell | None:
    ways = [way for part in parts if (way := _telling(part)) is not AS_STORED]
    if not ways:
        return AS_STORED
    if len(parts) > 1:
        raise OtherShape
    return lambda stored, opened: None if stored is None else ways[0](stored, opened)


def _many(origin: Any, parts: tuple[Any, ...]) -> Tell | None:
    *first, last = (part for part in parts if part is not Ellipsis)
    how = _telling(last)
    if how is AS_STORED and all(_telling(part) is AS_STORED for part in first):
        return AS_STORED
    if how is AS_STORED or (origin in SERIES and first):
        raise OtherShape
    if origin in SERIES:
        return lambda stored, opened: [how(one, opened) for one in stored]
    return lambda stored, opened: {key: how(one, opened) for key, one in stored.items()}


def _personal(stored: Any, opened: Open) -> Any:
    if not isinstance(stored, dict):
        raise OtherShape
    if stored.keys() == {"erased"}:
        return stored
    try:
        return opened(stored)
    except KeyDestroyed:
        return {"erased": stored["k"]}
