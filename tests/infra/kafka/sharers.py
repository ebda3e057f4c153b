"""Workers that share a topic, in threads and in processes; and what the views are held to."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from infra.kafka.sharing import SharedWorker
from infra.store.views import partitions
from infra.store.views.feeding import Feed
from infra.store.views.leader import session
from projections import VIEWS
from tests.infra.conftest import Database
from tests.infra.kafka.posts import Office
from tests.infra.kafka.reader import LONG
from tests.projections.lvv_shown import SCHEMES
from tests.services.house import House

Process = subprocess.Popen[bytes]
Start = Callable[[], Process]
SHARES = """
SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7236003 AND granted
    AND mode = 'ShareLock'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.fixture
def start(database: Database, office: Office) -> Iterator[Start]:
    """Starts workers in processes of their own; those that still run are ended with the test."""
    started: list[Process] = []

    def start() -> Process:
        dsns = database.record, database.keys
        to = office.broker.servers, office.topics.facts.name.removesuffix(".facts.v1")
        program = [sys.executable, "-m", "tests.infra.kafka.shared_worker", *dsns, *to]
        started.append(subprocess.Popen(program))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def worker_on(office: Office) -> SharedWorker:
    feed = Feed(office.house.pool, office.house.keys, SCHEMES)
    quick = {"session_timeout_ms": 6000, "heartbeat_interval_ms": 500, "max_poll_records": 40}
    to = {"bootstrap_servers": office.broker.servers, **quick}
    return SharedWorker(office.house.pool, feed, office.topics.facts, to)


@contextmanager
def at_work(worker: SharedWorker) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(LONG)
    assert not thread.is_alive(), "told to stop, a worker stops"


def until(enough: Callable[[], object]) -> None:
    deadline = time.monotonic() + LONG
    while not enough():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def shares(house: House) -> int:
    with house.pool.connection() as connection:
        row = connection.execute(SHARES).fetchone()
    return int(row[0]) if row else 0


def same_as_anew(house: House) -> None:
    assert house.views.progress.set_aside() == []
    for view in VIEWS:
        assert house.rebuild.differences(view.name) is None


def head(house: House) -> int:
    return house.record.recorder.max_notification_id() or 0


def holes(house: House) -> list[partitions.Hole]:
    with session(house.pool) as connection:
        return partitions.holes(connection)
