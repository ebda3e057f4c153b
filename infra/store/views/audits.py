"""Audit status: what is looked into, suspended or under remedy on a day; and how holders stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal, TypedDict, Unpack

from psycopg.rows import tuple_row

from infra.store.views.asking import KNOWN_AT, KNOWN_NOW, Cursor, Kept, Pool, Reading
from projections.audited import Audited, audited
from projections.audits import AUDITS, AuditRow

State = Literal["expected", "planned", "open", "overdue", "closed"]

ON = "since <= %(on)s AND (until IS NULL OR until > %(on)s)"
OVERDUE = "stage <> 'closed' AND due < %(on)s"  # AuditRow.is_overdue says the same
HOLDERS = """
SELECT DISTINCT case_number FROM views.audits
WHERE {conditions} AND case_number > %(after)s ORDER BY case_number LIMIT %(limit)s
"""
ALL = 2**31 - 1


class AuditFilter(TypedDict, total=False):
    """What rows can be asked for; ``due_from`` and ``due_until`` are first and last due days."""

    scheme: str | None
    number: str | None
    for_whom: str | None
    status: str | None
    about: str | None
    state: State | None
    finding_class: str | None
    finding_state: str | None
    due_from: date | None
    due_until: date | None


@dataclass(frozen=True)
class Holder:
    """A holder, by the number of its case, and how it stands."""

    number: str
    scheme: str
    audited: Audited

    @property
    def cursor(self) -> Cursor:
        """Where the next page starts."""
        return (self.number,)


class Audits(Reading[AuditRow]):
    """In the order of the days since which they stand."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, AUDITS, ("since", "case_number", "key"))

    def search(
        self,
        *,
        on: date,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
        **asked: Unpack[AuditFilter],
    ) -> list[Kept[AuditRow]]:
        """What stands so at the end of a legal day, as known at a moment."""
        return self._page(_conditions(on, asked), known_at, after, limit)

    def holders(
        self,
        *,
        on: date,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
        **asked: Unpack[AuditFilter],
    ) -> list[Holder]:
        """By number, the holders with a row that fits what is asked; each with all its rows."""
        conditions = _conditions(on, asked)
        told = [KNOWN_NOW if known_at is None else KNOWN_AT]
        told += [text for text, value in conditions.values() if value is not None]
        values = {name: value for name, (_, value) in conditions.items()}
        values |= {"known_at": known_at, "limit": limit, "after": after[0] if after else ""}
        query = HOLDERS.format(conditions=" AND ".join(told))
        with self._pool.connection() as connection, connection.cursor(row_factory=tuple_row) as c:
            numbers = [number for (number,) in c.execute(query.encode(), values).fetchall()]
        everything = {
            "on": (ON, on),
            "numbers": ("case_number = ANY(%(numbers)s)", numbers),
        }
        rows = sorted(self._page(everything, known_at, None, ALL), key=lambda one: one.number)
        return [
            Holder(number, kept[0].scheme, audited((one.row for one in kept), on))
            for number, kept in ((n, list(some)) for n, some in groupby(rows, lambda r: r.number))
        ]


def _conditions(on: date, asked: AuditFilter) -> Mapping[str, tuple[str, object]]:
    state = asked.get("state")
    return {
        "on": (ON, on),
        "scheme": ("scheme = %(scheme)s", asked.get("scheme")),
        "number": ("case_number = %(number)s", asked.get("number")),
        "for_whom": ("for_whom = %(for_whom)s", asked.get("for_whom")),
        "status": ("status = %(status)s", asked.get("status")),
        "about": ("about = %(about)s", asked.get("about")),
        "state": (OVERDUE if state == "overdue" else "stage = %(state)s", state),
        "finding_class": ("finding_class = %(finding_class)s", asked.get("finding_class")),
        "finding_state": ("finding_state = %(finding_state)s", asked.get("finding_state")),
        "due_from": ("due >= %(due_from)s", asked.get("due_from")),
        "due_until": ("due <= %(due_until)s", asked.get("due_until")),
    }
