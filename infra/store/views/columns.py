"""Between the row of a view and the columns of its table: the same names, places as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import TypeAdapter
from pydantic_core import to_json

from domain.law import Place
from projections.history import Known
from projections.view import R, View

PLAIN = {str, int, bool, date, datetime, UUID}
KEPT = (
    "case_number",
    "scheme",
    "key",
    "known_from",
    "known_until",
    "from_position",
    "until_position",
)


class Columns(Generic[R]):
    """The columns of one view, in the order in which they are read and written."""

    def __init__(self, view: View[R]) -> None:
        self.own = tuple(field.name for field in fields(view.row))  # type: ignore[arg-type]  # rows are dataclasses
        self.all = (*KEPT, *self.own)
        hints = get_type_hints(view.row)
        self._row, self._values = view.row, attrgetter(*self.own)
        self._reads = tuple(_reader(hints[name]) for name in self.own)
        self._writes = tuple(_writer(hints[name]) for name in self.own)

    def written(self, number: str, scheme: str, known: Known[R]) -> list[Any]:
        """The values of one row, as psycopg takes them."""
        span = (known.known_from, known.known_until, known.from_position, known.until_position)
        own = zip(self._writes, self._values(known.row), strict=True)
        values = [value if write is None else write(value) for write, value in own]
        return [number, scheme, known.key, *span, *values]

    def read(self, values: Sequence[Any]) -> Known[R]:
        """The row that these values, in the order of ``all``, were written from."""
        own = zip(self._reads, values[len(KEPT) :], strict=True)
        row = self._row(*[value if read is None else read(value) for read, value in own])
        _, _, key, known_from, known_until, from_position, until_position = values[: len(KEPT)]
        return Known(key, row, known_from, from_position, known_until, until_position)


def _writer(hint: Any) -> Callable[[Any], Any] | None:
    """What makes a value of a column of that of the row; nothing where psycopg takes it so."""
    if hint == tuple[str, ...]:
        return list
    if not _is_json(hint):
        return None
    return _place_written if hint is Place else _as_json


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """What makes a value of a column that of the row; nothing where the driver gave it so."""
    if hint == tuple[str, ...]:
        return tuple
    if not _is_json(hint):
        return None
    if hint is Place:
        return _place_read
    return TypeAdapter(hint).validate_python


def _place_read(told: dict[str, str]) -> Place:
    return _place_at(**told)


@lru_cache(maxsize=5000)
def _place_at(text: str, at: str, reading: str) -> Place:
    return Place(text=text, at=at, reading=reading)


@lru_cache(maxsize=5000)
def _place_written(place: Place) -> str:
    """The same few places are cited in nearly every row."""
    return _as_json(place)


def _as_json(value: Any) -> str:
    return to_json(value, by_alias=False).decode()


@lru_cache(maxsize=64)
def columns_of(view: View[R]) -> Columns[R]:
    return Columns(view)


def _is_json(hint: Any) -> bool:
    if get_origin(hint) is UnionType:
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    return hint not in PLAIN and hint != tuple[str, ...]
