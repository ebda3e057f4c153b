"""What a process miner sees of a fact: an activity, a moment, who did it, and the rest.

An event that was taken over goes out as its source had it: its own activity, moment, actor. All
other facts go out under the name they are stored by, at the moment they were recorded. What was
taken over with a history as a whole - its number, its deadlines, its end - is said of the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.fact import Recorded
from domain.schemes.taken_over.record.history import (
    EventTakenOver,
    HistoryTakenOver,
    TakenOver,
)
from domain.schemes.taken_over.record.source import Said
from infra.exchange.going_out import Out, Wanted, said

Told = tuple[str, str, str]
"""A heading, the kind of value, and its text."""


@dataclass(frozen=True)
class EventOut:
    """An event of an event log; ``out`` is the fact it tells."""

    out: Out
    activity: str
    at: datetime
    told: tuple[Told, ...]


def events(case: list[Out], wanted: Wanted) -> Iterator[EventOut]:
    """The events of a case, in the order in which they are on record."""
    for out in case:
        fact = out.record.fact
        if isinstance(fact, EventTakenOver):
            told = tuple((one.heading, *said(one, wanted)) for one in fact.said)
            yield EventOut(out, fact.activity, fact.at, told)
        elif not isinstance(fact, TakenOver):
            yield EventOut(out, _name(out.record), out.record.recorded_at, tuple(_who(out.record)))


def of_the_case(case: list[Out], wanted: Wanted) -> dict[str, tuple[str, str]]:
    """What is said of a case as a whole, by heading; ``concept:name`` is its number."""
    first = case[0].record
    told = {"concept:name": ("string", first.number)}
    for out in case:
        if isinstance(fact := out.record.fact, HistoryTakenOver):
            if isinstance(fact.case, Said) or (wanted.personal and not fact.case.sealed.erased):
                told["concept:name"] = said(fact.case, wanted)
            told.update((one.heading, said(one, wanted)) for one in fact.said)
    ours = {
        "griffie-case": first.number,
        "griffie-scheme": first.scheme,
        "griffie-kind": first.kind,
    }
    return {**told, **{name: ("string", value) for name, value in ours.items()}}


def _name(record: Recorded) -> str:
    return record.fact.stored_as.removeprefix(f"{record.scheme}.")


def _who(record: Recorded) -> Iterator[Told]:
    by = record.by
    yield "org:resource", "string", by.id
    yield "org:role", "string", by.role
    if by.organisation:
        yield "org:group", "string", by.organisation
    yield "lifecycle:transition", "string", "complete"
