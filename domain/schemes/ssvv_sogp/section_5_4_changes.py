"""5.4 Changes during an agreement (Overeenkomst SSVV - SOG-P erkend opleider)

- During an agreement recognitions may be added or stopped, company data may change, and an
  organisation may change owner.
- In all these cases the centre contacts SSVV, to discuss what follows from it.
- After consultation SSVV decides whether and how the agreement is ended or adapted.

What SSVV decides: section_5_4_decision.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    Agreement,
    Change,
    ChangeConsulted,
    ChangeReported,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.standing import agreement_named
from domain.words import Code, Prose

AT_5_4 = section("5.4")

R_37 = Rule(
    id="R-37",
    place=AT_5_4,
    says="SSVV decides on an agreement after a change once it has consulted with the centre",
)
T_22 = Rule(
    id="T-22",
    place=AT_5_4.read("T-22: no length; on the day it takes effect or before, later is remarked"),
    says="a centre contacts SSVV about a change",
)


class ReportChange(Command):
    """Report a change to SSVV, with the day on which it takes effect."""

    name = "report-change"
    agreement: Code
    change: Change
    effective: Day
    what: Personal[Content, Prose]


class RecordConsultation(Command):
    """Record that centre and SSVV discussed what follows from a change."""

    name = "record-consultation"
    agreement: Code
    outcome: Personal[Content, Prose]


def one_runs(at: Situation[CentreFile]) -> None:
    if not any(one.standing == "concluded" for one in at.file.agreements.values()):
        raise Refused("no agreement runs", AT_5_4)


@action(ReportChange, by=CENTRE | SSVV, place=AT_5_4, when=one_runs)
def report_change(asked: ReportChange, at: Situation[CentreFile]) -> Facts:
    """Report a change to SSVV; reported after it took effect, with a remark."""
    now = agreement_named(at, asked.agreement, "concluded")
    if now.change:
        raise Refused(f"SSVV decides on the reported change first: {now.change}", AT_5_4)
    in_time = weigh(T_22, asked.on <= asked.effective, effective=asked.effective)
    late = Remark(says=f"reported after it took effect on {asked.effective}", place=T_22.place)
    return ChangeReported(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_4,
        remarks=() if in_time else (late,),
        change=asked.change,
        effective=asked.effective,
        what=asked.what,
    )


def one_is_reported(at: Situation[CentreFile]) -> None:
    if not any(one.change for one in at.file.agreements.values()):
        raise Refused("no change was reported that SSVV has not decided on", AT_5_4)


@action(RecordConsultation, by=SSVV, place=AT_5_4, when=one_is_reported)
def record_consultation(asked: RecordConsultation, at: Situation[CentreFile]) -> Facts:
    """Record that centre and SSVV discussed what follows from a change."""
    now = agreement_named(at, asked.agreement, "concluded")
    if not now.change:
        raise Refused(f"no change to {now.matter} was reported", AT_5_4)
    return ChangeConsulted(matter=now.matter, on=asked.on, basis=AT_5_4, outcome=asked.outcome)


def consulted_on(at: Situation[CentreFile], matter: str) -> Agreement:
    """The agreement that a change was reported to and discussed about."""
    now = agreement_named(at, matter, "concluded")
    require(
        R_37,
        bool(now.change) and now.consulted_on is not None,
        "the change is reported and discussed with the centre first",
        reported=bool(now.change),
        consulted_on=now.consulted_on,
    )
    return now
