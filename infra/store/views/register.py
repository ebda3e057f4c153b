"""The public register: looked up, read as on a past day, and followed change by change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from psycopg.rows import class_row

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.register import REGISTER, RegisterRow, words_of

ON = "since <= %(on)s AND (until IS NULL OR until >= %(on)s)"
SOUGHT = "array_to_tsvector(words) @@ %(text)s::tsquery"
CHANGES = """
WITH moved AS (
    SELECT DISTINCT entry, scheme, case_number, position
    FROM views.register, LATERAL (VALUES (from_position), (until_position)) AS at (position)
    WHERE (from_position > %(after)s OR until_position > %(after)s)
        AND position > %(after)s AND (%(scheme)s::text IS NULL OR scheme = %(scheme)s)
    ORDER BY position, entry LIMIT %(limit)s
)
SELECT moved.position, moved.scheme, moved.entry, before.status AS before, after.status AS after,
    coalesce(after.since, before.since) AS since
FROM moved
LEFT JOIN LATERAL (
    SELECT status, since FROM views.register AS line
    WHERE line.case_number = moved.case_number AND line.entry = moved.entry
        AND line.from_position < moved.position
        AND (line.until_position IS NULL OR line.until_position >= moved.position)
    ORDER BY since DESC, key DESC LIMIT 1
) AS before ON true
LEFT JOIN LATERAL (
    SELECT status, since FROM views.register AS line
    WHERE line.case_number = moved.case_number AND line.entry = moved.entry
        AND line.from_position <= moved.position
        AND (line.until_position IS NULL OR line.until_position > moved.position)
    ORDER BY since DESC, key DESC LIMIT 1
) AS after ON true
ORDER BY moved.position, moved.entry
"""


@dataclass(frozen=True)
class Change:
    """What changed in an entry at a position of the record: its latest status before and after.

    ``since`` is the legal day from which the later status holds. Nothing personal is in it.
    """

    position: int
    scheme: str
    entry: str
    before: str | None
    after: str | None
    since: date


class Register(Reading[RegisterRow]):
    """Pages by entry: ``row.cursor`` holds no name, so it may stand in an address."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, REGISTER, ("entry", "case_number", "key"))

    def search(
        self,
        scheme: str | None,
        *,
        on: date,
        text: str | None = None,
        status: str | None = None,
        known_at: datetime | None = None,
        after: Cursor | None = None,
        limit: int = 50,
    ) -> list[Kept[RegisterRow]]:
        """The lines that hold on a legal day.

        Every word of ``text`` begins a word of the name, whatever its capitals and accents.
        """
        if text is not None and not words_of(text):
            return []
        asked = {
            "scheme": ("scheme = %(scheme)s", scheme),
            "on": (ON, on),
            "text": (SOUGHT, None if text is None else _query(words_of(text))),
            "status": ("status = %(status)s", status),
        }
        return self._page(asked, known_at, after, limit)

    def entry(
        self, scheme: str, entry: str, *, on: date, known_at: datetime | None = None
    ) -> Kept[RegisterRow] | None:
        """One entry as it reads on a legal day; the latest line when two hold on that day."""
        asked = {
            "scheme": ("scheme = %(scheme)s", scheme),
            "entry": ("entry = %(entry)s", entry),
            "on": (ON, on),
        }
        found = self._page(asked, known_at, None, 100)
        return max(found, key=lambda kept: (kept.row.since, kept.key), default=None)

    def lines(
        self, scheme: str, entry: str, *, known_at: datetime | None = None
    ) -> list[Kept[RegisterRow]]:
        """How one entry read through all legal days, oldest first."""
        asked = {
            "scheme": ("scheme = %(scheme)s", scheme),
            "entry": ("entry = %(entry)s", entry),
        }
        return self._page(asked, known_at, None, 1000)

    def changes(self, after: int, limit: int = 100, scheme: str | None = None) -> list[Change]:
        """What changed at positions after this one, in the order of the record."""
        asked = {"after": after, "limit": limit, "scheme": scheme}
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=class_row(Change)) as cursor,
        ):
            return cursor.execute(CHANGES, asked).fetchall()


def _query(words: Sequence[str]) -> str:
    """Words hold letters and digits only (words_of), so nothing in them needs quoting."""
    return " & ".join(f"'{word}':*" for word in words)
