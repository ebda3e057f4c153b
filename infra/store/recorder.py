"""The record in PostgreSQL: append in one round trip, read in binary, never past a gap.

The measurements behind it are in docs/adr/0014. The library's own recorder takes a table lock
and a NOTIFY inside each transaction; here writers share an advisory lock, and a reader that
wants to go on from a position asks for a head behind which nothing can still appear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn
from uuid import UUID

import psycopg
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    OperationalError,
    StoredEvent,
)
from psycopg.rows import TupleRow, tuple_row
from psycopg_pool import ConnectionPool, PoolTimeout

from infra.store.appending import append
from services.commands import Answered

STREAM = """
SELECT originator_version, topic, state FROM record.facts
WHERE originator_id = %b AND originator_version > %b AND originator_version <= %b
ORDER BY originator_version
"""
SINCE = """
SELECT notification_id, originator_id, originator_version, topic, state FROM record.facts
WHERE notification_id > %b AND notification_id <= %b ORDER BY notification_id LIMIT %b
"""
ANSWERED = """
SELECT request_sha256, originator_id, first_version, last_version
FROM record.commands WHERE command_id = %b
"""
BARRIER = "SELECT pg_advisory_xact_lock(7236001)"
HEAD = "SELECT coalesce(max(notification_id), 0) FROM record.facts"
NO_LIMIT = 2**62

Pool = ConnectionPool[psycopg.Connection[TupleRow]]


class FactRecorder(ApplicationRecorder):
    """Appends and reads facts. Its pool holds autocommit connections of the INSERT-only role.

    ``wake`` is called after each append: see waking.py.
    """

    def __init__(self, pool: Pool, wake: Callable[[], None] = lambda: None) -> None:
        self.pool, self._wake = pool, wake

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Appends the facts of one command with its id, all or nothing.

        ``kwargs``: command_id, actor, request_sha256, and recorded_at for each fact. Raises the
        library's IntegrityError when somebody was first or the command was answered before,
        and its OperationalError when the database can't be reached.
        """
        with self._cursor() as cursor:
            positions = append(cursor, stored_events, **kwargs)
        self._wake()
        return positions

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        with self._cursor() as cursor:
            cursor.execute(STREAM, (originator_id, gt or 0, lte or NO_LIMIT), prepare=True)
            events = [StoredEvent(originator_id, *row) for row in cursor.fetchall()]
        if desc:
            events.reverse()
        return events if limit is None else events[:limit]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Facts from a position on, up to where nothing can still appear behind the reader."""
        after = (start or 0) - (1 if inclusive_of_start and start else 0)
        head = min(self.safe_head(), stop or NO_LIMIT)
        with self._cursor() as cursor:
            cursor.execute(SINCE, (after, head, limit), prepare=True)
            rows = cursor.fetchall()
        return [
            Notification(
                id=row[0],
                originator_id=row[1],
                originator_version=row[2],
                topic=row[3],
                state=row[4],
            )
            for row in rows
            if not topics or row[3] in topics
        ]

    def max_notification_id(self) -> int | None:
        return self.safe_head() or None

    def safe_head(self) -> int:
        """The last position that no writer under way can still get behind.

        Two statements on purpose: the second one's snapshot begins after every writer that
        held the lock has committed.
        """
        with self._cursor() as cursor, cursor.connection.transaction():
            cursor.execute(BARRIER, prepare=True)
            row = cursor.execute(HEAD, prepare=True).fetchone()
        return row[0] if row else 0

    def answered(self, command_id: UUID) -> Answered | None:
        """What a command id was answered with, or nothing."""
        with self._cursor() as cursor:
            row = cursor.execute(ANSWERED, (command_id,), prepare=True).fetchone()
        return Answered(bytes(row[0]), *row[1:]) if row else None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Views follow the record by position: see projections/runner.py."""
        raise TypeError(f"no subscription after {gt} to {topics}: views follow by position")

    @contextmanager
    def _cursor(self) -> Iterator[psycopg.Cursor[TupleRow]]:
        try:
            with (
                self.pool.connection() as connection,
                connection.cursor(row_factory=tuple_row, binary=True) as cursor,
            ):
                yield cursor
        except psycopg.errors.UniqueViolation as error:
            raise IntegrityError(error.diag.constraint_name) from error
        except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
            raise OperationalError(type(error).__name__) from error
