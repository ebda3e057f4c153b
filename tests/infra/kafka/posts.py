"""Relays at work: in a thread, or as the process that an installation runs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psycopg

from infra.clock import today_in_amsterdam
from infra.kafka.client import Admin, to_broker
from infra.kafka.following import Facts
from infra.kafka.furnishing import furnish
from infra.kafka.messages import binary
from infra.kafka.relay import Relay
from infra.kafka.sending import Sender
from infra.kafka.showing import Entries
from infra.kafka.topics import Topics, named
from infra.main import FOLDERS
from infra.settings import Settings
from infra.store.migrations import prepare
from infra.store.views.facts import Facts as Record
from tests.infra.conftest import Database, environment
from tests.infra.kafka.brokers import Broker
from tests.infra.kafka.reader import LONG
from tests.services.house import House, house_on

GRIFFIE = (sys.executable, "-c", "from infra.cli import app; app()")
SOURCE = "urn:nld:oin:00000001234567890000:systeem:griffie"
LEADERS = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 7236006 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass
class Office:
    """A house, its topics on a broker, and the relays that are started for it."""

    house: House
    broker: Broker
    topics: Topics
    environment: dict[str, str]
    owner: str
    stack: ExitStack
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def relay(self, window: int = 50) -> Relay:
        """Two lines as an installation has them, in small windows."""
        head = Record(self.house.pool, self.house.keys).head
        facts = Facts(self.topics.facts, SOURCE, binary, head, window)
        clock = self.house.clock
        entries = Entries(self.topics.register, SOURCE, clock, today_in_amsterdam)
        to = {"bootstrap_servers": self.broker.servers}
        return Relay(self.house.pool, [facts, entries], partial(Sender, to), patience=0.2)

    @contextmanager
    def relaying(self, window: int = 50) -> Iterator[Relay]:
        """A relay in a thread; told to stop in the end, and then it does."""
        relay, stop = self.relay(window), threading.Event()
        thread = threading.Thread(target=relay.run, args=(stop, 0.05))
        thread.start()
        try:
            yield relay
        finally:
            stop.set()
            thread.join(LONG)
        assert not thread.is_alive(), "told to stop, a relay stops"

    def process(self, *command: str) -> subprocess.Popen[bytes]:
        """``griffie relay`` as a process of its own; ended with the test."""
        environment = {**os.environ, **self.environment}
        started = subprocess.Popen([*GRIFFIE, "relay", *command], env=environment)
        self.processes.append(started)
        return started

    def leaders(self) -> list[int]:
        """The database sessions that hold the leader's lock."""
        with self.house.pool.connection() as connection:
            return [row[0] for row in connection.execute(LEADERS).fetchall()]

    def end(self, session: int) -> None:
        """The database ends a session, as when a machine was cut off."""
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(%s)", [session])

    def standing(self, topic: str) -> int:
        with self.house.pool.connection() as connection:
            asked = "SELECT position FROM relay.topics WHERE topic = %s"
            row = connection.execute(asked, [topic]).fetchone()
        return int(row[0]) if row else 0


@contextmanager
def office_on(database: Database, broker: Broker, prefix: str, folder: Path) -> Iterator[Office]:
    """Topics and tables are made; nobody is at work yet."""
    with ExitStack() as stack:
        house = stack.enter_context(house_on(database))
        prepare(database.record_owner, FOLDERS)
        topics = named(prefix)
        lay(topics, broker)
        told = {
            **environment(database.record, database.keys, folder),
            **of_the_broker(broker, prefix),
        }
        office = Office(house, broker, topics, told, database.record_owner, stack)
        try:
            yield office
        finally:
            for process in office.processes:
                process.kill()
                process.wait()


def of_the_broker(broker: Broker, prefix: str) -> dict[str, str]:
    """What a process is told of it, beside its house."""
    return {
        "GRIFFIE_KAFKA_SERVERS": broker.servers,
        "GRIFFIE_KAFKA_SOURCE": SOURCE,
        "GRIFFIE_KAFKA_PREFIX": prefix,
    }


def lay(topics: Topics, broker: Broker) -> None:
    """Tansu tells too little of a topic's settings to be checked."""
    to = to_broker(Settings(mode="test", kafka_servers=broker.servers))
    if broker.real:
        furnish(topics, to, 1)
        return
    with Admin(**to) as admin:
        for topic in topics:
            wanted = {"num_partitions": topic.partitions, "replication_factor": 1}
            admin.create_topics({topic.name: wanted}, wait_for_metadata=True)
