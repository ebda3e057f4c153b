"""Audit status: what is looked into, suspended or under remedy on a day."""

from __future__ import annotations

from datetime import date, datetime

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.audits import AUDITS, AuditRow

ON = "since <= %(on)s AND (until IS NULL OR until > %(on)s)"


class Audits(Reading[AuditRow]):
    """In the order of the days since which they stand."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, AUDITS, ("since", "case_number", "key"))

    def search(
        self,
        *,
        on: date,
        scheme: str | None = None,
        number: str | None = None,
        for_whom: str | None = None,
        status: str | None = None,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
    ) -> list[Kept[AuditRow]]:
        """What stands so at the end of a legal day, as known at a moment."""
        asked = {
            "on": (ON, on),
            "scheme": ("scheme = %(scheme)s", scheme),
            "number": ("case_number = %(number)s", number),
            "for_whom": ("for_whom = %(for_whom)s", for_whom),
            "status": ("status = %(status)s", status),
        }
        return self._page(asked, known_at, after, limit)
