"""What a team would take instead: the library's own recorder, and its own runner."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, cast
from uuid import UUID

import psycopg
from eventsourcing.application import Application
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, Tracking
from eventsourcing.postgres import PostgresDatastore, PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL

from domain.fact import Recorded
from infra.store.databases import create
from infra.store.mapper import FactMapper
from infra.store.sealing import Keys
from tests.bench.appending import new_files
from tests.bench.place import Place
from tests.bench.rows import Round, Row, in_turns

INSERT = """
INSERT INTO twin (originator_id, originator_version, topic, state) VALUES (%b, %b, %b, %b)
"""
TWIN = "CREATE TABLE IF NOT EXISTS twin (LIKE record_events INCLUDING ALL)"
KEEP = """
INSERT INTO seen (number, version, topic, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (number) DO UPDATE SET version = excluded.version, topic = excluded.topic
"""


class Stock(Application[UUID]):
    """The library's application with its own recorder; facts are mapped as ours are."""

    name = "record"
    keys: ClassVar[Keys]

    def construct_mapper(self) -> Mapper[UUID]:
        return FactMapper(self.keys)


class Seen(PostgresTrackingRecorder):
    """One row a case: its latest fact."""

    def __init__(self, datastore: PostgresDatastore, **kwargs: Any) -> None:
        super().__init__(datastore, **kwargs)
        self.sql_create_statements.append(
            SQL(
                "CREATE TABLE IF NOT EXISTS seen "
                "(number text PRIMARY KEY, version bigint, topic text, at timestamptz)"
            ).format()
        )

    def keep(self, record: Recorded, tracking: Tracking) -> None:
        row = (record.number, record.version, record.fact.stored_as, record.recorded_at)
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute(KEEP, row)
            self._insert_tracking(cursor, tracking)


class Following(Projection[Seen]):
    name = "following"
    topics: tuple[str, ...] = ()

    def process_event(self, domain_event: DomainEventProtocol[UUID], tracking: Tracking) -> None:
        self.view.keep(cast(Recorded, domain_event), tracking)


def rows(place: Place) -> Iterator[Row]:
    """Appending by the library's recorder; and one row a case by its runner, fact by fact."""
    many, house = place.sizes.stock, place.small
    create(place.server.dsn, "stock")
    Stock.keys = house.keyring
    environment = _environment(place.server.dsn_of("stock"))
    application = Stock(environment)
    raw = psycopg.connect(place.server.dsn_of("stock"), autocommit=True)
    raw.execute(TWIN)
    seeds = iter(range(10**8, 10**9))

    def library() -> float:
        share = new_files(house, many, next(seeds))
        began = time.perf_counter()
        for record, _ in share:
            application.events.put((record,))
        return many / (time.perf_counter() - began)

    def insert() -> float:
        share = new_files(house, many, next(seeds))
        began = time.perf_counter()
        for _, e in share:
            row = (e.originator_id, e.originator_version, e.topic, e.state)
            raw.execute(INSERT, row, prepare=True)
        return many / (time.perf_counter() - began)

    measured = in_turns(library, insert, place.sizes.rounds)
    name = "the library's recorder, 1 writer"
    yield Row(name, "facts/s", "raw INSERT", "at least", None, measured)
    head = application.recorder.max_notification_id() or 0
    began = time.perf_counter()
    with ProjectionRunner(
        application_class=Stock, projection_class=Following, view_class=Seen, env=environment
    ) as runner:
        runner.wait(head, timeout=600)
    rate = many * place.sizes.rounds / (time.perf_counter() - began)
    application.close()
    raw.close()
    name = "the library's runner, 1 view of 1 row a case"
    yield Row(name, "facts/s", "", "at least", None, (Round(rate, 0),))


def _environment(dsn: str) -> Mapping[str, str]:
    parts = conninfo_to_dict(dsn)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(parts["dbname"]),
        "POSTGRES_HOST": str(parts["host"]),
        "POSTGRES_PORT": "5432",
        "POSTGRES_USER": str(parts["user"]),
        "POSTGRES_PASSWORD": "",
    }
