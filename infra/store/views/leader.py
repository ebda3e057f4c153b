"""One process acts and a spare waits: an advisory lock that ends with its session."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString

from infra.store.views.asking import Pool
from infra.store.views.faults import Connection

RUNNER, CLERK, REBUILD = 7236003, 7236004, 7236005
LOOK_AGAIN = 1.0  # seconds between a spare's attempts
TRY = "SELECT pg_try_advisory_lock(%s)"
RELEASE = "SELECT pg_advisory_unlock(%s)"
TRY_SHARED = "SELECT pg_try_advisory_lock_shared(%s)"
RELEASE_SHARED = "SELECT pg_advisory_unlock_shared(%s)"
SILENCE = "SELECT set_config('idle_session_timeout', %s, false)"


@contextmanager
def leading(pool: Pool, lock: int, stop: threading.Event) -> Iterator[Connection | None]:
    """Waits until nobody else acts; the session that acts, or nothing when told to stop.

    When that session ends, however it ends, the lock is free. Do every write over it: then
    who lost the lock cannot write either. The session is in autocommit.
    """
    with _locked(pool, lock, stop, TRY, RELEASE) as connection:
        yield connection


@contextmanager
def sharing(pool: Pool, lock: int, stop: threading.Event) -> Iterator[Connection | None]:
    """As ``leading``, but beside others that share; none of them while somebody leads."""
    with _locked(pool, lock, stop, TRY_SHARED, RELEASE_SHARED) as connection:
        yield connection


@contextmanager
def _locked(
    pool: Pool, lock: int, stop: threading.Event, attempt: LiteralString, release: LiteralString
) -> Iterator[Connection | None]:
    with session(pool) as connection:
        while not stop.is_set():
            if connection.execute(attempt, [lock]).fetchone() == (True,):
                try:
                    yield connection
                finally:
                    if not connection.broken:
                        connection.execute(release, [lock])
                return
            stop.wait(LOOK_AGAIN)
        yield None


@contextmanager
def briefly(connection: Connection, lock: int) -> Iterator[bool]:
    """Whether nobody else acts at this moment; if so, nobody else does meanwhile."""
    alone = connection.execute(TRY, [lock]).fetchone() == (True,)
    try:
        yield alone
    finally:
        if alone and not connection.broken:
            connection.execute(RELEASE, [lock])


@contextmanager
def giving_way(connection: Connection, seconds: float) -> Iterator[None]:
    """The server ends this session once it is silent for so long, and with it frees its lock.

    A process that was stopped, or whose machine is gone, still has its session: nothing ends it
    but this. So say something more often.
    """
    connection.execute(SILENCE, [f"{seconds:.3f}s"])
    try:
        yield
    finally:
        if not connection.broken:
            connection.execute(SILENCE, ["0"])


@contextmanager
def session(pool: Pool) -> Iterator[Connection]:
    """A connection in autocommit, handed back as it was."""
    with pool.connection() as connection:
        before = connection.autocommit
        connection.autocommit = True
        try:
            yield connection
        finally:
            if not connection.broken:
                connection.autocommit = before
