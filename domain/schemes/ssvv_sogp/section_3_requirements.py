"""3, 4 What a centre demonstrably meets (Algemene/organisatorische eisen)

- It is demonstrably expert and experienced in training (3(a)), and has the facilities that the
  qualifications take (3(c)).
- It is ISO 9001 certified or works by an equal quality management system (3(d)); SSVV may ask to
  see audit and annual reports, for instance in an audit.
- Facilities and material of others are allowed under demonstrable arrangements, which SSVV may
  see on request; the centre answers for their soundness in all cases.

What is asked to be demonstrable is filed as evidence, and judged by people; what does not meet is
remarked on, and becomes a finding in an audit.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Place, Refused, Remark, Rule, weigh
from domain.personal import Content, Evidence, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.requirement import (
    EvidenceFiled,
    RequirementJudged,
    requirement_matter,
)
from domain.schemes.ssvv_sogp.roles import AUDITOR, CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_2_partners import R_30
from domain.schemes.ssvv_sogp.section_3_1_1_integrity import R_19, R_20, R_21
from domain.schemes.ssvv_sogp.section_3_1_2_personal_data import R_27
from domain.schemes.ssvv_sogp.section_3_1_3_irregularities import R_28
from domain.schemes.ssvv_sogp.section_3_1_participants import R_16
from domain.schemes.ssvv_sogp.section_3_1_safety import R_13, R_14, SAFETY
from domain.schemes.ssvv_sogp.section_4_1_assessment import CURRENT_EXPERTISE, R_02
from domain.schemes.ssvv_sogp.section_4_2_trainers import R_44
from domain.schemes.ssvv_sogp.section_4_3_facilities import R_53, R_54
from domain.schemes.ssvv_sogp.standing import audit_named
from domain.words import Code, Line, Prose

AT_3 = section("3")

R_01 = Rule(
    id="R-01", place=section("3(a)"), says="demonstrably expert and experienced in training"
)
R_03 = Rule(
    id="R-03", place=section("3(c)"), says="facilities enough for the qualifications recognised"
)
R_04 = Rule(
    id="R-04", place=section("3(d)"), says="ISO 9001 certified, or an equal quality management"
)
R_06 = Rule(
    id="R-06",
    place=AT_3,
    says="facilities of others are used under demonstrable arrangements that SSVV may see",
)
R_07 = Rule(
    id="R-07",
    place=AT_3,
    says="the centre answers for the soundness of all it uses, borrowed or not",
)
R_08 = Rule(id="R-08", place=AT_3, says="SSVV may ask to see audit and annual reports")

REQUIREMENTS = {
    "expertise": R_01,
    CURRENT_EXPERTISE: R_02,
    "facilities": R_03,
    "quality-management": R_04,
    "arrangements-with-suppliers": R_06,
    "soundness": R_07,
    "quality-reports": R_08,
    SAFETY: R_13,
    "safety-of-participants": R_14,
    "learning-goals": R_16,
    "proper-training": R_19,
    "training-apart-from-examining": R_20,
    "stories-without-names": R_21,
    "data-protection": R_27,
    "policy-on-irregularities": R_28,
    "aims-of-the-scheme": R_30,
    "hired-personnel": R_44,
    "realistic-facilities": R_53,
    "best-practice": R_54,
}


class FileEvidence(Command):
    """File evidence that a requirement is met: what it is, of which day, good until when."""

    name = "file-evidence"
    requirement: Code
    kind: Code
    dated: Day
    until: Day | None = None
    qualification: Code | None = None
    location: Code | None = None
    evidence: Personal[Evidence, Line]


class JudgeRequirement(Command):
    """Judge whether a requirement is met, from what was filed or seen in an audit."""

    name = "judge-requirement"
    requirement: Code
    meets: bool
    audit: Code | None = None
    findings: Personal[Content, Prose]


def rule_of(requirement: str) -> Rule:
    """The rule behind a requirement. Raises Refused for one that the text does not have."""
    if requirement not in REQUIREMENTS:
        listed = ", ".join(REQUIREMENTS)
        raise Refused(f"{requirement} is not asked of a centre; give one of {listed}", AT_3)
    return REQUIREMENTS[requirement]


@action(FileEvidence, by=CENTRE | SSVV | AUDITOR, place=AT_3)
def file_evidence(asked: FileEvidence, at: Situation[CentreFile]) -> Facts:
    """File evidence that a requirement is met: what it is, of which day, good until when."""
    rule = rule_of(asked.requirement)
    if asked.dated > asked.on:
        raise Refused(f"evidence is of {asked.on} or before; it is dated later", rule.place)
    if asked.location is not None and asked.location not in at.file.centre.locations:
        raise Refused(f"{asked.location} is no location of the centre; name it first", AT_3)
    return EvidenceFiled(
        matter=requirement_matter(asked.requirement),
        on=asked.on,
        basis=rule.place,
        requirement=asked.requirement,
        kind=asked.kind,
        dated=asked.dated,
        until=asked.until,
        qualification=asked.qualification or "",
        location=asked.location or "",
        evidence=asked.evidence,
    )


@action(JudgeRequirement, by=SSVV | AUDITOR, place=AT_3)
def judge_requirement(asked: JudgeRequirement, at: Situation[CentreFile]) -> Facts:
    """Judge whether a requirement is met; what is not met is remarked on, and never refused."""
    rule = rule_of(asked.requirement)
    if asked.audit is not None:
        audit_named(at, asked.audit)
    _something_shows_it(asked, rule.place, at)
    meets = weigh(rule, asked.meets, requirement=asked.requirement)
    remark = Remark(says=f"not met: {rule.says}", place=rule.place)
    return RequirementJudged(
        matter=requirement_matter(asked.requirement),
        on=asked.on,
        basis=rule.place,
        remarks=() if meets else (remark,),
        requirement=asked.requirement,
        meets=asked.meets,
        audit=asked.audit or "",
        findings=asked.findings,
    )


def _something_shows_it(asked: JudgeRequirement, place: Place, at: Situation[CentreFile]) -> None:
    """What is found to be met was shown: by evidence on file, or in an audit."""
    now = at.file.requirements.get(requirement_matter(asked.requirement))
    if asked.meets and asked.audit is None and (now is None or not now.filed):
        raise Refused("nothing on file shows it; file evidence, or name the audit", place)
