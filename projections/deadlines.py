"""What falls due, when, for whom, under which place, and every step that led to the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.days import ONE_DAY, Step
from domain.fact import Recorded
from domain.law import Place
from domain.schemes import FileUnder
from domain.terms import Followed, LawOf, TermStanding, terms_of
from projections.view import View


@dataclass(frozen=True)
class DeadlineRow:
    """A term of a case; ``action`` is what the clerk asks for once it has passed.

    ``acted`` says that the clerk did, whether that ended the term or not.
    """

    term: str
    name: str
    matter: str
    place: Place
    for_whom: str
    opened_on: date
    opened_by: int
    due: date | None
    unknown: str
    steps: tuple[Step, ...]
    paused_on: date | None
    ended_on: date | None
    ended_by: int | None
    void: bool
    action: str
    when_passed: str
    on_the_day: bool
    lapses: bool
    acted: bool

    def standing(self, key: str) -> TermStanding:
        """The term as the engine tells it; ``key`` is that of the row."""
        told = {name: value for name, value in vars(self).items() if name not in NOT_TOLD}
        return TermStanding.model_validate({**told, "key": key, "then": self.action})


@dataclass(frozen=True)
class DueTerm:
    """A term whose passing has come: the case, its key, and what the clerk is to ask.

    ``day`` is the legal day on which passing has its consequence.
    """

    number: str
    key: str
    action: str
    matter: str
    day: date


NOT_TOLD = ("action", "acted")
TOLD = [name for name in DeadlineRow.__annotations__ if name not in NOT_TOLD]


class Moments:
    """The rows of one case, moment after moment: each is told what the one before it knew."""

    def __init__(self) -> None:
        self._law: LawOf | None = None
        self._rows: dict[str, tuple[TermStanding, DeadlineRow]] = {}
        self._acted: set[str] = set()
        self._seen = 0

    def __call__(
        self, file: CaseFile[Any], under: FileUnder, law_of: LawOf
    ) -> Mapping[str, DeadlineRow]:
        if law_of is not self._law:
            self._law, self._followed = law_of, Followed(under.terms, law_of)
        self._acted |= _acted_in(file.trail[self._seen :])
        self._seen = len(file.trail)
        terms = self._followed.through(file.trail)
        return {term.key: self._row(term, term.key in self._acted) for term in terms}

    def _row(self, term: TermStanding, acted: bool) -> DeadlineRow:
        before = self._rows.get(term.key)
        if before is not None and before[0] is term and before[1].acted == acted:
            return before[1]
        told = {name: getattr(term, name) for name in TOLD}
        row = DeadlineRow(**told, action=term.then, acted=acted)
        self._rows[term.key] = term, row
        return row


def rows(file: CaseFile[Any], under: FileUnder, law_of: LawOf) -> Mapping[str, DeadlineRow]:
    return Moments()(file, under, law_of)


def _acted_in(trail: Sequence[Recorded]) -> set[str]:
    """The terms that made the clerk record something."""
    return {record.caused_by for record in trail if record.by.role == "clerk"}


def due_in(file: CaseFile[Any], under: FileUnder, law_of: LawOf, on: date) -> list[DueTerm]:
    """The terms of a file that the clerk must act on by a day, the oldest first."""
    acted = _acted_in(file.trail)
    due = [
        DueTerm(file.number, term.key, term.then, term.matter, day)
        for term in terms_of(under.terms, file, law_of)
        if term.then and term.key not in acted and term.is_open(on) and term.has_passed(on)
        if term.state(on) != "suspended" and (day := acting_day(term)) is not None
    ]
    return sorted(due, key=lambda one: (one.day, one.key))


def acting_day(term: TermStanding) -> date | None:
    """The day on which passing has its consequence: after the last day, or on it."""
    if term.due is None or term.on_the_day:
        return term.due
    return term.due + ONE_DAY


DEADLINES = View("deadlines", DeadlineRow, rows, follows_law=True, moments=Moments)
