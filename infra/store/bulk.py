"""Many files at once, by COPY: for histories taken over from elsewhere.

A COPY is an INSERT to PostgreSQL: the role may name the same columns and no others, positions
come from the same sequence, and the triggers of the record stand guard. What it must do for
itself is what ``record.append`` does first: hold the writers' lock from before the first
position is drawn until the commit, so that no reader passes a gap (see 0003_append.sql).

Writers do not wait for each other. But a reader that asks for a safe head waits for all who are
under way, and new writers queue up behind it; so a transaction here is kept short by its size,
and everything that takes time - deciding, sealing, writing JSON - is done before it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.persistence import IntegrityError, OperationalError
from psycopg.rows import tuple_row
from psycopg_pool import PoolTimeout

from infra.store.mapper import FactMapper
from infra.store.recorder import Pool
from services.drafts import Draft

AMONG_WRITERS = "SELECT pg_advisory_xact_lock_shared(7236001)"
COMMANDS = """
COPY record.commands
    (command_id, actor, request_sha256, originator_id, first_version, last_version)
FROM STDIN (FORMAT BINARY)
"""
FACTS = """
COPY record.facts (originator_id, originator_version, topic, state, recorded_at)
FROM STDIN (FORMAT BINARY)
"""
OF_A_COMMAND = ("uuid", "text", "bytea", "uuid", "int8", "int8")
OF_A_FACT = ("uuid", "int8", "text", "bytea", "timestamptz")
Values = tuple[Any, ...]
ANSWERED = "SELECT command_id, request_sha256 FROM record.commands WHERE command_id = ANY(%s)"


class BulkAppend:
    """Appends the facts of many commands with their ids. Its pool is that of the record."""

    def __init__(self, pool: Pool, mapper: FactMapper) -> None:
        self._pool, self._mapper = pool, mapper

    def answered(self, commands: Sequence[UUID]) -> dict[UUID, bytes]:
        """The commands among these that are on record, each with the digest of its request."""
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=tuple_row, binary=True) as cursor,
        ):
            found = cursor.execute(ANSWERED, [list(commands)]).fetchall()
        return {command: bytes(digest) for command, digest in found}

    def append(self, drafts: Sequence[Draft]) -> int:
        """Appends all of these drafts or none, in their order; gives how many facts they hold.

        Raises the library's IntegrityError when one of the files or commands is there already,
        its OperationalError when the database can't be reached, and KeyDestroyed.
        """
        commands = [_command(draft) for draft in drafts]
        facts = [fact for draft in drafts for fact in self._facts(draft)]
        self.copy_in(commands, facts)
        return len(facts)

    def copy_in(self, commands: Sequence[Values], facts: Sequence[Values]) -> None:
        """Rows as they are stored, in one short transaction."""
        try:
            with self._pool.connection() as connection, connection.transaction():
                connection.execute(AMONG_WRITERS)
                _copy(connection, COMMANDS, OF_A_COMMAND, commands)
                _copy(connection, FACTS, OF_A_FACT, facts)
        except psycopg.errors.UniqueViolation as error:
            raise IntegrityError(error.diag.constraint_name) from error
        except (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout) as error:
            raise OperationalError(type(error).__name__) from error

    def _facts(self, draft: Draft) -> list[Values]:
        stored = [self._mapper.to_stored_event(record) for record in draft.records]
        return [
            (one.originator_id, one.originator_version, one.topic, one.state, record.recorded_at)
            for one, record in zip(stored, draft.records, strict=True)
        ]


def _command(draft: Draft) -> Values:
    first, last = draft.records[0], draft.records[-1]
    asked = draft.asked
    return (
        asked.command_id,
        asked.by.id,
        draft.digest,
        first.originator_id,
        first.version,
        last.version,
    )


def _copy(
    connection: psycopg.Connection[Values],
    into: str,
    types: Sequence[str],
    rows: Sequence[Values],
) -> None:
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)
