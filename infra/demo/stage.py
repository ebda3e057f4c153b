"""The stage of the told year: the stories of one scheme side by side, on the real record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.erasure import KEPT
from domain.fact import Actor
from domain.schemes import Scheme
from domain.terms import Followed
from infra.clock import AMSTERDAM, MovedClock
from infra.demo.record import RecordInHand
from infra.scenarios.script import OWN_FILE
from infra.scenarios.stage import AT_WORK, Stage
from infra.scenarios.telling import Happening
from projections.deadlines import DueTerm, acting_day
from services.erasure import KeyDestroyer

WORKS_FOR = {
    "certification-body": "Hobéon SKO",
    "certification-manager": "Hobéon SKO",
    "privacy-officer": "Hobéon SKO",
    "hobeon": "Hobéon Certificering en Accreditatie",
    "quality-auditor": "Hobéon Certificering en Accreditatie",
    "lvv-board": "LVV",
    "lvv-secretariat": "LVV",
    "lvv-office": "LVV",
    "members-council": "LVV",
    "ssvv": "SSVV",
    "auditor": "SSVV",
}
"""The organisation of who acts in a role, when a story does not say it."""


class OnRecord(Stage):
    """Each step is asked under an id of its own, so a telling can be gone on with."""

    record: RecordInHand

    def __init__(
        self,
        scheme: Scheme,
        files: Mapping[str, str],
        record: RecordInHand,
        clock: MovedClock,
        keys: KeyDestroyer,
    ) -> None:
        super().__init__(scheme, files, clock().date(), lambda _: record)
        self._clock, self._keys = clock, keys
        self._next = UUID(int=0)
        self._awaited: dict[str, tuple[tuple[int, int], list[DueTerm]]] = {}
        self._followed: dict[str, Followed] = {}

    def at(self, day: date, minute: int, step: UUID) -> None:
        """So many minutes into a working day; what is asked next has this id."""
        moment = datetime.combine(day, AT_WORK, AMSTERDAM) + timedelta(minutes=minute)
        self._clock.move_to(moment)
        self._next = step

    def command_id(self) -> UUID:
        return self._next

    def ask(self, alias: str, by: Actor, name: str, data: Mapping[str, Any]) -> Happening:
        by = by.model_copy(update={"organisation": by.organisation or WORKS_FOR.get(by.role, "")})
        if name == "record-erasure":
            self._erase(alias, by)
        return super().ask(alias, by, name, data)

    def awaited(self, alias: str) -> list[DueTerm]:
        """What the clerk will have to see to in a file, as it stands.

        Worked out once for each version of the file and of the scheme's own.
        """
        versions = self._version(alias), self._version(OWN_FILE)
        before, awaited = self._awaited.get(alias, ((-1, -1), []))
        if before[1] != versions[1]:
            self._followed[alias] = self._acting_terms(alias)
        if before != versions:
            awaited = list(self._awaited_in(alias))
            self._awaited[alias] = versions, awaited
        return awaited

    def _acting_terms(self, alias: str) -> Followed:
        """The terms of a file on which the clerk acts, under the scheme's own file as it is."""
        own, scheme = self.file(OWN_FILE), self.scheme
        acting = tuple(term for term in self.under(alias).terms if term.then)
        return Followed(acting, lambda record: scheme.law_for(record, own))

    def _awaited_in(self, alias: str) -> Iterator[DueTerm]:
        file = self.file(alias)
        if file is None:
            return
        acted = {record.caused_by for record in file.trail}
        for term in self._followed[alias].through(file.trail):
            day, is_open = acting_day(term), term.ended_on is None and term.paused_on is None
            if term.then and is_open and day is not None and term.key not in acted:
                number = self.subjects[alias].number
                yield DueTerm(number, term.key, term.then, term.matter, day)

    def _version(self, alias: str) -> int:
        file = self.file(alias)
        return file.version if file else 0

    def _erase(self, alias: str, by: Actor) -> None:
        """What the erasure does before it is put on record (services/erasure.py)."""
        subject, file = self.subjects[alias], self.file(alias)
        if subject.person is None or file is None:
            return
        decided_in = f"{subject.number}, fact {file.version}"
        self._keys.destroy(subject.person, KEPT, decided_in=decided_in, by=by.id)
        self.record.put_away(subject.number)
