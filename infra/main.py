"""The only place that wires: settings in, a house out."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime

import psycopg

from domain.schemes import all_schemes
from infra import clock
from infra.settings import Settings
from infra.store.databases import Databases
from infra.store.databases import opened as databases_opened
from infra.store.forgetting import forgetting
from infra.store.kek import kek_of
from infra.store.keyring import Keyring
from infra.store.migrations import assert_safe
from infra.store.pools import pool_on
from infra.store.record import Record
from infra.store.recorder import FactRecorder, Pool
from infra.store.snapshots import SnapshotTable, StampedSnapshots
from infra.store.views.crew import Crew
from infra.store.views.filler import Access
from infra.store.views.reading import Views
from infra.store.views.rebuild import Rebuild
from infra.store.waking import waking
from infra.worker import ClerkAtWork, Worker
from services.clerk import Clerk
from services.erasure import Erasure

FOLDERS = ("record", "views", "relay")


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

    def rebuild(self, processes: int | None = None) -> Rebuild:
        """What tells views anew, by so many processes; unsaid, as many as it takes."""
        keys, kek = self.databases.keys, kek_of(self.settings)
        access = Access(self.databases.record, keys, kek, all_schemes)
        return Rebuild(self.pool, self.pool, self.keyring, crew=Crew(access, processes))

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
        pool = stack.enter_context(pool_on(databases.record, settings.pool_size))
        keys = stack.enter_context(pool_on(databases.keys, 4))
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
