"""A lesson plan, basic or refresher, of one qualification (4.4)."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value


class LessonPlanFiled(Fact):
    """``minutes`` it takes; ``goals`` of the norms it covers, out of ``goals_asked``.

    ``contents`` are the usual items that it holds (4.4); ``norms`` the documents it follows.
    """

    stored_as = "ssvv-sogp.lesson-plan-filed"
    reference: str
    qualification: str
    course: Literal["basic", "refresher", "both"]
    minutes: int
    goals: int
    goals_asked: int
    contents: tuple[str, ...]
    norms: tuple[str, ...]


class LessonPlan(Value):
    matter: str
    filed: LessonPlanFiled
    since: Day


def evolve(_: LessonPlan | None, record: Recorded) -> LessonPlan:
    """The lesson plan after one fact more: filed, or filed anew."""
    fact = cast(LessonPlanFiled, record.fact)
    return LessonPlan(matter=fact.matter, filed=fact, since=fact.on)
