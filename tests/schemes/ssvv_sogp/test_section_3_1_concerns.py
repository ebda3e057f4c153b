"""SOG-P 3.1: learning concerns. The course of example T-23 is told on its own days."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.record.course import (
    ConcernDiscussed,
    ConcernReported,
    ConcernSignalled,
    CourseHeld,
)
from domain.schemes.ssvv_sogp.section_3_1_concerns import DiscussConcern, SignalConcern
from domain.schemes.ssvv_sogp.section_3_1_exceptional_cases import ReportConcern
from domain.schemes.ssvv_sogp.section_3_courses import HoldCourse
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import CENTRE, a_recognised_centre, given
from tests.schemes.ssvv_sogp.told_courses import (
    PUPIL,
    a_planned_course,
    enrolled,
    lesson_plan,
    planned,
    verified,
)

TRAINER = "trainer:t.visser"
MAR_12, MAR_13, MAR_16 = date(2026, 3, 12), date(2026, 3, 13), date(2026, 3, 16)
GOALS: Personal[Content, str] = Personal("reads the gas meter wrongly")
a_course = (
    *a_recognised_centre,
    lesson_plan(),
    planned.model_copy(update={"first_day": MAR_12, "last_day": MAR_13}),
    verified,
    enrolled,
)


def signal(on: date = MAR_12) -> SignalConcern:
    return SignalConcern(on=on, course="course-1", participant=1, goals=GOALS)


def discuss(on: date = MAR_13, partner: str | None = "participant") -> DiscussConcern:
    return DiscussConcern(
        on=on, course="course-1", participant=1, partner=partner, discussed=Personal("extra hour")
    )


def report(participants: tuple[int, ...] = (1,), because: str | None = "danger") -> ReportConcern:
    return ReportConcern(
        on=MAR_13,
        course="course-1",
        participants=participants,
        to="exam-centre",
        exceptional_because=None if because is None else Personal(because),
    )


def hold(told: Scenario) -> Scenario:
    asked_to = HoldCourse(on=MAR_13, course="course-1", participants=1)
    return told.when(asked_to, CENTRE).then_recorded(CourseHeld)


@pytest.mark.passes("R-17", "T-23")
def test_3_1_a_concern_is_signalled_and_discussed_before_the_course_ends() -> None:
    told = given(*a_course).when(signal(), TRAINER).then_recorded(ConcernSignalled)
    assert told.history[-1].fact.remarks == ()
    told.then_term("T-23", on=MAR_12, state="running", due=MAR_13)
    told = told.when(discuss(), TRAINER).then_recorded(ConcernDiscussed)
    told.then_term("T-23", on=MAR_13, state="met", due=MAR_13)
    assert hold(told).history[-1].fact.remarks == ()


@pytest.mark.refuses("R-17")
def test_3_1_it_is_discussed_with_somebody() -> None:
    told = asked(given(*a_course), TRAINER, signal())
    told.when(discuss(partner=None), TRAINER).then_refused("R-17", "participant or manager")
    told.when(discuss(partner="next-group"), TRAINER).then_refused("R-17", "say with whom")
    told.when(discuss(partner="manager"), CENTRE).then_recorded(ConcernDiscussed)


@pytest.mark.refuses("R-17", "T-23")
def test_3_1_a_concern_that_is_left_is_remarked_on() -> None:
    told = given(*a_course).when(signal(), TRAINER).then_recorded(ConcernSignalled)
    told.then_term("T-23", on=date(2026, 3, 14), state="missed", due=MAR_13)
    (remark,) = hold(told).history[-1].fact.remarks
    assert "1 concerns were not discussed" in remark.says


@pytest.mark.refuses("T-23")
def test_3_1_a_concern_after_the_course_is_late() -> None:
    told = hold(given(*a_course)).when(signal(MAR_16), TRAINER)
    assert told.then_recorded(ConcernSignalled).history[-1].fact.remarks


@pytest.mark.passes("R-18")
def test_3_1_in_an_exceptional_case_it_is_reported() -> None:
    told = asked(given(*a_course), TRAINER, signal())
    told = told.when(report(), CENTRE).then_recorded(ConcernReported)
    fact = told.history[-1].fact
    assert isinstance(fact, ConcernReported)
    assert fact.exceptional_because.person == PUPIL


@pytest.mark.refuses("R-18")
def test_3_1_without_a_reason_or_in_bulk_it_is_not() -> None:
    told = asked(given(*a_course), TRAINER, signal())
    told.when(report(because=None), CENTRE).then_refused("R-18", "what makes the case exceptional")
    told.when(report(participants=(1, 2)), CENTRE).then_refused(
        "R-18", "one participant at a time"
    )


def test_3_1_a_concern_is_about_somebody_who_takes_part() -> None:
    told = given(*a_course)
    told.when(report(), CENTRE).then_refused("", "no concern about 1 was signalled")
    told.when(discuss(), TRAINER).then_refused("", "no concern about 1 waits")
    told.when(signal(), CENTRE).then_not_allowed()
    given(*a_planned_course).when(signal(), TRAINER).then_refused("", "no course has participants")
    given(*a_planned_course, verified).when(signal(), TRAINER).then_refused("", "not enrolled")
