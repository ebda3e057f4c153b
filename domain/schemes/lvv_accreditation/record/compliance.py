"""Keeping to the criteria: deviations, changes to the training, conditions, mark and secrecy."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Identity, Personal
from domain.schemes.lvv_accreditation.record.offer import Reference, Teacher
from domain.words import Code


class DeviationReported(Fact):
    """``known_on`` is the day the holder knew; ``arrived_at`` where the report came in."""

    stored_as = "lvv-accreditation.deviation-reported"
    known_on: Day
    permanent: bool
    arrived_at: Code
    circumstances: Personal[Evidence, str]


class HolderConsulted(Fact):
    stored_as = "lvv-accreditation.holder-consulted"
    agreed: Personal[Content, str]


DeviationFact = DeviationReported | HolderConsulted


class Deviation(Value):
    matter: str
    since: Day
    permanent: bool
    standing: Literal["reported", "consulted"] = "reported"


def evolve_deviation(now: Deviation | None, record: Recorded) -> Deviation:
    """The deviation after one fact more."""
    fact = cast(DeviationFact, record.fact)
    if isinstance(fact, DeviationReported):
        return Deviation(matter=fact.matter, since=fact.on, permanent=fact.permanent)
    update = {"standing": "consulted", "since": fact.on}
    return begun(now, fact).model_copy(update=update)


class ConditionsNotified(Fact):
    """The board adapted the conditions; the holder was told in writing on this day."""

    stored_as = "lvv-accreditation.conditions-notified"
    conditions: Code
    implement_by: Day


class ConditionsImplemented(Fact):
    stored_as = "lvv-accreditation.conditions-implemented"


ConditionsFact = ConditionsNotified | ConditionsImplemented


class Conditions(Value):
    matter: str
    conditions: Code
    since: Day
    implement_by: Day
    implemented_on: Day | None = None


def evolve_conditions(now: Conditions | None, record: Recorded) -> Conditions:
    """The adapted conditions after one fact more."""
    fact = cast(ConditionsFact, record.fact)
    if isinstance(fact, ConditionsNotified):
        return Conditions(
            matter=fact.matter,
            conditions=fact.conditions,
            since=fact.on,
            implement_by=fact.implement_by,
        )
    return begun(now, fact).model_copy(update={"implemented_on": fact.on})


class TeacherReplaced(Fact):
    stored_as = "lvv-accreditation.teacher-replaced"
    teacher: Teacher


class MarkUseRegistered(Fact):
    """How the mark is carried: as what, for what, on what kind of material."""

    stored_as = "lvv-accreditation.mark-use-registered"
    carried_as: Code
    carried_for: Code


class DisclosureConsented(Fact):
    """The certifying body's prior consent in writing to make this report public."""

    stored_as = "lvv-accreditation.disclosure-consented"
    report: Code


class ReportDisclosed(Fact):
    stored_as = "lvv-accreditation.report-disclosed"
    report: Code


class DataShared(Fact):
    """Data of the applicant or holder went to somebody who is bound to secrecy."""

    stored_as = "lvv-accreditation.data-shared"
    to: Code
    what: Personal[Content, str]


class ProofIssued(Fact):
    """A certificate of attendance, as it was given to a participant."""

    stored_as = "lvv-accreditation.proof-issued"
    name: Personal[Identity, str]
    initials: Personal[Identity, str]
    born: Personal[Identity, Day]
    certificate: Reference
    title: str
    points: int
    taken_on: Day


WITHOUT_A_STATE = (TeacherReplaced, MarkUseRegistered, ReportDisclosed, DataShared, ProofIssued)
