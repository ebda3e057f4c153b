"""The deadline queue: what falls due, how it stands on a day, and what the clerk must act on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from psycopg.rows import class_row

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.deadlines import DEADLINES, DeadlineRow, DueTerm

Standing = Literal["running", "suspended", "met", "missed", "void", "open", "overdue"]

PASSED = "(CASE WHEN on_the_day THEN due <= %(on)s ELSE due < %(on)s END)"
ENDED = "(ended_on IS NOT NULL AND ended_on <= %(on)s)"
STILL = "(paused_on IS NOT NULL AND paused_on <= %(on)s)"
OPEN = f"(NOT {ENDED} AND NOT (lapses AND NOT {STILL} AND coalesce({PASSED}, false)))"
# The same answers as TermStanding.state; a test holds the two against each other.
STATE = f"""
CASE WHEN {ENDED} THEN
        CASE WHEN due < ended_on AND paused_on IS NULL AND NOT (void AND on_the_day) THEN 'missed'
            WHEN void THEN 'void' ELSE 'met' END
    WHEN {STILL} THEN 'suspended'
    WHEN due < %(on)s AND NOT on_the_day THEN 'missed'
    ELSE 'running' END
"""
STANDS = {
    "open": OPEN,
    "overdue": f"{OPEN} AND NOT {STILL} AND {PASSED}",
}
DUE = f"""
SELECT case_number AS number, key, action, matter,
    CASE WHEN on_the_day THEN due ELSE due + 1 END AS day
FROM views.deadlines
WHERE known_until IS NULL AND action <> '' AND NOT acted AND due <= %(on)s AND {PASSED}
    AND opened_on <= %(on)s AND {OPEN} AND NOT {STILL}
ORDER BY day, case_number, key
"""  # noqa: S608 - built of the constants above
MOVED = """
SELECT after.case_number AS number, after.scheme, after.key, after.term,
    before.due AS due_before, after.due AS due_after
FROM views.deadlines AS after
JOIN views.deadlines AS before ON before.case_number = after.case_number
    AND before.key = after.key AND before.until_position = after.from_position
WHERE after.from_position = %(position)s AND before.due IS DISTINCT FROM after.due
ORDER BY after.case_number, after.key
"""


@dataclass(frozen=True)
class Moved:
    """A term whose last day moved, because the calendar or a setting was decided otherwise."""

    number: str
    scheme: str
    key: str
    term: str
    due_before: date | None
    due_after: date | None


class Deadlines(Reading[DeadlineRow]):
    """In the order of their last days; terms without one come last."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, DEADLINES, ("due", "case_number", "key"))

    def search(
        self,
        *,
        on: date,
        scheme: str | None = None,
        state: Standing | None = None,
        due_from: date | None = None,
        due_until: date | None = None,
        for_whom: str | None = None,
        term: str | None = None,
        number: str | None = None,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
    ) -> list[Kept[DeadlineRow]]:
        """The terms that had been opened by the end of a legal day, as they stood on it.

        ``due_from`` and ``due_until`` are the first and the last due day wanted. ``open`` is
        running, suspended or passed and not ended; ``overdue`` is open and passed.
        """
        stands = STANDS.get(state or "", f"{STATE} = %(state)s")
        asked = {
            "on": ("opened_on <= %(on)s", on),
            "scheme": ("scheme = %(scheme)s", scheme),
            "state": (stands, state),
            "due_from": ("due >= %(due_from)s", due_from),
            "due_until": ("due <= %(due_until)s", due_until),
            "for_whom": ("for_whom = %(for_whom)s", for_whom),
            "term": ("term = %(term)s", term),
            "number": ("case_number = %(number)s", number),
        }
        return self._page(asked, known_at, after, limit)

    def due(self, on: date) -> list[DueTerm]:
        """What the clerk must act on by a day: open terms with an action that have passed."""
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=class_row(DueTerm)) as cursor,
        ):
            return cursor.execute(DUE, {"on": on}).fetchall()

    def moved_by(self, position: int) -> list[Moved]:
        """The terms that a decision on calendar or settings, at this position, moved."""
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=class_row(Moved)) as cursor,
        ):
            return cursor.execute(MOVED, {"position": position}).fetchall()
