"""What a relay holds in memory, as the process that an installation runs."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator

from infra.kafka.ledger import stood
from infra.kafka.topics import Topic, named
from infra.main import House
from tests.bench import cpu
from tests.bench.brokers import on_a_broker
from tests.bench.place import Place
from tests.bench.remembering import EARLY
from tests.bench.rows import Round, Row
from tests.bench.visiting import told
from tests.infra.kafka.brokers import Broker
from tests.infra.kafka.posts import GRIFFIE, lay, of_the_broker

LOOK = 0.05  # seconds


def rows(place: Place) -> Iterator[Row]:
    """The most it held from the first fact to the last, beside what it held in the first fifth."""
    return on_a_broker(place, "memory of the relay", _rows)


def _rows(place: Place, broker: Broker) -> Iterator[Row]:
    held = [_sent_whole(place.big, broker) for _ in range(place.sizes.rounds)]
    most = tuple(Round(late, 0) for _, late in held)
    yield Row("memory of the relay", "MB", "", "at most", 300, most)
    flat = tuple(Round(late, early) for early, late in held)
    against = "in the first fifth of the record"
    yield Row("memory of the relay, flat", "MB", against, "at most", 1.1, flat)


def _sent_whole(house: House, broker: Broker) -> tuple[float, float]:
    """Megabytes at most: in the first fifth of the record, and in all of it."""
    prefix = f"bench-carried-{time.monotonic_ns()}"
    topics = named(prefix)
    lay(topics, broker)
    relay = subprocess.Popen(
        [*GRIFFIE, "relay"],
        env={**os.environ, **told(house.settings), **of_the_broker(broker, prefix)},
        stdout=subprocess.DEVNULL,
    )
    try:
        held = list(_followed(house, relay, topics.facts))
    finally:
        relay.kill()
        relay.wait()
    return max(one for part, one in held if part <= EARLY), max(one for _, one in held)


def _followed(
    house: House, relay: subprocess.Popen[bytes], topic: Topic
) -> Iterator[tuple[float, float]]:
    """Which part of the record was sent, and the megabytes held then, until it all was."""
    head, part = house.record.recorder.max_notification_id() or 0, 0.0
    with house.pool.connection() as connection:
        while part < 1:
            assert relay.poll() is None, "the relay ended"
            yield part, cpu.resident_megabytes(relay.pid)
            time.sleep(LOOK)
            part = stood(connection, topic.name).position / head
    yield part, cpu.resident_megabytes(relay.pid)
