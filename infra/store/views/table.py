"""The table of one view, written in sets: one statement a step, however many cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Generic

from psycopg import Cursor, sql
from psycopg.rows import TupleRow

from infra.store.views.columns import columns_of
from projections.history import Known
from projections.view import R, View

FORGET = "DELETE FROM {table} WHERE case_number = ANY(%s)"
UNSAY = """
DELETE FROM {table} AS kept USING unnest(%s::text[], %s::timestamptz[]) AS again (number, at)
WHERE kept.case_number = again.number AND kept.known_from = again.at
"""
REOPEN = """
UPDATE {table} AS kept SET known_until = NULL, until_position = NULL
FROM unnest(%s::text[], %s::timestamptz[]) AS again (number, at)
WHERE kept.case_number = again.number AND kept.known_until = again.at
"""
HELD = "SELECT {columns} FROM {table} WHERE case_number = ANY(%s) AND known_until IS NULL"
CLOSE = """
UPDATE {table} AS kept SET known_until = over.at, until_position = over.position
FROM unnest(%s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::bigint[])
    AS over (number, key, known_from, at, position)
WHERE kept.case_number = over.number AND kept.key = over.key
    AND kept.known_from = over.known_from
"""
ADD = "COPY {table} ({columns}) FROM STDIN"
UNDER = "SELECT DISTINCT case_number FROM {table} WHERE scheme = %s AND known_until IS NULL"

Held = dict[str, dict[str, Known[R]]]
Writing = Cursor[TupleRow]


class Table(Generic[R]):
    """A view's rows in a schema: ``views``, or the spare one that is being filled."""

    def __init__(self, view: View[R], schema: str = "views") -> None:
        self._columns = columns_of(view)
        self._name = sql.Identifier(schema, view.name)

    def forget(self, cursor: Writing, numbers: Sequence[str]) -> None:
        """Nothing stays of these cases, what was known before included."""
        if numbers:
            cursor.execute(self._say(FORGET), [list(numbers)])

    def go_back(self, cursor: Writing, moments: Sequence[tuple[str, datetime]]) -> None:
        """Cases as they read right before a moment."""
        if moments:
            columns = [list(column) for column in zip(*moments, strict=True)]
            cursor.execute(self._say(UNSAY), columns)
            cursor.execute(self._say(REOPEN), columns)

    def held(self, cursor: Writing, numbers: Sequence[str]) -> Held[R]:
        """The rows of these cases that are known now."""
        found: Held[R] = {}
        if numbers:
            for values in cursor.execute(self._say(HELD), [list(numbers)]):
                known = self._columns.read(values)
                found.setdefault(values[0], {})[known.key] = known
        return found

    def close(self, cursor: Writing, over: Sequence[tuple[str, Known[R]]]) -> None:
        rows = [
            (number, k.key, k.known_from, k.known_until, k.until_position) for number, k in over
        ]
        if rows:
            cursor.execute(self._say(CLOSE), [list(column) for column in zip(*rows, strict=True)])

    def add(self, cursor: Writing, rows: Iterable[tuple[str, str, Known[R]]]) -> None:
        """New rows: the case, its scheme, and what is known."""
        written = [self._columns.written(*row) for row in rows]
        if written:
            with cursor.copy(self._say(ADD)) as copy:
                for values in written:
                    copy.write_row(values)

    def numbers_under(self, cursor: Writing, scheme: str) -> list[str]:
        """The cases of a scheme that show something now."""
        return [row[0] for row in cursor.execute(self._say(UNDER), [scheme])]

    def _say(self, statement: str) -> sql.Composed:
        columns = sql.SQL(", ").join(map(sql.Identifier, self._columns.all))
        return sql.SQL(statement).format(table=self._name, columns=columns)
