"""6.1.3 Findings and their classes (Uitvoering)

- Findings are classified: Major non-conformity, Minor non-conformity, Observatie, Opmerking.
- What the auditor shares at the end of the audit is provisional; how findings are dealt with is
  discussed afterwards (5.3).

So the class may change, with its reason, as long as the audit is not formally closed. The report
keeps the class that stood on the day it was sent; the file shows both.
"""

from collections.abc import Mapping
from typing import get_args

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import (
    Finding,
    FindingReclassified,
    FindingRecorded,
    Grade,
)
from domain.schemes.ssvv_sogp.record.irregularity import Side
from domain.schemes.ssvv_sogp.roles import AUDITOR
from domain.schemes.ssvv_sogp.section_6_1_2_agenda import can_be_about
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import R_79
from domain.schemes.ssvv_sogp.section_6_oversight import about_training
from domain.schemes.ssvv_sogp.standing import an_audit, audit_of_this_auditor, finding_of
from domain.words import Code, Prose

AT_6_1_3 = section("6.1.3")
UNTIL_CLOSED = AT_6_1_3.read("provisional at the end of the audit, discussed after it (5.3)")
GRADES: Mapping[str, Grade] = {grade: grade for grade in get_args(Grade)}
"""The four classes, the heaviest first."""
NOT_CLOSED = (
    "in-progress",
    "findings-shared",
    "reported",
    "awaiting-reaction",
    "under-review",
    "ready-to-close",
)

R_80 = Rule(
    id="R-80",
    place=AT_6_1_3,
    says="a finding is a Major or Minor non-conformity, an Observation or a Remark",
)


class RecordFinding(Command):
    """Record a finding of an audit, graded; with the qualification when it is about one."""

    name = "record-finding"
    audit: Code
    grade: Code
    norm: Code
    qualification: Code | None = None
    what: Personal[Content, Prose]
    covers: Side = "training"


class ReclassifyFinding(Command):
    """Put a finding into another class, with the reason."""

    name = "reclassify-finding"
    audit: Code
    finding: int
    grade: Code
    because: Personal[Content, Prose]


def opened(at: Situation[CentreFile]) -> None:
    """Findings come after the opening, in which their classes are explained."""
    in_progress = any(one.standing == "in-progress" for one in at.file.audits.values())
    require(R_79, in_progress, "open the audit first", in_progress=in_progress)


def graded(grade: str) -> Grade:
    """The class of this name. Refused for a fifth one."""
    listed = ", ".join(GRADES)
    require(R_80, grade in GRADES, f"{grade} is no class; give one of {listed}", grade=grade)
    return GRADES[grade]


@action(RecordFinding, by=AUDITOR, place=AT_6_1_3, when=opened)
def record_finding(asked: RecordFinding, at: Situation[CentreFile]) -> Facts:
    """Record a finding of an audit, in one of the four classes."""
    now = audit_of_this_auditor(at, asked.audit, "in-progress")
    about_training(asked.covers, now.matter)
    grade = graded(asked.grade)
    known = can_be_about(at, now)
    if asked.qualification is not None and asked.qualification not in known:
        raise Refused(
            f"the centre has no {asked.qualification} in {now.location}; give one of "
            f"{', '.join(sorted(known))}, or none for a finding about the whole",
            AT_6_1_3,
        )
    return FindingRecorded(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_3,
        finding=len(now.findings) + 1,
        grade=grade,
        norm=asked.norm,
        qualification=asked.qualification or "",
        location=now.location if asked.qualification else "",
        what=asked.what,
    )


def has_findings(at: Situation[CentreFile]) -> None:
    an_audit(at, *NOT_CLOSED)


@action(ReclassifyFinding, by=AUDITOR, place=UNTIL_CLOSED, when=has_findings)
def reclassify_finding(asked: ReclassifyFinding, at: Situation[CentreFile]) -> Facts:
    """Put a finding into another class, with the reason, before the audit is closed."""
    now = audit_of_this_auditor(at, asked.audit, *NOT_CLOSED)
    finding = finding_of(now, asked.finding)
    grade = graded(asked.grade)
    if grade == finding.grade:
        raise Refused(f"finding {finding.number} is {grade} already", UNTIL_CLOSED)
    _not_judged_as_lighter(finding, grade)
    return FindingReclassified(
        matter=now.matter,
        on=asked.on,
        basis=UNTIL_CLOSED,
        finding=finding.number,
        was=finding.grade,
        grade=grade,
        because=asked.because,
    )


def _not_judged_as_lighter(finding: Finding, grade: Grade) -> None:
    """What SSVV accepted as an answer to a lighter finding is no answer yet to a heavier one."""
    order = list(GRADES)
    if not finding.is_open and order.index(grade) < order.index(finding.grade):
        raise Refused(
            f"SSVV accepted the follow-up of finding {finding.number} as {finding.grade}; it asks "
            "for more before the finding becomes heavier",
            UNTIL_CLOSED,
        )
