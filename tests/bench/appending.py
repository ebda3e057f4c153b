"""Appending one fact a command, against a raw INSERT of the same bytes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random

import psycopg
from eventsourcing.persistence import StoredEvent

from domain.fact import Recorded
from infra.main import House
from infra.store.mapper import FactMapper
from tests.bench.filling import make_keys
from tests.bench.histories import copied, histories
from tests.bench.place import Connection, Place
from tests.bench.rows import Row, in_turns

TWIN = """
CREATE SCHEMA IF NOT EXISTS limits;
DROP TABLE IF EXISTS limits.facts;
CREATE TABLE limits.facts (LIKE record.facts INCLUDING ALL);
GRANT USAGE ON SCHEMA limits TO griffie_app;
GRANT INSERT ON limits.facts TO griffie_app;
"""
INSERT = """
INSERT INTO limits.facts (originator_id, originator_version, topic, state, recorded_at)
VALUES (%b, %b, %b, %b, %b)
"""

Share = Sequence[tuple[Recorded, StoredEvent]]


def rows(place: Place) -> Iterator[Row]:
    """One writer, and eight threads. Ours seals, maps, and stores the command too."""
    house, sizes = place.small, place.sizes
    place.as_owner("small").execute(TWIN)
    seeds = iter(range(10**6, 10**7))
    for name, writers, target in (("append, 1 writer", 1, 0.45), ("append, 8 threads", 8, 0.40)):
        ours = partial(_rate, house, seeds, sizes.times, writers, _ours)
        raw = partial(_rate, house, seeds, sizes.times, writers, _raw)
        measured = in_turns(ours, raw, sizes.rounds)
        yield Row(name, "facts/s", "raw INSERT", "at least", target, measured)


Writer = Callable[[House, Connection, Share], None]


def _rate(house: House, seeds: Iterator[int], times: int, writers: int, write: Writer) -> float:
    each = max(1, times // writers)
    shares = [new_files(house, each, next(seeds)) for _ in range(writers)]
    connections = [
        psycopg.connect(house.databases.record, autocommit=True) for _ in range(writers)
    ]
    threads = [
        threading.Thread(target=write, args=(house, connection, share))
        for connection, share in zip(connections, shares, strict=True)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    for connection in connections:
        connection.close()
    return each * writers / took


def new_files(house: House, many: int, seed: int) -> Share:
    """The first fact of a file, of so many persons."""
    rnd, mapper = Random(seed), FactMapper(house.keyring)
    first = [copied(histories()[0][:1], rnd)[0] for _ in range(many)]
    make_keys(house, [record.person for record in first if record.person])
    return [(record, mapper.to_stored_event(record)) for record in first]


def _ours(house: House, _: Connection, share: Share) -> None:
    for record, _stored in share:
        house.record.events.put(
            (record,),
            command_id=record.command_id,
            actor=record.by.id,
            recorded_at=[record.recorded_at],
            request_sha256=bytes(32),
        )


def _raw(_: House, connection: Connection, share: Share) -> None:
    with connection.cursor() as cursor:
        for record, one in share:
            row = (one.originator_id, one.originator_version, one.topic, one.state)
            cursor.execute(INSERT, (*row, record.recorded_at), prepare=True)
