"""Between the row of a view and the columns of its table: the same names, places as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Generic, get_args, get_origin, get_type_hints
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

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
        self._json = {name for name in self.own if _is_json(hints[name])}
        self._arrays = {name for name in self.own if hints[name] == tuple[str, ...]}
        self._row: TypeAdapter[R] = TypeAdapter(view.row)

    def written(self, number: str, scheme: str, known: Known[R]) -> list[Any]:
        """The values of one row, as psycopg takes them."""
        span = (known.known_from, known.known_until, known.from_position, known.until_position)
        own = [self._column(name, getattr(known.row, name)) for name in self.own]
        return [number, scheme, known.key, *span, *own]

    def read(self, values: Sequence[Any]) -> Known[R]:
        """The row that these values, in the order of ``all``, were written from."""
        row = self._row.validate_python(
            dict(zip(self.own, values[len(KEPT) :], strict=True)), strict=False
        )
        _, _, key, known_from, known_until, from_position, until_position = values[: len(KEPT)]
        return Known(key, row, known_from, from_position, known_until, until_position)

    def _column(self, name: str, value: Any) -> Any:
        if name in self._json:
            return Jsonb(to_jsonable_python(value, by_alias=False))
        return list(value) if name in self._arrays else value


@lru_cache(maxsize=64)
def columns_of(view: View[R]) -> Columns[R]:
    return Columns(view)


def _is_json(hint: Any) -> bool:
    if get_origin(hint) is UnionType:
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    return hint not in PLAIN and hint != tuple[str, ...]
