"""SOG-P 3.1, 3.1.2: participants, and with whom their data are shared."""

from datetime import date

import pytest

from domain.case import Law
from domain.personal import Evidence, Personal
from domain.schemes.ssvv_sogp.record.course import (
    DiplomasSeen,
    EntryRefused,
    EntryVerified,
    ParticipantDataShared,
    ParticipantEnrolled,
)
from domain.schemes.ssvv_sogp.record.own_file import ExamCentreEnded, ExamCentreRecognised
from domain.schemes.ssvv_sogp.section_3_1_2_exam_centres import (
    EndExamCentre,
    RecogniseExamCentre,
)
from domain.schemes.ssvv_sogp.section_3_1_2_personal_data import (
    RecordDiplomas,
    ShareParticipantData,
)
from domain.schemes.ssvv_sogp.section_3_1_participants import EnrolParticipant, VerifyEntry
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.documents import law_with
from tests.schemes.ssvv_sogp.told import CENTRE, CLERK, SSVV, given, given_scheme
from tests.schemes.ssvv_sogp.told_courses import (
    JUL_7,
    PUPIL,
    SEP_10,
    a_held_course,
    a_planned_course,
    planned,
    verified,
    with_a_plan,
)

EARLIER: Personal[Evidence, str] = Personal("diploma 2021-884, valid to 2026")
a_refresher = (*with_a_plan, planned.model_copy(update={"refresher": True}))
enrol = EnrolParticipant(on=JUL_7, course="course-1", participant=1)
RECOGNISED = date(2025, 9, 1)


def verify(
    earlier: Personal[Evidence, str] | None = None, old_enough: bool = True, vca: bool = True
) -> VerifyEntry:
    return VerifyEntry(
        on=JUL_7,
        course="course-1",
        person=PUPIL,
        full_name=Personal("D. Smits"),
        old_enough=old_enough,
        holds_vca=vca,
        earlier_diploma=earlier,
    )


def share(
    exam_centre: str = "rijnmond", purpose: str = "exam-and-registration"
) -> ShareParticipantData:
    return ShareParticipantData(
        on=SEP_10, course="course-1", exam_centre=exam_centre, purpose=purpose, encrypted=True
    )


def with_an_exam_centre() -> Law:
    recognise = RecogniseExamCentre(on=RECOGNISED, exam_centre="rijnmond")
    told = given_scheme().when(recognise, SSVV).then_recorded(ExamCentreRecognised)
    return law_with(told)


@pytest.mark.passes("R-15")
def test_3_1_who_meets_the_entry_requirements_is_enrolled() -> None:
    told = given(*a_planned_course).when(verify(), CENTRE).then(verified)
    told.when(enrol, CENTRE).then_recorded(ParticipantEnrolled)


@pytest.mark.passes("R-15")
def test_3_1_a_refresher_takes_the_diploma_earned_before() -> None:
    told = given(*a_refresher).when(verify(EARLIER), CENTRE).then_recorded(EntryVerified)
    fact = told.history[-1].fact
    assert isinstance(fact, EntryVerified)
    assert fact.earlier_diploma is not None
    assert fact.earlier_diploma.person == PUPIL


@pytest.mark.refuses("R-15")
def test_3_1_without_it_nobody_is_let_in() -> None:
    told = given(*a_refresher).when(verify(), CENTRE).then_recorded(EntryRefused)
    assert told.history[-1].fact == EntryRefused(
        matter="course-1",
        on=JUL_7,
        basis=verified.basis,
        participant=1,
        lacking=("earlier-diploma",),
    )
    told.when(enrol, CENTRE).then_refused("R-15", "does not meet the entry requirements")


@pytest.mark.refuses("R-15")
def test_3_1_age_and_vca_diploma_are_checked_too() -> None:
    told = given(*a_planned_course).when(verify(old_enough=False, vca=False), CENTRE)
    fact = told.then_recorded(EntryRefused).history[-1].fact
    assert isinstance(fact, EntryRefused)
    assert fact.lacking == ("age", "vca-diploma")


def test_3_1_one_is_enrolled_once_in_a_planned_course() -> None:
    told = asked(given(*a_planned_course, verified), CENTRE, enrol)
    told.when(enrol, CENTRE).then_refused("", "enrolled in course-1 already")
    other = enrol.model_copy(update={"participant": 4})
    told.when(other, CENTRE).then_refused("", "4 is nobody in course-1; give one of 1")
    elsewhere = enrol.model_copy(update={"course": "course-7"})
    told.when(elsewhere, CENTRE).then_refused("", "give one of course-1")
    given(*with_a_plan).when(verify(), CENTRE).then_refused("", "no course is planned")


@pytest.mark.passes("R-26", "R-27")
def test_3_1_2_data_go_to_a_recognised_exam_centre() -> None:
    told = given(*a_held_course).under(with_an_exam_centre())
    told = told.when(share(), CENTRE).then_recorded(ParticipantDataShared)
    assert told.history[-1].fact.remarks == ()
    seen = RecordDiplomas(on=date(2025, 9, 17), course="course-1", diplomas=1)
    told.when(seen, CLERK).then_recorded(DiplomasSeen)


@pytest.mark.refuses("R-26")
@pytest.mark.parametrize(
    ("exam_centre", "purpose"),
    [("waalhaven", "exam-and-registration"), ("rijnmond", "marketing")],
)
def test_3_1_2_and_to_no_other_and_for_nothing_else(exam_centre: str, purpose: str) -> None:
    told = given(*a_held_course).under(with_an_exam_centre())
    told.when(share(exam_centre, purpose), CENTRE).then_refused("R-26", "SSVV recognises")


@pytest.mark.refuses("R-26")
def test_3_1_2_an_exam_centre_is_recognised_to_its_last_day() -> None:
    told = asked(given_scheme(), SSVV, RecogniseExamCentre(on=RECOGNISED, exam_centre="rijnmond"))
    end = EndExamCentre(on=SEP_10, exam_centre="rijnmond")
    told = told.when(end, SSVV).then_recorded(ExamCentreEnded)
    given(*a_held_course).under(law_with(told)).when(share(), CENTRE).then_refused(
        "R-26", "SSVV recognises"
    )
    told.when(end, SSVV).then_refused("", "rijnmond is not recognised")
    again = RecogniseExamCentre(on=date(2026, 1, 5), exam_centre="rijnmond")
    told = asked(told, SSVV, again)
    told.when(again, SSVV).then_refused("", "rijnmond is recognised already")


@pytest.mark.refuses("R-27")
def test_3_1_2_sent_in_the_open_is_remarked_on() -> None:
    in_the_open = share().model_copy(update={"encrypted": False})
    told = given(*a_held_course).under(with_an_exam_centre()).when(in_the_open, CENTRE)
    assert told.then_recorded(ParticipantDataShared).history[-1].fact.remarks


def test_3_1_2_of_a_course_that_was_held() -> None:
    given(*a_planned_course).when(share(), CENTRE).then_refused("", "no course was held")
    told = given(*a_held_course)
    seen = RecordDiplomas(on=SEP_10, course="course-1", diplomas=1)
    told.when(seen, SSVV).then_refused("", "course-1 stands held; this takes shared")
