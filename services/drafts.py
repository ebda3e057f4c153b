"""What a command would record: decided, and not on record yet. For who records many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.case import CaseFile, Law, Situation
from domain.decide import decide
from domain.fact import Recorded
from domain.number import number_of
from domain.schemes import Scheme
from services.casework import Casework, recorded_as
from services.commands import Asked


@dataclass(frozen=True)
class Draft:
    """The facts of one command that opens a file, and what the log of commands keeps of it."""

    asked: Asked
    number: str
    digest: bytes
    records: tuple[Recorded, ...]


class Drafting:
    """Decides commands that open files of one kind, under the law of the day it begins.

    Whether a file is there already is for the record to say.
    """

    def __init__(self, casework: Casework, scheme: str, kind: str) -> None:
        self._scheme: Scheme = casework.schemes[scheme]
        self._kind = self._scheme.files[kind].kind
        self._casework = casework
        self.today: date = casework.day_of(casework.clock())
        self._law: Law = casework.law(scheme, self.today)

    def draft(self, asked: Asked) -> Draft:
        """What ``asked`` makes happen in the file of ``asked.person``, which it opens.

        Raises what deciding raises: NotAllowed, Refused, pydantic's ValidationError.
        """
        now = self._casework.clock()
        number = number_of(self._scheme.id, self._kind.name, str(asked.person))
        file: CaseFile[Any] = CaseFile(
            number, self._scheme.id, self._kind.name, asked.person, self._kind.start
        )
        data: Mapping[str, Any] = {"on": self.today, **asked.data}
        command = self._kind.actions[asked.action].asks.model_validate(data)
        at = Situation(file, asked.by, command.on, self._law)
        decision = decide(self._kind, command, at, self.today)
        records = tuple(recorded_as(file, asked, self._law, decision, now))
        return Draft(asked, number, asked.digest(number, self._casework.secret), records)
