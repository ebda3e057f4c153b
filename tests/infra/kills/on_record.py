"""What is on record after the storm, counted in the tables themselves."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg.rows import tuple_row

FACTS = """
SELECT originator_id, originator_version,
    (convert_from(state, 'UTF8')::json ->> 'command_id')::uuid
FROM record.facts ORDER BY notification_id
"""
COMMANDS = "SELECT command_id, originator_id, first_version, last_version FROM record.commands"


@dataclass(frozen=True)
class OnRecord:
    """Versions a command id stands for, as its facts say and as the command log says."""

    facts: dict[UUID, list[int]]
    commands: dict[UUID, list[int]]
    streams: dict[UUID, list[int]]

    def assert_sound(self) -> None:
        """Every stream is dense from 1 on, and the facts and the command log say the same."""
        for stream, versions in self.streams.items():
            assert versions == list(range(1, len(versions) + 1)), stream
        assert self.facts == self.commands


def on_record(dsn: str) -> OnRecord:
    facts: dict[UUID, list[int]] = {}
    streams: dict[UUID, list[int]] = {}
    with psycopg.connect(dsn, row_factory=tuple_row) as connection:
        for stream, version, command in connection.execute(FACTS):
            facts.setdefault(command, []).append(version)
            streams.setdefault(stream, []).append(version)
        commands = {
            command: list(range(first, last + 1))
            for command, _, first, last in connection.execute(COMMANDS)
        }
    return OnRecord(facts, commands, streams)
