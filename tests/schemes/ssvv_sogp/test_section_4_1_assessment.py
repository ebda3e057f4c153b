"""SOG-P 4.1: minimum activity. Dates and numbers are the worked examples T-02 and R-41 to R-43."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.activity import (
    ActivityAssessed,
    CdrCountImported,
    OwnCountClaimed,
    activity_matter,
)
from domain.schemes.ssvv_sogp.record.course import CourseHeld, CoursePlanned
from domain.schemes.ssvv_sogp.record.line import RecognitionTookEffect
from domain.schemes.ssvv_sogp.section_3_requirements import FileEvidence
from domain.schemes.ssvv_sogp.section_4_1_activity import ClaimOwnCount, ImportCdrCount
from domain.schemes.ssvv_sogp.section_4_1_assessment import AssessActivity
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    CENTRE,
    FL,
    GELEEN,
    JUL_1,
    SSVV,
    YEAR_END,
    a_centre,
    given,
    granted,
)

JAN_2025, END_2025, JAN_2026 = date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)
recognised_all_year: tuple[Fact, ...] = (
    *a_centre,
    granted("line-1", AT_GELEEN)[0].model_copy(update={"on": JAN_2025, "effective": JAN_2025}),
    RecognitionTookEffect(
        matter="line-1",
        on=JAN_2025,
        basis=section("3.2"),
        agreement="agreement-1",
        first_day=JAN_2025,
        last_day=YEAR_END,
    ),
)


def a_course(number: int, last_day: date = date(2025, 9, 10)) -> tuple[Fact, Fact]:
    planned = CoursePlanned(
        matter=f"course-{number}",
        on=date(2025, 5, 1),
        basis=section("3"),
        location=GELEEN,
        qualification=FL,
        first_day=date(2025, 9, 9),
        last_day=last_day,
        trainers=("trainer-1",),
        lesson_plan="lesson-plan-1",
        norms=("forerunners-fl-1",),
    )
    held = CourseHeld(matter=planned.matter, on=last_day, basis=section("4.1"), participants=7)
    return planned, held


def counted(participants: int, qualification: str = FL) -> CdrCountImported:
    return CdrCountImported(
        matter=activity_matter(2025, qualification),
        on=JAN_2026,
        basis=section("4.1"),
        year=2025,
        qualification=qualification,
        participants=participants,
    )


def assess(on: date = JAN_2026) -> AssessActivity:
    return AssessActivity(on=on, year=2025, qualification=FL)


def assessed(told: Scenario) -> ActivityAssessed:
    fact = told.when(assess(), SSVV).then_recorded(ActivityAssessed).history[-1].fact
    assert isinstance(fact, ActivityAssessed)
    return fact


@pytest.mark.passes("R-41", "R-02", "T-02", "R-43")
def test_4_1_twenty_in_the_cdr_are_enough_after_one_course() -> None:
    imported = ImportCdrCount(on=JAN_2026, year=2025, qualifications=(FL,), participants=20)
    told = given(*recognised_all_year, *a_course(1)).when(imported, SSVV)
    told = told.then_recorded(CdrCountImported).when(assess(), SSVV)
    told = told.then_recorded(ActivityAssessed)
    assert told.file().state.activities["activity-2025.fl-1"].standing == "met"


@pytest.mark.passes("R-41", "T-02")
def test_4_1_two_courses_are_enough_with_seven_participants() -> None:
    told = given(*recognised_all_year, *a_course(1), *a_course(2), counted(7))
    met = assessed(told)
    assert (met.met, met.participants, met.courses) == (True, 7, 2)


@pytest.mark.refuses("R-41", "R-02")
def test_4_1_one_course_with_nineteen_is_not() -> None:
    short = assessed(given(*recognised_all_year, *a_course(1), counted(19)))
    assert (short.met, short.indicative) == (False, False)
    assert "19 participants and 1 courses" in short.remarks[0].says


@pytest.mark.passes("R-41")
def test_4_1_a_course_counts_in_the_year_in_which_it_ended() -> None:
    late = a_course(2, last_day=date(2026, 1, 6))
    one = assessed(given(*recognised_all_year, *a_course(1), *late, counted(20)))
    assert one.courses == 1


@pytest.mark.refuses("T-02")
def test_4_1_a_year_is_assessed_when_it_is_over() -> None:
    given(*recognised_all_year, counted(20)).when(assess(END_2025), SSVV).then_refused(
        "T-02", "the year runs to 2025-12-31"
    )


@pytest.mark.passes("T-02")
@pytest.mark.refuses("T-02")
def test_4_1_the_year_is_awaited_and_then_the_next() -> None:
    told = given(*recognised_all_year, counted(20))
    told.then_term("T-02", on=END_2025, state="running", due=END_2025)
    told.then_term("T-02", on=JAN_2026, state="missed", due=END_2025)
    told = told.when(assess(), SSVV).then_recorded(ActivityAssessed)
    told.then_term("T-02", on=JAN_2026, state="running", due=date(2026, 12, 31))


@pytest.mark.passes("R-42")
def test_4_1_participants_are_counted_from_the_cdr() -> None:
    claim = ClaimOwnCount(on=JAN_2026, year=2025, qualification=FL, participants=21)
    told = given(*recognised_all_year, counted(21)).when(claim, CENTRE)
    told = told.then_recorded(OwnCountClaimed)
    assert told.history[-1].fact.remarks == ()
    assert assessed(told).participants == 21


@pytest.mark.refuses("R-42")
def test_4_1_and_not_from_a_list_of_the_centre() -> None:
    claim = ClaimOwnCount(on=JAN_2026, year=2025, qualification=FL, participants=21)
    told = given(*recognised_all_year, counted(18)).when(claim, CENTRE)
    told = told.then_recorded(OwnCountClaimed)
    assert told.history[-1].fact.remarks
    short = assessed(told)
    assert (short.met, short.participants) == (False, 18)


@pytest.mark.refuses("R-42")
def test_4_1_without_the_cdr_nothing_is_assessed() -> None:
    claim = ClaimOwnCount(on=JAN_2026, year=2025, qualification=FL, participants=21)
    told = asked(given(*recognised_all_year), CENTRE, claim)
    told.when(assess(), SSVV).then_refused("R-42", "import the count of the CDR first")


@pytest.mark.refuses("R-42")
def test_4_1_a_count_of_half_a_year_is_not_enough_to_say_no() -> None:
    in_june = counted(9).model_copy(update={"on": date(2025, 6, 30)})
    told = given(*recognised_all_year, in_june)
    told.when(assess(), SSVV).then_refused("R-42", "of the whole year")
    enough = given(*recognised_all_year, in_june.model_copy(update={"participants": 20}))
    assert assessed(enough).met


def test_4_1_a_year_is_assessed_anew_after_a_new_count() -> None:
    told = given(*recognised_all_year, counted(19)).when(assess(), SSVV)
    told = told.then_recorded(ActivityAssessed)
    february = date(2026, 2, 2)
    told.when(assess(february), SSVV).then_refused("", "assessed on 2026-01-01; import a new")
    told = told.given(counted(20).model_copy(update={"on": february}))
    told = told.when(assess(february), SSVV).then_recorded(ActivityAssessed)
    fact = told.history[-1].fact
    assert isinstance(fact, ActivityAssessed)
    assert (fact.met, fact.awaits_next) == (True, False)


@pytest.mark.refuses("R-43", "R-41")
def test_4_1_qualifications_are_not_added_up() -> None:
    both = ImportCdrCount(on=JAN_2026, year=2025, qualifications=("fl-1", "fl-2"), participants=24)
    told = given(*recognised_all_year, counted(12), counted(12, "fl-2"))
    told.when(both, SSVV).then_refused("R-43", "they are not added up")
    assert not assessed(told).met


@pytest.mark.passes("R-02")
def test_3_b_other_evidence_shows_current_expertise_too() -> None:
    evidence = FileEvidence(
        on=date(2025, 11, 3),
        requirement="current-expertise",
        kind="refresher-course",
        dated=date(2025, 11, 3),
        evidence=Personal("certificates of two trainers"),
    )
    told = asked(given(*recognised_all_year, counted(0)), CENTRE, evidence)
    assert not assessed(told).met


@pytest.mark.refuses("R-41")
def test_4_1_the_first_year_is_an_indication_only() -> None:
    began, took_effect = recognised_all_year[-2:]
    told = given(
        *a_centre,
        began.model_copy(update={"effective": JUL_1}),
        took_effect.model_copy(update={"first_day": JUL_1}),
        counted(3),
    )
    assert assessed(told).indicative


def test_4_1_only_where_the_centre_was_recognised_in_that_year() -> None:
    told = given(*recognised_all_year)
    other = ImportCdrCount(on=JAN_2026, year=2024, qualifications=(FL,), participants=3)
    told.when(other, SSVV).then_refused("", "was not recognised for fl-1 in 2024")
    given(*a_centre).when(assess(), SSVV).then_refused("", "no recognition stands")
    told.when(assess(), CENTRE).then_not_allowed()
