"""The relay of facts, against a bare kafka-python producer that is handed the same messages."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import count

from infra.kafka.client import Producer
from infra.kafka.facts import OnRecord
from infra.kafka.following import SINCE, Facts
from infra.kafka.ledger import Ledger
from infra.kafka.messages import binary
from infra.kafka.sending import GUARDED, Outgoing, Sender
from infra.kafka.topics import Topic, named
from infra.main import House
from infra.store.views.facts import Facts as Record
from infra.store.views.leader import session
from tests.bench.brokers import on_a_broker
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns
from tests.infra.kafka.brokers import Broker
from tests.infra.kafka.posts import SOURCE, lay

MADE = count(1)


def rows(place: Place) -> Iterator[Row]:
    """Ours reads the record, chains, checks and moves its position, a thousand facts at a time."""
    return on_a_broker(place, "the relay", _rows)


def _rows(place: Place, broker: Broker) -> Iterator[Row]:
    house = place.big
    to = {"bootstrap_servers": broker.servers}
    messages = _messages(house, _topic(broker))

    def ours() -> float:
        topic = _topic(broker)
        facts = Facts(topic, SOURCE, binary, Record(house.pool, house.keyring).head)
        with session(house.pool) as connection, Sender(to) as sender:
            sender.partitions(topic.name)
            ledger = Ledger(connection, [topic.name], "bench")
            began = time.perf_counter()
            while facts.step(ledger, sender, lambda: None):
                pass
            return len(messages) / (time.perf_counter() - began)

    def bare() -> float:
        name = _topic(broker).name
        with Producer(**GUARDED, **to) as producer:
            producer.partitions_for(name)
            began = time.perf_counter()
            for one in messages:
                producer.send(name, one.value, one.key, one.headers, one.partition)
            producer.flush()
            return len(messages) / (time.perf_counter() - began)

    measured = in_turns(ours, bare, place.sizes.rounds)
    against = "bare kafka-python producer"
    yield Row("relay to Kafka", "facts/s", against, "at least", 0.7, measured)


def _topic(broker: Broker) -> Topic:
    topics = named(f"bench-{time.monotonic_ns()}-{next(MADE)}")
    lay(topics, broker)
    return topics.facts


def _messages(house: House, topic: Topic) -> Sequence[Outgoing]:
    """What the relay would send, made beforehand."""
    facts = Facts(topic, SOURCE, binary, Record(house.pool, house.keyring).head)
    chain: dict[int, int] = {}
    with house.pool.connection() as connection:
        rows = connection.execute(SINCE, [0, 2**62, 2**31]).fetchall()
    return [facts.outgoing(OnRecord(*row), chain) for row in rows]
