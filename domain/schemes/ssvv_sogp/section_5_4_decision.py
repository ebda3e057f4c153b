"""5.4 What a change does to an agreement (Overeenkomst SSVV - SOG-P erkend opleider)

- After consultation SSVV decides whether and how the agreement is ended or adapted.
- What is added is in the running agreement: the last day is the same for all (3.2).

How a change is reported and discussed: section_5_4_changes.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    Agreement,
    AgreementAmended,
    AgreementLeftUnchanged,
    AgreementTerminated,
)
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    Line,
    RecognitionTookEffect,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_3_2_signing import BY_AGREEMENT
from domain.schemes.ssvv_sogp.section_5_4_changes import consulted_on, one_runs
from domain.schemes.ssvv_sogp.standing import line_named
from domain.schemes.ssvv_sogp.still_recognised import lapsed_with
from domain.words import Code, Prose

AT_5_4 = section("5.4")

T_09 = Rule(
    id="T-09",
    place=section("3.2"),
    says="an added recognition is in the running agreement and ends with it",
)


class AmendAgreement(Command):
    """Adapt the agreement: put recognitions into it, or take out what was withdrawn."""

    name = "amend-agreement"
    agreement: Code
    added: tuple[Code, ...] = ()
    removed: tuple[Code, ...] = ()
    last_day: Day


class LeaveUnchanged(Command):
    """Leave the agreement as it is, with reasons."""

    name = "leave-agreement-unchanged"
    agreement: Code
    because: Personal[Content, Prose]


class TerminateAgreement(Command):
    """End the agreement after a last day, with reasons."""

    name = "terminate-agreement"
    agreement: Code
    last_day: Day
    because: Personal[Content, Prose]


@action(AmendAgreement, by=SSVV, place=AT_5_4, when=one_runs)
def amend_agreement(asked: AmendAgreement, at: Situation[CentreFile]) -> Facts:
    """Adapt the agreement; recognitions that are put into it are in force from then on."""
    now = consulted_on(at, asked.agreement)
    require(
        T_09,
        asked.last_day == now.last_day,
        f"what is added ends with the agreement, on {now.last_day}",
        last_day=asked.last_day,
        agreement_ends=now.last_day,
    )
    added = [line_named(at, matter, "granted") for matter in asked.added]
    removed = [line_named(at, matter, "withdrawn") for matter in asked.removed]
    recognised = any(one.standing == "in-force" for one in at.file.lines.values())
    amended = AgreementAmended(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_4,
        first_day=asked.on,
        added=_keys(added),
        removed=_keys(removed),
        recognised_again=bool(added) and not recognised,
    )
    return (amended, *(_took_effect(now, line, asked.on) for line in added))


def _keys(lines: list[Line]) -> tuple[LineKey, ...]:
    return tuple(line.key for line in lines)


def _took_effect(now: Agreement, line: Line, on: Day) -> RecognitionTookEffect:
    return RecognitionTookEffect(
        matter=line.matter,
        on=on,
        basis=BY_AGREEMENT,
        agreement=now.matter,
        first_day=max(line.effective, now.first_day, on),
        last_day=now.last_day,
    )


@action(LeaveUnchanged, by=SSVV, place=AT_5_4, when=one_runs)
def leave_agreement_unchanged(asked: LeaveUnchanged, at: Situation[CentreFile]) -> Facts:
    """Leave the agreement as it is, with reasons."""
    now = consulted_on(at, asked.agreement)
    return AgreementLeftUnchanged(
        matter=now.matter, on=asked.on, basis=AT_5_4, because=asked.because
    )


@action(TerminateAgreement, by=SSVV, place=AT_5_4, when=one_runs)
def terminate_agreement(asked: TerminateAgreement, at: Situation[CentreFile]) -> Facts:
    """End the agreement after a last day; the recognitions in it end with it."""
    now = consulted_on(at, asked.agreement)
    if not asked.on <= asked.last_day <= now.last_day:
        raise Refused(f"give a last day from {asked.on} to {now.last_day}", AT_5_4)
    terminated = AgreementTerminated(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_4,
        last_day=asked.last_day,
        because=asked.because,
    )
    return (terminated, *lapsed_with(now, asked.on, asked.last_day, at))
