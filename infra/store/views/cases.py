"""Every case, to be found by scheme, kind, standing, days and person."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.cases import CASES, CaseRow


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

    def about(self, person: UUID) -> list[str]:
        """The numbers of every file about a person."""
        asked = {"person": ("person = %(person)s", person)}
        return [kept.number for kept in self._page(asked, None, None, 1000)]

    def with_open_erasure(self) -> list[tuple[str, UUID]]:
        """The files in which an erasure was ordered that is not on record as done, and whose."""
        asked = {"open": ("erasure_open = %(open)s AND person IS NOT NULL", True)}
        found = self._page(asked, None, None, 1000)
        return [(kept.number, kept.row.person) for kept in found if kept.row.person]
