"""Appending: nobody who follows the record misses a fact, or sees one out of its turn."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent
from psycopg_pool import ConnectionPool

from infra.store.appending import APPEND
from infra.store.memory import KeysInMemory
from infra.store.recorder import FactRecorder
from infra.store.views.facts import Facts
from infra.store.waking import CHANNEL, waking
from tests.infra.conftest import Database

WRITERS, EACH, SLOW = 8, 60, 12
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
ALL = "SELECT notification_id FROM record.facts ORDER BY notification_id"
COMMANDS = """
SELECT command_id, actor, request_sha256, originator_id, first_version, last_version
FROM record.commands
"""
FACTS = """
SELECT originator_id, originator_version, topic, state, recorded_at
FROM record.facts ORDER BY originator_version
"""
NAIVE_HEAD = "SELECT coalesce(max(notification_id), 0) FROM record.facts"


class Keys(KeysInMemory):
    def forget(self, person: UUID) -> None:
        """Nothing is remembered here."""

    def warm(self, persons: Iterable[UUID]) -> None:
        """Nothing is fetched."""


@pytest.fixture
def pool(database: Database) -> Iterator[ConnectionPool]:
    kwargs = {"autocommit": True}
    with ConnectionPool(database.record, min_size=1, max_size=12, kwargs=kwargs) as pool:
        yield pool


def fact(stream: int, version: int) -> StoredEvent:
    return StoredEvent(UUID(int=stream), version, "test.happened", b"{}")


def put(recorder: FactRecorder, stream: int, version: int) -> None:
    once = UUID(int=stream << 64 | version)
    asked = {"command_id": once, "actor": "a.writer", "request_sha256": bytes(32)}
    recorder.insert_events([fact(stream, version)], recorded_at=[AT], **asked)


def put_together(recorder: FactRecorder, asked: int, *facts: StoredEvent) -> None:
    told = {"command_id": UUID(int=asked), "actor": "a.writer", "request_sha256": bytes(32)}
    recorder.insert_events(facts, recorded_at=[AT] * len(facts), **told)


def held_open(connection: psycopg.Connection, stream: int, version: int) -> psycopg.Connection:
    """An append whose transaction has not ended: it has its position, and nobody sees it."""
    arrays = [[UUID(int=stream)], [version], ["test.slow"], [b"{}"], [AT]]
    connection.execute(APPEND, [*arrays, None, None, None])
    return connection


def test_with_eight_writers_and_slow_ones_a_reader_at_every_poll_misses_nothing(
    database: Database, pool: ConnectionPool
) -> None:
    recorder, facts, done = FactRecorder(pool), Facts(pool, Keys()), threading.Event()
    seen: list[int] = []

    def write(stream: int) -> None:
        for version in range(1, EACH + 1):
            put(recorder, stream, version)

    def write_slowly() -> None:
        with psycopg.connect(database.record) as connection:
            for version in range(1, SLOW + 1):
                held_open(connection, 99, version)
                done.wait(0.02)
                connection.commit()

    def read() -> None:
        last_look = False
        while not last_look:
            last_look = done.is_set()
            after = seen[-1] if seen else 0
            seen.extend(one.position for one in facts.since(after, facts.head(after), 50))

    with ThreadPoolExecutor(WRITERS + 2) as threads:
        reader = threads.submit(read)
        writers = [threads.submit(write, n) for n in range(1, WRITERS + 1)]
        for writer in [*writers, threads.submit(write_slowly)]:
            writer.result()
        done.set()
        reader.result()
    while more := facts.since(seen[-1], facts.head(seen[-1]), 50):
        seen.extend(one.position for one in more)
    with pool.connection() as connection:
        stored = [row[0] for row in connection.execute(ALL).fetchall()]
    assert len(stored) == WRITERS * EACH + SLOW
    assert seen == stored


def test_who_would_trust_the_highest_position_would_miss_what_is_under_way(
    database: Database, pool: ConnectionPool
) -> None:
    """What the barrier is for: it waits for the writer, and then shows both."""
    recorder, facts = FactRecorder(pool), Facts(pool, Keys())
    with psycopg.connect(database.record) as slow, ThreadPoolExecutor(1) as threads:
        held_open(slow, 99, 1)
        put(recorder, 1, 1)
        with pool.connection() as connection:
            ((highest,),) = connection.execute(NAIVE_HEAD).fetchall()
        assert [one.stream for one in facts.since(0, highest, 50)] == [UUID(int=1)]
        head = threads.submit(facts.head)
        with pytest.raises(TimeoutError):
            head.result(timeout=0.2)
        slow.commit()
        assert [one.stream.int for one in facts.since(0, head.result(), 50)] == [99, 1]


def listening(dsn: str) -> psycopg.Connection:
    connection = psycopg.connect(dsn, autocommit=True)
    connection.execute(f"LISTEN {CHANNEL}")
    return connection


def test_an_append_wakes_who_follows_after_its_commit(
    database: Database, pool: ConnectionPool
) -> None:
    facts = Facts(pool, Keys())
    with listening(database.record) as listener, waking(database.record) as wake:
        put(FactRecorder(pool, wake), 1, 1)
        assert len(list(listener.notifies(timeout=30, stop_after=1))) == 1
        assert facts.head() == 1


def test_many_appends_are_told_in_few_words(database: Database) -> None:
    with listening(database.record) as listener, waking(database.record) as wake:
        for _ in range(10_000):
            wake()
        told = list(listener.notifies(timeout=1))
    assert 1 <= len(told) < 1_000


def test_no_word_is_sent_within_the_transaction(database: Database) -> None:
    """An append by itself tells nobody."""
    with listening(database.record) as listener, psycopg.connect(database.record) as writer:
        held_open(writer, 1, 1).commit()
        assert list(listener.notifies(timeout=0.3)) == []


def test_a_database_that_is_away_costs_the_writer_nothing(
    database: Database, pool: ConnectionPool
) -> None:
    nowhere = partial(waking, "host=/nowhere dbname=none connect_timeout=1")
    with nowhere() as wake:
        put(FactRecorder(pool, wake), 1, 1)
        assert Facts(pool, Keys()).head() == 1


@pytest.mark.parametrize("many", [1, 2])
def test_one_fact_and_several_are_recorded_with_their_command(
    database: Database, pool: ConnectionPool, many: int
) -> None:
    put_together(FactRecorder(pool), 7, *(fact(1, n) for n in range(1, many + 1)))
    with psycopg.connect(database.record) as connection:
        (told,) = connection.execute(COMMANDS).fetchall()
        facts = connection.execute(FACTS).fetchall()
    assert told == (UUID(int=7), "a.writer", bytes(32), UUID(int=1), 1, many)
    assert facts == [(UUID(int=1), n, "test.happened", b"{}", AT) for n in range(1, many + 1)]


@pytest.mark.parametrize("many", [1, 2])
@pytest.mark.parametrize(
    ("asked", "stream", "because"), [(7, 2, "commands_pkey"), (8, 1, "facts_pkey")]
)
def test_what_was_asked_before_or_came_too_late_is_refused_whole(
    database: Database, pool: ConnectionPool, many: int, asked: int, stream: int, because: str
) -> None:
    recorder = FactRecorder(pool)
    put_together(recorder, 7, fact(1, 1))
    with pytest.raises(IntegrityError, match=because):
        put_together(recorder, asked, *(fact(stream, n) for n in range(1, many + 1)))
    with psycopg.connect(database.record) as connection:
        assert len(connection.execute(COMMANDS).fetchall()) == 1
        assert len(connection.execute(FACTS).fetchall()) == 1
