"""3.1.2 Personal data (Bescherming persoonsgegevens)

- The centre registers personal data of participants and shares them with SOG-P recognised exam
  centres, so that exams can be held and diplomas registered in the CDR.
- It has the technical and organisational measures that the GDPR (AVG) takes; parties keep to the
  GDPR in what they exchange, and safeguard the rights of those concerned.
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Remark, Rule, require, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import DiplomasSeen, ParticipantDataShared
from domain.schemes.ssvv_sogp.roles import CENTRE, CLERK, SSVV
from domain.schemes.ssvv_sogp.section_3_1_2_exam_centres import exam_centre_recognised
from domain.schemes.ssvv_sogp.section_3_1_participants import course_named
from domain.words import Code

AT_3_1_2 = section("3.1.2")
PURPOSE = "exam-and-registration"

R_26 = Rule(
    id="R-26",
    place=AT_3_1_2,
    says="participants' data go to recognised exam centres only, for exam and registration",
)
R_27 = Rule(id="R-27", place=AT_3_1_2, says="personal data are exchanged as the GDPR asks, safely")


class ShareParticipantData(Command):
    """Share the data of the participants of a course with an exam centre, for a purpose."""

    name = "share-participant-data"
    course: Code
    exam_centre: Code
    purpose: Code
    encrypted: bool


class RecordDiplomas(Command):
    """Record how many diplomas of a course the CDR has."""

    name = "record-diplomas"
    course: Code
    diplomas: Annotated[int, Field(ge=0, le=10_000)]


def a_course_was_held(at: Situation[CentreFile]) -> None:
    if not any(one.held_on is not None for one in at.file.courses.values()):
        raise Refused("no course was held", AT_3_1_2)


@action(ShareParticipantData, by=CENTRE, place=AT_3_1_2, when=a_course_was_held)
def share_participant_data(asked: ShareParticipantData, at: Situation[CentreFile]) -> Facts:
    """Share the data of the participants of a course with a recognised exam centre."""
    course = course_named(at, asked.course, "held", "shared")
    recognised = exam_centre_recognised(at.law, asked.exam_centre, asked.on)
    require(
        R_26,
        recognised and asked.purpose == PURPOSE,
        f"share them with an exam centre that SSVV recognises, for {PURPOSE}",
        recognised=recognised,
        purpose=asked.purpose,
    )
    safe = weigh(R_27, asked.encrypted, encrypted=asked.encrypted)
    remark = Remark(says="sent in the open; send them encrypted", place=R_27.place)
    return ParticipantDataShared(
        matter=course.matter,
        on=asked.on,
        basis=AT_3_1_2,
        remarks=() if safe else (remark,),
        exam_centre=asked.exam_centre,
        purpose=asked.purpose,
        encrypted=asked.encrypted,
    )


@action(RecordDiplomas, by=SSVV | CLERK, place=AT_3_1_2, when=a_course_was_held)
def record_diplomas(asked: RecordDiplomas, at: Situation[CentreFile]) -> Facts:
    """Record how many diplomas of a course the CDR has."""
    course = course_named(at, asked.course, "shared")
    return DiplomasSeen(matter=course.matter, on=asked.on, basis=AT_3_1_2, diplomas=asked.diplomas)
