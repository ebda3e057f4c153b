"""Every case, to be found by scheme, kind, standing, days and person."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from psycopg.rows import tuple_row

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.cases import CASES, CaseRow

# As sealed values name whose they are, and facts the subject of their file.
HOLDING = """
SELECT DISTINCT convert_from(state, 'UTF8')::json ->> 'number' FROM record.facts
WHERE position(%s::bytea IN state) > 0 OR position(%s::bytea IN state) > 0 ORDER BY 1
"""


class Cases(Reading[CaseRow]):
    """In the order of their numbers."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, CASES, ("case_number", "scheme"))

    def search(
        self,
        *,
        on: date | None = None,
        scheme: str | None = None,
        kind: str | None = None,
        standing: str | None = None,
        opened_from: date | None = None,
        opened_until: date | None = None,
        moved_from: date | None = None,
        moved_until: date | None = None,
        person: UUID | None = None,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
    ) -> list[Kept[CaseRow]]:
        """Cases that were opened by legal day ``on``; how they stand is as known at a moment.

        The ranges are first and last legal days: of the first fact, and of the latest.
        """
        asked = {
            "on": ("opened_on <= %(on)s", on),
            "scheme": ("scheme = %(scheme)s", scheme),
            "kind": ("kind = %(kind)s", kind),
            "standing": ("standing = %(standing)s", standing),
            "opened_from": ("opened_on >= %(opened_from)s", opened_from),
            "opened_until": ("opened_on <= %(opened_until)s", opened_until),
            "moved_from": ("last_on >= %(moved_from)s", moved_from),
            "moved_until": ("last_on <= %(moved_until)s", moved_until),
            "person": ("person = %(person)s", person),
        }
        return self._page(asked, known_at, after, limit)

    def one(self, number: str, *, known_at: datetime | None = None) -> Kept[CaseRow] | None:
        asked = {"number": ("case_number = %(number)s", number)}
        return next(iter(self._page(asked, known_at, None, 1)), None)

    def holding(self, person: UUID) -> list[str]:
        """The numbers of every file that holds something under this person's id.

        Asked of the record itself, all of it: a file that was missed would keep what it holds.
        """
        with self._pool.connection() as connection, connection.cursor(row_factory=tuple_row) as c:
            asked = [f'"{name}":"{person}"'.encode() for name in ("p", "person")]
            return [number for (number,) in c.execute(HOLDING, asked).fetchall()]

    def with_open_erasure(self) -> list[str]:
        """The files in which an erasure was ordered that is not on record as done."""
        asked = {"open": ("erasure_open = %(open)s", True)}
        return [kept.number for kept in self._page(asked, None, None, 1000)]
