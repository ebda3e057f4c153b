"""3.1.1 Staff who sit exams (Geheimhouding)

- As exam items serve for nothing but earning a diploma, staff of a centre may not sit again an
  exam that they have passed.
"""

from datetime import date, timedelta
from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Remark, Rule, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.access import (
    Access,
    ExamAttemptRegistered,
    ExamPassed,
    RetakeRefused,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, EXAM_CENTRE
from domain.schemes.ssvv_sogp.section_3_1_1_confidentiality import access_of
from domain.schemes.ssvv_sogp.settings import RETAKE_WINDOW_DAYS
from domain.words import Code

AT_3_1_1 = section("3.1.1")
RENEWAL = RETAKE_WINDOW_DAYS.place

R_25 = Rule(id="R-25", place=AT_3_1_1, says="staff do not sit again an exam that they have passed")


class RegisterExamAttempt(Command):
    """Register that somebody of the centre's staff wants to sit an exam."""

    name = "register-exam-attempt"
    person: UUID
    exam: Code


class RecordExamPassed(Command):
    """Record that somebody of the staff passed an exam; the diploma is good until a day."""

    name = "record-exam-passed"
    person: UUID
    exam: Code
    until: Day | None = None


def _known(at: Situation[CentreFile], person: UUID) -> Access:
    now = access_of(at, person)
    if now is None:
        raise Refused("this person is not known here; the declaration is signed first", AT_3_1_1)
    return now


def somebody_signed(at: Situation[CentreFile]) -> None:
    if not at.file.accesses:
        raise Refused("nobody has signed the confidentiality declaration", AT_3_1_1)


@action(RegisterExamAttempt, by=EXAM_CENTRE | CENTRE, place=AT_3_1_1, when=somebody_signed)
def register_exam_attempt(asked: RegisterExamAttempt, at: Situation[CentreFile]) -> Facts:
    """Register an attempt of staff; a passed exam is sat again only to renew a diploma."""
    now = _known(at, asked.person)
    diplomas = _diplomas(now, asked.exam, at)
    window = timedelta(days=RETAKE_WINDOW_DAYS.number(at.law) or 0)
    may = all(until is not None and asked.on >= until - window for until in diplomas)
    renewal = bool(diplomas)
    if not weigh(R_25, may, exam=asked.exam, passed=len(diplomas)):
        return RetakeRefused(matter=now.matter, on=asked.on, basis=AT_3_1_1, exam=asked.exam)
    renewed = Remark(says="sat again to renew a diploma that ends", place=RENEWAL)
    return ExamAttemptRegistered(
        matter=now.matter,
        on=asked.on,
        basis=RENEWAL if renewal else AT_3_1_1,
        remarks=(renewed,) if renewal else (),
        exam=asked.exam,
        renewal=renewal,
    )


def _diplomas(now: Access, exam: str, at: Situation[CentreFile]) -> tuple[date | None, ...]:
    """The last days of diplomas of this exam: passed here, or shown as a trainer."""
    passed = [until for code, until in now.passed if code == exam]
    shown = [
        one.until
        for trainer in at.file.trainers.values()
        if trainer.person == now.person
        for one in trainer.shown
        if one.requirement == "sogp-diploma" and one.qualification == exam and not one.equivalent
    ]
    return (*passed, *shown)


@action(RecordExamPassed, by=EXAM_CENTRE | CENTRE, place=AT_3_1_1, when=somebody_signed)
def record_exam_passed(asked: RecordExamPassed, at: Situation[CentreFile]) -> Facts:
    """Record that somebody of the staff passed an exam."""
    now = _known(at, asked.person)
    return ExamPassed(
        matter=now.matter, on=asked.on, basis=AT_3_1_1, exam=asked.exam, until=asked.until
    )
