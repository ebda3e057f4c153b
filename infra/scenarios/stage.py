"""Where a scenario is played: casework over a record in memory, and a clock that is moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from domain.case import Action, CaseFile
from domain.decide import NotAllowed
from domain.fact import Actor, Recorded
from domain.law import Refused
from domain.number import CASES, number_of
from domain.schemes import FileUnder, Scheme
from domain.terms import TermStanding
from infra.clock import AMSTERDAM, Clock, MovedClock, today_in_amsterdam
from infra.scenarios.script import OWN_FILE
from infra.scenarios.telling import Happening, Turned
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.commands import Asked, NotOnFile, Receipt

IN_THE_MORNING, AT_WORK = time(6), time(9)


@dataclass(frozen=True)
class Subject:
    """Whose file an alias stands for: its kind, its number, the id of the subject."""

    kind: str
    number: str
    id: str
    person: UUID | None


def subject_of(scheme: Scheme, alias: str, kind: str) -> Subject:
    """The same each time that a story is played."""
    own = kind == scheme.own_file
    subject = scheme.id if own else str(uuid5(CASES, f"{scheme.id}/{alias}"))
    person = UUID(subject) if scheme.files[kind].kind.about_a_person else None
    return Subject(kind, number_of(scheme.id, kind, subject), subject, person)


def in_memory(clock: Clock) -> Record:
    """A record that nothing survives of."""
    return Record(RecorderInMemory(), KeysInMemory(), clock, today_in_amsterdam)


class Stage:
    """Casework as it is in earnest, over a record in memory unless another is given."""

    def __init__(
        self,
        scheme: Scheme,
        files: Mapping[str, str],
        begins: date,
        record: Callable[[Clock], Record] = in_memory,
    ) -> None:
        self.scheme = scheme
        self._clock = MovedClock(datetime.combine(begins, AT_WORK, AMSTERDAM))
        self.record = record(self._clock)
        self.subjects = {alias: subject_of(scheme, alias, kind) for alias, kind in files.items()}
        self.subjects[OWN_FILE] = subject_of(scheme, OWN_FILE, scheme.own_file)
        self._commands = 0

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

    def ask(self, alias: str, by: Actor, name: str, data: Mapping[str, Any]) -> Happening:
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
        return Happening(self.today, by, name, action.says, alias, records, turned)

    def wake(self, day: date) -> None:
        """Moves the clock to the morning of a day; not back."""
        self._move_to(datetime.combine(day, IN_THE_MORNING, AMSTERDAM))

    def go_to_work(self, day: date) -> None:
        """Moves the clock to the working day, a minute after whatever was done before on it."""
        self._move_to(datetime.combine(day, AT_WORK, AMSTERDAM))
        self._clock.advance(timedelta(minutes=1))

    def _move_to(self, moment: datetime) -> None:
        self._clock.move_to(max(self._clock(), moment))

    def terms(self, alias: str) -> list[TermStanding]:
        """Every term of a file, as it stands."""
        file = self.file(alias)
        return [] if file is None else self.record.terms(file)

    def _put(
        self, alias: str, action: Action[Any, Any], by: Actor, data: Mapping[str, Any]
    ) -> Receipt:
        subject = self.subjects[alias]
        asked = Asked(self.command_id(), by, action.name, data, person=subject.person)
        if action.opens_file:
            return self.record.open(self.scheme.id, subject.kind, subject.id, asked)
        return self.record.act(subject.number, asked)

    def command_id(self) -> UUID:
        """The id of the next command: the same each time that a story is played."""
        self._commands += 1
        return uuid5(CASES, f"{self.scheme.id}/command/{self._commands}")
