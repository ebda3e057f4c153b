"""Workers that share the partitions of the topic: each fact told once, whoever is killed."""

from __future__ import annotations

import signal
import threading
from typing import Any

import psycopg
import pytest
from structlog.testing import capture_logs

from domain.fact import Fact
from infra.kafka import client, silence, turn
from infra.kafka.following import chain_at
from infra.kafka.ledger import Ledger, Stand, put_back
from infra.kafka.member import Given
from infra.kafka.rewinding import rewind
from infra.kafka.silence import Silent
from infra.kafka.telling import Teller
from infra.kafka.turn import Turn
from infra.store.views import partitions
from infra.store.views.feeding import Feed
from infra.store.views.leader import session
from infra.store.views.runner import Shared
from projections import VIEWS
from tests.infra.conftest import Database
from tests.infra.kafka.posts import Office
from tests.infra.kafka.reader import LONG
from tests.infra.kafka.sharers import (
    Start,
    at_work,
    head,
    holes,
    same_as_anew,
    shares,
    start,
    until,
    worker_on,
)
from tests.infra.test_views_rebuild import FACTS
from tests.projections.lvv_shown import SCHEMES
from tests.schemes.lvv_certification.told import granted, opened
from tests.services.house import House

__all__ = ["start"]


def correct(house: House, recognised: bool) -> None:
    """A decision on the law, which every case of the scheme is told."""
    house.decide(
        "correct-calendar",
        day="2026-05-05",
        recognised=recognised,
        called="Bevrijdingsdag",
        because="announced",
    )


def told_to(house: House, persons: range, *facts: Fact) -> int:
    """Facts of some persons, interleaved; the position of the last."""
    for fact in facts:
        for person in persons:
            (*_, last) = house.put(person, fact)
    return last


def test_views_fed_from_the_topic_are_those_fed_from_the_record(office: Office) -> None:
    """With decisions on the law before, between and after the facts of each partition."""
    house = office.house
    correct(house, recognised=True)
    told_to(house, range(1, 21), opened, *FACTS[:2])
    correct(house, recognised=False)
    told_to(house, range(1, 11), *FACTS[2:])
    correct(house, recognised=True)
    with office.relaying(), at_work(worker_on(office)):
        assert house.views.progress.wait(head(house), LONG)
    same_as_anew(house)


def test_two_share_the_cases_and_the_one_that_is_left_takes_all(
    office: Office, start: Start
) -> None:
    house = office.house
    first, _ = start(), start()
    until(lambda: shares(house) == 2)
    with office.relaying():
        told_to(house, range(1, 25), opened, granted)
        first.kill()
        first.wait()
        last = told_to(house, range(1, 25), *FACTS[1:3])
        assert house.views.progress.wait(last, LONG), "the other took over"
    same_as_anew(house)


def test_who_was_frozen_tells_nothing_twice(office: Office, start: Start) -> None:
    house = office.house
    first, _ = start(), start()
    until(lambda: shares(house) == 2)
    with office.relaying():
        assert house.views.progress.wait(told_to(house, range(1, 13), opened), LONG)
        first.send_signal(signal.SIGSTOP)
        assert house.views.progress.wait(told_to(house, range(1, 13), granted), LONG)
        first.send_signal(signal.SIGCONT)
        assert house.views.progress.wait(told_to(house, range(1, 13), *FACTS[1:3]), LONG)
        assert first.poll() is None
    same_as_anew(house)


def test_one_reads_the_record_where_many_read_the_topic_and_back(office: Office) -> None:
    house = office.house
    stop = threading.Event()
    with office.relaying():
        with at_work(worker_on(office)):
            assert house.views.progress.wait(told_to(house, range(1, 13), opened), LONG)
            alone = threading.Thread(target=house.worker.run, args=(stop, 0.05))
            alone.start()
            assert house.views.progress.wait(told_to(house, range(1, 13), granted), LONG)
            assert partitions_of(house), "the one waits while others share"
        last = told_to(house, range(1, 13), FACTS[1])
        assert house.views.progress.wait(last, LONG)
        assert not partitions_of(house), "the one has taken over"
        stop.set()
        alone.join(LONG)
        with at_work(worker_on(office)):
            assert house.views.progress.wait(told_to(house, range(1, 13), FACTS[2]), LONG)
    same_as_anew(house)


def test_once_leaves_it_to_those_who_share_and_takes_over_when_none_does(office: Office) -> None:
    house = office.house
    with office.relaying():
        with at_work(worker_on(office)):
            assert house.views.progress.wait(told_to(house, range(1, 13), opened), LONG)
            with pytest.raises(Shared):
                house.worker.run_once()
            assert house.views.progress.wait(told_to(house, range(1, 13), granted), LONG)
        last = told_to(house, range(1, 13), FACTS[1])
        house.worker.run_once()
    assert set(house.views.progress.positions().values()) == {last}
    assert not partitions_of(house)
    same_as_anew(house)


def test_where_the_broker_lost_facts_the_views_stop_until_the_relay_is_rewound(
    office: Office,
) -> None:
    house = office.house
    with office.relaying(), at_work(worker_on(office)):
        before = told_to(house, range(1, 13), opened, granted)
        assert house.views.progress.wait(before, LONG)
    lost = told_to(house, range(1, 5), FACTS[1])
    said_to_be_sent(office, lost)
    with office.relaying(), at_work(worker_on(office)):
        last = told_to(house, range(1, 5), FACTS[2])
        last = told_to(house, range(5, 13), *FACTS[1:3])
        until(lambda: holes(house))
        assert all(hole.seen < hole.awaited <= lost for hole in holes(house))
        assert set(house.views.progress.positions().values()) < set(range(lost))
        with session(house.pool) as connection:
            rewind(connection, office.topics, min(hole.seen for hole in holes(house)))
        assert house.views.progress.wait(last, LONG), "it was said again"
        assert holes(house) == []
    same_as_anew(house)


def test_partitions_at_odds_are_levelled_before_a_view_is_rebuilt_or_compared(
    office: Office,
) -> None:
    house = office.house
    with office.relaying(), at_work(worker_on(office)):
        assert house.views.progress.wait(told_to(house, range(1, 13), opened, granted), LONG)
    said_to_be_sent(office, told_to(house, range(1, 5), FACTS[1]))
    with office.relaying(), at_work(worker_on(office)):
        told_to(house, range(1, 5), FACTS[2])
        last = told_to(house, range(5, 13), *FACTS[1:3])
        until(lambda: len(holes(house)) >= len(VIEWS) and furthest(house) == last)
        same_as_anew(house)
        house.rebuild.rebuild()
        assert house.views.progress.wait(told_to(house, range(13, 17), opened), 0) is False
        same_as_anew(house)


def test_a_view_that_cannot_be_written_stops_no_other(
    office: Office, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PAUSE", 0.3)
    house = office.house
    with psycopg.connect(database.record_owner, autocommit=True) as owner:
        owner.execute("ALTER TABLE views.notices RENAME TO notices_away")
        with office.relaying(), at_work(worker_on(office)):
            last = told_to(house, range(1, 13), opened, *FACTS)
            others = [view.name for view in VIEWS if view.name != "notices"]
            assert house.views.progress.wait(last, LONG, others)
            assert house.views.progress.positions()["notices"] == 0
            owner.execute("ALTER TABLE views.notices_away RENAME TO notices")
            assert house.views.progress.wait(last, LONG)
    same_as_anew(house)


def test_who_is_given_nothing_of_what_was_sent_joins_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a client may do that was sought to another place: it reads on, and gets nothing."""
    house, deaf = office.house, list[Any]()
    monkeypatch.setattr(silence, "SILENT", 0.5)
    hear = client.Consumer.poll

    def poll(consumer: Any, *given: Any) -> Any:
        deaf.extend(() if deaf else [consumer])
        heard = hear(consumer, *given)
        return {} if consumer is deaf[0] else heard

    monkeypatch.setattr(client.Consumer, "poll", poll)
    with office.relaying(), at_work(worker_on(office)):
        assert house.views.progress.wait(told_to(house, range(1, 13), opened), LONG)
    same_as_anew(house)


def test_who_has_much_at_hand_waits_until_each_partition_had_its_turn(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long backlog is no reason to join anew: that would begin it again, over and over."""
    monkeypatch.setattr(silence, "SILENT", -1.0)
    house, topic = office.house, office.topics.facts
    views = {view.name: view for view in VIEWS}
    with session(house.pool) as connection:
        Ledger(connection, [topic.name], "who says so")
        said_to_be_sent(office, told_to(house, range(1, 13), opened))
        partitions.begin(connection, list(views), topic.partitions)
        teller = Teller(Feed(house.pool, house.keys, SCHEMES), topic.partitions)
        at = Turn(teller, views, topic, connection, lambda _, __: None)
        at.start(range(topic.partitions))
        at.take(Given({}, there_is_more=True))
        with pytest.raises(Silent, match="nothing comes of partitions"):
            at.take(Given({}, there_is_more=False))


def test_who_is_alone_is_given_its_partitions_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who learned of the topic before it subscribed would join anew as soon as it has joined."""
    house, topic, subscribed = office.house, office.topics.facts, list[Any]()
    learn = client.Consumer.partitions_for_topic

    def partitions_for_topic(consumer: Any, name: str) -> Any:
        subscribed.append(consumer.subscription())
        return learn(consumer, name)

    monkeypatch.setattr(client.Consumer, "partitions_for_topic", partitions_for_topic)
    with office.relaying(), capture_logs() as said, at_work(worker_on(office)):
        assert house.views.progress.wait(told_to(house, range(1, 13), opened), LONG)
    given = [one for one in said if one["event"] == "partitions are fed by this process"]
    assert [one["partitions"] for one in given] == [list(range(topic.partitions))]
    assert subscribed == [{topic.name}]


def partitions_of(house: House) -> int:
    with house.pool.connection() as connection:
        row = connection.execute("SELECT count(*) FROM views.partitions").fetchone()
    return int(row[0]) if row else 0


def furthest(house: House) -> int:
    with house.pool.connection() as connection:
        asked = (
            "SELECT min(upto) FROM (SELECT max(upto) AS upto FROM views.partitions GROUP BY view)"
        )
        row = connection.execute(f"{asked} AS foremost").fetchone()
    return int(row[0]) if row else 0


def said_to_be_sent(office: Office, upto: int) -> None:
    """As when the broker acknowledged facts and lost them."""
    with session(office.house.pool) as connection:
        chain = chain_at(connection, upto, office.topics.facts.partitions)
        put_back(connection, office.topics.facts.name, Stand(upto, chain))
