"""SOG-P 3.1.1: who has access to exams, and who may sit one again. Dates are those of R-23."""

from datetime import date
from uuid import UUID

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.access import (
    DeclarationSigned,
    ExamAccessGranted,
    ExamAccessRevoked,
    ExamAttemptRegistered,
    ExamPassed,
    RetakeRefused,
)
from domain.schemes.ssvv_sogp.record.trainer import TrainerEvidenceAttached
from domain.schemes.ssvv_sogp.section_3_1_1_confidentiality import (
    GrantExamAccess,
    RevokeExamAccess,
    SignDeclaration,
)
from domain.schemes.ssvv_sogp.section_3_1_1_retakes import RecordExamPassed, RegisterExamAttempt
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import CENTRE, GM, a_centre, given

EXAM_CENTRE = "exam-centre:rijnmond"
TRAINER_1, HIRED = UUID(int=41), UUID(int=43)
JAN_5, JAN_6 = date(2026, 1, 5), date(2026, 1, 6)
sign = SignDeclaration(
    on=JAN_5,
    person=HIRED,
    full_name=Personal("M. de Wit"),
    external=True,
    version="declaration-2025",
)
signed = DeclarationSigned(
    matter="access-1",
    on=JAN_5,
    basis=section("3.1.1"),
    person=HIRED,
    name=Personal("M. de Wit", HIRED),
    external=True,
    version="declaration-2025",
)
revoke = RevokeExamAccess(on=JAN_6, person=HIRED, because=Personal("left the centre"))


def access(purpose: str = "sitting-an-exam") -> GrantExamAccess:
    return GrantExamAccess(on=JAN_6, person=HIRED, purpose=purpose)


def attempt(on: date = JAN_6, person: UUID = HIRED) -> RegisterExamAttempt:
    return RegisterExamAttempt(on=on, person=person, exam=GM)


def passed(until: date | None = date(2026, 6, 30)) -> ExamPassed:
    return ExamPassed(matter="access-1", on=JAN_5, basis=section("3.1.1"), exam=GM, until=until)


@pytest.mark.passes("R-23", "R-24")
def test_3_1_1_who_signed_may_have_access() -> None:
    told = given(*a_centre).when(sign, CENTRE).then(signed)
    told = told.when(access(), CENTRE).then_recorded(ExamAccessGranted)
    told.when(access(), CENTRE).then_refused("", "has access already")
    told = told.when(revoke, CENTRE).then_recorded(ExamAccessRevoked)
    told.when(revoke, CENTRE).then_refused("", "nobody who works for the centre has access")
    told.when(access(), EXAM_CENTRE).then_recorded(ExamAccessGranted)


@pytest.mark.refuses("R-23")
def test_3_1_1_nobody_else_may_also_who_is_hired() -> None:
    given(*a_centre).when(access(), CENTRE).then_refused("R-23", "is signed first")


@pytest.mark.refuses("R-24")
def test_3_1_1_exam_items_are_for_exams() -> None:
    told = given(*a_centre, signed)
    told.when(access("lesson-material"), CENTRE).then_refused("R-24", "for no other purpose")


def test_3_1_1_a_new_declaration_of_the_same_person_goes_on() -> None:
    again = sign.model_copy(update={"on": JAN_6, "version": "declaration-2026"})
    told = asked(given(*a_centre, signed), CENTRE, again)
    assert list(told.file().state.accesses) == ["access-1"]


@pytest.mark.passes("R-25")
def test_3_1_1_staff_may_sit_an_exam_for_the_first_time() -> None:
    told = given(*a_centre, signed).when(attempt(), EXAM_CENTRE)
    told = told.then_recorded(ExamAttemptRegistered)
    pass_it = RecordExamPassed(on=JAN_6, person=HIRED, exam=GM, until=date(2031, 1, 6))
    told.when(pass_it, EXAM_CENTRE).then_recorded(ExamPassed)


@pytest.mark.refuses("R-25")
@pytest.mark.parametrize("until", [date(2031, 1, 5), None])
def test_3_1_1_but_not_again_to_see_the_items(until: date | None) -> None:
    given(*a_centre, signed, passed(until)).when(attempt(), EXAM_CENTRE).then(
        RetakeRefused(matter="access-1", on=JAN_6, basis=section("3.1.1"), exam=GM)
    )


@pytest.mark.refuses("R-25")
def test_3_1_1_nor_a_trainer_whose_diploma_is_on_file() -> None:
    diploma = TrainerEvidenceAttached(
        matter="trainer-1",
        on=JAN_5,
        basis=section("4.2"),
        requirement="sogp-diploma",
        qualification=GM,
        until=date(2029, 1, 5),
        evidence=Personal("diploma", TRAINER_1),
    )
    its = signed.model_copy(update={"person": TRAINER_1})
    given(*a_centre, its, diploma).when(attempt(person=TRAINER_1), EXAM_CENTRE).then_recorded(
        RetakeRefused
    )


@pytest.mark.passes("R-25")
@pytest.mark.refuses("R-25")
def test_3_1_1_a_diploma_near_its_end_may_be_renewed() -> None:
    told = given(*a_centre, signed, passed(until=date(2026, 6, 30)))
    told.when(attempt(date(2026, 3, 31)), EXAM_CENTRE).then_recorded(RetakeRefused)
    renewed = told.when(attempt(date(2026, 4, 1)), EXAM_CENTRE)
    fact = renewed.then_recorded(ExamAttemptRegistered).history[-1].fact
    assert isinstance(fact, ExamAttemptRegistered)
    assert fact.renewal
    assert fact.remarks


def test_3_1_1_who_sits_an_exam_is_known() -> None:
    given(*a_centre).when(attempt(), EXAM_CENTRE).then_refused("", "nobody has signed")
    told = given(*a_centre, signed)
    told.when(attempt(person=TRAINER_1), CENTRE).then_refused("", "is not known here")
    with_access = asked(told, CENTRE, access())
    other = revoke.model_copy(update={"person": TRAINER_1})
    with_access.when(other, CENTRE).then_refused("", "has no access to exams")
