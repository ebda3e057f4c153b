"""What the questions to every view share: as known at a moment, in order, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

import psycopg
from psycopg import sql
from psycopg.rows import TupleRow, tuple_row
from psycopg_pool import ConnectionPool

from infra.store.views.columns import KEPT, columns_of
from projections.view import R, View

Pool = ConnectionPool[psycopg.Connection[TupleRow]]
Cursor = Sequence[Any]
"""Where the next page starts: the ``cursor`` of the last row of this one."""

KNOWN_NOW = "known_until IS NULL"
KNOWN_AT = "known_from <= %(known_at)s AND (known_until IS NULL OR known_until > %(known_at)s)"


@dataclass(frozen=True)
class Kept(Generic[R]):
    """A row of a view: whose, since when and until when it was known, and what it says."""

    number: str
    scheme: str
    key: str
    known_from: datetime
    known_until: datetime | None
    from_position: int
    row: R
    cursor: Cursor


class Reading(Generic[R]):
    """One view, to be asked."""

    def __init__(self, pool: Pool, view: View[R], order: Sequence[str]) -> None:
        self._pool, self._view = pool, view
        self._columns = columns_of(view)
        self._order = tuple(order)
        self._places = [self._columns.all.index(name) for name in order]
        self._questions: dict[tuple[str, ...], bytes] = {}

    def _page(
        self,
        asked: Mapping[str, tuple[str, object]],
        known_at: datetime | None,
        after: Cursor | None = None,
        limit: int = 100,
    ) -> list[Kept[R]]:
        """``asked`` is a condition with its value by parameter name; a value None asks nothing."""
        query, values = self._query(asked, known_at, after, limit)
        with self._pool.connection() as connection, connection.cursor(row_factory=tuple_row) as c:
            return [self._kept(values) for values in c.execute(query, values).fetchall()]

    def _query(
        self,
        asked: Mapping[str, tuple[str, object]],
        known_at: datetime | None,
        after: Cursor | None,
        limit: int,
    ) -> tuple[bytes, dict[str, object]]:
        conditions = [KNOWN_NOW if known_at is None else KNOWN_AT]
        conditions += [text for text, value in asked.values() if value is not None]
        values: dict[str, object] = {name: value for name, (_, value) in asked.items()}
        values |= {"known_at": known_at, "limit": limit}
        if after is not None:
            conditions.append(_beyond(self._order, after))
            values |= {f"after_{n}": value for n, value in zip(self._order, after, strict=True)}
        return self._question(tuple(conditions)), values

    def _question(self, conditions: tuple[str, ...]) -> bytes:
        """Written once for the same conditions, of which the code knows so many."""
        written = self._questions.get(conditions)
        if written is None:
            written = self._questions[conditions] = self._composed(conditions).as_bytes()
        return written

    def _composed(self, conditions: Sequence[str]) -> sql.Composed:
        return sql.SQL("SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT %(limit)s").format(
            sql.SQL(", ").join(map(sql.Identifier, self._columns.all)),
            sql.Identifier("views", self._view.name),
            sql.SQL(" AND ").join(sql.SQL(text) for text in conditions),
            sql.SQL(", ").join(map(sql.Identifier, self._order)),
        )

    def _kept(self, values: Sequence[Any]) -> Kept[R]:
        known = self._columns.read(values)
        return Kept(
            number=values[KEPT.index("case_number")],
            scheme=values[KEPT.index("scheme")],
            key=known.key,
            known_from=known.known_from,
            known_until=known.known_until,
            from_position=known.from_position,
            row=known.row,
            cursor=tuple(values[place] for place in self._places),
        )


def _beyond(order: Sequence[str], after: Cursor) -> str:
    """After this row; the first column may be empty, and empty comes last."""
    first, columns = order[0], ", ".join(order)
    values = ", ".join(f"%(after_{name})s" for name in order)
    if after[0] is not None:
        return f"(({columns}) > ({values}) OR {first} IS NULL)"
    rest, left = ", ".join(order[1:]), ", ".join(f"%(after_{name})s" for name in order[1:])
    return f"({first} IS NULL AND %({'after_' + first})s::text IS NULL AND ({rest}) > ({left}))"
