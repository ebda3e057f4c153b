"""A whole house on real databases, with a clock that is moved; and facts put in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

import psycopg
from psycopg_pool import ConnectionPool

from domain.fact import Actor, Fact, Recorded
from domain.number import number_of, stream_of
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.keyring import Keyring
from infra.store.migrations import prepare
from infra.store.record import Record
from infra.store.recorder import FactRecorder
from infra.store.views.asking import Pool
from infra.store.views.faults import Fault
from infra.store.views.reading import Views
from infra.store.views.rebuild import Rebuild
from infra.worker import Worker
from services.commands import Asked, Receipt
from tests.infra.conftest import KEK, Database
from tests.projections.lvv_shown import SCHEMES

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
SCHEME = "lvv-certification"
HAND = UUID(int=99)


@dataclass
class House:
    """Everything a process has, over pools of its own."""

    record: Record
    clock: MovedClock
    keys: Keyring
    pool: Pool
    worker: Worker
    views: Views
    rebuild: Rebuild
    faults: list[tuple[str, Fault]]

    def number(self, person: int) -> str:
        return number_of(SCHEME, "person", str(UUID(int=person)))

    def on(self, day: date) -> None:
        """It is nine o'clock UTC on this day."""
        self.clock.move_to(datetime.combine(day, time(9), UTC))

    def put(
        self,
        person: int,
        *facts: Fact,
        at: datetime | None = None,
        by: Actor | None = None,
        version: int | None = None,
    ) -> list[int]:
        """Facts in the file of a person, as one command, at the moment it is or another."""
        number = self.number(person)
        before = version if version is not None else self.version(number)
        records = [
            Recorded(
                originator_id=stream_of(number),
                originator_version=before + n,
                number=number,
                scheme=SCHEME,
                kind="person",
                edition=self.record.schemes[SCHEME].edition_on(fact.on).id,
                person=UUID(int=person),
                recorded_at=at or self.clock(),
                by=by or Actor(id="m.bakker", role="certification-body"),
                command_id=uuid5(HAND, f"{number}/{before}"),
                fact=fact,
            )
            for n, fact in enumerate(facts, start=1)
        ]
        return self.store(records)

    def store(self, records: Sequence[Recorded]) -> list[int]:
        stored = [self.record.mapper.to_stored_event(record) for record in records]
        positions = self.record.recorder.insert_events(
            stored,
            command_id=records[0].command_id,
            actor=records[0].by.id,
            recorded_at=[record.recorded_at for record in records],
            request_sha256=bytes(32),
        )
        return list(positions or [])

    def version(self, number: str) -> int:
        with self.pool.connection() as connection:
            row = connection.execute(
                "SELECT coalesce(max(originator_version), 0) FROM record.facts"
                " WHERE originator_id = %s",
                [stream_of(number)],
            ).fetchone()
        return int(row[0]) if row else 0

    def act(self, person: int, who: str, action: str, **data: Any) -> Receipt:
        """An action through casework; ``who`` is role:account."""
        number = self.number(person)
        role, _, account = who.partition(":")
        once = uuid5(HAND, f"{number}/{self.version(number)}/{action}")
        by = Actor(id=account, role=role)
        return self.record.act(number, Asked(once, by, action, data))

    def decide(self, action: str, **data: Any) -> Receipt:
        """In the scheme's own file, opened when it is not there yet."""
        by = Actor(id="m.bakker", role="certification-body")
        number = number_of(SCHEME, "scheme", SCHEME)
        if self.version(number) == 0:
            self.record.open(
                SCHEME, "scheme", SCHEME, Asked(uuid5(HAND, "open"), by, "open-scheme-file", {})
            )
        once = uuid5(HAND, f"{number}/{self.version(number)}/{action}")
        return self.record.act(number, Asked(once, by, action, data))

    def all_text(self) -> str:
        """Everything that stands in any table of the views, as text."""
        told = []
        with self.pool.connection() as connection:
            tables = connection.execute(
                "SELECT schemaname, tablename FROM pg_tables WHERE schemaname LIKE 'views%'"
            ).fetchall()
            for schema, table in tables:
                rows = connection.execute(
                    f"SELECT kept::text FROM {schema}.{table} AS kept".encode()
                ).fetchall()
                told += [row[0] for row in rows]
        return "\n".join(told)


@contextmanager
def house_on(database: Database, most: int = 1000) -> Iterator[House]:
    """The views' tables are laid first."""
    prepare(database.record_owner, ("record", "views"))
    with ExitStack() as stack:

        def pool(dsn: str, size: int) -> Pool:
            made: Pool = ConnectionPool(
                dsn,
                connection_class=psycopg.Connection,
                kwargs={"autocommit": True},
                min_size=1,
                max_size=size,
                open=True,
            )
            return stack.enter_context(made)

        record, views = pool(database.record, 4), pool(database.record, 6)
        # A keyring each, as processes have: what one destroys, another still holds in memory.
        keys, of_worker, of_rebuild = (Keyring(pool(database.keys, 2), KEK) for _ in range(3))
        clock = MovedClock(START)
        faults: list[tuple[str, Fault]] = []
        worker = Worker(
            record,
            views,
            of_worker,
            schemes=SCHEMES,
            most=most,
            on_fault=lambda v, f: faults.append((v, f)),
        )
        yield House(
            Record(FactRecorder(record), keys, clock, today_in_amsterdam),
            clock,
            keys,
            views,
            worker,
            Views(views),
            Rebuild(record, views, of_rebuild, SCHEMES),
            faults,
        )
