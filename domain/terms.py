"""Terms: what opened a deadline, when it falls due and why, and what became of it.

A scheme declares its terms beside the article. What opens, pauses and closes a term is read
from the facts; how long it runs is read from the law of the edition it was opened under.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from domain.case import CaseFile, Law
from domain.days import ONE_DAY, Length, Step, ends_on_a_working_day, to_a_working_day
from domain.fact import Fact, Recorded
from domain.law import Place, Value
from domain.legal_calendar import LegalCalendar

State = Literal["running", "suspended", "met", "missed", "void"]
WhichDay = Callable[[Any], date | None]
"""From a fact to the day it counts from or to; nothing when this fact does not do that."""


def its_day(fact: Fact) -> date:
    return fact.on


@dataclass(frozen=True)
class Term:
    """A deadline as a text sets it.

    ``length`` gives how long, from the fact that opened it and the law of that day. A term with
    ``then`` makes the clerk ask for that action once it has passed: on the day after the last
    day, or on the day itself with ``on_the_day``. Without, passing is an alarm for ``for_whom``;
    unless it ``lapses``: a right that was not used is gone, and nobody has to do anything.
    ``met_by`` and ``ended_by`` are facts of the same matter, or of the whole file with
    ``whole_file``; a fact that ends a term makes it void, whether it had passed or not.
    ``paused_by`` makes a term stand still that has not passed; ``resumed_by`` lets it run on,
    its last day as many days later, and then on to a working day when the length moves so.
    """

    id: str
    name: str
    place: Place
    for_whom: str
    length: Callable[[Any, Law], Length]
    opened_by: Mapping[type[Fact], WhichDay]
    met_by: Mapping[type[Fact], WhichDay] = field(default_factory=dict)
    ended_by: Mapping[type[Fact], WhichDay] = field(default_factory=dict)
    paused_by: Mapping[type[Fact], WhichDay] = field(default_factory=dict)
    resumed_by: Mapping[type[Fact], WhichDay] = field(default_factory=dict)
    same: Callable[[Fact, Fact], bool] | None = None
    then: str = ""
    when_passed: str = ""
    on_the_day: bool = False
    lapses: bool = False
    whole_file: bool = False

    def concerns(self, opening: Fact, later: Fact) -> bool:
        if self.same is not None:
            return self.same(opening, later)
        return self.whole_file or opening.matter == later.matter


class TermStanding(Value):
    """How one term of a case stands.

    ``opened_on`` is the day of the fact that opened it, or the day counted from when that is
    earlier; ``ended_on`` is the day it was met, or became void.
    """

    term: str
    key: str
    name: str
    matter: str
    place: Place
    for_whom: str
    opened_on: date
    opened_by: int
    due: date | None
    unknown: str = ""
    steps: tuple[Step, ...] = ()
    paused_on: date | None = None
    ended_on: date | None = None
    ended_by: int | None = None
    void: bool = False
    then: str = ""
    when_passed: str = ""
    on_the_day: bool = False
    lapses: bool = False

    def state(self, on: date) -> State:
        """How it stands at the end of a day (Europe/Amsterdam)."""
        if self.ended_on is not None and self.ended_on <= on:
            if self.void:
                return "void"
            stood_still = self.paused_on is not None
            in_time = self.due is None or stood_still or self.ended_on <= self.due
            return "met" if in_time else "missed"
        if self.stands_still(on):
            return "suspended"
        return "missed" if self.has_passed(on) and not self.on_the_day else "running"

    def has_passed(self, on: date) -> bool:
        """Whether the day has come on which passing has its consequence."""
        if self.due is None or self.stands_still(on):
            return False
        return on >= self.due if self.on_the_day else on > self.due

    def stands_still(self, on: date) -> bool:
        return self.paused_on is not None and self.paused_on <= on

    def is_open(self, on: date) -> bool:
        ended = self.ended_on is not None and self.ended_on <= on
        return self.opened_on <= on and not ended and not (self.lapses and self.has_passed(on))

    def days_left(self, on: date) -> int | None:
        """Days from this one to the last; 0 on the last day itself, negative after it.

        While it stands still, as many as there were on the day that began.
        """
        since = self.paused_on if self.paused_on and self.stands_still(on) else on
        return None if self.due is None else (self.due - since).days


def terms_of(terms: tuple[Term, ...], file: CaseFile[Any], law: LawOf) -> list[TermStanding]:
    """Every term that the facts of a file opened, as they stand, oldest first.

    ``law`` gives the law that a fact was recorded under.
    """
    return [
        _followed(term, record, start, file.trail[n:], law(record))
        for n, record in enumerate(file.trail, start=1)
        for term in terms
        if (which := term.opened_by.get(type(record.fact)))
        and (start := which(record.fact)) is not None
    ]


LawOf = Callable[[Recorded], Law]


def _followed(
    term: Term, opening: Recorded, start: date, later: tuple[Recorded, ...], law: Law
) -> TermStanding:
    length = term.length(opening.fact, law)
    counted = length.counted(start, law.calendar)
    standing = TermStanding(
        term=term.id,
        key=f"{term.id}.{opening.version}",
        name=term.name,
        matter=opening.fact.matter,
        place=term.place,
        for_whom=term.for_whom,
        opened_on=min(start, opening.fact.on),
        opened_by=opening.version,
        due=counted.day,
        unknown=counted.unknown,
        steps=counted.steps,
        then=term.then,
        when_passed=term.when_passed,
        on_the_day=term.on_the_day,
        lapses=term.lapses,
    )
    moved_by = law.calendar if ends_on_a_working_day(length) else None
    for one in later:
        if standing.ended_on is None and term.concerns(opening.fact, one.fact):
            standing = _after(term, standing, one, moved_by)
    return standing


def _after(
    term: Term, standing: TermStanding, later: Recorded, moved_by: LegalCalendar | None
) -> TermStanding:
    fact, kind = later.fact, type(later.fact)
    for ending, void in ((term.met_by, False), (term.ended_by, True)):
        if kind in ending and (day := ending[kind](fact)) is not None:
            end: dict[str, Any] = {"ended_on": day, "ended_by": later.version, "void": void}
            return standing.model_copy(update=end)
    if kind in term.paused_by and (day := term.paused_by[kind](fact)) is not None:
        return _paused(standing, day)
    if kind in term.resumed_by and (day := term.resumed_by[kind](fact)) is not None:
        return _resumed(term, standing, day, moved_by)
    return standing


def _paused(standing: TermStanding, day: date) -> TermStanding:
    """What stands still already, or has passed, does not begin to stand still."""
    if standing.paused_on is not None or standing.has_passed(day):
        return standing
    return standing.model_copy(update={"paused_on": day})


def _resumed(
    term: Term, standing: TermStanding, day: date, moved_by: LegalCalendar | None
) -> TermStanding:
    """The last day moves on by as many days as the term stood still, and on to a working day."""
    if standing.paused_on is None or standing.due is None:
        return standing.model_copy(update={"paused_on": None})
    stood_still = max(0, (day - standing.paused_on).days)
    due = standing.due + stood_still * ONE_DAY
    step = Step(
        says=f"{stood_still} days on, for it stood still from {standing.paused_on}",
        day=due,
        place=term.place,
    )
    on = to_a_working_day(due, moved_by) if moved_by else ()
    steps = (*standing.steps, step, *on)
    return standing.model_copy(update={"paused_on": None, "due": steps[-1].day, "steps": steps})
