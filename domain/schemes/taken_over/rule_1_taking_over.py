"""1. Taking over (Overnemen).

A history is taken over whole: every event with the moment the source gives it, on the legal day
of that moment, under the source's own words. Nobody decides again what was decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.case import Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Place, Refused, Value
from domain.personal import Personal
from domain.schemes.taken_over.act import house_rule
from domain.schemes.taken_over.record.history import (
    HISTORY,
    DeadlineTakenOver,
    EndTakenOver,
    EventTakenOver,
    HistoryFile,
    HistoryTakenOver,
    TakenOver,
)
from domain.schemes.taken_over.record.source import (
    Moment,
    Row,
    Said,
    SaidOfAPerson,
    Saying,
    Words,
    legal_day,
)
from domain.schemes.taken_over.roles import ARCHIVIST
from domain.words import Line

AT_1 = house_rule(1)
CASE = "concept:name"
"""The heading under which an event log has the number of a case (IEEE 1849-2016)."""


class Mark(Value):
    """Where in the source something stands, and the moment it gives."""

    row: Row
    at: Moment


class Event(Mark):
    """One event, as its row has it."""

    activity: Words
    said: tuple[Saying, ...] = ()


class Deadline(Mark):
    """A moment by which the source was to be done, and what it is called there."""

    called: Line


class End(Mark):
    """The moment at which the case had ended, by its source."""


class TakeOver(Command):
    """Take over the history of one case from its source."""

    name = "take-over"
    source: Line
    case: Words
    began: Moment
    case_names_somebody: bool = False
    said: tuple[Saying, ...] = ()
    events: tuple[Event, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    end: End | None = None


class TakeOverMore(Command):
    """Take over what the source has added to a case since."""

    name = "take-over-more"
    events: tuple[Event, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    end: End | None = None


@action(TakeOver, by=ARCHIVIST, place=AT_1, opens_file=True)
def take_over(asked: TakeOver, _: Situation[HistoryFile]) -> Facts:
    """Take over the history of one case from its source."""
    moments = [asked.began, *(event.at for event in asked.events)]
    moments += [asked.end.at] if asked.end else []
    first = Mark(row=min((event.row for event in asked.events), default=1), at=min(moments))
    mark = _mark(first, asked.source)
    history = HistoryTakenOver(**mark, case=_case(asked), said=asked.said)
    return (history, *_facts(asked, asked.source, history.on))


@action(TakeOverMore, by=ARCHIVIST, place=AT_1)
def take_over_more(asked: TakeOverMore, at: Situation[HistoryFile]) -> Facts:
    """Take over what the source has added to a case since."""
    source = at.file.histories[HISTORY].source
    latest = max(r.fact.at for r in at.case.trail if isinstance(r.fact, TakenOver))
    here = {r.fact.row for r in at.case.trail if isinstance(r.fact, EventTakenOver)}
    twice = sorted(here & {event.row for event in asked.events})
    if twice:
        raise Refused(f"row {twice[0]} is on record already; give what is new", AT_1)
    facts = tuple(_facts(asked, source, legal_day(latest)))
    if not facts:
        raise Refused("give an event, a deadline or the end", AT_1)
    return facts


def _facts(asked: TakeOver | TakeOverMore, source: str, known: date) -> Iterator[Fact]:
    """Deadlines on the day from which the case was known; events and end in order of time."""
    for one in asked.deadlines:
        mark = {**_mark(one, source), "on": known}
        yield DeadlineTakenOver(**mark, called=one.called, last=legal_day(one.at))
    marks: list[Event | End] = [*asked.events, *([asked.end] if asked.end else [])]
    for event in sorted(marks, key=lambda mark: (mark.at, mark.row)):
        if isinstance(event, Event):
            mark = _mark(event, source)
            yield EventTakenOver(**mark, activity=event.activity, said=event.said)
        else:
            yield EndTakenOver(**_mark(event, source))


def _mark(one: Mark, source: str) -> dict[str, Any]:
    """What every fact taken over carries; it rests on its row, not on a place in a text."""
    return {
        "matter": HISTORY,
        "on": legal_day(one.at),
        "basis": Place(text=source, at=f"row {one.row}"),
        "source": source,
        "row": one.row,
        "at": one.at,
    }


def _case(asked: TakeOver) -> Saying:
    if asked.case_names_somebody:
        return SaidOfAPerson(heading=CASE, sealed=Personal(asked.case))
    return Said(heading=CASE, says=asked.case)
