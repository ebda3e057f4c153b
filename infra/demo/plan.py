"""The plan of the told years: every step of every story, in the order of its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID, uuid5

from domain.days import ONE_DAY, Span
from infra.demo.cast import account_of, members
from infra.demo.parts import Part, parts
from infra.scenarios.script import Step

TOLD = UUID("0d4f0f3c-6a52-5d0e-8a51-7a0b7e3c9d21")
"""Our namespace for the commands of the told year (RFC 9562, section 5.5)."""

LAST = uuid5(TOLD, "last")
"""The id of the last command: when it was answered, the year is on record to its end."""

TUESDAY = 1


@dataclass(frozen=True)
class Planned:
    """One step of one story: told so many minutes into the day, under this id."""

    part: Part
    step: Step
    id: UUID
    minute: int = 0

    @property
    def day(self) -> date:
        return self.step.text.day


def planned(schemes: Iterable[str], last: date) -> list[Planned]:
    """Every step up to a last day; the same each time. Raises ScriptError."""
    steps = [step for scheme in schemes for part in parts(scheme, last) for step in _of(part)]
    steps.sort(key=lambda one: one.day)
    plan = [
        replace(one, minute=minute)
        for _, of_day in groupby(steps, key=lambda one: one.day)
        for minute, one in enumerate(of_day)
    ]
    end = max(n for n, one in enumerate(plan) if _is_recorded(one.step))
    return [*plan[:end], replace(plan[end], id=LAST), *plan[end + 1 :]]


def last_tuesday(today: date) -> date:
    """The last Tuesday before a day: the year is told up to it."""
    yesterday = today - ONE_DAY
    return yesterday - (yesterday.weekday() - TUESDAY) % 7 * ONE_DAY


def told_up_to(scheme: str, opened: date) -> date:
    """The last day of a year in which the scheme's own file was opened on this day."""
    return Span(weeks=members(scheme)[-1].weeks["opened"]).after(opened)


def opening_id(scheme: str) -> UUID:
    """The id of the command that opens the scheme's own file, by the last of the cast."""
    return step_id(scheme, account_of(scheme, len(members(scheme))), 0)


def step_id(scheme: str, account: str, number: int) -> UUID:
    """The id of the command of a step: the same each time the year is told."""
    return uuid5(TOLD, f"{scheme}/{account}/{number}")


def _of(part: Part) -> Iterator[Planned]:
    for n, step in enumerate(part.script.steps):
        yield Planned(part, step, step_id(part.scheme, part.account, n))


def _is_recorded(step: Step) -> bool:
    return bool(step.text.do) and step.text.expect.refused is None
