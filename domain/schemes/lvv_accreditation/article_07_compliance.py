"""7(1). Keeping to the criteria (Compliance)

- While the accreditation holds, the holder keeps meeting the criteria about training and
  provider; An.1(b) says the same.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_15_teacher import is_fit
from domain.schemes.lvv_accreditation.record.compliance import TeacherReplaced
from domain.schemes.lvv_accreditation.record.offer import Teacher
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import PROVIDER
from domain.schemes.lvv_accreditation.standing import in_force

AT_7 = article(7)
R_12 = Rule(
    id="R-12",
    place=AT_7(1),
    says="training and provider keep meeting the criteria while the accreditation holds",
)


class ReplaceTeacher(Command):
    """Report that another teacher gives the training, with what shows that he may."""

    name = "replace-teacher"
    teacher: Teacher


@action(ReplaceTeacher, by=PROVIDER, place=AT_7(1), when=in_force)
def replace_teacher(asked: ReplaceTeacher, at: Situation[TrainingFile]) -> Facts:
    """Report that another teacher gives the training, who meets 15."""
    one = asked.teacher
    require(
        R_12,
        is_fit(one),
        f"teacher {one.teacher} does not meet 15; name one who does, or report a deviation",
        hbo_level=one.hbo_level,
        experience=one.experience,
        sees_the_role=one.sees_the_role,
    )
    return TeacherReplaced(matter=in_force(at).matter, on=asked.on, basis=AT_7(1), teacher=one)
