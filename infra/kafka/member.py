"""A member of the group that shares the topic of facts out, and what it is given to read."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import structlog

from infra.kafka.chain import Message
from infra.kafka.client import Consumer, RebalanceListener, TopicPartition
from infra.kafka.facts import stored
from infra.kafka.furnishing import assert_partitions
from infra.kafka.messages import NotAnEvent, read
from infra.kafka.topics import LARGEST_REQUEST, Topic

log = structlog.get_logger()

POLL = 100  # milliseconds
GUARDED: Mapping[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "allow_auto_create_topics": False,
    "max_poll_records": 1000,
    "max_partition_fetch_bytes": LARGEST_REQUEST,
    "fetch_max_wait_ms": 100,
    # With sessions, a partition that was sought now and then is never sent again (3.0.12, seen).
    "enable_incremental_fetch_sessions": False,
    "session_timeout_ms": 10_000,
    "bootstrap_timeout_ms": 10_000,
}


class Given(NamedTuple):
    """The messages that came, by partition, and whether more of them are at hand."""

    messages: Mapping[int, Sequence[Message]]
    there_is_more: bool


class Member:
    """Reads the partitions that it was given, from where it is told to."""

    def __init__(self, consumer: Any, topic: Topic, assigned: threading.Event, most: int) -> None:
        self._consumer, self._topic = consumer, topic
        self._assigned, self._most = assigned, most

    def poll(self) -> Given:
        """What came; waits a moment when nothing did. What is no fact of ours is left out."""
        polled = self._consumer.poll(POLL)
        messages = {one.partition: _read(records) for one, records in polled.items()}
        return Given(messages, sum(map(len, polled.values())) >= self._most)

    def was_assigned(self) -> bool:
        """Whether it was given partitions since this was asked last."""
        anew = self._assigned.is_set()
        self._assigned.clear()
        return anew

    def partitions(self) -> list[int]:
        return sorted(one.partition for one in self._consumer.assignment())

    def seek(self, offsets: Mapping[int, int]) -> None:
        for partition, offset in offsets.items():
            self._consumer.seek(TopicPartition(self._topic.name, partition), offset)


@contextmanager
def member(topic: Topic, to_broker: Mapping[str, Any]) -> Iterator[Member]:
    """Joins the group, and leaves it.

    Raises NotAsItShould when the topic is missing or has another number of partitions.
    """
    group = {"group_id": f"{topic.name}.views", "client_id": "griffie-work"}
    options = {**GUARDED, **group, **to_broker}
    assigned = threading.Event()
    consumer = Consumer(**options)
    try:
        consumer.subscribe([topic.name], listener=_Listener(assigned))
        # Also lets the client know the topic before it joins: one that leads the group without
        # that gives everybody nothing, and keeps to it. And after it subscribed: or it takes the
        # topic for changed once it has joined, and joins anew (kafka-python 3.0.12, both seen).
        assert_partitions(topic, len(consumer.partitions_for_topic(topic.name)))
        yield Member(consumer, topic, assigned, options["max_poll_records"])
    finally:
        consumer.close()


class _Listener(RebalanceListener):  # type: ignore[misc]  # kafka-python has no types
    """Called by another thread, so it does nothing but say so."""

    def __init__(self, assigned: threading.Event) -> None:
        self._assigned = assigned

    def on_partitions_revoked(self, _: object) -> None:
        pass

    def on_partitions_assigned(self, _: object) -> None:
        self._assigned.set()


def _read(records: Sequence[Any]) -> list[Message]:
    came: list[Message] = []
    for record in records:
        try:
            event = read(record.key, record.headers, record.value)
            came.append(Message(record.offset, event, stored(event)))
        except NotAnEvent as wrong:  # if a fact is lost by it, the chain says so
            log.error(
                "a message is no fact of ours",
                partition=record.partition,
                offset=record.offset,
                reason=str(wrong),
            )
    return came
