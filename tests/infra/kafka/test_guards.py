"""What kafka-python does, and what ours relies on: one test for each guard of ADR 0022."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import crc32c
import pytest

from infra.kafka.client import KafkaTimeoutError, Producer
from infra.kafka.messages import Headers
from infra.kafka.sending import A_DAY, GUARDED, NotDelivered, Outgoing, Sender
from infra.kafka.topics import LARGEST, Topics, named
from tests.infra.kafka.brokers import Broker, Own
from tests.infra.kafka.posts import lay
from tests.infra.kafka.reader import Reader

NO_HEADERS: Headers = []
SOON = {"delivery_timeout_ms": 2000, "request_timeout_ms": 1000, "linger_ms": 0}
"""What nobody should set: an outage of two seconds then is a failure."""


@pytest.fixture
def topics(broker: Broker, prefix: str) -> Topics:
    topics = named(prefix)
    lay(topics, broker)
    return topics


@pytest.fixture
def frozen(broker: Broker) -> Iterator[Own]:
    """A broker that may be frozen; it runs on in the end."""
    if not isinstance(broker, Own):
        pytest.skip("the broker of KAFKA_TEST_BROKER is somebody else's: it is not touched")
    yield broker
    broker.thaw()


def outgoing(topics: Topics, *values: bytes) -> list[Outgoing]:
    name = topics.register.name
    return [Outgoing(name, 0, b"key", NO_HEADERS, value) for value in values]


def never() -> None:
    raise AssertionError("the broker answers; there is nothing to wait for")


def sent(producer: Any, topics: Topics, value: bytes) -> Any:
    return producer.send(topics.register.name, value, b"key", NO_HEADERS, 0)


def test_the_defect_an_expired_batch_stops_an_idempotent_producer_for_good(
    frozen: Own, topics: Topics
) -> None:
    """When this fails, kafka-python was mended, and the day's timeout may go."""
    producer = Producer(bootstrap_servers=frozen.servers, **{**GUARDED, **SOON})
    sent(producer, topics, b"before").get(30)
    frozen.freeze()
    lost = sent(producer, topics, b"expires")
    producer.flush(timeout=30)
    frozen.thaw()
    assert lost.failed()
    after = sent(producer, topics, b"after")
    with pytest.raises(KafkaTimeoutError):
        producer.flush(timeout=5)
    assert not after.is_done
    producer._sender.force_close()
    producer._sender.join(30)


def test_the_defect_a_producer_that_could_not_flush_outlives_its_close(
    frozen: Own, topics: Topics
) -> None:
    """When this fails, kafka-python was mended, and ``Sender`` need not force it."""
    producer = Producer(bootstrap_servers=frozen.servers, **GUARDED)
    sent(producer, topics, b"before").get(30)
    frozen.freeze()
    sent(producer, topics, b"late")
    with pytest.raises(KafkaTimeoutError):
        producer.close(timeout=1)
    assert producer._sender.is_alive()
    frozen.thaw()
    with Reader(frozen, topics.register) as reader:
        assert [record.value for record in raw(reader, 2)] == [b"before", b"late"]
    producer.close(timeout=30)


def test_with_the_guard_a_hang_of_the_same_length_is_lived_through(
    frozen: Own, topics: Topics
) -> None:
    waited: list[float] = []

    def waiting() -> None:
        waited.append(time.monotonic())
        if len(waited) == 3:
            frozen.thaw()

    assert GUARDED["delivery_timeout_ms"] == A_DAY
    with Sender({"bootstrap_servers": frozen.servers}) as sender:
        sender.send_all(outgoing(topics, b"before"), never)
        frozen.freeze()
        sender.send_all(outgoing(topics, *(b"%d" % n for n in range(200))), waiting)
    assert len(waited) >= 3
    with Reader(frozen, topics.register) as reader:
        values = [r.value for r in raw(reader, 201)]
    assert values == [b"before", *(b"%d" % n for n in range(200))]


def raw(reader: Reader, many: int) -> list[Any]:
    """Records that are no events, from the first partition."""
    found: list[Any] = []
    while len(found) < many:
        for records in reader._consumer.poll(1000).values():
            found += records
    return found


def test_who_waits_for_a_window_that_was_given_up_is_told(frozen: Own, topics: Topics) -> None:
    waited: list[int] = []
    with Sender({"bootstrap_servers": frozen.servers}) as sender:
        sender.send_all(outgoing(topics, b"before"), never)
        frozen.freeze()
        under_way = sender.send(outgoing(topics, b"given up"))

        def waiting() -> None:
            waited.append(1)
            if len(waited) == 2:
                sender._producer._sender.force_close()
            assert len(waited) < 30, "nobody is told"

        with pytest.raises(NotDelivered, match="closed forcefully"):
            under_way.acknowledged(waiting)
        frozen.thaw()
    assert len(waited) >= 2


@pytest.mark.real_kafka
def test_a_failed_delivery_is_noticed_though_flush_says_nothing(
    broker: Broker, topics: Topics
) -> None:
    """A keyless message in a compacted topic is refused; so is one that is too large."""
    without_key = Outgoing(topics.register.name, 0, b"", NO_HEADERS, b"{}")._replace(key=None)  # type: ignore[arg-type]  # what the broker refuses
    to = {"bootstrap_servers": broker.servers}
    with Producer(**to, **GUARDED) as producer:
        failed = producer.send(topics.register.name, b"{}", None, NO_HEADERS, 0)
        producer.flush(timeout=30)
        assert failed.failed()
    with Sender(to) as sender, pytest.raises(NotDelivered, match="InvalidRecord"):
        sender.send_all([without_key], never)


def test_what_goes_past_send_is_what_send_would_have_sent(broker: Broker, topics: Topics) -> None:
    """When this fails, kafka-python was changed inside; see ``Sender._add``."""
    to, headers = {"bootstrap_servers": broker.servers}, [("ce_id", b"1"), ("name", b"value")]
    name = topics.register.name
    with Producer(**to, **GUARDED) as producer:
        for value in (b"{}", None):
            producer.send(name, value, b"key", headers, 0).get(30)
    with Sender(to) as sender:
        sender.send_all([Outgoing(name, 0, b"key", headers, v) for v in (b"{}", None)], never)
    with Reader(broker, topics.register) as reader:
        told = [(r.partition, r.key, r.headers, r.value) for r in raw(reader, 4)]
    assert told == [(0, b"key", headers, b"{}"), (0, b"key", headers, None)] * 2


def test_what_the_broker_can_not_take_is_refused_here(broker: Broker, topics: Topics) -> None:
    (sound,) = outgoing(topics, b"{}")
    with Sender({"bootstrap_servers": broker.servers}) as sender:
        with pytest.raises(NotDelivered, match="has no partition 6"):
            sender.send([sound._replace(partition=6)])
        with pytest.raises(NotDelivered, match="bytes; a message has 4194304 at most"):
            sender.send([sound._replace(value=bytes(LARGEST + 64 * 1024 + 1))])


def test_a_message_of_the_largest_size_passes(broker: Broker, topics: Topics) -> None:
    with Sender({"bootstrap_servers": broker.servers}) as sender:
        sender.send_all(outgoing(topics, bytes(LARGEST - 1024)), lambda: None)


def test_what_is_given_up_is_not_sent_later(frozen: Own, topics: Topics) -> None:
    class Enough(Exception):
        pass

    def waiting() -> None:
        raise Enough

    def give_up() -> None:
        with Sender({"bootstrap_servers": frozen.servers}) as sender:
            sender.send_all(outgoing(topics, b"before"), never)
            frozen.freeze()
            sender.send_all(outgoing(topics, b"given up"), waiting)

    threads = threading.active_count()
    with pytest.raises(Enough):
        give_up()
    assert threading.active_count() <= threads
    frozen.thaw()
    with Sender({"bootstrap_servers": frozen.servers}) as sender:
        sender.send_all(outgoing(topics, b"after"), never)
    with Reader(frozen, topics.register) as reader:
        values = [record.value for record in raw(reader, 2)]
    assert [value for value in values if value != b"given up"] == [b"before", b"after"]


def test_a_window_is_handed_over_once_however_long_it_takes() -> None:
    """send() takes all that memory holds; so nothing is sent again while the broker is silent."""
    taken: list[int] = []

    class Silent:
        is_done = True

        def succeeded(self) -> bool:
            return True

        def flush(self, timeout: float) -> None:
            if timeout and len(taken) == 3:
                taken.append(0)
                raise KafkaTimeoutError

    class Counting(Sender):
        def __init__(self) -> None:
            self._producer, self._places = Silent(), {}

        def _add(self, _: Outgoing) -> Any:
            taken.append(1)
            return self._producer

    Counting().send_all([Outgoing("t", 0, b"k", NO_HEADERS, b"v")] * 3, lambda: None)
    assert taken == [1, 1, 1, 0]


def test_the_import_warns_of_nothing_and_silences_nothing_for_others() -> None:
    program = (
        "import warnings; before = list(warnings.filters); import infra.kafka.client; "
        "assert warnings.filters == before"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_checksums_are_computed_in_c() -> None:
    """Without that package kafka-python does it in Python, four times slower."""
    assert crc32c.crc32c(b"123456789") == 0xE3069283
    from kafka.record import util

    assert util._crc32c is crc32c.crc32c
    assert util.calc_crc32c(b"123456789") == 0xE3069283
