"""SSVV SOG-P, section 4.4: lesson plans. The eight hours of T-25 are fictional, as there."""

from datetime import date
from typing import Any

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.lesson_plan import LessonPlanFiled
from domain.schemes.ssvv_sogp.record.own_file import DOCUMENTS, Document
from domain.schemes.ssvv_sogp.section_4_4_lesson_plans import USUAL, FileLessonPlan
from tests.schemes.ssvv_sogp.told import CENTRE, GM, a_centre, given

AUG_1 = date(2025, 8, 1)
EIGHT_HOURS = 480
LAW = Law(
    edition=EDITION,
    settings={
        DOCUMENTS: (
            Document(
                id="gm-1-2025",
                qualification=GM,
                standing="adopted",
                since=date(2025, 7, 1),
                minutes=EIGHT_HOURS,
                goals=12,
            ),
        )
    },
)


def plan(**other: Any) -> FileLessonPlan:
    as_it_should_be = {
        "on": AUG_1,
        "reference": "GM-1 basic, version 3",
        "qualification": GM,
        "course": "basic",
        "minutes": EIGHT_HOURS,
        "goals": 12,
        "goals_asked": 12,
        "contents": USUAL,
    }
    return FileLessonPlan(**{**as_it_should_be, **other})


@pytest.mark.passes("R-55", "R-56", "R-57", "R-58", "T-25")
def test_4_4_a_plan_accounts_for_the_goals_in_the_minimum_time() -> None:
    told = given(*a_centre).under(LAW).when(plan(), CENTRE).then_recorded(LessonPlanFiled)
    fact = told.history[-1].fact
    assert isinstance(fact, LessonPlanFiled)
    assert (fact.norms, fact.remarks) == (("gm-1-2025",), ())


@pytest.mark.refuses("R-55")
@pytest.mark.parametrize(
    "other",
    [{"goals": 11}, {"goals": 3, "goals_asked": 3}, {"contents": ("duration",)}],
)
def test_4_4_not_without_a_goal(other: dict[str, Any]) -> None:
    told = given(*a_centre).under(LAW).when(plan(**other), CENTRE)
    told.then_refused("R-55", "each of the 12 learning goals")


@pytest.mark.refuses("T-25")
def test_4_4_not_shorter_than_the_document_says() -> None:
    told = given(*a_centre).under(LAW).when(plan(minutes=450), CENTRE)
    told.then_refused("T-25", "480 minutes at least")


@pytest.mark.refuses("R-56")
def test_4_4_and_it_says_how_long_it_takes() -> None:
    contents = tuple(item for item in USUAL if item != "duration")
    given(*a_centre).when(plan(contents=contents), CENTRE).then_refused("R-56", "how long")


def test_4_4_without_a_document_the_forerunners_are_read_by_people() -> None:
    told = given(*a_centre).when(plan(minutes=60), CENTRE).then_recorded(LessonPlanFiled)
    fact = told.history[-1].fact
    assert isinstance(fact, LessonPlanFiled)
    assert fact.norms == ("forerunners-gm-1",)


@pytest.mark.refuses("R-57", "R-58")
def test_4_4_what_is_usual_and_missing_is_remarked_on() -> None:
    contents = tuple(item for item in USUAL if item != "most-participants")
    asked = plan(contents=contents, course="both")
    told = given(*a_centre).under(LAW).when(asked, CENTRE).then_recorded(LessonPlanFiled)
    says = [one.says for one in told.history[-1].fact.remarks]
    assert says == [
        "the plan lacks most-participants",
        "one plan for the basic course and the refresher",
    ]
