"""3.1.3 Irregularities: what SSVV does with a report (Onregelmatigheden)

- The text says nothing about it. A report is received, SSVV decides what follows, and it is
  closed; a signal to the centre (5.3) or an audit (6.1) is asked for by itself.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.irregularity import (
    FollowUpDecided,
    Irregularity,
    IrregularityClosed,
    IrregularityReceived,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code, Prose

AT_3_1_3 = section("3.1.3").read("the text is silent on what follows a report; SSVV decides")


class AcknowledgeIrregularity(Command):
    """Record that SSVV received the report."""

    name = "acknowledge-irregularity"
    irregularity: Code


class DecideIrregularityFollowUp(Command):
    """Decide what SSVV does with a report."""

    name = "decide-irregularity-follow-up"
    irregularity: Code
    follow_up: Literal["improvement-signal", "audit", "none"]
    reasons: Personal[Content, Prose]


class CloseIrregularity(Command):
    """Close a report, or a breach of the duty to report, with the reasons."""

    name = "close-irregularity"
    irregularity: Code
    reasons: Personal[Content, Prose]


def irregularity_named(at: Situation[CentreFile], matter: str, *stands: str) -> Irregularity:
    now = at.file.irregularities.get(matter)
    if now is None:
        named = ", ".join(at.file.irregularities) or "there is none"
        raise Refused(f"{matter} is no report in this file; give one of {named}", AT_3_1_3)
    if now.standing not in stands:
        wanted = " or ".join(stands)
        raise Refused(f"{matter} stands {now.standing}; this takes {wanted}", AT_3_1_3)
    return now


def one_stands(at: Situation[CentreFile], *stands: str) -> None:
    if not any(one.standing in stands for one in at.file.irregularities.values()):
        raise Refused(f"no report stands {' or '.join(stands)}", AT_3_1_3)


def is_reported(at: Situation[CentreFile]) -> None:
    one_stands(at, "reported")


def is_received(at: Situation[CentreFile]) -> None:
    one_stands(at, "received")


def can_be_closed(at: Situation[CentreFile]) -> None:
    one_stands(at, "followed-up", "kept-internal")


@action(AcknowledgeIrregularity, by=SSVV, place=AT_3_1_3, when=is_reported)
def acknowledge_irregularity(asked: AcknowledgeIrregularity, at: Situation[CentreFile]) -> Facts:
    """Record that SSVV received the report."""
    now = irregularity_named(at, asked.irregularity, "reported")
    return IrregularityReceived(matter=now.matter, on=asked.on, basis=AT_3_1_3)


@action(DecideIrregularityFollowUp, by=SSVV, place=AT_3_1_3, when=is_received)
def decide_irregularity_follow_up(
    asked: DecideIrregularityFollowUp, at: Situation[CentreFile]
) -> Facts:
    """Decide what SSVV does with a report; a signal or an audit is asked for by itself."""
    now = irregularity_named(at, asked.irregularity, "received")
    return FollowUpDecided(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_1_3,
        follow_up=asked.follow_up,
        reasons=asked.reasons,
    )


@action(CloseIrregularity, by=SSVV, place=AT_3_1_3, when=can_be_closed)
def close_irregularity(asked: CloseIrregularity, at: Situation[CentreFile]) -> Facts:
    """Close a report, or a breach of the duty to report, with the reasons."""
    now = irregularity_named(at, asked.irregularity, "followed-up", "kept-internal")
    return IrregularityClosed(
        matter=now.matter, on=asked.on, basis=AT_3_1_3, reasons=asked.reasons
    )
