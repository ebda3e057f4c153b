"""Every term of a file, side by side: as it stands on record and as it would have stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from domain.case import CaseFile
from domain.days import Day, Step
from domain.law import NotYetInForce, Place, Value
from domain.terms import LawOf, State, Term, TermStanding, terms_of

How = Literal["same", "moves", "opens", "does-not-open", "unknown"]
"""It falls due on the same day or on another, is there on one side only, or can't be said."""


class DueThen(Value):
    """When a term falls due, how it stands on the day that is asked about, and why."""

    due: Day | None
    unknown: str
    state: State
    steps: tuple[Step, ...]


class TermRedone(Value):
    """One term, under the editions on record and under the other one."""

    key: str
    term: str
    name: str
    matter: str
    place: Place
    for_whom: str
    opened_on: Day
    how: How
    recorded: DueThen | None = None
    other: DueThen | None = None

    @property
    def days_later(self) -> int | None:
        """How many days later it falls due under the other edition; unsaid without both days."""
        if not (self.recorded and self.recorded.due and self.other and self.other.due):
            return None
        return (self.other.due - self.recorded.due).days


@dataclass(frozen=True)
class Side:
    """A file, and the law that each of its facts stands under."""

    file: CaseFile[Any]
    law: LawOf


def redone(
    terms: tuple[Term, ...], recorded: Side, other: Side, on: date
) -> tuple[TermRedone, ...]:
    """Every term that either side opened, in the order in which they were opened."""
    found = [one for term in terms for one in _redone(term, recorded, other, on)]
    return tuple(sorted(found, key=lambda one: int(one.key.rpartition(".")[2])))


def _redone(term: Term, recorded: Side, other: Side, on: date) -> Iterator[TermRedone]:
    was = {one.key: one for one in terms_of((term,), recorded.file, recorded.law)}
    try:
        now = {one.key: one for one in terms_of((term,), other.file, other.law)}
    except NotYetInForce:
        for one in was.values():
            yield _told(one, "unknown", on, was=one)
        return
    for key in dict.fromkeys((*was, *now)):
        here, there = was.get(key), now.get(key)
        if here is not None and there is not None:
            moves = (here.due, here.unknown) != (there.due, there.unknown)
            yield _told(here, "moves" if moves else "same", on, was=here, now=there)
        elif here is not None:
            yield _told(here, "does-not-open", on, was=here)
        elif there is not None:
            yield _told(there, "opens", on, now=there)


def _told(
    one: TermStanding,
    how: How,
    on: date,
    was: TermStanding | None = None,
    now: TermStanding | None = None,
) -> TermRedone:
    return TermRedone(
        key=one.key,
        term=one.term,
        name=one.name,
        matter=one.matter,
        place=one.place,
        for_whom=one.for_whom,
        opened_on=one.opened_on,
        how=how,
        recorded=_due(was, on) if was else None,
        other=_due(now, on) if now else None,
    )


def _due(one: TermStanding, on: date) -> DueThen:
    return DueThen(due=one.due, unknown=one.unknown, state=one.state(on), steps=one.steps)
