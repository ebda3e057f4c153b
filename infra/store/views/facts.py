"""The record as the views read it: by position and by case, in binary, never past a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, Protocol
from uuid import UUID

from psycopg.rows import args_row, tuple_row

from domain.fact import Recorded
from infra.store.mapper import recorded
from infra.store.sealing import Keys
from infra.store.views.asking import Pool

SELECT = """
SELECT notification_id AS position, originator_id AS stream, originator_version AS version,
    topic, state
FROM record.facts"""
SINCE = f"""{SELECT}
WHERE notification_id > %s AND notification_id <= %s
ORDER BY notification_id LIMIT %s
"""
OF_STREAMS = f"""{SELECT}
WHERE originator_id = ANY(%s) AND notification_id > %s AND notification_id <= %s
ORDER BY originator_id, originator_version
"""
BY_CASE = f"""{SELECT}
WHERE notification_id <= %s ORDER BY originator_id, originator_version
"""
LAST = "SELECT coalesce(max(notification_id), 0) FROM record.facts"
HEAD = "SELECT record.safe_head()"
AT_ONCE = 1000


class ForgetfulKeys(Keys, Protocol):
    """The keyring: it forgets what it holds in memory of a person whose keys were destroyed."""

    def forget(self, person: UUID) -> None: ...


class Stored(NamedTuple):
    """A fact as it is stored."""

    position: int
    stream: UUID
    version: int
    topic: str
    state: bytes


class Facts:
    """Reads the record; ``keys`` open the personal values in it."""

    def __init__(self, pool: Pool, keys: ForgetfulKeys) -> None:
        self._pool, self.keys = pool, keys

    def head(self, seen: int = 0) -> int:
        """The last position that no writer under way can still get behind.

        Writers are kept waiting for it only when there is more than was ``seen``.
        """
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row)
            row = cursor.execute(LAST).fetchone()
        if row is None or row[0] <= seen:
            return seen
        with self._pool.connection() as connection:
            row = connection.cursor(row_factory=tuple_row).execute(HEAD).fetchone()
        return row[0] if row else 0

    def since(self, after: int, upto: int, most: int) -> list[Stored]:
        return self._all(SINCE, after, upto, most)

    def of(self, streams: Sequence[UUID], upto: int, after: int = 0) -> dict[UUID, list[Stored]]:
        """The facts of some cases at positions after one and up to another, by case."""
        found = self._all(OF_STREAMS, list(streams), after, upto) if streams else []
        return {stream: list(facts) for stream, facts in groupby(found, attrgetter("stream"))}

    def by_case(self, upto: int) -> Iterator[list[Stored]]:
        """Every case, each with all its facts up to a position; memory stays flat."""
        with (
            self._pool.connection() as connection,
            connection.transaction(),
            connection.cursor("by_case", row_factory=args_row(Stored)) as cursor,
        ):
            cursor.itersize = AT_ONCE
            cursor.execute(BY_CASE, [upto], binary=True)
            for _, facts in groupby(cursor, attrgetter("stream")):
                yield list(facts)

    def read(self, stored: Stored) -> Recorded:
        """The fact that a row holds. Raises what ``infra.store.mapper.recorded`` raises."""
        return recorded(self.keys, stored.stream, stored.version, stored.topic, stored.state)

    def _all(self, query: str, *values: object) -> list[Stored]:
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=args_row(Stored), binary=True) as cursor,
        ):
            return cursor.execute(query, values).fetchall()
