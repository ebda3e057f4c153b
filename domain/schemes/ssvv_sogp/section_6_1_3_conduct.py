"""6.1.3 Conduct of audits (Uitvoering)

- At the start: safety instructions and requirements of the location, if any, are gone through;
  the auditor explains the agenda and checks that it can be carried out (people, means and
  documents are there); how is reported is explained, with the classes of findings.
- During the audit the auditor observes and asks.
- At the end the auditor shares the provisional findings.

Findings and their classes: section_6_1_3_findings.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    AuditOpened,
    FindingsShared,
    ObservationRecorded,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.irregularity import Side
from domain.schemes.ssvv_sogp.roles import AUDITOR
from domain.schemes.ssvv_sogp.section_6_1_1_planning import R_76
from domain.schemes.ssvv_sogp.section_6_1_2_agenda import in_progress
from domain.schemes.ssvv_sogp.section_6_oversight import about_training
from domain.schemes.ssvv_sogp.standing import an_audit, audit_of_this_auditor
from domain.words import Code, Prose

AT_6_1_3 = section("6.1.3")

R_79 = Rule(
    id="R-79",
    place=AT_6_1_3,
    says="an audit opens with safety, the agenda, and how is reported and graded",
)
R_81 = Rule(
    id="R-81", place=AT_6_1_3, says="the provisional findings are shared at the end of the audit"
)


class OpenAudit(Command):
    """Open an audit: what was gone through with the centre at its start."""

    name = "open-audit"
    audit: Code
    safety_gone_through: bool
    agenda_feasible: bool
    reporting_explained: bool


class RecordObservation(Command):
    """Record what was observed, and whether it meets the norm it was held against."""

    name = "record-observation"
    audit: Code
    norm: Code
    meets: bool
    what: Personal[Content, Prose]
    covers: Side = "training"


class ShareFindings(Command):
    """Share the provisional findings with the centre, at the end of the audit."""

    name = "share-provisional-findings"
    audit: Code


def prepared(at: Situation[CentreFile]) -> None:
    an_audit(at, "prepared")


@action(OpenAudit, by=AUDITOR, place=AT_6_1_3, when=prepared)
def open_audit(asked: OpenAudit, at: Situation[CentreFile]) -> Facts:
    """Open an audit on the day agreed, once all that comes first was gone through."""
    now = audit_of_this_auditor(at, asked.audit, "prepared")
    require(
        R_76,
        asked.on == now.planned_for,
        f"the appointment is for {now.planned_for}; agree on another day to hold it then",
        held_on=asked.on,
        appointment=now.planned_for,
    )
    steps = {
        "safety": asked.safety_gone_through,
        "agenda": asked.agenda_feasible,
        "reporting": asked.reporting_explained,
    }
    require(
        R_79,
        all(steps.values()),
        "go through safety, an agenda that can be carried out, and how is reported and graded; "
        "or agree another agenda or day",
        **steps,
    )
    agreement = at.file.agreement_on(asked.on)
    return AuditOpened(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_3,
        kind=now.kind,
        agreement="" if agreement is None else agreement.matter,
        safety_gone_through=asked.safety_gone_through,
        agenda_feasible=asked.agenda_feasible,
        reporting_explained=asked.reporting_explained,
    )


@action(RecordObservation, by=AUDITOR, place=AT_6_1_3, when=in_progress)
def record_observation(asked: RecordObservation, at: Situation[CentreFile]) -> Facts:
    """Record what was observed, and whether it meets the norm."""
    now = audit_of_this_auditor(at, asked.audit, "in-progress")
    about_training(asked.covers, now.matter)
    return ObservationRecorded(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_3,
        norm=asked.norm,
        meets=asked.meets,
        what=asked.what,
    )


@action(ShareFindings, by=AUDITOR, place=AT_6_1_3, when=in_progress)
def share_provisional_findings(asked: ShareFindings, at: Situation[CentreFile]) -> Facts:
    """Share the provisional findings with the centre; none may have been found."""
    now = audit_of_this_auditor(at, asked.audit, "in-progress")
    return FindingsShared(
        matter=now.matter, on=asked.on, basis=AT_6_1_3, findings=len(now.findings)
    )
