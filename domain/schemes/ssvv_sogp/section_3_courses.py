"""3, 4.1 Courses (opleidingen)

- Recognised training is given only at locations in the agreement, and by a centre that is
  recognised for it on each day of the course (3, 3.1.1).
- It follows the documents that hold on those days (2.3), by a lesson plan of the right kind (4.4),
  with trainers who may teach on each of them (4.2).
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.days import Day, Span
from domain.law import Refused, Remark, require, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import Course, CourseHeld, CoursePlanned
from domain.schemes.ssvv_sogp.record.lesson_plan import LessonPlan
from domain.schemes.ssvv_sogp.roles import CENTRE
from domain.schemes.ssvv_sogp.section_2_3_norms import hold_on_every_day
from domain.schemes.ssvv_sogp.section_2_partners import names_its_norms
from domain.schemes.ssvv_sogp.section_3_1_1_integrity import is_not_examined_by
from domain.schemes.ssvv_sogp.section_3_1_concerns import R_17
from domain.schemes.ssvv_sogp.section_3_1_participants import (
    a_course_is_planned,
    course_named,
)
from domain.schemes.ssvv_sogp.section_3_locations import R_11
from domain.schemes.ssvv_sogp.section_4_2_teaching_days import may_teach
from domain.schemes.ssvv_sogp.section_5_3_afterwards import recognised_on_every_day
from domain.words import Code, Line

AT_3, AT_4_4 = section("3"), section("4.4")
LONGEST = Span(years=1)


class PlanCourse(Command):
    """Plan a course: location, days, trainers, lesson plan and the documents that it follows."""

    name = "plan-course"
    location: Code
    qualification: Code
    first_day: Day
    last_day: Day
    trainers: tuple[Code, ...]
    lesson_plan: Code
    norms: tuple[Code, ...]
    refresher: bool = False
    examiner: Line | None = None


class HoldCourse(Command):
    """Record that a course was taught to its last day, and to how many."""

    name = "hold-course"
    course: Code
    participants: Annotated[int, Field(ge=0, le=10_000)]


@action(PlanCourse, by=CENTRE, place=AT_3)
def plan_course(asked: PlanCourse, at: Situation[CentreFile]) -> Facts:
    """Plan a course that the centre may give there, on each of its days."""
    if not asked.first_day <= asked.last_day <= LONGEST.after(asked.first_day):
        raise Refused("a course ends on its first day or within a year after it", AT_3)
    _in_the_agreement(asked, at)
    recognised_on_every_day(
        at, asked.location, asked.qualification, asked.first_day, asked.last_day
    )
    plan = _plan_of(asked, at)
    names_its_norms(asked.norms, at)
    hold_on_every_day(at.law, asked.qualification, asked.norms, asked.first_day, asked.last_day)
    _taught_by(asked, at)
    return CoursePlanned(
        matter=at.file.next_matter("course"),
        on=asked.on,
        basis=AT_3,
        location=asked.location,
        qualification=asked.qualification,
        first_day=asked.first_day,
        last_day=asked.last_day,
        trainers=asked.trainers,
        lesson_plan=plan.matter,
        norms=asked.norms,
        refresher=asked.refresher,
        examiner=asked.examiner or "",
    )


def _in_the_agreement(asked: PlanCourse, at: Situation[CentreFile]) -> None:
    """Refused at a location that no agreement names."""
    named = {key.location for one in at.file.agreements.values() for key in one.lines}
    require(
        R_11,
        asked.location in named,
        f"train at a location in the agreement: {', '.join(sorted(named)) or 'there is none'}",
        location=asked.location,
    )


def _plan_of(asked: PlanCourse, at: Situation[CentreFile]) -> LessonPlan:
    """The lesson plan: of this qualification and kind of course, under the same documents."""
    plan = at.file.lesson_plans.get(asked.lesson_plan)
    kind = "refresher" if asked.refresher else "basic"
    fits = (
        plan is not None
        and plan.filed.qualification == asked.qualification
        and plan.filed.course in (kind, "both")
    )
    if plan is None or not fits:
        raise Refused(
            f"{asked.lesson_plan} is no plan of a {kind} course in {asked.qualification}",
            AT_4_4,
        )
    if not set(asked.norms) <= set(plan.filed.norms):
        raise Refused(f"{plan.matter} follows {', '.join(plan.filed.norms)}", AT_4_4)
    return plan


def _taught_by(asked: PlanCourse, at: Situation[CentreFile]) -> None:
    if not asked.trainers:
        raise Refused("name the trainers of the course; at least one", section("4.2"))
    for trainer in asked.trainers:
        may_teach(at, trainer, asked.qualification, asked.first_day, asked.last_day)
    is_not_examined_by(asked.trainers, asked.examiner or "", at)


@action(HoldCourse, by=CENTRE, place=section("4.1"), when=a_course_is_planned)
def hold_course(asked: HoldCourse, at: Situation[CentreFile]) -> Facts:
    """Record that a course was taught to its last day; it is checked again for each day."""
    now = course_named(at, asked.course, "planned")
    planned = now.planned
    if asked.on < planned.last_day:
        raise Refused(f"{now.matter} runs to {planned.last_day}", section("4.1"))
    recognised_on_every_day(
        at, planned.location, planned.qualification, planned.first_day, planned.last_day
    )
    for trainer in planned.trainers:
        may_teach(at, trainer, planned.qualification, planned.first_day, planned.last_day)
    return CourseHeld(
        matter=now.matter,
        on=asked.on,
        basis=section("4.1"),
        remarks=_concerns_left(now),
        participants=asked.participants,
    )


def _concerns_left(now: Course) -> tuple[Remark, ...]:
    """A concern that nobody discussed is remarked on when the course is over."""
    signalled = [one for one in now.participants.values() if one.signalled]
    left = [one for one in signalled if one.concern is not None]
    if not signalled or weigh(R_17, not left, signalled=len(signalled), left=len(left)):
        return ()
    return (Remark(says=f"{len(left)} concerns were not discussed", place=R_17.place),)
