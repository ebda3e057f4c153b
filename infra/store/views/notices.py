"""Notices: what must be told to whom, and what was sent."""

from __future__ import annotations

from datetime import date, datetime

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.notices import NOTICES, NoticeRow

ON = "since <= %(on)s AND (until IS NULL OR until > %(on)s)"


class Notices(Reading[NoticeRow]):
    """In the order of the days since which they stand."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, NOTICES, ("since", "case_number", "key"))

    def search(
        self,
        *,
        on: date,
        scheme: str | None = None,
        number: str | None = None,
        recipient: str | None = None,
        matter: str | None = None,
        sent: bool | None = None,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
    ) -> list[Kept[NoticeRow]]:
        """What had to be told by the end of a legal day; ``sent`` or not by then, if asked."""
        asked = {
            "on": (ON, on),
            "scheme": ("scheme = %(scheme)s", scheme),
            "number": ("case_number = %(number)s", number),
            "recipient": ("recipient = %(recipient)s", recipient),
            "matter": ("matter = %(matter)s", matter),
            "sent": ("(coalesce(sent_on <= %(on)s, false)) = %(sent)s", sent),
        }
        return self._page(asked, known_at, after, limit)
