"""The producer with its guards: what is sent is acknowledged, or it is known that it was not.

kafka-python 3.0.12, as found (ADR 0022): an idempotent producer stands still for ever once a
batch expired that was sent before, so nothing expires within a day, and after any failure the
producer is made anew. ``send`` takes as much as memory holds, so who sends has two windows under
way at most. ``flush`` returns as if all were well when deliveries failed, and waits for what was
sent after a window too; so every future of the window is asked. ``close`` leaves a producer that
could not flush alive, to send what was given up: so it is forced. And ``send`` checks and weighs
each message several times over, which takes as long as all the rest: so messages go past it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, NamedTuple, Self

from infra.kafka.client import KafkaError, KafkaTimeoutError, Producer, TopicPartition
from infra.kafka.messages import Headers
from infra.kafka.topics import LARGEST, LARGEST_REQUEST

A_DAY = 86_400_000  # milliseconds
GUARDED: Mapping[str, Any] = {
    "acks": "all",
    "enable_idempotence": True,
    "delivery_timeout_ms": A_DAY,
    "request_timeout_ms": 10_000,
    "max_block_ms": 10_000,
    "bootstrap_timeout_ms": 10_000,
    "retry_backoff_ms": 100,
    "linger_ms": 50,
    "batch_size": 256 * 1024,
    "max_request_size": LARGEST_REQUEST,
    "allow_auto_create_topics": False,
}
CLOSING = 5.0  # seconds
LOOK_UP = 1.0  # seconds between looks at whether to go on waiting for the broker


class NotDelivered(Exception):
    """The broker did not take everything; the producer is of no more use."""


class Outgoing(NamedTuple):
    """One message, and the partition it belongs to."""

    topic: str
    partition: int
    key: bytes
    headers: Headers
    value: bytes | None


class UnderWay:
    """A window that the producer has, and the broker perhaps not yet."""

    def __init__(self, futures: Sequence[Any]) -> None:
        self._futures = futures

    def acknowledged(self, waiting: Callable[[], None]) -> None:
        """Returns when the broker has acknowledged every message of the window.

        While it does not, ``waiting`` is called each second; it may raise, to give up. Raises
        NotDelivered.
        """
        for future in self._futures:
            while not future.is_done:
                with suppress(KafkaError):  # what it failed with is told below
                    future.get(LOOK_UP)
                if not future.is_done:
                    waiting()
            if not future.succeeded():
                raise NotDelivered(repr(future.exception))


class Sender:
    """Sends window by window. Make it in the process that uses it: it does not survive a fork."""

    def __init__(self, to_broker: Mapping[str, Any]) -> None:
        """Raises KafkaError when no broker answers in time."""
        self._producer = Producer(**GUARDED, **to_broker)
        self._places: dict[tuple[str, int], Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, failed: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        """What is still under way after a failure is given up, and not sent later by nobody."""
        if failed is None:
            with suppress(KafkaError):
                self._producer.close(timeout=CLOSING)
        # close() flushes first, and where that fails it leaves a thread that goes on sending.
        self._producer._sender.force_close()
        self._producer._sender.join(CLOSING)
        with suppress(KafkaError):
            self._producer.close(timeout=0)

    def partitions(self, topic: str) -> int:
        """How many the broker has. Raises KafkaError, also when there is no such topic."""
        return len(self._producer.partitions_for(topic))

    def send(self, window: Iterable[Outgoing]) -> UnderWay:
        """Hands a window to the producer, in its order, and does not wait. Raises KafkaError."""
        self._places.clear()  # and so asked anew for each window: a topic may be gone
        return UnderWay([self._add(one) for one in window])

    def flush(self, waiting: Callable[[], None]) -> None:
        """What lingers goes at once; returns when it is known what became of all that was sent.

        While it is not, ``waiting`` is called, as by ``UnderWay.acknowledged``.
        """
        while True:
            try:
                self._producer.flush(timeout=LOOK_UP)
                return
            except KafkaTimeoutError:
                waiting()

    def send_all(self, window: Iterable[Outgoing], waiting: Callable[[], None]) -> None:
        """Sends a window and waits for it. Raises NotDelivered and KafkaError."""
        under_way = self.send(window)
        self.flush(waiting)
        under_way.acknowledged(waiting)

    def _add(self, one: Outgoing) -> Any:
        """Does for one message what the producer's ``send`` does, but for what our types tell."""
        place = self._places.get((one.topic, one.partition)) or self._place(one)
        if one.value is not None and len(one.value) > LARGEST_REQUEST:
            raise NotDelivered(f"{len(one.value)} bytes; a message has {LARGEST} at most")
        future, full, first, _ = self._producer._accumulator.append(
            place, None, one.key, one.value, one.headers
        )
        if full or first:
            self._producer._sender.wakeup()
        return future

    def _place(self, one: Outgoing) -> Any:
        """Asks for the topic, so that leaders are known. Raises NotDelivered and KafkaError."""
        if not 0 <= one.partition < self.partitions(one.topic):
            raise NotDelivered(f"{one.topic} has no partition {one.partition}")
        place = TopicPartition(one.topic, one.partition)
        self._places[one.topic, one.partition] = place
        return place
