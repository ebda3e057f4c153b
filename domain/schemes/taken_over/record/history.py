"""The file of a case that was handled elsewhere: its history, and what was done with it here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from domain.days import Day
from domain.erasure import ErasureFact
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.schemes.taken_over.record.source import Moment, Row, Saying, Words
from domain.words import Line, Prose

HISTORY, NOTES = "history-1", "notes-1"
Standing = Literal["open", "ended"]


class TakenOver(Fact):
    """The mark of import: from which source, from which row there, and the moment it gives."""

    source: Line
    row: Row
    at: Moment


class HistoryTakenOver(TakenOver):
    """A case, under the number that its source gave it, and what is said of it as a whole."""

    stored_as = "taken-over.history-taken-over"
    case: Saying
    said: tuple[Saying, ...] = ()


class DeadlineTakenOver(TakenOver):
    """The day by which the source was to be done; ``at`` is the moment it gives for that."""

    stored_as = "taken-over.deadline-taken-over"
    called: Line
    last: Day


class EventTakenOver(TakenOver):
    """One event: what was done, and what else the source says of it."""

    stored_as = "taken-over.event-taken-over"
    activity: Words
    said: tuple[Saying, ...] = ()


class EndTakenOver(TakenOver):
    """The source says that the case had ended."""

    stored_as = "taken-over.end-taken-over"


class EndRecorded(Fact):
    """A case that was open when it was taken over has ended since."""

    stored_as = "taken-over.end-recorded"


class Noted(Fact):
    """What somebody found in a history; the history itself stays as it was taken over."""

    stored_as = "taken-over.noted"
    note: Personal[Content, Prose]


HistoryFact = (
    HistoryTakenOver | DeadlineTakenOver | EventTakenOver | EndTakenOver | EndRecorded | Noted
)
FACTS: tuple[type[Fact], ...] = (*get_args(HistoryFact), *get_args(ErasureFact))


class Deadline(Value):
    called: str
    last: Day


class History(Value):
    """How a case stands: its latest event, and whether it ended."""

    matter: str
    source: str
    standing: Standing
    since: Day
    activity: str = ""
    events: int = 0
    deadlines: tuple[Deadline, ...] = ()


class HistoryFile(Value):
    histories: Mapping[str, History] = {}
    notes: int = 0

    @property
    def history(self) -> History | None:
        return self.histories.get(HISTORY)


def evolve(file: HistoryFile, record: Recorded) -> HistoryFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if isinstance(fact, Noted):
        return file.model_copy(update={"notes": file.notes + 1})
    if isinstance(fact, ErasureFact):
        return file
    after = _after(file.history, fact)
    return file.model_copy(update={"histories": {**file.histories, after.matter: after}})


def _after(now: History | None, fact: Fact) -> History:
    match fact:
        case HistoryTakenOver():
            return History(matter=fact.matter, source=fact.source, standing="open", since=fact.on)
        case DeadlineTakenOver():
            one = Deadline(called=fact.called, last=fact.last)
            return _changed(now, fact, deadlines=(*begun(now, fact).deadlines, one))
        case EventTakenOver():
            return _changed(now, fact, activity=fact.activity, events=begun(now, fact).events + 1)
        case EndTakenOver() | EndRecorded():
            return _changed(now, fact, standing="ended", since=fact.on)
        case _:
            raise TypeError(f"{fact.stored_as} is not a fact of a history")


def _changed(now: History | None, fact: Fact, **update: object) -> History:
    return begun(now, fact).model_copy(update=update)
