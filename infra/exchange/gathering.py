"""Rows by case: rows of one case may stand anywhere in a file that is larger than memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import orjson

from infra.exchange.tables import Cell, Row

MAKE = "CREATE TABLE rows (of TEXT NOT NULL, number INTEGER NOT NULL, told BLOB NOT NULL)"
PUT = "INSERT INTO rows VALUES (?, ?, ?)"
INDEX = "CREATE INDEX IF NOT EXISTS by_case ON rows (of, number)"
CASES = "SELECT of FROM rows GROUP BY of ORDER BY min(number)"
OF_A_CASE = "SELECT number, told FROM rows WHERE of = ? ORDER BY number"


class Gathered:
    """Rows laid aside in a file without a name, which is gone as soon as it is closed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(MAKE)

    def put(self, rows: Iterable[tuple[str, Row]]) -> None:
        told = ((case, row.number, _told(row)) for case, row in rows)
        self._connection.executemany(PUT, told)

    def count(self) -> int:
        found = self._connection.execute("SELECT count(DISTINCT of) FROM rows").fetchone()
        return int(found[0])

    def by_case(self) -> Iterator[tuple[str, list[Row]]]:
        """Each case with its rows, in the order in which the cases first appear."""
        self._connection.execute(INDEX)
        for (case,) in self._connection.execute(CASES):
            told = self._connection.execute(OF_A_CASE, [case])
            yield case, [Row(number, _cells(cells)) for number, cells in told]


def gathering() -> closing[sqlite3.Connection]:
    """An empty name makes a database on disk that only this connection has."""
    return closing(sqlite3.connect(""))


def _told(row: Row) -> bytes:
    return orjson.dumps({heading: tuple(cell) for heading, cell in row.cells.items()})


def _cells(told: bytes) -> dict[str, Cell]:
    return {heading: Cell(*cell) for heading, cell in orjson.loads(told).items()}
