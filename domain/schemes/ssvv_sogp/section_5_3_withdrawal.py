"""5.3 Withdrawal (Intrekken van erkenning)

- SSVV may decide to withdraw one or more recognitions of a centre; the agreement sets the frame.
- The centre always receives written confirmation.

Before it: section_5_3_signals.py, section_5_3_procedure.py. At the request of the centre:
section_5_3_request.py.
"""

from typing import Protocol

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.fact import Fact
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    Line,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_5_3_procedure import GROUNDS, R_74, procedure_runs
from domain.schemes.ssvv_sogp.section_5_3_signals import was_forewarned
from domain.schemes.ssvv_sogp.standing import line_named
from domain.schemes.ssvv_sogp.still_recognised import kept_after
from domain.words import Code, Prose

AT_5_3, AT_6_1_5 = section("5.3"), section("6.1.5")
OWN_REQUEST = "own-request"

R_72 = Rule(
    id="R-72",
    place=AT_5_3,
    says="a withdrawal is of one or more recognitions; the others stay as they are",
)
T_19 = Rule(
    id="T-19",
    place=AT_5_3.read("T-19: with the decision itself; it takes effect on the day it states"),
    says="a withdrawal is always confirmed in writing",
)


class Withdraw(Command):
    """Withdraw one or more recognitions from a day on, and confirm it in writing."""

    name = "withdraw-recognition"
    lines: tuple[Code, ...]
    first_day: Day
    reasons: Personal[Content, Prose] | None = None


@action(Withdraw, by=SSVV, place=AT_5_3, when=procedure_runs)
def withdraw_recognition(asked: Withdraw, at: Situation[CentreFile]) -> Facts:
    """Withdraw one or more recognitions from a day on, and confirm it in writing."""
    reasoned = asked.reasons is not None
    require(R_74, reasoned, "a withdrawal is reasoned; give the reasons", reasoned=reasoned)
    assert asked.reasons is not None  # noqa: S101  required in the line above
    lines = named_once(asked.lines, at)
    for line in lines:
        runs = bool(line.procedure)
        require(
            R_72,
            runs,
            f"no procedure about {line.matter} runs; each recognition is decided on by itself",
            procedure=runs,
        )
        was_forewarned(line, at)
    kept = kept_after(at.file, frozenset(asked.lines))
    return tuple(
        fact
        for line in lines
        for fact in withdrawn(line, asked, line.procedure, asked.reasons, kept)
    )


def named_once(matters: tuple[str, ...], at: Situation[CentreFile]) -> list[Line]:
    """The held recognitions of these names, at least one and each once."""
    if not matters or len(set(matters)) < len(matters):
        raise Refused("name each recognition once, and at least one", AT_5_3)
    return [line_named(at, matter, "granted", "in-force") for matter in matters]


class FromADay(Protocol):
    """What both ways of withdrawing say: when it is decided, and from which day it holds."""

    @property
    def on(self) -> Day: ...

    @property
    def first_day(self) -> Day: ...


def withdrawn(
    line: Line,
    asked: FromADay,
    ground: str,
    reasons: Personal[Content, str],
    kept: tuple[str, ...],
) -> tuple[Fact, Fact]:
    """The withdrawal from a stated day, not before its letter; and that letter."""
    on, first_day = asked.on, asked.first_day
    require(
        T_19,
        first_day >= on,
        f"it takes effect on the day the letter states, which is {on} or later",
        first_day=first_day,
        letter=on,
    )
    on_request = ground == OWN_REQUEST
    decided = RecognitionWithdrawn(
        matter=line.matter,
        on=on,
        basis=GROUNDS.get(ground, AT_5_3),
        first_day=first_day,
        on_request=on_request,
        ground=ground,
        reasons=reasons,
        kept=kept,
    )
    confirmed = WithdrawalConfirmed(
        matter=line.matter, on=on, basis=T_19.place, first_day=first_day
    )
    return decided, confirmed
