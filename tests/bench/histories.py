"""Real histories under LVV certification, played once; and as many copies as are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import cast
from uuid import UUID, uuid5

from domain.fact import Recorded
from domain.number import number_of, stream_of
from infra.scenarios.play import Play
from infra.scenarios.stories import load
from infra.store.mapper import FactMapper
from infra.store.memory import KeysInMemory, RecorderInMemory

SCHEME = "lvv-certification"
TOLD = Path(__file__).parents[1] / "scenarios" / SCHEME
PLAYED = (
    "stories/in-pre-check",
    "stories/certified",
    "stories/rejected",
    "stories/suspended",
    "stories/educated",
    "stories/objection-rejected",
    "c-t05c-lock-out",
    "c-t07-opinion-within-six-weeks",
    "recertified",
    "withdrawn-for-fraud",
)
"""From 12 to 49 facts in a file; twenty-seven on average, of about 800 bytes each."""

History = tuple[Recorded, ...]


@cache
def histories() -> tuple[History, ...]:
    """The facts of each told file, in order, with what is personal in them readable."""
    return tuple(_played(TOLD / f"{name}.yaml") for name in PLAYED)


def copies(seed: int) -> Iterator[History]:
    """The histories over and over, each time of somebody else."""
    rnd = Random(seed)
    while True:
        for history in histories():
            yield copied(history, rnd)


def copied(history: Sequence[Recorded], rnd: Random) -> History:
    """The same facts in the file of another person, by other commands."""
    person = UUID(int=rnd.getrandbits(128), version=4)
    number = number_of(SCHEME, "person", str(person))
    commands: dict[UUID, UUID] = {}
    for record in history:
        commands.setdefault(record.command_id, UUID(int=rnd.getrandbits(128), version=4))
    stream = stream_of(number)
    return tuple(
        replace(
            record,
            originator_id=stream,
            number=number,
            person=person,
            command_id=commands[record.command_id],
        )
        for record in history
    )


def long_history(facts: int) -> History:
    """A file of so many facts: one that was told, with its educational activity over and over."""
    told = next(h for h in histories() if any(r.fact.matter == "pe-1" for r in h))
    activity = [record for record in told if record.fact.matter == "pe-1"]
    grown = [record for record in told if not record.fact.matter.startswith("pe-")]
    n = 0
    while len(grown) < facts:
        n += 1
        grown += [_renamed(record, f"pe-{n}") for record in activity]
    return tuple(
        replace(record, originator_version=version)
        for version, record in enumerate(grown[:facts], start=1)
    )


def _renamed(record: Recorded, matter: str) -> Recorded:
    fact = record.fact.model_copy(update={"matter": matter})
    once = uuid5(record.command_id, matter)
    return replace(record, fact=fact, command_id=once)


def _played(file: Path) -> History:
    play = Play(load(file))
    play.told()
    mapper = FactMapper(KeysInMemory())
    recorder = cast(RecorderInMemory, play.stage.record.recorder)
    stored = recorder.select_notifications(None, 10_000)
    records = [cast(Recorded, mapper.to_domain_event(one)) for one in stored]
    return tuple(record for record in records if record.kind == "person")
