"""Views fed from Kafka by one worker, against the worker that reads the record."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from domain.schemes import all_schemes
from infra.kafka.following import Facts
from infra.kafka.ledger import Ledger
from infra.kafka.messages import binary
from infra.kafka.sending import Sender
from infra.kafka.sharing import SharedWorker
from infra.kafka.topics import Topic, named
from infra.main import House
from infra.store.views.facts import Facts as Record
from infra.store.views.feeding import Feed
from infra.store.views.leader import session
from infra.store.views.reading import Views
from tests.bench.brokers import on_a_broker
from tests.bench.feeding import EMPTY, caught_up
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns
from tests.infra.kafka.brokers import Broker
from tests.infra.kafka.posts import SOURCE, lay

LONG = 600.0  # seconds
ENOUGH = 20_000  # facts


def rows(place: Place) -> Iterator[Row]:
    """Both from empty tables, all views on.

    Ours joins the group within the time measured. That takes about half a second however much
    there is to tell, so there is enough for the rate to be that of the work.
    """
    return on_a_broker(place, "views from Kafka", _rows)


def _rows(place: Place, broker: Broker) -> Iterator[Row]:
    topics = named(f"bench-shared-{time.monotonic_ns()}")
    lay(topics, broker)
    yield _row(place, topics.facts, {"bootstrap_servers": broker.servers})


def _row(place: Place, topic: Topic, to: dict[str, str]) -> Row:
    house = place.house("shared", min(ENOUGH, place.sizes.facts))
    many = house.record.recorder.max_notification_id() or 0
    owner = place.as_owner("shared")
    _sent(house, topic, to)

    def ours() -> float:
        owner.execute(EMPTY)
        feed = Feed(house.pool, house.keyring, all_schemes())
        stop, worker = threading.Event(), SharedWorker(house.pool, feed, topic, to)
        thread = threading.Thread(target=worker.run, args=(stop,))
        began = time.perf_counter()
        thread.start()
        assert Views(house.pool).progress.wait(many, LONG)
        took = time.perf_counter() - began
        stop.set()
        thread.join()
        return many / took

    def from_the_record() -> float:
        owner.execute(EMPTY)
        began = time.perf_counter()
        caught_up(house)
        return many / (time.perf_counter() - began)

    measured = in_turns(ours, from_the_record, place.sizes.rounds)
    against = "the worker that reads the record"
    return Row("views fed from Kafka", "facts/s", against, "at least", 0.7, measured)


def _sent(house: House, topic: Topic, to: dict[str, str]) -> None:
    facts = Facts(topic, SOURCE, binary, Record(house.pool, house.keyring).head)
    with session(house.pool) as connection, Sender(to) as sender:
        sender.partitions(topic.name)
        ledger = Ledger(connection, [topic.name], "bench")
        while facts.step(ledger, sender, lambda: None):
            pass
