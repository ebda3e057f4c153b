"""6.1.4 Report (Rapportage)

- A report is made of every audit. It holds at least: a summary of the findings; remarks of the
  auditee, if any; what was observed, with the judgement whether it meets the norms; the persons
  involved, auditor and (interviewed) staff of the centre.
- SSVV sends it to the centre and asks for a reaction to the findings. When there are no findings
  an acknowledgement of receipt is enough.

What the centre answers: section_6_1_5_follow_up.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.personal import Content, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    AuditeeRemarksRecorded,
    ReportFinalised,
    ReportSent,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import AUDITOR, SSVV
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import R_81
from domain.schemes.ssvv_sogp.standing import an_audit, audit_named, audit_of_this_auditor
from domain.words import Code, Prose

AT_6_1_4 = section("6.1.4")

R_82 = Rule(
    id="R-82",
    place=AT_6_1_4,
    says="every audit has a report: summary, auditee's remarks, what was observed, persons",
)


class RecordAuditeeRemarks(Command):
    """Record what the auditee remarks for the report; nothing given says: no remarks."""

    name = "record-auditee-remarks"
    audit: Code
    said: Personal[Content, Prose] | None = None


class FinaliseReport(Command):
    """Finish the report of an audit; observations and remarks are in it from the file."""

    name = "finalise-report"
    audit: Code
    summary: Personal[Content, Prose] | None = None
    persons: Personal[Identity, Prose] | None = None


class SendReport(Command):
    """Send the report of an audit to the centre, with what is asked of it."""

    name = "send-report"
    audit: Code


def held(at: Situation[CentreFile]) -> None:
    an_audit(at, "in-progress", "findings-shared")


def findings_shared(at: Situation[CentreFile]) -> None:
    an_audit(at, "findings-shared")


def to_be_sent(at: Situation[CentreFile]) -> None:
    an_audit(at, "reported")


@action(RecordAuditeeRemarks, by=AUDITOR, place=AT_6_1_4, when=findings_shared)
def record_auditee_remarks(asked: RecordAuditeeRemarks, at: Situation[CentreFile]) -> Facts:
    """Record what the auditee remarks for the report, if anything."""
    now = audit_of_this_auditor(at, asked.audit, "findings-shared")
    return AuditeeRemarksRecorded(matter=now.matter, on=asked.on, basis=AT_6_1_4, said=asked.said)


@action(FinaliseReport, by=AUDITOR, place=AT_6_1_4, when=held)
def finalise_report(asked: FinaliseReport, at: Situation[CentreFile]) -> Facts:
    """Finish the report of an audit: it holds at least what the text asks for."""
    now = audit_of_this_auditor(at, asked.audit, "in-progress", "findings-shared")
    shared = now.standing == "findings-shared"
    require(R_81, shared, "share the provisional findings first", shared=shared)
    holds = {
        "summary": asked.summary is not None,
        "auditee_heard": now.auditee_heard,
        "observations": bool(now.observations),
        "persons": asked.persons is not None,
    }
    lacking = ", ".join(part for part, there in holds.items() if not there)
    require(R_82, not lacking, f"the report lacks: {lacking}", **holds)
    assert asked.summary is not None  # noqa: S101  required above
    assert asked.persons is not None  # noqa: S101  required above
    return ReportFinalised(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_4,
        summary=asked.summary,
        observations=len(now.observations),
        persons=asked.persons,
    )


@action(SendReport, by=SSVV, place=AT_6_1_4, when=to_be_sent)
def send_report(asked: SendReport, at: Situation[CentreFile]) -> Facts:
    """Send the report to the centre; it keeps the class of each finding on this day."""
    now = audit_named(at, asked.audit, "reported")
    return ReportSent(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_4,
        asks="reaction" if now.findings else "acknowledgement",
        grades={number: one.grade for number, one in now.findings.items()},
    )
