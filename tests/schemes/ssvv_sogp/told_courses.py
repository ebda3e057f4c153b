"""Courses of a recognised centre: gas measurement in Rotterdam, given in September 2025."""

from datetime import date
from uuid import UUID

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.course import (
    CourseHeld,
    CoursePlanned,
    EntryVerified,
    ParticipantEnrolled,
)
from domain.schemes.ssvv_sogp.record.lesson_plan import LessonPlanFiled
from domain.schemes.ssvv_sogp.section_3_courses import PlanCourse
from tests.schemes.ssvv_sogp.told import GM, ROTTERDAM, a_recognised_centre

JUL_7, SEP_9, SEP_10 = date(2025, 7, 7), date(2025, 9, 9), date(2025, 9, 10)
FORERUNNERS = ("forerunners-gm-1",)
PUPIL = UUID(int=71)


def lesson_plan(norms: tuple[str, ...] = FORERUNNERS, matter: str = "lesson-plan-1") -> Fact:
    return LessonPlanFiled(
        matter=matter,
        on=JUL_7,
        basis=section("4.4"),
        reference="gm-1.basic",
        qualification=GM,
        course="basic",
        minutes=480,
        goals=12,
        goals_asked=12,
        contents=(),
        norms=norms,
    )


def plan(
    first_day: date = SEP_9, last_day: date = SEP_10, norms: tuple[str, ...] = FORERUNNERS
) -> PlanCourse:
    return PlanCourse(
        on=JUL_7,
        location=ROTTERDAM,
        qualification=GM,
        first_day=first_day,
        last_day=last_day,
        trainers=("trainer-1",),
        lesson_plan="lesson-plan-1",
        norms=norms,
    )


planned = CoursePlanned(
    matter="course-1",
    on=JUL_7,
    basis=section("3"),
    location=ROTTERDAM,
    qualification=GM,
    first_day=SEP_9,
    last_day=SEP_10,
    trainers=("trainer-1",),
    lesson_plan="lesson-plan-1",
    norms=FORERUNNERS,
)
verified = EntryVerified(
    matter="course-1",
    on=JUL_7,
    basis=section("3.1"),
    participant=1,
    person=PUPIL,
    name=Personal("D. Smits", PUPIL),
)
enrolled = ParticipantEnrolled(matter="course-1", on=JUL_7, basis=section("3.1"), participant=1)
held = CourseHeld(matter="course-1", on=SEP_10, basis=section("4.1"), participants=1)
with_a_plan: tuple[Fact, ...] = (*a_recognised_centre, lesson_plan())
a_planned_course: tuple[Fact, ...] = (*with_a_plan, planned)
a_course_with_somebody: tuple[Fact, ...] = (*a_planned_course, verified, enrolled)
a_held_course: tuple[Fact, ...] = (*a_course_with_somebody, held)
