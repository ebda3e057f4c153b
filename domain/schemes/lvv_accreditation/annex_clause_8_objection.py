"""An.8(a). Objection to a decision of LVV (bezwaar)

- When an applicant or holder objects to a decision of LVV, advice is asked of a committee of
  experts on how the criteria are to be read.

The text gives no term to object in (B-19), and does not say that an objection suspends the
decision: it does not (B-18).
"""

from collections.abc import Callable

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationWithdrawn,
    FineImposed,
)
from domain.schemes.lvv_accreditation.record.application import ApplicationRejected
from domain.schemes.lvv_accreditation.record.remedy import (
    ExpertAdviceGiven,
    ExpertAdviceRequested,
    Objection,
    ObjectionAnswered,
    ObjectionFiled,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, EXPERTS, PROVIDER
from domain.words import Prose

AN_8 = annex(8)
DECISIONS = (
    ApplicationRejected,
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationWithdrawn,
    FineImposed,
)


class FileObjection(Command):
    """Object to a decision in this file, by the number of its fact."""

    name = "file-objection"
    decision: int
    grounds: Personal[Content, Prose]


class RequestExpertAdvice(Command):
    """Ask the committee of experts how the criteria are to be read."""

    name = "request-expert-advice"
    question: Personal[Content, Prose]


class GiveExpertAdvice(Command):
    """Advise how the criteria are to be read."""

    name = "give-expert-advice"
    advice: Personal[Content, Prose]


class AnswerObjection(Command):
    """Answer the objection, with reasons, after the experts advised."""

    name = "answer-objection"
    upheld: bool
    reasons: Personal[Content, Prose]


@action(FileObjection, by=PROVIDER, place=AN_8("a"))
def file_objection(asked: FileObjection, at: Situation[TrainingFile]) -> Facts:
    """Object to a decision of LVV in this file."""
    contested = at.case.fact(asked.decision)
    if contested is None or not isinstance(contested.fact, DECISIONS):
        decided = [str(r.version) for r in at.case.trail if isinstance(r.fact, DECISIONS)]
        listed = ", ".join(decided) or "none yet"
        raise Refused(f"{asked.decision} is no decision; give one of: {listed}", AN_8("a"))
    return ObjectionFiled(
        matter=at.file.next_matter("objection"),
        on=asked.on,
        basis=AN_8("a"),
        decision=asked.decision,
        grounds=asked.grounds,
    )


def objection_that(at: Situation[TrainingFile], stands: str) -> Objection:
    """The oldest objection that stands so."""
    for one in at.file.objections.values():
        if one.standing == stands:
            return one
    raise Refused(f"no objection stands {stands}", AN_8("a"))


def an_objection(stands: str) -> Callable[[Situation[TrainingFile]], Objection]:
    return lambda at: objection_that(at, stands)


@action(RequestExpertAdvice, by=BOARD, place=AN_8("a"), when=an_objection("filed"))
def request_expert_advice(asked: RequestExpertAdvice, at: Situation[TrainingFile]) -> Facts:
    """Ask the committee of experts how the criteria are to be read."""
    matter = objection_that(at, "filed").matter
    return ExpertAdviceRequested(
        matter=matter, on=asked.on, basis=AN_8("a"), question=asked.question
    )


@action(GiveExpertAdvice, by=EXPERTS, place=AN_8("a"), when=an_objection("with-experts"))
def give_expert_advice(asked: GiveExpertAdvice, at: Situation[TrainingFile]) -> Facts:
    """Advise how the criteria are to be read."""
    matter = objection_that(at, "with-experts").matter
    return ExpertAdviceGiven(matter=matter, on=asked.on, basis=AN_8("a"), advice=asked.advice)


@action(AnswerObjection, by=BOARD, place=AN_8("a"), when=an_objection("advised"))
def answer_objection(asked: AnswerObjection, at: Situation[TrainingFile]) -> Facts:
    """Answer the objection, with reasons, after the experts advised."""
    return ObjectionAnswered(
        matter=objection_that(at, "advised").matter,
        on=asked.on,
        basis=AN_8("a"),
        upheld=asked.upheld,
        reasons=asked.reasons,
    )
