"""The relay: a projection whose views are topics. One sends at a time; a spare takes over."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import structlog

from infra.kafka.client import KafkaError
from infra.kafka.furnishing import assert_partitions
from infra.kafka.ledger import Deposed, Ledger
from infra.kafka.sending import NotDelivered, Sender
from infra.kafka.topics import Topic
from infra.store.views.asking import Pool
from infra.store.views.faults import UNREACHABLE, Connection
from infra.store.views.leader import leading, session
from infra.store.views.runner import LISTEN, POLL

log = structlog.get_logger()

RELAY = 7236006  # the advisory lock of who sends
AGAIN = 1.0  # seconds until another attempt, when the broker or the database is away


class Line(Protocol):
    """What is sent to one topic: window by window, from where it stands."""

    topic: Topic

    def begin(self, ledger: Ledger) -> None: ...

    def step(self, ledger: Ledger, sender: Sender, waiting: Callable[[], None]) -> bool: ...

    def hand_back(self, connection: Connection) -> None:
        """Notes what was sent without it being known whether it arrived, or arrived too late."""


class Stopped(Exception):
    """Told to stop while the broker did not answer: what is under way is given up."""


class Relay:
    """Sends what each line has. Start as many as you like; nothing here is lost by a kill.

    What is sent twice, by one that was away too long, carries the position it had: readers skip
    it. ``sender`` makes a producer anew whenever one has failed.
    """

    def __init__(
        self,
        pool: Pool,
        lines: Sequence[Line],
        sender: Callable[[], Sender],
        patience: float = AGAIN,
    ) -> None:
        self._pool, self._lines, self._sender, self._patience = pool, lines, sender, patience

    def run(self, stop: threading.Event, poll: float = POLL) -> None:
        """Sends until told to stop. Raises NotAsItShould, AheadOfRecord: nothing is sent then."""
        while not stop.is_set():
            try:
                self._hand_back()
                with leading(self._pool, RELAY, stop) as connection:
                    if connection is not None:
                        self._lead(connection, stop, poll)
            except Stopped:
                return
            except Deposed as by_whom:
                log.warning("another relay took over", reason=str(by_whom))
            except UNREACHABLE as error:
                log.warning("the relay waits for the database", reason=type(error).__name__)
            except (KafkaError, NotDelivered) as error:
                log.warning("the relay waits for the broker", reason=str(error)[:200])
            stop.wait(self._patience)

    def _hand_back(self) -> None:
        with session(self._pool) as connection:
            for line in self._lines:
                line.hand_back(connection)

    def _lead(self, connection: Connection, stop: threading.Event, poll: float) -> None:
        names = [line.topic.name for line in self._lines]
        ledger = Ledger(connection, names, f"{os.uname().nodename}:{os.getpid()}")
        log.info("this process sends to the broker", epoch=ledger.epoch)
        for line in self._lines:
            line.begin(ledger)
        connection.execute(LISTEN)

        def waiting() -> None:
            """The broker does not answer: go on, unless this relay is no longer wanted."""
            if stop.is_set():
                raise Stopped
            for name in names:
                ledger.stand(name)
            log.info("the broker has not acknowledged yet", epoch=ledger.epoch)

        with self._sender() as sender:
            for line in self._lines:
                assert_partitions(line.topic, sender.partitions(line.topic.name))
            while not stop.is_set():
                sent = [line.step(ledger, sender, waiting) for line in self._lines]
                if not any(sent):
                    for _ in connection.notifies(timeout=poll, stop_after=1):
                        pass
