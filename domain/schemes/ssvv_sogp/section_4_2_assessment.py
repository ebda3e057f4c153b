"""4.2 Trainers: what is asked of them (Eisen aan trainers/docenten)

- Trainers meet the criteria that the WBC set, in the qualification document or the specification
  sheet ("Criteria docent").
- Every trainer has demonstrable experience in the trade of the qualifications taught, and
  demonstrable training or experience as a trainer; sets an example in safety; knows the equipment
  used, manuals included; holds a valid VOL-VCA diploma, or its equal; a valid SOG-P diploma of the
  qualifications taught, or its equal; and other diplomas that the WBC may require.

On which days a trainer may teach: section_4_2_teaching_days.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Remark, Rule, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.trainer import (
    Requirement,
    Trainer,
    TrainerAssessed,
)
from domain.schemes.ssvv_sogp.roles import AUDITOR, CENTRE
from domain.schemes.ssvv_sogp.section_2_2_qualifications import catalogue_that_has
from domain.schemes.ssvv_sogp.section_2_3_norms import documents_of, norms_in_force
from domain.schemes.ssvv_sogp.section_4_2_evidence import (
    OF_A_QUALIFICATION,
    R_46,
    R_50,
    R_52,
)
from domain.schemes.ssvv_sogp.section_4_2_reassessment import changed_on
from domain.schemes.ssvv_sogp.section_4_2_trainers import R_44, a_trainer, trainer_named
from domain.words import Code

AT_4_2 = section("4.2")

R_45 = Rule(id="R-45", place=AT_4_2, says="a trainer meets the criteria that the WBC set")
R_47 = Rule(id="R-47", place=AT_4_2, says="a trainer is trained or experienced as a trainer")
R_48 = Rule(id="R-48", place=AT_4_2, says="a trainer sets an example in safety")
R_49 = Rule(
    id="R-49", place=AT_4_2, says="a trainer knows the equipment of the course and its manuals"
)
R_51 = Rule(
    id="R-51",
    place=AT_4_2,
    says="a trainer holds a valid SOG-P diploma of each qualification taught, or its equal",
)
OF_EVERY_TRAINER: dict[Requirement, Rule] = {
    "criteria": R_45,
    "field-experience": R_46,
    "teaching": R_47,
    "safe-example": R_48,
    "equipment": R_49,
    "vol-vca": R_50,
    "sogp-diploma": R_51,
}
OTHER_DIPLOMA: Requirement = "other-diploma"


class AssessTrainer(Command):
    """Assess whether a trainer meets every requirement of a qualification."""

    name = "assess-trainer"
    trainer: Code
    qualification: Code


@action(AssessTrainer, by=CENTRE | AUDITOR, place=AT_4_2, when=a_trainer)
def assess_trainer(asked: AssessTrainer, at: Situation[CentreFile]) -> Facts:
    """Assess whether a trainer meets every requirement of a qualification, from what is shown."""
    now = trainer_named(at, asked.trainer)
    catalogue_that_has(at.law, at.on, asked.qualification)
    lacking = (
        *(
            needed
            for needed, rule in OF_EVERY_TRAINER.items()
            if not weigh(rule, _is_shown(now, needed, asked, at.law), requirement=needed)
        ),
        *_other_diplomas_lacking(now, asked, at.law),
    )
    if not now.employed:
        weigh(R_44, not lacking, lacking=len(lacking))
    remark = Remark(says=f"lacking: {', '.join(lacking)}", place=AT_4_2)
    return TrainerAssessed(
        matter=now.matter,
        on=asked.on,
        basis=AT_4_2,
        remarks=(remark,) if lacking else (),
        qualification=asked.qualification,
        norms=norms_in_force(at.law, asked.qualification, asked.on),
        lacking=lacking,
    )


def _is_shown(now: Trainer, needed: Requirement, asked: AssessTrainer, law: Law) -> bool:
    """Shown and good today; of this very qualification where it must be; under these criteria."""
    shown = now.shows(needed, asked.qualification, asked.on)
    if needed in OF_A_QUALIFICATION:
        shown = tuple(one for one in shown if one.qualification == asked.qualification)
    if needed == "criteria" and (changed := changed_on(law, asked.qualification, asked.on)):
        return any(one.since is not None and one.since >= changed for one in shown)
    return bool(shown)


def _other_diplomas_lacking(now: Trainer, asked: AssessTrainer, law: Law) -> tuple[str, ...]:
    held = {one.diploma for one in now.shows(OTHER_DIPLOMA, asked.qualification, asked.on)}
    documents = documents_of(law, asked.qualification, asked.on)
    required = documents[-1].diplomas if documents else ()
    lacking = tuple(one for one in required if one not in held)
    if required:
        weigh(R_52, not lacking, required=len(required), lacking=len(lacking))
    return lacking
