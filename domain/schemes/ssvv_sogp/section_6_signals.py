"""6 What becomes of a signal (Kwaliteitsborging SOG-P stelsel)

- Signals about locations or parties are exchanged to improve the whole; SSVV directs all
  oversight and processes its results.

A signal changes no recognition by itself: SSVV assesses it, and acts on it in a matter of its
own (6.1, 5.3) or closes it with its reasons. Sharing one: section_6_oversight.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.irregularity import (
    OversightSignal,
    OversightSignalActedUpon,
    OversightSignalAssessed,
    OversightSignalClosed,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code, Prose

AT_6 = section("6")


class AssessSignal(Command):
    """Assess a signal that the other side of oversight shared."""

    name = "assess-signal"
    signal: Code
    findings: Personal[Content, Prose]


class ActOnSignal(Command):
    """Act on a signal, in an audit, a recognition or another matter of this file."""

    name = "act-on-signal"
    signal: Code
    led_to: Code


class CloseSignal(Command):
    """Close a signal without acting on it, with the reasons."""

    name = "close-signal"
    signal: Code
    reasons: Personal[Content, Prose]


def a_signal(at: Situation[CentreFile], *stands: str) -> None:
    if not any(one.standing in stands for one in at.file.signals.values()):
        raise Refused(f"no signal stands {' or '.join(stands)}", AT_6)


def to_assess(at: Situation[CentreFile]) -> None:
    a_signal(at, "shared")


def assessed(at: Situation[CentreFile]) -> None:
    a_signal(at, "assessed")


def _named(at: Situation[CentreFile], matter: str, stands: str) -> OversightSignal:
    now = at.file.signals.get(matter)
    if now is None or now.standing != stands:
        raise Refused(f"{matter} is no signal that stands {stands}", AT_6)
    return now


@action(AssessSignal, by=SSVV, place=AT_6, when=to_assess)
def assess_signal(asked: AssessSignal, at: Situation[CentreFile]) -> Facts:
    """Assess a signal that the other side of oversight shared."""
    now = _named(at, asked.signal, "shared")
    return OversightSignalAssessed(
        matter=now.matter, on=asked.on, basis=AT_6, findings=asked.findings
    )


@action(ActOnSignal, by=SSVV, place=AT_6, when=assessed)
def act_on_signal(asked: ActOnSignal, at: Situation[CentreFile]) -> Facts:
    """Act on a signal; what follows is decided in the matter it leads to."""
    now = _named(at, asked.signal, "assessed")
    here = {**at.file.audits, **at.file.lines, **at.file.irregularities}
    if now.side == "examination" and asked.led_to not in here:
        known = ", ".join(here) or "there is none"
        raise Refused(f"{asked.led_to} is no matter it can lead to; give one of {known}", AT_6)
    return OversightSignalActedUpon(
        matter=now.matter, on=asked.on, basis=AT_6, led_to=asked.led_to
    )


@action(CloseSignal, by=SSVV, place=AT_6, when=assessed)
def close_signal(asked: CloseSignal, at: Situation[CentreFile]) -> Facts:
    """Close a signal without acting on it."""
    now = _named(at, asked.signal, "assessed")
    return OversightSignalClosed(matter=now.matter, on=asked.on, basis=AT_6, reasons=asked.reasons)
