"""5.3 Signals before a withdrawal (Intrekken van erkenning)

- What a withdrawal rests on never comes as a surprise: amply before, SSVV gives signals that
  improvement is expected, such as audit findings and the discussion on how they are dealt with.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.days import CountedBack, Span
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    ImprovementRecorded,
    ImprovementSignalGiven,
    Line,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.settings import FOREWARNING_DAYS
from domain.schemes.ssvv_sogp.standing import a_line, line_named
from domain.words import Code, Prose

AT_5_3 = section("5.3")
Source = Literal["audit", "activity", "irregularity", "exam-side", "change", "other"]

R_73 = Rule(
    id="R-73",
    place=AT_5_3,
    says="a withdrawal is no surprise: the centre was told that improvement is expected",
)
T_17 = Rule(
    id="T-17",
    place=FOREWARNING_DAYS.place,
    says="the signal goes amply before a withdrawal",
)


class GiveSignal(Command):
    """Tell the centre that improvement is expected, and what it may lead to."""

    name = "give-improvement-signal"
    line: Code
    source: Source
    reference: Code
    to_improve: Personal[Content, Prose]


class RecordImprovement(Command):
    """Record that what was signalled has improved."""

    name = "record-improvement"
    line: Code
    improved: Personal[Content, Prose]


def is_held(at: Situation[CentreFile]) -> None:
    a_line(at, "granted", "in-force")


@action(GiveSignal, by=SSVV, place=AT_5_3, when=is_held)
def give_improvement_signal(asked: GiveSignal, at: Situation[CentreFile]) -> Facts:
    """Tell the centre that improvement is expected, and what it may lead to."""
    line = line_named(at, asked.line, "granted", "in-force")
    return ImprovementSignalGiven(
        matter=line.matter,
        on=asked.on,
        basis=AT_5_3,
        source=asked.source,
        reference=asked.reference,
        to_improve=asked.to_improve,
    )


def is_watched(at: Situation[CentreFile]) -> None:
    if not any(one.is_held and one.is_under_watch for one in at.file.lines.values()):
        raise Refused("no improvement was signalled that is still awaited", AT_5_3)


@action(RecordImprovement, by=SSVV, place=AT_5_3, when=is_watched)
def record_improvement(asked: RecordImprovement, at: Situation[CentreFile]) -> Facts:
    """Record that what was signalled has improved; the signals are answered."""
    line = line_named(at, asked.line, "granted", "in-force")
    if not line.is_under_watch or line.procedure:
        raise Refused(f"no improvement of {line.matter} is awaited outside a procedure", AT_5_3)
    return ImprovementRecorded(
        matter=line.matter, on=asked.on, basis=AT_5_3, improved=asked.improved
    )


def was_signalled(line: Line) -> None:
    """Refused when the centre was not told before that improvement is expected."""
    require(
        R_73,
        line.is_under_watch,
        f"signal first that improvement is expected for {line.matter}",
        signals=len(line.signals),
    )


def was_forewarned(line: Line, at: Situation[CentreFile]) -> None:
    """Refused when the earliest signal still standing was given too short a time ago."""
    was_signalled(line)
    days = FOREWARNING_DAYS.number(at.law) or 0
    latest = CountedBack(span=Span(days=days), place=T_17.place).day(at.on)
    first = min(line.signals)
    require(
        T_17,
        first <= latest,
        f"improvement was signalled on {first}; withdraw {days} days later at the earliest",
        signalled_on=first,
        forewarning_days=days,
    )
