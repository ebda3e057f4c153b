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
from domain.days import ONE_DAY, Length, Step
from domain.fact import Fact, Recorded
from domain.law import Place, Value

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
    day, or on the day itself with ``on_the_day``. Without, passing is an alarm for ``for_whom``.
    ``met_by`` and ``ended_by`` are facts of the same matter, or of the whole file with
    ``whole_file``; a fact that ends a term makes it void, whether it had passed or not.
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
    whole_file: bool = False

    def concerns(self, opening: Fact, later: Fact) -> bool:
        if self.same is not None:
            return self.same(opening, later)
        return self.whole_file or opening.matter == later.matter


class TermStanding(Value):
    """How one term of a case stands. ``ended_on`` is the day it was met, or became void."""

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

    def state(self, on: date) -> State:
        """How it stands at the end of a day (Europe/Amsterdam)."""
        if self.ended_on is not None and self.ended_on <= on:
            if self.void:
                return "void"
            return "met" if self.due is None or self.ended_on <= self.due else "missed"
        if self.paused_on is not None and self.paused_on <= on:
            return "suspended"
        return "missed" if self.has_passed(on) and not self.on_the_day else "running"

    def has_passed(self, on: date) -> bool:
        """Whether the day has come on which passing has its consequence."""
        if self.due is None:
            return False
        return on >= self.due if self.on_the_day else on > self.due

    def is_open(self, on: date) -> bool:
        return self.opened_on <= on and (self.ended_on is None or self.ended_on > on)

    def days_left(self, on: date) -> int | None:
        """Days from this one to the last; 0 on the last day itself, negative after it."""
        return None if self.due is None else (self.due - on).days


def terms_of(terms: tuple[Term, ...], file: CaseFile[Any], law: LawOf) -> list[TermStanding]:
    """Every term that the facts of a file opened, as they stand, oldest first.

    ``law`` gives the law that a fact was recorded under.
    """
    return [
        _followed(term, record, start, file, law(record))
        for record in file.trail
        for term in terms
        if (which := term.opened_by.get(type(record.fact)))
        and (start := which(record.fact)) is not None
    ]


LawOf = Callable[[Recorded], Law]


def _followed(
    term: Term, opening: Recorded, start: date, file: CaseFile[Any], law: Law
) -> TermStanding:
    counted = term.length(opening.fact, law).counted(start, law.calendar)
    standing = TermStanding(
        term=term.id,
        key=f"{term.id}.{opening.version}",
        name=term.name,
        matter=opening.fact.matter,
        place=term.place,
        for_whom=term.for_whom,
        opened_on=start,
        opened_by=opening.version,
        due=counted.day,
        unknown=counted.unknown,
        steps=counted.steps,
        then=term.then,
        when_passed=term.when_passed,
        on_the_day=term.on_the_day,
    )
    for later in file.trail[opening.version :]:
        if standing.ended_on is None and term.concerns(opening.fact, later.fact):
            standing = _after(term, standing, later)
    return standing


def _after(term: Term, standing: TermStanding, later: Recorded) -> TermStanding:
    fact, kind = later.fact, type(later.fact)
    for ending, void in ((term.met_by, False), (term.ended_by, True)):
        if kind in ending and (day := ending[kind](fact)) is not None:
            end: dict[str, Any] = {"ended_on": day, "ended_by": later.version, "void": void}
            return standing.model_copy(update=end)
    if kind in term.paused_by and (day := term.paused_by[kind](fact)) is not None:
        return standing.model_copy(update={"paused_on": day})
    if kind in term.resumed_by and (day := term.resumed_by[kind](fact)) is not None:
        return _resumed(term, standing, day)
    return standing


def _resumed(term: Term, standing: TermStanding, day: date) -> TermStanding:
    """The last day moves on by as many days as the term stood still."""
    if standing.paused_on is None or standing.due is None:
        return standing.model_copy(update={"paused_on": None})
    stood_still = (day - standing.paused_on).days
    due = standing.due + stood_still * ONE_DAY
    step = Step(
        says=f"{stood_still} days on, for it stood still from {standing.paused_on}",
        day=due,
        place=term.place,
    )
    update = {"paused_on": None, "due": due, "steps": (*standing.steps, step)}
    return standing.model_copy(update=update)
