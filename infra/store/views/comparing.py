"""A live view beside the same told anew: equal row by row, or where they first differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg import sql
from psycopg.rows import tuple_row

from infra.store.views.faults import Connection
from infra.store.views.spare import SPARE
from projections.view import View

HASH = """
SELECT encode(sha256(coalesce(string_agg(
    sha256(convert_to(kept::text, 'UTF8')), ''::bytea ORDER BY case_number, key, known_from
), ''::bytea)), 'hex') FROM {table} AS kept
"""
FIRST = """
SELECT case_number, key, from_position FROM (
    (TABLE {live} EXCEPT TABLE {spare}) UNION ALL (TABLE {spare} EXCEPT TABLE {live})
) AS differing ORDER BY from_position, case_number, key LIMIT 1
"""


@dataclass(frozen=True)
class Difference:
    """The first row in which the live view and one told anew differ; both tables' hashes."""

    view: str
    live: str
    anew: str
    number: str
    key: str
    position: int

    @property
    def says(self) -> str:
        return (
            f"differs first in case {self.number}, at the fact at position {self.position} "
            f"of the record, which told the row {self.key}"
        )


def compare(connection: Connection, view: View[Any]) -> Difference | None:
    """The first row, by the position of its fact, that only one of the two tables has."""
    live, spare = sql.Identifier("views", view.name), sql.Identifier(SPARE, view.name)
    cursor = connection.cursor(row_factory=tuple_row)
    hashes = [
        str((cursor.execute(sql.SQL(HASH).format(table=table)).fetchone() or ("",))[0])
        for table in (live, spare)
    ]
    if hashes[0] == hashes[1]:
        return None
    row = cursor.execute(sql.SQL(FIRST).format(live=live, spare=spare)).fetchone()
    number, key, position = row or ("", "", 0)
    return Difference(view.name, hashes[0], hashes[1], number, key, position)
