"""The case file of one training centre: every matter in it, folded from the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from domain.days import Day
from domain.erasure import ErasureFact
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.schemes.ssvv_sogp.record import (
    access,
    activity,
    agreement,
    application,
    audit,
    centre,
    course,
    irregularity,
    lesson_plan,
    line,
    requirement,
    trainer,
)
from domain.schemes.ssvv_sogp.record.access import Access, AccessFact
from domain.schemes.ssvv_sogp.record.activity import Activity, ActivityFact
from domain.schemes.ssvv_sogp.record.agreement import Agreement, AgreementFact
from domain.schemes.ssvv_sogp.record.application import Application, ApplicationFact
from domain.schemes.ssvv_sogp.record.audit import Audit, AuditFact
from domain.schemes.ssvv_sogp.record.centre import Centre, CentreFact, LineKey
from domain.schemes.ssvv_sogp.record.course import Course, CourseFact
from domain.schemes.ssvv_sogp.record.irregularity import (
    Irregularity,
    IrregularityFact,
    OversightSignal,
    SignalFact,
)
from domain.schemes.ssvv_sogp.record.lesson_plan import LessonPlan, LessonPlanFiled
from domain.schemes.ssvv_sogp.record.line import Line, LineFact
from domain.schemes.ssvv_sogp.record.requirement import Requirement, RequirementFact
from domain.schemes.ssvv_sogp.record.trainer import Trainer, TrainerFact


class CentreFile(Value):
    """All that is on record about one training centre under this scheme, matter by matter."""

    centre: Centre = Centre()
    applications: Mapping[str, Application] = {}
    lines: Mapping[str, Line] = {}
    agreements: Mapping[str, Agreement] = {}
    audits: Mapping[str, Audit] = {}
    activities: Mapping[str, Activity] = {}
    irregularities: Mapping[str, Irregularity] = {}
    signals: Mapping[str, OversightSignal] = {}
    trainers: Mapping[str, Trainer] = {}
    courses: Mapping[str, Course] = {}
    accesses: Mapping[str, Access] = {}
    requirements: Mapping[str, Requirement] = {}
    lesson_plans: Mapping[str, LessonPlan] = {}

    @property
    def is_registered(self) -> bool:
        """Whether SSVV knows the centre: it was recognised for something before."""
        return bool(self.lines)

    def line(self, key: LineKey) -> Line | None:
        """The latest recognition of a qualification at a location, if there ever was one."""
        return next((one for one in reversed(list(self.lines.values())) if one.key == key), None)

    def recognised(self, location: str, qualification: str, day: Day) -> bool:
        """Whether the centre is recognised for it there, on that day."""
        key = LineKey(location=location, qualification=qualification)
        return any(one.key == key and one.is_in_force(day) for one in self.lines.values())

    def agreement_on(self, day: Day) -> Agreement | None:
        """The agreement that binds on a day, if any."""
        return next((one for one in self.agreements.values() if one.is_in_force(day)), None)

    def next_matter(self, kind: str) -> str:
        """The name of the next application, line, agreement, audit, trainer and so on."""
        held: dict[str, Mapping[str, Value]] = {
            "application": self.applications,
            "line": self.lines,
            "agreement": self.agreements,
            "audit": self.audits,
            "irregularity": self.irregularities,
            "signal": self.signals,
            "trainer": self.trainers,
            "course": self.courses,
            "access": self.accesses,
            "lesson-plan": self.lesson_plans,
        }
        return f"{kind}-{len(held[kind]) + 1}"


Fold = Callable[[Any, Recorded], Value]
FOLDS: tuple[tuple[tuple[type[Fact], ...], str, Fold], ...] = (
    (get_args(ApplicationFact), "applications", application.evolve),
    (get_args(LineFact), "lines", line.evolve),
    (get_args(AgreementFact), "agreements", agreement.evolve),
    (get_args(AuditFact), "audits", audit.evolve),
    (get_args(ActivityFact), "activities", activity.evolve),
    (get_args(IrregularityFact), "irregularities", irregularity.evolve_irregularity),
    (get_args(SignalFact), "signals", irregularity.evolve_signal),
    (get_args(TrainerFact), "trainers", trainer.evolve),
    (get_args(CourseFact), "courses", course.evolve),
    (get_args(AccessFact), "accesses", access.evolve),
    (get_args(RequirementFact), "requirements", requirement.evolve),
    ((LessonPlanFiled,), "lesson_plans", lesson_plan.evolve),
)
FOLDED = {fact: (held, fold) for facts, held, fold in FOLDS for fact in facts}
FACTS = (
    *get_args(CentreFact),
    *get_args(ErasureFact),
    *(fact for facts, _, _ in FOLDS for fact in facts),
)


def evolve(file: CentreFile, record: Recorded) -> CentreFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if isinstance(fact, get_args(CentreFact)):
        return file.model_copy(update={"centre": centre.evolve(file.centre, record)})
    if (folded := FOLDED.get(type(fact))) is not None:
        held, fold = folded
        matters: Mapping[str, Value] = getattr(file, held)
        after = fold(matters.get(fact.matter), record)
        return file.model_copy(update={held: {**matters, fact.matter: after}})
    if isinstance(fact, get_args(ErasureFact)):
        return file
    raise TypeError(f"{fact.stored_as} is not a fact of a training centre's file")
