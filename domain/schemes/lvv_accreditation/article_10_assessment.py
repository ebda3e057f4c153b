"""10. Assessment by Hobéon (Toetsing door Hobéon)

- A training is assessed by an auditor (quality expert) and a content expert in the field of
  confidential advisers; a second content expert is optional.
- Hobéon assesses as independent supervisor; it appoints the auditor on experience, expertise or
  the conditions of the norm.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_03_documents import R_06, lacking
from domain.schemes.lvv_accreditation.record.investigation import (
    AssessmentRecorded,
    Capacity,
    Investigation,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import ASSESSORS
from domain.schemes.lvv_accreditation.standing import investigated, the_investigated
from domain.words import Code, Prose

AT_10 = article(10)
INDEPENDENT = AT_10.read("SOD-A8: who acted for the provider does not assess its training")
CAPACITY_OF: dict[Capacity, str] = {
    "quality": "quality-auditor",
    "content": "content-expert",
    "second-content": "content-expert",
}
R_40 = Rule(
    id="R-40",
    place=AT_10,
    says="assessed by two at least: a quality auditor and a content expert, not the same person",
)


class RecordAssessment(Command):
    """Record how an expert assesses the training, in which capacity."""

    name = "record-assessment"
    matter: Code
    capacity: Capacity
    meets: bool
    findings: Personal[Content, Prose]


@action(RecordAssessment, by=ASSESSORS, place=AT_10, when=investigated)
def record_assessment(asked: RecordAssessment, at: Situation[TrainingFile]) -> Facts:
    """Record how an expert assesses the training; on documents that cover every criterion."""
    matter = the_investigated(at, asked.matter)
    now = at.file.investigations.get(matter) or Investigation(matter=matter)
    _is_independent(asked, at, now)
    missing = lacking(now.offer)
    covered = weigh(R_06, not missing, lacking=len(missing))
    if asked.meets and not covered:
        raise Refused(
            f"the documents do not cover {', '.join(missing)}; the criteria can't be met",
            R_06.place,
            R_06.id,
        )
    return AssessmentRecorded(
        matter=matter,
        on=asked.on,
        basis=AT_10,
        capacity=asked.capacity,
        meets=asked.meets,
        findings=asked.findings,
    )


def _is_independent(
    asked: RecordAssessment, at: Situation[TrainingFile], now: Investigation
) -> None:
    """The right role, another person than in the other capacities, and none of the provider's."""
    role = CAPACITY_OF[asked.capacity]
    require(R_40, at.by.role == role, f"{asked.capacity} is assessed by a {role}", role=at.by.role)
    elsewhere = {one.by for kind, one in now.assessments.items() if kind != asked.capacity}
    require(
        R_40,
        at.by.id not in elsewhere,
        "one person does not assess in two capacities; another expert does",
        in_another_capacity=at.by.id in elsewhere,
    )
    providers = {record.by.id for record in at.case.trail if record.by.role == "provider"}
    if at.by.id in providers:
        raise Refused("who acted for the provider does not assess its training", INDEPENDENT)


def two_have_assessed(now: Investigation | None) -> None:
    """Refused while the auditor or the content expert has not assessed (R-40)."""
    done = now.assessments if now else {}
    require(
        R_40,
        "quality" in done and "content" in done,
        "a quality auditor and a content expert both assess the training before the advice",
        quality="quality" in done,
        content="content" in done,
    )
