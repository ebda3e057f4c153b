"""Histories to begin with: what the told scenarios of a scheme left on record.

A file that is played at random from nothing seldom gets far; one that goes on from a told story
starts where the law has most to say. A scheme that has no scenarios yet begins with nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import cast
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from domain.fact import Recorded
from infra.scenarios.play import Play
from infra.scenarios.reading import ScriptError
from infra.scenarios.stories import load
from infra.store.mapper import FactMapper
from infra.store.memory import KeysInMemory, RecorderInMemory

SCENARIOS = Path(__file__).parent / "scenarios"


@dataclass(frozen=True)
class Beginning:
    """Stored facts, the numbers of the files by kind, and the moment after the last of them."""

    name: str
    commands: tuple[tuple[UUID, tuple[StoredEvent, ...]], ...]
    numbers: tuple[tuple[str, str], ...]
    person: UUID | None
    ends: datetime

    def put_in(self, recorder: RecorderInMemory) -> None:
        for command_id, events in self.commands:
            recorder.insert_events(events, command_id=command_id, request_sha256=b"")


def scenarios(scheme: str) -> tuple[Path, ...]:
    """The scenario files of a scheme, stories included."""
    return tuple(sorted((SCENARIOS / scheme).rglob("*.yaml")))


def beginnings(scheme: str, kind: str) -> tuple[Beginning, ...]:
    """Every told history that holds one file of this kind."""
    told = (begun_with(file, kind) for file in scenarios(scheme))
    return tuple(one for one in told if one is not None)


def begun_with(file: Path, kind: str) -> Beginning | None:
    """What this scenario leaves on record; nothing when it holds no one file of this kind."""
    events = _recorded_in(file)
    mapper = FactMapper(KeysInMemory())
    records = [cast(Recorded, mapper.to_domain_event(event)) for event in events]
    numbers = dict.fromkeys((record.kind, record.number) for record in records)
    if [held for held, _ in numbers].count(kind) != 1:
        return None
    return Beginning(
        name=file.stem,
        commands=_by_command(records, events),
        numbers=tuple(numbers),
        person=next((r.person for r in records if r.kind == kind), None),
        ends=max(record.recorded_at for record in records),
    )


@cache
def _recorded_in(file: Path) -> tuple[StoredEvent, ...]:
    """Nothing for a scenario that does not play: its own test says so."""
    try:
        play = Play(load(file))
        play.told()
    except ScriptError:
        return ()
    recorder = cast(RecorderInMemory, play.stage.record.recorder)
    return tuple(_stored(one) for one in recorder.select_notifications(None, 10_000))


def _stored(one: StoredEvent) -> StoredEvent:
    return StoredEvent(one.originator_id, one.originator_version, one.topic, one.state)


def _by_command(
    records: Sequence[Recorded], events: Sequence[StoredEvent]
) -> tuple[tuple[UUID, tuple[StoredEvent, ...]], ...]:
    pairs = zip(records, events, strict=True)
    return tuple(
        (command_id, tuple(event for _, event in group))
        for command_id, group in groupby(pairs, key=lambda pair: pair[0].command_id)
    )
