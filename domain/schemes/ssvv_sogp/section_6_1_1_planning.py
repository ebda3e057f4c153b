"""6.1.1 Planning of audits (Planning)

- A recognised centre is normally visited once a year for a regular audit; SSVV takes the
  initiative.
- The audit is by appointment, at a training location of the centre.
- It is mostly carried out by one auditor; a team of two or more may be put together.

The audit of an application is planned under 5.2.2. Coming to a day that suits:
section_6_1_1_appointment.py. Once a year: section_6_1_1_yearly.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import AuditPlanned, AuditTeamAppointed
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.standing import a_line, an_audit, audit_named
from domain.words import Code, Line

AT_6_1_1 = section("6.1.1")
NOT_HELD_YET = ("proposed", "day-refused", "planned", "prepared")

R_76 = Rule(
    id="R-76",
    place=AT_6_1_1,
    says="an audit is by appointment, at a training location of the centre",
)
R_77 = Rule(id="R-77", place=AT_6_1_1, says="an audit has one auditor at least")


class PlanAudit(Command):
    """Plan a regular audit at a location, on a day agreed with the centre."""

    name = "plan-audit"
    location: Code
    planned_for: Day
    agreed: bool


class AppointTeam(Command):
    """Appoint who carries out an audit, by account, the lead first."""

    name = "appoint-audit-team"
    audit: Code
    auditors: tuple[Line, ...]


def recognised(at: Situation[CentreFile]) -> None:
    a_line(at, "in-force")


def not_held_yet(at: Situation[CentreFile]) -> None:
    an_audit(at, *NOT_HELD_YET)


def at_a_training_location(at: Situation[CentreFile], location: str) -> None:
    """Refused when the centre is not recognised for anything there."""
    held = [one for one in at.file.lines.values() if one.standing == "in-force"]
    here = sorted({one.key.location for one in held})
    require(
        R_76,
        location in here,
        f"audit where the centre is recognised: {', '.join(here)}",
        location=location,
    )


def still_to_come(at: Situation[CentreFile], day: Day) -> None:
    if day < at.on:
        raise Refused(f"give a day from {at.on} on", AT_6_1_1)


@action(PlanAudit, by=SSVV, place=AT_6_1_1, when=recognised)
def plan_audit(asked: PlanAudit, at: Situation[CentreFile]) -> Facts:
    """Plan a regular audit at a location, on a day agreed with the centre."""
    at_a_training_location(at, asked.location)
    still_to_come(at, asked.planned_for)
    require(
        R_76,
        asked.agreed,
        "an audit is by appointment; propose the day to the centre first",
        agreed=asked.agreed,
    )
    return AuditPlanned(
        matter=at.file.next_matter("audit"),
        on=asked.on,
        basis=AT_6_1_1,
        kind="regular",
        location=asked.location,
        planned_for=asked.planned_for,
    )


@action(AppointTeam, by=SSVV, place=AT_6_1_1, when=not_held_yet)
def appoint_audit_team(asked: AppointTeam, at: Situation[CentreFile]) -> Facts:
    """Appoint who carries out an audit: one auditor, or a team."""
    now = audit_named(at, asked.audit, *NOT_HELD_YET)
    once = len(set(asked.auditors)) == len(asked.auditors)
    require(
        R_77,
        bool(asked.auditors) and once,
        "appoint one auditor at least, and each once",
        auditors=len(asked.auditors),
        each_once=once,
    )
    return AuditTeamAppointed(
        matter=now.matter, on=asked.on, basis=AT_6_1_1, auditors=asked.auditors
    )
