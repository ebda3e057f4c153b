"""3.1.2 Recognised exam centres (SOG-P erkende examencentra)

- Centres share participants' data with exam centres that SSVV recognises. How an exam centre is
  recognised stands in another handbook; here is on file which ones are, and from when to when.
"""

from collections.abc import Mapping
from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import (
    EXAM_CENTRES,
    ExamCentreEnded,
    ExamCentreRecognised,
    OwnFile,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code

AT_3_1_2 = section("3.1.2")


class RecogniseExamCentre(Command):
    """Record that SSVV recognises an exam centre, from today."""

    name = "recognise-exam-centre"
    exam_centre: Code


class EndExamCentre(Command):
    """Record that SSVV no longer recognises an exam centre, from today."""

    name = "end-exam-centre"
    exam_centre: Code


def exam_centre_recognised(law: Law, exam_centre: str, day: date) -> bool:
    """Whether SSVV recognises this exam centre on a day."""
    held: Mapping[str, tuple[date, date | None]] = law.settings.get(EXAM_CENTRES, {})
    if exam_centre not in held:
        return False
    since, ended = held[exam_centre]
    return since <= day and (ended is None or day < ended)


def is_held(at: Situation[OwnFile], exam_centre: str) -> bool:
    return exam_centre in at.file.exam_centres and at.file.exam_centres[exam_centre][1] is None


def matter_of(exam_centre: str) -> str:
    return f"exam-centre-{exam_centre}"


@action(RecogniseExamCentre, by=SSVV, place=AT_3_1_2)
def recognise_exam_centre(asked: RecogniseExamCentre, at: Situation[OwnFile]) -> Facts:
    """Record that SSVV recognises an exam centre, from today."""
    if is_held(at, asked.exam_centre):
        raise Refused(f"{asked.exam_centre} is recognised already", AT_3_1_2)
    return ExamCentreRecognised(
        matter=matter_of(asked.exam_centre),
        on=asked.on,
        basis=AT_3_1_2,
        exam_centre=asked.exam_centre,
    )


@action(EndExamCentre, by=SSVV, place=AT_3_1_2)
def end_exam_centre(asked: EndExamCentre, at: Situation[OwnFile]) -> Facts:
    """Record that SSVV no longer recognises an exam centre, from today."""
    if not is_held(at, asked.exam_centre):
        raise Refused(f"{asked.exam_centre} is not recognised", AT_3_1_2)
    return ExamCentreEnded(
        matter=matter_of(asked.exam_centre),
        on=asked.on,
        basis=AT_3_1_2,
        exam_centre=asked.exam_centre,
    )
