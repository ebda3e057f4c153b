"""The days between the steps: each morning on which something is due, the clerk sees to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.terms import TermStanding
from infra.scenarios.stage import Stage
from infra.scenarios.telling import Happening, Turned
from infra.scenarios.words import of_day
from projections.deadlines import DueTerm, acting_day, due_in
from projections.view import laws
from services.clerk import CLERK, Clerk


class Mornings:
    """The clerk of the house, with the files of a story as its queue."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._clerk = Clerk(stage.record, self)

    def due(self, on: date) -> Iterator[DueTerm]:
        """The queue: what is due in the files of the story, as the deadline view would say."""
        for alias in self._stage.subjects:
            file = self._stage.file(alias)
            if file is not None:
                yield from self._due_in(alias, file, on)

    def pass_until(self, day: date) -> list[Happening]:
        """Lets the days pass up to a day, that day included, and tells what the clerk did."""
        done: list[Happening] = []
        turned: set[tuple[str, str]] = set()
        while (morning := self._next(day, turned)) is not None:
            self._stage.wake(morning)
            for alias, term, happening in self._seen_to(morning):
                if happening.turned:
                    turned.add((alias, term))
                done.append(happening)
        self._stage.go_to_work(day)
        return done

    def _next(self, until: date, turned: set[tuple[str, str]]) -> date | None:
        """The first morning, up to a day, on which the clerk finds something to do."""
        days = [
            max(self._stage.today + ONE_DAY, acts)
            for alias in self._stage.subjects
            for term in self._awaited(alias)
            if (acts := acting_day(term)) is not None and (alias, term.key) not in turned
        ]
        first = min(days, default=None)
        return first if first is not None and first <= until else None

    def _awaited(self, alias: str) -> list[TermStanding]:
        """The terms of a file that the clerk will act on, and has not acted on."""
        file = self._stage.file(alias)
        acted = {record.caused_by for record in file.trail} if file else set()
        return [
            term
            for term in self._stage.terms(alias)
            if term.then and term.ended_on is None and term.key not in acted
        ]

    def _seen_to(self, morning: date) -> Iterator[tuple[str, str, Happening]]:
        before = {alias: self._stage.terms(alias) for alias in self._stage.subjects}
        seen = self._clerk.run_day(morning)
        if seen.failed:
            raise RuntimeError(f"the clerk could not see to {', '.join(seen.failed)}; see the log")
        aliases = {one.number: alias for alias, one in self._stage.subjects.items()}
        for one in (*seen.done, *seen.refused):
            alias = aliases[one.number]
            yield alias, one.key, self._told(alias, one, before[alias], one in seen.refused)

    def _told(
        self, alias: str, one: DueTerm, before: list[TermStanding], refused: bool
    ) -> Happening:
        file = self._stage.file(alias)
        assert file is not None  # noqa: S101  the clerk was in it just now
        term = next(term for term in (*before, *self._stage.terms(alias)) if term.key == one.key)
        action = self._stage.under(alias).kind.actions[one.action]
        return Happening(
            day=self._stage.today,
            by=CLERK,
            action=one.action,
            says=action.says,
            file=alias,
            records=tuple(record for record in file.trail if record.caused_by == one.key),
            turned=Turned("the file does not stand so that this can be asked")
            if refused
            else None,
            term=_why(term),
        )

    def _due_in(self, alias: str, file: CaseFile[Any], on: date) -> list[DueTerm]:
        scheme = self._stage.scheme
        law_of = laws(scheme, self._stage.record.own_file(scheme.id))
        return due_in(file, self._stage.under(alias), law_of, on)


def _why(term: TermStanding) -> str:
    assert term.due is not None  # noqa: S101  it has passed
    day = "this is the day of" if term.on_the_day else f"{of_day(term.due)} was the last day of"
    return f"{day} {term.term}, {term.name}"
