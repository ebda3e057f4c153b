"""4.4 Lesson plans (Eisen aan lesplannen)

- By a lesson plan the centre can account for how it gives form to the content that the documents
  of the qualification describe. It respects the minimum duration.
- A lesson plan usually holds: name of the centre, target group, duration (a basic course will
  often have another plan than a refresher), maximum number of participants, learning goals with
  time and work form, and teaching aids where needed. The glossary adds start level and group size.
"""

from typing import Annotated, Literal

from pydantic import Field

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Remark, Rule, require, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.lesson_plan import LessonPlanFiled
from domain.schemes.ssvv_sogp.record.own_file import DOCUMENTS, Document
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_2_2_qualifications import catalogue_that_has
from domain.schemes.ssvv_sogp.section_2_3_norms import norms_in_force
from domain.words import Code, Line

AT_4_4 = section("4.4")
Item = Literal[
    "centre-name",
    "target-group",
    "duration",
    "most-participants",
    "goals",
    "time",
    "work-form",
    "start-level",
    "group-size",
]
USUAL: tuple[Item, ...] = (
    "centre-name",
    "target-group",
    "duration",
    "most-participants",
    "goals",
    "time",
    "work-form",
    "start-level",
    "group-size",
)
Number = Annotated[int, Field(ge=0, le=100_000)]

R_55 = Rule(
    id="R-55",
    place=AT_4_4,
    says="a lesson plan accounts for every learning goal of the documents of its qualification",
)
R_56 = Rule(id="R-56", place=AT_4_4, says="a lesson plan respects the minimum duration")
R_57 = Rule(
    id="R-57",
    place=AT_4_4.read("A-10: 'usually': what is missing is asked for, and refuses nothing"),
    says="a lesson plan usually holds these items",
)
R_58 = Rule(
    id="R-58",
    place=AT_4_4,
    says="a refresher will often have another lesson plan than the basic course",
)
T_25 = Rule(
    id="T-25",
    place=AT_4_4.read("T-25: the document of the qualification gives the hours or days"),
    says="a course lasts the minimum duration of its qualification at least",
)


class FileLessonPlan(Command):
    """File a lesson plan: what it is for, how long it takes, which goals it covers."""

    name = "file-lesson-plan"
    reference: Line
    qualification: Code
    course: Literal["basic", "refresher", "both"]
    minutes: Number
    goals: Number
    goals_asked: Annotated[int, Field(ge=1, le=1000)]
    contents: tuple[Item, ...]


@action(FileLessonPlan, by=CENTRE | SSVV, place=AT_4_4)
def file_lesson_plan(asked: FileLessonPlan, at: Situation[CentreFile]) -> Facts:
    """File a lesson plan under the documents of its qualification that hold on that day."""
    catalogue_that_has(at.law, asked.on, asked.qualification)
    norms = norms_in_force(at.law, asked.qualification, asked.on)
    _covers_every_goal(asked, _document(at.law, norms))
    _is_long_enough(asked, _document(at.law, norms))
    return LessonPlanFiled(
        matter=at.file.next_matter("lesson-plan"),
        on=asked.on,
        basis=AT_4_4,
        remarks=_remarks(asked),
        reference=asked.reference,
        qualification=asked.qualification,
        course=asked.course,
        minutes=asked.minutes,
        goals=asked.goals,
        goals_asked=asked.goals_asked,
        contents=asked.contents,
        norms=norms,
    )


def _document(law: Law, norms: tuple[str, ...]) -> Document | None:
    """The latest of these that is a qualification document; the forerunners are not kept here."""
    documents: tuple[Document, ...] = law.settings.get(DOCUMENTS, ())
    return next((one for one in documents if one.id == norms[-1]), None)


def _covers_every_goal(asked: FileLessonPlan, document: Document | None) -> None:
    known = document.goals if document else None
    goals_asked = known or asked.goals_asked
    require(
        R_55,
        asked.goals >= goals_asked and "goals" in asked.contents,
        f"link the plan to each of the {goals_asked} learning goals",
        goals=asked.goals,
        goals_asked=goals_asked,
    )


def _is_long_enough(asked: FileLessonPlan, document: Document | None) -> None:
    """A plan states how long it takes; the minimum is in the document, where there is one."""
    stated = "duration" in asked.contents and asked.minutes > 0
    require(R_56, stated, "state how long the course takes", minutes=asked.minutes)
    least = document.minutes if document else None
    require(
        T_25,
        least is None or asked.minutes >= least,
        f"the document of {asked.qualification} asks {least} minutes at least",
        minutes=asked.minutes,
        least=least,
    )


def _remarks(asked: FileLessonPlan) -> tuple[Remark, ...]:
    missing = [item for item in USUAL if item not in asked.contents]
    weigh(R_57, not missing, missing=len(missing))
    both = asked.course == "both"
    weigh(R_58, not both, course=asked.course)
    remarks = [Remark(says=f"the plan lacks {item}", place=R_57.place) for item in missing]
    if both:
        says = "one plan for the basic course and the refresher"
        remarks.append(Remark(says=says, place=R_58.place))
    return tuple(remarks)
