"""What was asked, read back from what came of it.

The record keeps what a command made happen, not the command. So every action that its author
could have asked is filled in from the facts and from what the rules were given, and asked again
of the file as it stood then, under the law it was decided under. Only one that makes exactly the
facts and the checks on record is believed; one that does not is no reading at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from math import prod
from typing import Any

from pydantic import ValidationError

from domain.case import Action, CaseFile, Command, KindOfFile, Law, Situation
from domain.decide import Decision, decide
from domain.fact import Fact, Recorded
from domain.law import Edition, Refused
from domain.personal import ErasedValue
from domain.replay.fields import WAYS, fields_of, is_unsaid, values


@dataclass(frozen=True)
class Asked:
    """What one command found: the file before it, its facts, the law and the files it cited.

    ``law_then`` gives the law of a day with the calendar and settings known then; ``edition`` is
    the one on record, ``today`` the day at the door.
    """

    kind: KindOfFile[Any]
    before: CaseFile[Any]
    records: tuple[Recorded, ...]
    law_then: Callable[[date], Law]
    edition: Edition
    today: date
    cited: Callable[[Command], Mapping[str, CaseFile[Any]]]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(record.fact for record in self.records)

    def at(self, day: date, edition: Edition, before: CaseFile[Any]) -> Situation[Any]:
        law = self.law_then(day).under(edition)
        return Situation(before, self.records[0].by, day, law)

    def decided(self, command: Command, edition: Edition, before: CaseFile[Any]) -> Decision:
        """What this command makes happen in a file under an edition. Raises Refused."""
        at = replace(self.at(command.on, edition, before), cited=self.cited(command))
        return decide(self.kind, command, at, self.today)


@dataclass(frozen=True)
class Reading:
    """A command that makes exactly what is on record; of ``unsaid`` the record says nothing."""

    action: Action[Any, Any]
    command: Command
    unsaid: tuple[str, ...]


def readings(asked: Asked) -> tuple[Reading, ...]:
    """Every command that would have made these facts with these checks; mostly one."""
    return tuple(reading for action in _askable(asked) for reading in _read(action, asked))


def _askable(asked: Asked) -> Iterator[Action[Any, Any]]:
    at = asked.at(asked.records[0].fact.on, asked.edition, asked.before)
    for action in asked.kind.actions.values():
        fits = at.by.role in action.by and action.opens_file == (asked.before.version == 0)
        if fits and action.closed_because(at) is None:
            yield action


def _read(action: Action[Any, Any], asked: Asked) -> Iterator[Reading]:
    asks, records, before = action.asks, asked.records, asked.before.trail
    found = {name: values(asks, name, records, before) for name in fields_of(asks)}
    days = tuple(dict.fromkeys(fact.on for fact in asked.facts))
    if prod(map(len, (days, *found.values()))) > WAYS:
        return
    unsaid = tuple(name for name in found if is_unsaid(asks, name, records))
    for on, *held in product(days, *found.values()):
        command = _filled_in(action, {"on": on, **dict(zip(found, held, strict=True))})
        if command is not None and _makes_what_is_on_record(command, asked):
            yield Reading(action, command, unsaid)


def _filled_in(action: Action[Any, Any], data: Mapping[str, object]) -> Command | None:
    try:
        command: Command = action.asks.model_validate(data)
    except ValidationError:
        return None
    return command


def _makes_what_is_on_record(command: Command, asked: Asked) -> bool:
    try:
        decision = asked.decided(command, asked.edition, asked.before)
    except (Refused, ErasedValue):
        return False
    return decision.facts == asked.facts and decision.checks == asked.records[0].checks
