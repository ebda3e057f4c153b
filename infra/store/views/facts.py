"""The record as the views read it: by position and by case, in binary, never past a gap."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, Protocol, cast
from uuid import UUID

import orjson
from psycopg.rows import args_row, tuple_row

from domain.fact import Recorded
from infra.store.mapper import recorded
from infra.store.sealing import Keys
from infra.store.views.asking import Pool
from infra.store.views.parts import WHOLE, Part

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
FIRST_OF_STREAMS = f"""{SELECT}
JOIN unnest(%s::uuid[], %s::bigint[]) AS wanted (id, versions)
    ON originator_id = wanted.id AND originator_version <= wanted.versions
ORDER BY originator_id, originator_version
"""
BY_CASE = f"""{SELECT}
WHERE notification_id <= %s AND originator_id BETWEEN %s AND %s
ORDER BY originator_id, originator_version
"""
BY_CASE_BUT = """
WITH known AS ( -- narrow rows, for they are sorted twice
    SELECT notification_id AS position, originator_id AS stream, originator_version AS version,
        max(recorded_at) OVER (PARTITION BY originator_id ORDER BY originator_version) AS at,
        topic <> ALL(%s) AS wanted
    FROM record.facts WHERE notification_id <= %s AND originator_id BETWEEN %s AND %s
), shown AS (
    SELECT *, max(position) OVER (PARTITION BY stream, at) AS until FROM known
)
SELECT position, stream, version, topic, state, at, until
FROM shown JOIN record.facts ON notification_id = position
WHERE wanted ORDER BY stream, version
"""
AT_LEAST = """
SELECT count(*) FROM (
    SELECT FROM record.facts WHERE notification_id <= %s AND topic <> ALL(%s) LIMIT %s
) AS these
"""
LAST = "SELECT coalesce(max(notification_id), 0) FROM record.facts"
HEAD = "SELECT record.safe_head()"
AT_ONCE = 1000


class ForgetfulKeys(Keys, Protocol):
    """The keyring: it forgets what it holds in memory of a person whose keys were destroyed.

    And it fetches the keys of many persons at once.
    """

    def forget(self, person: UUID) -> None: ...

    def warm(self, persons: Iterable[UUID]) -> None: ...


class Stored(NamedTuple):
    """A fact as it is stored.

    Where facts were left out, also from when it was known, facts before it included; and the
    position of the last fact of its case that was known from that moment too.
    """

    position: int
    stream: UUID
    version: int
    topic: str
    state: bytes
    at: datetime | None = None
    until: int | None = None


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

    def first(self, streams: Mapping[UUID, int]) -> dict[UUID, list[Stored]]:
        """So many facts of each of some cases, from its first."""
        asked = list(streams), list(streams.values())
        found = self._all(FIRST_OF_STREAMS, *asked) if streams else []
        return {stream: list(facts) for stream, facts in groupby(found, attrgetter("stream"))}

    @contextmanager
    def by_case(
        self, upto: int, unread: Collection[str] = (), part: Part = WHOLE
    ) -> Iterator[Iterator[list[Stored]]]:
        """Every case of a part, each with its facts up to a position, but for those stored under
        a name in ``unread``. PostgreSQL sends while we work on what it sent; memory stays flat."""
        among = (upto, part.first, part.last)
        asked = (BY_CASE_BUT, (sorted(unread), *among)) if unread else (BY_CASE, among)
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=args_row(Stored)) as cursor,
        ):
            sent = cursor.stream(*asked, binary=True, size=AT_ONCE)
            with closing(cast(Generator[Stored, None, None], sent)):
                yield (list(facts) for _, facts in groupby(sent, attrgetter("stream")))

    def are_at_least(self, many: int, upto: int, unread: Collection[str]) -> bool:
        """Whether ``by_case`` gives so many facts, without counting more."""
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row)
            row = cursor.execute(AT_LEAST, [upto, sorted(unread), many]).fetchone()
        return row is not None and row[0] == many

    def warm(self, cases: Iterable[Sequence[Stored]]) -> None:
        """Fetches the keys of whom these cases are about in one query, before they are read."""
        persons = [_subject_of(facts[0]) for facts in cases]
        if persons:
            self.keys.warm(persons)

    def read(self, stored: Stored) -> Recorded:
        """The fact that a row holds. Raises what ``infra.store.mapper.recorded`` raises."""
        return recorded(self.keys, stored.stream, stored.version, stored.topic, stored.state)

    def _all(self, query: str, *values: object) -> list[Stored]:
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=args_row(Stored), binary=True) as cursor,
        ):
            return cursor.execute(query, values).fetchall()


def _subject_of(stored: Stored) -> UUID:
    """Under whose key the personal values of a file are kept, unless they say otherwise."""
    try:
        return UUID(orjson.loads(stored.state)["person"])
    except (ValueError, TypeError, KeyError, AttributeError):  # about no person, or no fact at all
        return stored.stream
