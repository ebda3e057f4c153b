"""Filling a record fast: sealed as the mapper seals, written by COPY, keys made in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from uuid import UUID

import psycopg
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from eventsourcing.persistence import StoredEvent

from domain.fact import Recorded
from domain.personal import Contact, Content, Evidence, Identity
from infra.main import House
from infra.store.kek import kek_of
from infra.store.mapper import FactMapper
from tests.bench.histories import History, copies

CLASSES = [one.name for one in (Identity, Contact, Evidence, Content)]
AT_ONCE = 100
"""Cases whose facts are mixed, in the order in which they were recorded: as in a busy house."""
WRITING = "SELECT pg_advisory_xact_lock_shared(7236001)"
FACTS = """
COPY record.facts (originator_id, originator_version, topic, state, recorded_at)
FROM STDIN (FORMAT BINARY)
"""
COMMANDS = """
COPY record.commands
    (command_id, actor, request_sha256, originator_id, first_version, last_version)
FROM STDIN (FORMAT BINARY)
"""
KEYS = "COPY keys.person_key (person, kept, wrapped) FROM STDIN"

Sealed = tuple[Recorded, StoredEvent]


def fill(house: House, facts: int, seed: int = 1) -> int:
    """Puts so many facts on record, or a few more to finish the last cases; how many."""
    made, told = 0, copies(seed)
    while made < facts:
        some = list(_enough(told, facts - made))
        put(house, some)
        made += sum(len(one) for one in some)
    return made


def put(house: House, some: Sequence[History]) -> None:
    """Histories of persons who were not on record before, in one transaction."""
    make_keys(house, [history[0].person for history in some if history[0].person])
    mapper = FactMapper(house.keyring)
    sealed = [(record, mapper.to_stored_event(record)) for record in chain.from_iterable(some)]
    write(house.databases.record, sealed)


def make_keys(house: House, persons: Sequence[UUID]) -> None:
    kek = kek_of(house.settings)
    with psycopg.connect(house.databases.keys) as connection, connection.cursor() as cursor:
        with cursor.copy(KEYS) as copy:
            for person in persons:
                for kept in CLASSES:
                    copy.write_row((person, kept, aes_key_wrap(kek, AESGCM.generate_key(256))))
        connection.commit()
    house.keyring.warm(persons)


def write(dsn: str, sealed: Sequence[Sealed]) -> None:
    """The commands and their facts, as every writer does: under the shared lock."""
    in_order = sorted(sealed, key=lambda one: one[0].recorded_at)
    with psycopg.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute(WRITING)
        with cursor.copy(COMMANDS) as copy:
            copy.set_types(["uuid", "text", "bytea", "uuid", "int8", "int8"])
            for row in _commands(record for record, _ in sealed):
                copy.write_row(row)
        with cursor.copy(FACTS) as copy:
            copy.set_types(["uuid", "int8", "text", "bytea", "timestamptz"])
            for record, one in in_order:
                copy.write_row(
                    (
                        one.originator_id,
                        one.originator_version,
                        one.topic,
                        one.state,
                        record.recorded_at,
                    )
                )


def _commands(records: Iterable[Recorded]) -> Iterator[tuple[object, ...]]:
    for command, group in groupby(records, key=lambda record: record.command_id):
        facts = list(group)
        first, last = facts[0], facts[-1]
        yield (
            command,
            first.by.id,
            bytes(32),
            first.originator_id,
            first.version,
            last.version,
        )


def _enough(told: Iterator[History], facts: int) -> Iterator[History]:
    for history in islice(told, AT_ONCE):
        yield history
        facts -= len(history)
        if facts <= 0:
            return
