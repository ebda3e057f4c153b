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
from domain.days import ONE_DAY, Counted, Length, Step, ends_on_a_working_day, to_a_working_day
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
    ``whole_file``; a fact that ends a term makes it void, unless it was missed by then: what was
    missed stays missed.
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
    earlier; ``ended_on`` is the day it was met, or that a fact ended it (``void``).
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
            return self._in_the_end(self.ended_on)
        if self.stands_still(on):
            return "suspended"
        return "missed" if self.has_passed(on) and not self.on_the_day else "running"

    def _in_the_end(self, ended_on: date) -> State:
        """What became of it; a term that waits for the clerk on its day is never missed by him."""
        stood_still = self.paused_on is not None
        in_time = self.due is None or stood_still or ended_on <= self.due
        if self.void:
            return "void" if in_time or self.on_the_day else "missed"
        return "met" if in_time else "missed"

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
    return Followed(terms, law).through(file.trail)


LawOf = Callable[[Recorded], Law]


class Followed:
    """The terms of one file: asked again after more facts, it looks at those only."""

    def __init__(self, terms: tuple[Term, ...], law: LawOf) -> None:
        self._law = law
        self._opening: dict[type[Fact], list[Term]] = {}
        for term in terms:
            for kind in term.opened_by:
                self._opening.setdefault(kind, []).append(term)
        self._seen: tuple[Recorded, ...] = ()
        self._opened: list[_Opened] = []

    def through(self, trail: tuple[Recorded, ...]) -> list[TermStanding]:
        """How each stands after these facts. Facts that are not more of the same begin anew."""
        many = len(self._seen)
        if many > len(trail) or (many and trail[many - 1] is not self._seen[-1]):
            self._opened, many = [], 0
        for record in trail[many:]:
            self._follow(record)
        self._seen = trail
        return [one.standing for one in self._opened]

    def _follow(self, record: Recorded) -> None:
        for one in self._opened:
            one.follow(record)
        for term in self._opening.get(type(record.fact), ()):
            start = term.opened_by[type(record.fact)](record.fact)
            if start is not None:
                self._opened.append(_Opened(term, record, start, self._law(record)))


class _Opened:
    """One term, from the fact that opened it."""

    def __init__(self, term: Term, opening: Recorded, start: date, law: Law) -> None:
        self._term, self._opening = term, opening
        length = term.length(opening.fact, law)
        self.standing = _opened(term, opening, start, length.counted(start, law.calendar))
        self._moved_by = law.calendar if ends_on_a_working_day(length) else None
        self._touched_by = {*term.met_by, *term.ended_by, *term.paused_by, *term.resumed_by}

    def follow(self, later: Recorded) -> None:
        if type(later.fact) not in self._touched_by or self.standing.ended_on is not None:
            return
        if self._term.concerns(self._opening.fact, later.fact):
            self.standing = _after(self._term, self.standing, later, self._moved_by)


def _opened(term: Term, opening: Recorded, start: date, counted: Counted) -> TermStanding:
    return TermStanding(
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
