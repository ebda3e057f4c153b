"""A reader as anybody outside would write one: by the chain, and by nothing else."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from infra.kafka.client import Consumer, TopicPartition
from infra.kafka.messages import Event, read
from infra.kafka.topics import Topic
from tests.infra.kafka.brokers import Broker

LONG = 60.0  # seconds; nobody waits that long unless something is wrong


class Reader:
    """Reads one topic from its beginning. ``records`` is everything there was, repeats included;
    ``applied`` what the chain lets through; ``holes`` where it had to stop."""

    def __init__(self, broker: Broker, topic: Topic) -> None:
        self._consumer = Consumer(
            bootstrap_servers=broker.servers, fetch_max_wait_ms=100, auto_offset_reset="earliest"
        )
        self._topic = topic
        self._consumer.assign([TopicPartition(topic.name, n) for n in range(topic.partitions)])
        self.records: list[Any] = []
        self.events: list[Event] = []
        self.applied: list[Event] = []
        self.holes: list[int] = []
        self._last: dict[int, int] = defaultdict(int)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._consumer.close()

    def read(self, seconds: float = 0.3) -> None:
        """What there is, until nothing came for so long."""
        while found := self._consumer.poll(int(seconds * 1000)):
            for records in found.values():
                for record in records:
                    self._take(record)

    def read_until(self, enough: Callable[[Reader], bool]) -> None:
        deadline = time.monotonic() + LONG
        while not enough(self):
            assert time.monotonic() < deadline, (
                f"{len(self.applied)} applied, {self.holes} missing"
            )
            self.read()

    def again(self) -> None:
        """From the beginning, remembering what was applied."""
        self._consumer.seek_to_beginning()
        self.holes.clear()

    @property
    def positions(self) -> list[int]:
        return sorted(event.sequence for event in self.applied)

    def state(self) -> dict[str, Event]:
        """What the topic says of each key now; lower positions than one had are old."""
        now: dict[str, Event] = {}
        for event in self.events:
            if event.key not in now or event.sequence >= now[event.key].sequence:
                now[event.key] = event
        return {key: event for key, event in now.items() if event.data is not None}

    def _take(self, record: Any) -> None:
        event = read(record.key, record.headers, record.value)
        self.records.append(record)
        self.events.append(event)
        last = self._last[record.partition]
        if event.previous is None or event.sequence <= last:
            return
        if event.previous > last:
            self.holes.append(event.sequence)
            return
        self._last[record.partition] = event.sequence
        self.applied.append(event)


def by_key(events: Iterable[Event]) -> dict[str, list[int]]:
    """The positions of each key in the order in which they came."""
    found: dict[str, list[int]] = defaultdict(list)
    for event in events:
        found[event.key].append(event.sequence)
    return found
