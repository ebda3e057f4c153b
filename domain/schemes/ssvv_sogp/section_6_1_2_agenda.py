"""6.1.2 Preparation of audits (Voorbereidingen)

- Auditor and SOG-P responsible person determine which qualifications, and which other topics if
  any, an audit is about.
- The agenda is where the auditor starts from; the auditor is free to depart from it when there is
  cause to, such as something observed that touches the quality of the centre or its training.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    Audit,
    AuditAgendaAgreed,
    AuditAgendaDeparted,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import AUDITOR
from domain.schemes.ssvv_sogp.standing import an_audit, audit_of_this_auditor
from domain.words import Code, Line, Prose

AT_6_1_2 = section("6.1.2")

R_78 = Rule(
    id="R-78",
    place=AT_6_1_2,
    says="auditor and SOG-P responsible agree the agenda; the auditor departs from it with cause",
)


class AgreeAgenda(Command):
    """Agree with the SOG-P responsible person, by account, what an audit is about."""

    name = "agree-audit-agenda"
    audit: Code
    qualifications: tuple[Code, ...]
    topics: tuple[Code, ...] = ()
    agreed_with: Line


class DepartFromAgenda(Command):
    """Depart from the agenda of an audit, because of what was observed."""

    name = "depart-from-agenda"
    audit: Code
    because: Personal[Content, Prose] | None = None


def in_preparation(at: Situation[CentreFile]) -> None:
    an_audit(at, "planned", "prepared")


def in_progress(at: Situation[CentreFile]) -> None:
    an_audit(at, "in-progress")


def can_be_about(at: Situation[CentreFile], audit: Audit) -> frozenset[str]:
    """The qualifications applied for there; in a regular audit, those recognised there."""
    if audit.kind == "regular":
        held = (one.key for one in at.file.lines.values() if one.is_held)
    else:
        held = (one.key for one in at.file.applications[audit.application].lines)
    return frozenset(key.qualification for key in held if key.location == audit.location)


@action(AgreeAgenda, by=AUDITOR, place=AT_6_1_2, when=in_preparation)
def agree_audit_agenda(asked: AgreeAgenda, at: Situation[CentreFile]) -> Facts:
    """Agree with the SOG-P responsible person what an audit is about."""
    now = audit_of_this_auditor(at, asked.audit, "planned", "prepared")
    with_responsible = asked.agreed_with == at.file.centre.responsible
    require(
        R_78,
        with_responsible and bool(asked.qualifications),
        "agree with the centre's SOG-P responsible person on one qualification at least",
        with_responsible=with_responsible,
        qualifications=len(asked.qualifications),
    )
    open_to = can_be_about(at, now)
    if not open_to.issuperset(asked.qualifications):
        known = ", ".join(sorted(open_to)) or "none"
        raise Refused(f"in {now.location} this audit can be about {known}", AT_6_1_2)
    return AuditAgendaAgreed(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_2,
        qualifications=asked.qualifications,
        topics=asked.topics,
        agreed_with=asked.agreed_with,
    )


@action(DepartFromAgenda, by=AUDITOR, place=AT_6_1_2, when=in_progress)
def depart_from_agenda(asked: DepartFromAgenda, at: Situation[CentreFile]) -> Facts:
    """Depart from the agenda of an audit, with cause; the centre's consent is not needed."""
    now = audit_of_this_auditor(at, asked.audit, "in-progress")
    caused = asked.because is not None
    require(R_78, caused, "say what gives cause to depart from the agenda", cause=caused)
    assert asked.because is not None  # noqa: S101  required in the line above
    return AuditAgendaDeparted(
        matter=now.matter, on=asked.on, basis=AT_6_1_2, because=asked.because
    )
