"""Where the register and what its topic says of it differ: asked of the database, page by page.

A row of the register has no moment at which it stops to hold on a legal day, and an erasure
rewrites what was known before; so what the topic says is not derived from changes. It is compared:
whole when a day begins, a view was rebuilt or a relay takes over, else for the cases that moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from psycopg.rows import args_row, tuple_row

from domain.erasure import Erased
from infra.kafka.entries import Difference
from infra.store.views.faults import Connection

PAGE = 500
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
STAMP = """
SELECT coalesce((SELECT position FROM views.positions WHERE view = 'register'), 0),
    'views.register'::regclass::oid::bigint,
    (SELECT count(*) FROM views.set_aside WHERE view = 'register'),
    (SELECT max(at) FROM views.set_aside WHERE view = 'register'),
    EXISTS (SELECT FROM relay.entries WHERE topic = %s AND digest = '')
"""
MOVED = """
SELECT case_number FROM views.register
WHERE from_position > %(after)s OR until_position > %(after)s
UNION
SELECT convert_from(state, 'UTF8')::json ->> 'number' FROM record.facts
WHERE notification_id > %(after)s AND notification_id <= %(upto)s AND topic = %(erased)s
"""
DIFFER = """
WITH shown AS (
    SELECT DISTINCT ON (scheme, entry) *, sha256(convert_to(ROW(
        type, status, day, day_means, since, until, name, erased, note, more)::text, 'UTF8'))
        AS digest
    FROM views.register
    WHERE known_until IS NULL AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)
        AND (scheme, entry) > (%(scheme)s, %(entry)s)
        AND (%(cases)s::text[] IS NULL OR case_number = ANY(%(cases)s))
    ORDER BY scheme, entry, since DESC, key DESC
), told AS (
    SELECT * FROM relay.entries
    WHERE topic = %(topic)s AND (scheme, entry) > (%(scheme)s, %(entry)s)
        AND (%(cases)s::text[] IS NULL OR case_number = ANY(%(cases)s))
)
SELECT scheme, entry, coalesce(shown.case_number, told.case_number) AS case_number, shown.digest,
    told.digest IS NOT NULL AS told, coalesce(told.erased, false) AS told_erased,
    shown.type, shown.status, shown.day, shown.day_means, shown.since, shown.until, shown.name,
    shown.erased, shown.note, shown.more
FROM shown FULL JOIN told USING (scheme, entry)
WHERE shown.digest IS DISTINCT FROM told.digest
ORDER BY scheme, entry LIMIT %(page)s
"""


class Stamp(NamedTuple):
    """Where the register stands; all but ``position`` tells of changes that no fact made."""

    day: date
    position: int
    table: int
    set_aside: int
    set_aside_at: datetime | None
    unknown: bool

    @property
    def otherwise(self) -> Stamp:
        return self._replace(position=0)


@dataclass(frozen=True)
class Pass:
    """One comparison, from the first entry to the last; ``cases`` is nothing when of all."""

    stamp: Stamp
    cases: tuple[str, ...] | None
    after: tuple[str, str] = ("", "")


class Comparison:
    """Of the register with one topic, over one session."""

    def __init__(self, topic: str) -> None:
        self._topic = topic
        self._settled: Stamp | None = None
        self._pass: Pass | None = None

    def page(self, connection: Connection, day: date) -> tuple[Sequence[Difference], int] | None:
        """The next differences, and where the register stood; nothing when all was compared.

        Asked again without ``done``, it gives the same entries, as they read by then.
        """
        with connection.transaction():
            connection.execute(SNAPSHOT)
            stamp = self._stamp(connection, day)
            if self._pass is None:
                if stamp == self._settled and not stamp.unknown:
                    return None
                self._pass = Pass(stamp, self._moved(connection, stamp))
            return self._differing(connection, self._pass, day), stamp.position

    def done(self, page: Sequence[Difference]) -> None:
        """The page was dealt with; the next one comes after it."""
        if self._pass is None:
            return
        if len(page) < PAGE:
            self._settled, self._pass = self._pass.stamp, None
        else:
            self._pass = replace(self._pass, after=page[-1][:2])

    def _stamp(self, connection: Connection, day: date) -> Stamp:
        with connection.cursor(row_factory=args_row(partial(Stamp, day))) as cursor:
            return cursor.execute(STAMP, [self._topic]).fetchall()[0]

    def _moved(self, connection: Connection, stamp: Stamp) -> tuple[str, ...] | None:
        settled = self._settled
        if settled is None or stamp.unknown or settled.otherwise != stamp.otherwise:
            return None
        asked = {"after": settled.position, "upto": stamp.position, "erased": Erased.stored_as}
        rows = connection.cursor(row_factory=tuple_row).execute(MOVED, asked).fetchall()
        return tuple(row[0] for row in rows)

    def _differing(self, connection: Connection, asked: Pass, day: date) -> list[Difference]:
        scheme, entry = asked.after
        values = {
            "topic": self._topic,
            "on": day,
            "scheme": scheme,
            "entry": entry,
            "cases": None if asked.cases is None else list(asked.cases),
            "page": PAGE,
        }
        with connection.cursor(row_factory=args_row(Difference)) as cursor:
            return cursor.execute(DIFFER, values).fetchall()
