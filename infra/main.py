"""The only place that wires: settings in, a house out."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

from infra import clock
from infra.settings import Settings
from infra.store.databases import Databases
from infra.store.databases import opened as databases_opened
from infra.store.forgetting import forgetting
from infra.store.keyring import Keyring, kek_of
from infra.store.migrations import assert_safe
from infra.store.record import Record
from infra.store.recorder import FactRecorder, Pool
from infra.store.snapshots import SnapshotTable, StampedSnapshots
from infra.store.views.reading import Views
from infra.store.waking import waking
from infra.worker import ClerkAtWork, Worker
from services.clerk import Clerk
from services.erasure import Erasure

FOLDERS = ("record", "views", "relay")
LOCK_TIMEOUT, IDLE_TIMEOUT = "5s", "30s"
PATIENCE = 5.0
"""Seconds in which a pool finds a connection, or else says that there is none. Attempts to connect
are given up as soon: each failure doubles the wait for the next, to minutes after an outage."""


@dataclass(frozen=True)
class House:
    """Everything a door needs: the record, the keys, and connections for the views."""

    settings: Settings
    databases: Databases
    pool: Pool
    keyring: Keyring
    record: Record
    clock: Callable[[], datetime]

    def today(self) -> date:
        return clock.today_in_amsterdam(self.clock())

    def worker(self) -> Worker:
        """What feeds the views."""
        return Worker(self.pool, self.pool, self.keyring)

    def clerk_at_work(self) -> ClerkAtWork:
        """What acts on terms that pass, and finishes erasures that were begun."""
        views = Views(self.pool)
        clerk = Clerk(self.record, views.deadlines)
        erasure = Erasure(self.record, views.cases, self.keyring)
        today = clock.today_in_amsterdam
        return ClerkAtWork(self.pool, clerk, self.clock, today, also=erasure.resume)


@contextmanager
def opened(settings: Settings, now: Callable[[], datetime] = clock.now) -> Iterator[House]:
    """The house, open; closed behind you. Call it from the main thread (see store/embedded).

    Raises Misconfigured, and Unsafe when the database would let the record be changed.
    """
    with ExitStack() as stack:
        databases = stack.enter_context(databases_opened(settings, FOLDERS))
        with psycopg.connect(databases.record) as connection:
            assert_safe(connection, embedded=settings.mode != "production")
        pool = stack.enter_context(_pool(databases.record, settings.pool_size))
        keys = stack.enter_context(_pool(databases.keys, 4))
        keyring = Keyring(keys, kek_of(settings))
        recorder = FactRecorder(pool, stack.enter_context(waking(databases.record)))
        secret = secret_of(settings)
        snapshots = StampedSnapshots(SnapshotTable(pool), keyring, secret)
        record = Record(recorder, keyring, now, clock.today_in_amsterdam, secret, snapshots)
        stack.enter_context(forgetting(databases.keys, keyring))
        yield House(settings, databases, pool, keyring, record, now)


def secret_of(settings: Settings) -> bytes:
    """What the digests of requests are keyed with, so that nobody can guess at what was asked."""
    return hmac.digest(kek_of(settings), b"digests of requests", "sha256")


def _pool(dsn: str, size: int) -> ConnectionPool[Any]:
    return ConnectionPool(
        dsn,
        min_size=1,
        max_size=size,
        timeout=PATIENCE,
        reconnect_timeout=PATIENCE,
        kwargs={"autocommit": True, "connect_timeout": int(PATIENCE)},
        configure=_within_bounds,
        open=True,
    )


def _within_bounds(connection: psycopg.Connection[Any]) -> None:
    """No connection waits for ever, nor holds up the readers' barrier by doing nothing."""
    connection.execute("SELECT set_config('lock_timeout', %s, false)", [LOCK_TIMEOUT])
    connection.execute(
        "SELECT set_config('idle_in_transaction_session_timeout', %s, false)", [IDLE_TIMEOUT]
    )
