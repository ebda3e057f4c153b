"""6.1.1, 6 Coming to a day for an audit (Planning)

- SSVV takes the initiative; the audit is by appointment.
- Centres are held to co-operate with every form of oversight.

A day that the centre does not agree to stands on record. How many of those are no longer
co-operation the text does not say: SSVV decides, and then it is remarked on; what SSVV makes of
it is for SSVV to decide (5.3).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Remark, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import AuditDateRefused, AuditPlanned, AuditProposed
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_6_1_1_planning import (
    NOT_HELD_YET,
    R_76,
    at_a_training_location,
    not_held_yet,
    recognised,
    still_to_come,
)
from domain.schemes.ssvv_sogp.section_6_oversight import R_60
from domain.schemes.ssvv_sogp.settings import DAY_REFUSALS
from domain.schemes.ssvv_sogp.standing import an_audit, audit_named
from domain.words import Code, Prose

AT_6_1_1 = section("6.1.1")


class ProposeAudit(Command):
    """Propose a day for a regular audit at a location."""

    name = "propose-audit"
    location: Code
    proposed: Day


class ProposeOtherDay(Command):
    """Propose another day for an audit whose day was refused."""

    name = "propose-other-day"
    audit: Code
    proposed: Day


class RefuseAuditDay(Command):
    """Not agree to the day of an audit, whether it was proposed or agreed on before."""

    name = "refuse-audit-day"
    audit: Code
    because: Personal[Content, Prose]


class AgreeAuditDay(Command):
    """Agree on the day of an audit: the one proposed or, by SSVV, another agreed with it."""

    name = "agree-audit-day"
    audit: Code
    planned_for: Day


@action(ProposeAudit, by=SSVV, place=AT_6_1_1, when=recognised)
def propose_audit(asked: ProposeAudit, at: Situation[CentreFile]) -> Facts:
    """Propose a day for a regular audit at a location where the centre is recognised."""
    at_a_training_location(at, asked.location)
    still_to_come(at, asked.proposed)
    return AuditProposed(
        matter=at.file.next_matter("audit"),
        on=asked.on,
        basis=AT_6_1_1,
        location=asked.location,
        proposed=asked.proposed,
    )


def day_refused(at: Situation[CentreFile]) -> None:
    an_audit(at, "day-refused")


@action(ProposeOtherDay, by=SSVV, place=AT_6_1_1, when=day_refused)
def propose_other_day(asked: ProposeOtherDay, at: Situation[CentreFile]) -> Facts:
    """Propose another day for an audit whose day was refused."""
    now = audit_named(at, asked.audit, "day-refused")
    still_to_come(at, asked.proposed)
    return AuditProposed(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_1,
        location=now.location,
        proposed=asked.proposed,
    )


@action(RefuseAuditDay, by=CENTRE | SSVV, place=R_60.place, when=not_held_yet)
def refuse_audit_day(asked: RefuseAuditDay, at: Situation[CentreFile]) -> Facts:
    """Not agree to the day of an audit; SSVV records it when the centre told it so."""
    now = audit_named(at, asked.audit, "proposed", "planned", "prepared")
    times, most = now.date_refusals + 1, DAY_REFUSALS.number(at.law)
    co_operates = most is None or times < most
    weigh(R_60, co_operates, times=times, held_to_be_unwilling_at=most)
    remark = Remark(
        says=f"the centre refused a day for this audit {times} times", place=DAY_REFUSALS.place
    )
    return AuditDateRefused(
        matter=now.matter,
        on=asked.on,
        basis=R_60.place,
        remarks=() if co_operates else (remark,),
        proposed=now.planned_for,
        times=times,
        because=asked.because,
    )


@action(AgreeAuditDay, by=CENTRE | SSVV, place=AT_6_1_1, when=not_held_yet)
def agree_audit_day(asked: AgreeAuditDay, at: Situation[CentreFile]) -> Facts:
    """Agree on the day of an audit, the first one or another; that is its appointment."""
    now = audit_named(at, asked.audit, *NOT_HELD_YET)
    still_to_come(at, asked.planned_for)
    the_proposed = now.standing == "proposed" and asked.planned_for == now.planned_for
    if at.by.role in CENTRE and not the_proposed:
        raise Refused("the centre agrees to the day that SSVV proposed; or refuses it", AT_6_1_1)
    require(R_76, True, "by appointment", agreed=True)
    weigh(R_60, True, agreed=True)
    return AuditPlanned(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_1,
        kind=now.kind,
        location=now.location,
        planned_for=asked.planned_for,
        application=now.application,
    )
