"""SOG-P 3, 2.3, 4.2: courses. Dates are the worked examples T-10, T-11, T-20 and T-24."""

from datetime import date
from uuid import UUID

import pytest

from domain.case import Law
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import EDITION, section
from domain.schemes.ssvv_sogp.record.course import CourseHeld, CoursePlanned
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.record.trainer import TrainerEvidenceAttached
from domain.schemes.ssvv_sogp.section_3_courses import HoldCourse
from domain.schemes.ssvv_sogp.settings import TRAINER_NOT_EXAMINER
from tests.schemes.ssvv_sogp.documents import a_document, law_of
from tests.schemes.ssvv_sogp.told import CENTRE, FL, GM, SSVV, YEAR_END, given
from tests.schemes.ssvv_sogp.told_courses import (
    FORERUNNERS,
    SEP_9,
    SEP_10,
    a_planned_course,
    lesson_plan,
    plan,
    planned,
    with_a_plan,
)

JUN_30, JUL_1, END_2025 = date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)
SEP_1 = date(2025, 9, 1)
NEW = ("gm-1.v1",)
from_september = a_document("gm-1.v1", GM, since=SEP_10)
in_transition = a_document("gm-1.v1", GM, since=SEP_1, parallel_until=END_2025)
both_plans = (*with_a_plan[:-1], lesson_plan((*FORERUNNERS, *NEW)))


def vol_vca(until: date) -> TrainerEvidenceAttached:
    return TrainerEvidenceAttached(
        matter="trainer-1",
        on=date(2025, 3, 3),
        basis=section("4.2"),
        requirement="vol-vca",
        diploma="vol-vca",
        since=date(2016, 2, 1),
        until=until,
        evidence=Personal("certificate", UUID(int=41)),
    )


@pytest.mark.passes("R-11", "R-12", "R-87", "T-10", "T-20", "R-31", "R-45")
def test_3_a_recognised_centre_plans_a_course() -> None:
    given(*with_a_plan).when(plan(), CENTRE).then(planned)


@pytest.mark.refuses("R-11")
def test_3_at_a_location_in_the_agreement() -> None:
    elsewhere = plan().model_copy(update={"location": "at-the-client"})
    given(*with_a_plan).when(elsewhere, CENTRE).then_refused("R-11", "in the agreement: geleen")


@pytest.mark.refuses("R-31")
def test_3_recognised_for_it_there_on_each_day() -> None:
    in_geleen = plan().model_copy(update={"location": "geleen"})
    given(*with_a_plan).when(in_geleen, CENTRE).then_refused("R-31", "not recognised for gm-1")
    beyond = plan(first_day=YEAR_END, last_day=date(2027, 1, 1))
    given(*with_a_plan).when(beyond, CENTRE).then_refused("R-31", "on each of these days")


@pytest.mark.refuses("T-20")
def test_3_1_1_and_not_after_a_withdrawal() -> None:
    withdrawn = RecognitionWithdrawn(
        matter="line-1",
        on=date(2025, 12, 1),
        basis=section("5.3"),
        first_day=date(2025, 12, 1),
        on_request=True,
        ground="own-request",
        reasons=Personal("too costly"),
    )
    asked = plan(first_day=date(2025, 12, 2), last_day=date(2025, 12, 2))
    asked = asked.model_copy(update={"on": date(2025, 12, 1)})
    given(*with_a_plan, withdrawn).when(asked, CENTRE).then_refused("T-20", "withdrawn from 2025")


@pytest.mark.refuses("R-12")
def test_3_the_documents_that_it_follows_are_named() -> None:
    given(*with_a_plan).when(plan(norms=()), CENTRE).then_refused("R-12", "name the qualification")


@pytest.mark.passes("T-10")
@pytest.mark.refuses("T-10")
def test_2_3_a_document_holds_from_its_own_day() -> None:
    told = given(*both_plans).under(law_of(from_september))
    told.when(plan(SEP_9, SEP_9), CENTRE).then_recorded(CoursePlanned)
    told.when(plan(SEP_9, SEP_9, NEW), CENTRE).then_refused("T-10", "forerunners-gm-1")
    told.when(plan(SEP_10, SEP_10), CENTRE).then_refused("T-10", "on 2025-09-10 these documents")
    told.when(plan(SEP_10, SEP_10, NEW), CENTRE).then_recorded(CoursePlanned)


@pytest.mark.passes("T-11", "R-87")
@pytest.mark.refuses("T-11")
def test_2_3_in_a_transition_the_old_plan_may_be_used_to_its_last_day() -> None:
    told = given(*both_plans).under(law_of(in_transition))
    told.when(plan(END_2025, END_2025), CENTRE).then_recorded(CoursePlanned)
    told.when(plan(END_2025, END_2025, (*FORERUNNERS, *NEW)), CENTRE).then_recorded(CoursePlanned)
    new_year = date(2026, 1, 1)
    told.when(plan(new_year, new_year), CENTRE).then_refused("T-11", "hold: gm-1.v1")
    told.when(plan(END_2025, new_year), CENTRE).then_refused("T-11", "on 2026-01-01")
    told.when(plan(new_year, new_year, NEW), CENTRE).then_recorded(CoursePlanned)


@pytest.mark.refuses("R-87")
def test_2_3_two_sets_hold_in_a_transition_only() -> None:
    told = given(*both_plans).under(law_of(from_september))
    told.when(plan(SEP_10, SEP_10, (*FORERUNNERS, *NEW)), CENTRE).then_refused(
        "R-87", "apply one set of documents"
    )


def test_4_4_a_plan_follows_the_documents_of_the_course() -> None:
    told = given(*with_a_plan).under(law_of(from_september))
    told.when(plan(SEP_10, SEP_10, NEW), CENTRE).then_refused("", "follows forerunners-gm-1")
    refresher = plan().model_copy(update={"refresher": True})
    given(*with_a_plan).when(refresher, CENTRE).then_refused("", "no plan of a refresher course")
    given(*with_a_plan[:-1]).when(plan(), CENTRE).then_refused("", "no plan of a basic course")


@pytest.mark.passes("T-24")
@pytest.mark.refuses("T-24")
def test_4_2_diplomas_are_valid_on_each_day_of_teaching() -> None:
    told = given(*with_a_plan, vol_vca(until=date(2026, 1, 31)))
    last = date(2026, 1, 31)
    told.when(plan(last, last), CENTRE).then_recorded(CoursePlanned)
    told.when(plan(last, date(2026, 2, 1)), CENTRE).then_refused(
        "T-24", "no valid diploma on 2026-02-01"
    )


@pytest.mark.refuses("R-45", "R-51")
def test_4_2_a_trainer_is_found_qualified_first() -> None:
    unassessed = [
        fact
        for fact in with_a_plan
        if getattr(fact, "qualification", "") != GM or fact.matter != "trainer-1"
    ]
    given(*unassessed).when(plan(), CENTRE).then_refused("R-51", "not found qualified for gm-1")
    unknown = [
        fact
        for fact in unassessed
        if getattr(fact, "qualification", "") != FL or fact.matter != "trainer-1"
    ]
    given(*unknown).when(plan(), CENTRE).then_refused("R-45", "assess the trainer first")


def test_4_2_somebody_teaches() -> None:
    nobody = plan().model_copy(update={"trainers": ()})
    given(*with_a_plan).when(nobody, CENTRE).then_refused("", "name the trainers")


@pytest.mark.passes("R-20")
@pytest.mark.refuses("R-20")
def test_3_1_1_who_trains_a_group_does_not_examine_it() -> None:
    same = plan().model_copy(update={"examiner": "t.visser"})
    given(*with_a_plan).when(same, CENTRE).then_refused("R-20", "does not examine it")
    other = plan().model_copy(update={"examiner": "e.blom"})
    given(*with_a_plan).when(other, CENTRE).then_recorded(CoursePlanned)
    off = Law(edition=EDITION, settings={TRAINER_NOT_EXAMINER.name: False})
    given(*with_a_plan).under(off).when(same, CENTRE).then_recorded(CoursePlanned)


def test_3_a_course_ends_after_it_begins() -> None:
    given(*with_a_plan).when(plan(SEP_10, SEP_9), CENTRE).then_refused("", "within a year")
    given(*with_a_plan).when(plan(), SSVV).then_not_allowed()


def test_4_1_a_course_is_held_when_it_is_over() -> None:
    hold = HoldCourse(on=SEP_10, course="course-1", participants=3)
    told = given(*a_planned_course).when(hold, CENTRE).then_recorded(CourseHeld)
    assert told.file().state.courses["course-1"].held_on == SEP_10
    told.when(hold, CENTRE).then_refused("", "no course is planned")
    early = hold.model_copy(update={"on": SEP_9})
    given(*a_planned_course).when(early, CENTRE).then_refused("", "runs to 2025-09-10")
    given(*with_a_plan).when(hold, CENTRE).then_refused("", "no course is planned")
