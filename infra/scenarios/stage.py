"""Where a scenario is played: the record in memory, a clock that is moved, the clerk each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from domain.case import Action, CaseFile
from domain.days import ONE_DAY
from domain.decide import NotAllowed
from domain.fact import Actor, Recorded
from domain.law import Refused
from domain.number import CASES, number_of
from domain.schemes import FileUnder, Scheme
from domain.terms import TermStanding, terms_of
from infra.clock import AMSTERDAM, MovedClock, today_in_amsterdam
from infra.scenarios.script import OWN_FILE
from infra.scenarios.telling import Happening, Turned
from infra.scenarios.words import of_day
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.casework import Asked, NotOnFile, Receipt

CLERK = Actor(id="clerk", role="clerk")
IN_THE_MORNING, AT_WORK = time(6), time(9)


@dataclass(frozen=True)
class Subject:
    """Whose file an alias stands for: its kind, its number, the id of the subject."""

    kind: str
    number: str
    id: str
    person: UUID | None


class Stage:
    """Casework as it is in earnest, over a record in memory."""

    def __init__(self, scheme: Scheme, files: Mapping[str, str], begins: date) -> None:
        self.scheme = scheme
        self._clock = MovedClock(datetime.combine(begins, AT_WORK, AMSTERDAM))
        self.record = Record(RecorderInMemory(), KeysInMemory(), self._clock, today_in_amsterdam)
        self.subjects = {alias: self._subject(alias, kind) for alias, kind in files.items()}
        self.subjects[OWN_FILE] = self._subject(scheme.id, scheme.own_file)
        self._commands = 0
        self._asked: set[tuple[str, str, date | None]] = set()

    @property
    def today(self) -> date:
        return today_in_amsterdam(self._clock())

    def under(self, alias: str) -> FileUnder:
        return self.scheme.files[self.subjects[alias].kind]

    def file(self, alias: str) -> CaseFile[Any] | None:
        """The file that an alias stands for, when it was opened."""
        try:
            return self.record.file(self.subjects[alias].number)
        except NotOnFile:
            return None

    def action(self, alias: str, name: str) -> Action[Any, Any] | None:
        return self.under(alias).kind.actions.get(name)

    def ask(
        self, alias: str, by: Actor, name: str, data: Mapping[str, Any], term: str = ""
    ) -> Happening:
        """Asks an action, and tells what came of it. Raises pydantic's ValidationError."""
        action = self.under(alias).kind.actions[name]
        records: tuple[Recorded, ...] = ()
        turned: Turned | None = None
        try:
            records = self._put(alias, action, by, data).records
        except Refused as refusal:
            turned = Turned(refusal.reason, refusal.place, refusal.rule)
        except NotAllowed as refusal:
            turned = Turned(str(refusal))
        return Happening(self.today, by, name, action.says, alias, records, turned, term)

    def live_until(self, day: date) -> list[Happening]:
        """Lets the days pass up to a day, that day included; the clerk looks each morning."""
        done: list[Happening] = []
        while (morning := self._next_morning(day)) is not None:
            self._clock.move_to(datetime.combine(morning, IN_THE_MORNING, AMSTERDAM))
            while due := self._due(morning):
                done.append(self._by_the_clerk(*due[0]))
        self._clock.move_to(max(self._clock(), datetime.combine(day, AT_WORK, AMSTERDAM)))
        self._clock.advance(timedelta(minutes=1))
        return done

    def terms(self, alias: str) -> list[TermStanding]:
        """Every term of a file, as it stands."""
        file = self.file(alias)
        if file is None:
            return []
        return terms_of(self.under(alias).terms, file, self._law_of)

    def _law_of(self, record: Recorded) -> Any:
        return self.record.law(self.scheme.id, record.fact.on)

    def _put(
        self, alias: str, action: Action[Any, Any], by: Actor, data: Mapping[str, Any]
    ) -> Receipt:
        subject = self.subjects[alias]
        self._commands += 1
        command_id = uuid5(CASES, f"{self.scheme.id}/command/{self._commands}")
        asked = Asked(command_id, by, action.name, data, person=subject.person)
        if action.opens_file:
            return self.record.open(self.scheme.id, subject.kind, subject.id, asked)
        return self.record.act(subject.number, asked)

    def _next_morning(self, until: date) -> date | None:
        """The first morning, up to a day, on which the clerk finds something to do."""
        mornings = [
            max(self.today + ONE_DAY, term.due + (not term.on_the_day) * ONE_DAY)
            for alias in self.subjects
            for term in self._awaited(alias)
            if term.due is not None
        ]
        first = min(mornings, default=None)
        return first if first is not None and first <= until else None

    def _due(self, morning: date) -> list[tuple[str, TermStanding]]:
        return [
            (alias, term)
            for alias in self.subjects
            for term in self._awaited(alias)
            if term.has_passed(morning)
        ]

    def _awaited(self, alias: str) -> list[TermStanding]:
        """The open terms that the clerk will act on; it acts once on each last day."""
        return [
            term
            for term in self.terms(alias)
            if term.then
            and term.ended_on is None
            and (alias, term.key, term.due) not in self._asked
        ]

    def _by_the_clerk(self, alias: str, term: TermStanding) -> Happening:
        assert term.due is not None  # noqa: S101  it has passed
        came = (
            "this is the day of" if term.on_the_day else f"{of_day(term.due)} was the last day of"
        )
        why = f"{came} {term.term}, {term.name}"
        self._asked.add((alias, term.key, term.due))
        return self.ask(alias, CLERK, term.then, {}, why)

    def _subject(self, alias: str, kind: str) -> Subject:
        subject = str(uuid5(CASES, f"{self.scheme.id}/{alias}"))
        if kind == self.scheme.own_file:
            subject = self.scheme.id
        number = number_of(self.scheme.id, kind, subject)
        about_a_person = self.scheme.files[kind].kind.about_a_person
        return Subject(kind, number, subject, UUID(subject) if about_a_person else None)
