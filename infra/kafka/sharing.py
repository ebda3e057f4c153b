"""Workers that read facts from Kafka and share the cases between them, partition by partition.

Where they stand is in the database, moved with the rows in one transaction; the group in Kafka
only says who reads what. So whoever reads a partition, however often, tells each fact once: the
chain of positions says what was told, and where something is missing.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

import structlog

from infra.kafka.client import KafkaError
from infra.kafka.member import Member, member
from infra.kafka.silence import Silent
from infra.kafka.telling import Teller
from infra.kafka.topics import Topic
from infra.kafka.turn import Turn
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
        self._pool, self._topic, self._to = pool, topic, to_broker
        self._views, self._on_fault = {view.name: view for view in views}, on_fault
        self._teller = Teller(feed, topic.partitions)

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
        with giving_way(connection, self.frozen_after), member(self._topic, self._to) as me:
            at = Turn(self._teller, self._views, self._topic, connection, self._on_fault)
            while not stop.is_set():
                with collector_resting():  # a message is many small objects
                    _once(me, at)


def _once(me: Member, at: Turn) -> None:
    """Tells what came; or, where that may be something else by now, begins anew to read."""
    given = me.poll()
    if me.was_assigned() or at.starts_over:
        owned = me.partitions()
        log.info("partitions are fed by this process", partitions=owned)
        me.seek(at.start(owned))
    else:
        at.take(given)
