"""Workers that read facts from Kafka and share the cases between them, partition by partition.

Where they stand is in the database, moved with the rows in one transaction; the group in Kafka
only says who reads what. So whoever reads a partition, however often, tells each fact once: the
chain of positions says what was told, and where something is missing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import structlog

from infra.kafka.chain import Message
from infra.kafka.client import Consumer, KafkaError, RebalanceListener, TopicPartition
from infra.kafka.facts import stored
from infra.kafka.furnishing import NotAsItShould
from infra.kafka.messages import NotAnEvent, read
from infra.kafka.telling import Teller
from infra.kafka.topics import LARGEST, Topic
from infra.kafka.turn import Silent, Turn
from infra.store.views import partitions
from infra.store.views.asking import Pool
from infra.store.views.faults import UNREACHABLE, Connection, OnFault
from infra.store.views.feeding import Feed
from infra.store.views.leader import RUNNER, giving_way, sharing
from infra.store.views.resting import collector_resting
from projections import VIEWS
from projections.view import View

log = structlog.get_logger()

AGAIN = 1.0  # seconds until another attempt, when the broker or the database is away
POLL = 100  # milliseconds
GUARDED: Mapping[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "allow_auto_create_topics": False,
    "max_poll_records": 1000,
    "max_partition_fetch_bytes": LARGEST + 64 * 1024,
    "fetch_max_wait_ms": 100,
    # With sessions, a partition that was sought now and then is never sent again (3.0.12, seen).
    "enable_incremental_fetch_sessions": False,
    "session_timeout_ms": 10_000,
    "bootstrap_timeout_ms": 10_000,
}


class SharedWorker:
    """Feeds the views of the cases in its partitions. Start as many as there are partitions.

    While any of them runs, no worker feeds the views from the record, and the other way about.
    Who is there but does nothing for ``frozen_after`` seconds loses its place.
    """

    frozen_after = 30.0

    def __init__(
        self,
        pool: Pool,
        feed: Feed,
        topic: Topic,
        to_broker: Mapping[str, Any],
        *,
        views: Sequence[View[Any]] = VIEWS,
        on_fault: OnFault = lambda _, __: None,
    ) -> None:
        self._pool, self._feed, self._topic = pool, feed, topic
        self._views, self._on_fault = {view.name: view for view in views}, on_fault
        self._teller = Teller(feed, topic.partitions)
        group = {"group_id": f"{topic.name}.views", "client_id": "griffie-work"}
        self._options = {**GUARDED, **group, **to_broker}

    def run(self, stop: threading.Event) -> None:
        """Feeds the views until told to stop; a lost connection is made again.

        Raises NotAsItShould when the topic is missing or has another number of partitions.
        """
        while not stop.is_set():
            try:
                with sharing(self._pool, RUNNER, stop) as connection:
                    if connection is not None:
                        self._share(connection, stop)
            except UNREACHABLE as error:
                log.warning("views wait for the database", reason=type(error).__name__)
            except (KafkaError, Silent) as error:
                log.warning("views wait for the broker", reason=str(error)[:200])
            stop.wait(AGAIN)

    def _share(self, connection: Connection, stop: threading.Event) -> None:
        partitions.begin(connection, list(self._views), self._topic.partitions)
        log.info("views are fed from the broker by this process")
        with giving_way(connection, self.frozen_after), self._consumer() as (consumer, assigned):
            at = Turn(self._teller, self._views, self._topic, connection, self._on_fault)
            while not stop.is_set():
                polled = consumer.poll(POLL)
                if assigned.is_set() or at.starts_over:
                    assigned.clear()
                    owned = [one.partition for one in consumer.assignment()]
                    log.info("partitions are fed by this process", partitions=sorted(owned))
                    for partition, offset in at.start(owned).items():
                        consumer.seek(TopicPartition(self._topic.name, partition), offset)
                    continue
                with collector_resting():
                    at.take({one.partition: _read(came) for one, came in polled.items()})
                connection.execute("SELECT")  # alive

    @contextmanager
    def _consumer(self) -> Iterator[tuple[Any, threading.Event]]:
        """A member of the group, and what is set whenever it was given partitions.

        The listener is called by another thread, so it does nothing else.
        """
        assigned = threading.Event()
        consumer = Consumer(**self._options)
        try:
            self._assert_partitions(consumer)
            consumer.subscribe([self._topic.name], listener=_Listener(assigned))
            yield consumer, assigned
        finally:
            consumer.close()

    def _assert_partitions(self, consumer: Any) -> None:
        """Raises NotAsItShould.

        Also lets the client know the topic before it joins: one that leads the group without
        that gives everybody nothing, and keeps to it (kafka-python 3.0.12, seen).
        """
        found = len(consumer.partitions_for_topic(self._topic.name))
        if found != self._topic.partitions:
            raise NotAsItShould(
                f"{self._topic.name} has {found} partitions and should have "
                f"{self._topic.partitions}; see griffie relay topics"
            )


class _Listener(RebalanceListener):  # type: ignore[misc]  # kafka-python has no types
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
