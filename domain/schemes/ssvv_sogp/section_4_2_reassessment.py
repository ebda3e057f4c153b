"""4.2, 2.3 Trainers assessed anew (Eisen aan trainers/docenten)

- The criteria for trainers stand in the qualification document ("Criteria docent"); when a new
  document changes them, they are to be met from the day from which it holds.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.own_file import Document
from domain.schemes.ssvv_sogp.record.trainer import TrainerReassessmentRequired
from domain.schemes.ssvv_sogp.roles import CLERK, SSVV
from domain.schemes.ssvv_sogp.section_2_3_norms import documents_of
from domain.schemes.ssvv_sogp.section_4_2_trainers import a_trainer, trainer_named
from domain.words import Code

AT_4_2 = section("4.2")


class RequireReassessment(Command):
    """Ask that a trainer is assessed anew: a new document changed the criteria."""

    name = "require-reassessment"
    trainer: Code
    qualification: Code


def changed_on(law: Law, qualification: str, day: date) -> date | None:
    """The day from which the criteria for trainers last changed, if a document changed them."""
    changed = latest_change(law, qualification, day)
    return None if changed is None else changed.since


def latest_change(law: Law, qualification: str, day: date) -> Document | None:
    documents = documents_of(law, qualification, day)
    return next((one for one in reversed(documents) if one.criteria_changed), None)


@action(RequireReassessment, by=SSVV | CLERK, place=AT_4_2, when=a_trainer)
def require_reassessment(asked: RequireReassessment, at: Situation[CentreFile]) -> Facts:
    """Ask that a trainer is assessed anew: a document in force changed the criteria."""
    now = trainer_named(at, asked.trainer)
    changed = latest_change(at.law, asked.qualification, asked.on)
    if changed is None:
        raise Refused(f"no document changed the criteria of {asked.qualification}", AT_4_2)
    if not now.qualified.get(asked.qualification):
        raise Refused(f"{now.matter} is not found qualified for {asked.qualification}", AT_4_2)
    return TrainerReassessmentRequired(
        matter=now.matter,
        on=asked.on,
        basis=AT_4_2,
        qualification=asked.qualification,
        document=changed.id,
    )
