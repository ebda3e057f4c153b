"""A trainer of the centre, employed or hired: evidence, and for which qualifications it serves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast
from uuid import UUID

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Identity, Personal

Requirement = Literal[
    "criteria",
    "field-experience",
    "teaching",
    "safe-example",
    "equipment",
    "vol-vca",
    "sogp-diploma",
    "other-diploma",
]
"""The criteria of the qualification document, and the seven that 4.2 asks of every trainer."""


class TrainerRegistered(Fact):
    """``person`` is the random id under whose own key everything about the trainer is kept.

    ``account`` is what the trainer acts under, if at all.
    """

    stored_as = "ssvv-sogp.trainer-registered"
    person: UUID
    name: Personal[Identity, str]
    employed: bool
    account: str = ""


class TrainerEvidenceAttached(Fact):
    """Evidence of one requirement; of one qualification, or empty when it serves for all.

    ``diploma`` names another diploma that the qualification document requires.
    """

    stored_as = "ssvv-sogp.trainer-evidence-attached"
    requirement: Requirement
    qualification: str = ""
    diploma: str = ""
    since: Day | None = None
    until: Day | None = None
    evidence: Personal[Evidence, str]


class EquivalenceAccepted(Fact):
    """SSVV takes something else as equal to a VOL-VCA or SOG-P diploma, with its reason."""

    stored_as = "ssvv-sogp.trainer-equivalence-accepted"
    requirement: Literal["vol-vca", "sogp-diploma"]
    qualification: str = ""
    until: Day | None = None
    because: Personal[Content, str]


class TrainerAssessed(Fact):
    """Whether the trainer meets every requirement of a qualification, under these norms."""

    stored_as = "ssvv-sogp.trainer-assessed"
    qualification: str
    norms: tuple[str, ...]
    lacking: tuple[str, ...]


class TrainerReassessmentRequired(Fact):
    """A new qualification document changed the criteria."""

    stored_as = "ssvv-sogp.trainer-reassessment-required"
    qualification: str
    document: str


TrainerFact = (
    TrainerRegistered
    | TrainerEvidenceAttached
    | EquivalenceAccepted
    | TrainerAssessed
    | TrainerReassessmentRequired
)


class Shown(Value):
    """What a trainer has shown; ``until`` is the last day on which it is good."""

    requirement: Requirement
    qualification: str
    diploma: str = ""
    since: Day | None = None
    until: Day | None = None
    equivalent: bool = False

    def is_good(self, day: Day) -> bool:
        begun_by_then = self.since is None or self.since <= day
        return begun_by_then and (self.until is None or day <= self.until)


class Trainer(Value):
    """A trainer. ``qualified`` holds per qualification whether the last assessment found so."""

    matter: str
    person: UUID
    employed: bool
    account: str
    shown: tuple[Shown, ...] = ()
    qualified: Mapping[str, bool] = {}

    def shows(self, requirement: Requirement, qualification: str, day: Day) -> tuple[Shown, ...]:
        """What is good on a day for a requirement, of this qualification or of all."""
        return tuple(
            one
            for one in self.shown
            if one.requirement == requirement
            and one.qualification in ("", qualification)
            and one.is_good(day)
        )


def evolve(now: Trainer | None, record: Recorded) -> Trainer:
    """The trainer after one fact more."""
    fact = cast(TrainerFact, record.fact)
    if isinstance(fact, TrainerRegistered):
        return Trainer(
            matter=fact.matter, person=fact.person, employed=fact.employed, account=fact.account
        )
    now = begun(now, fact)
    match fact:
        case TrainerEvidenceAttached() | EquivalenceAccepted():
            return now.model_copy(update={"shown": (*now.shown, _shown(fact))})
        case TrainerAssessed():
            qualified = {**now.qualified, fact.qualification: not fact.lacking}
        case TrainerReassessmentRequired():
            qualified = {**now.qualified, fact.qualification: False}
    return now.model_copy(update={"qualified": qualified})


def _shown(fact: TrainerEvidenceAttached | EquivalenceAccepted) -> Shown:
    if isinstance(fact, EquivalenceAccepted):
        return Shown(
            requirement=fact.requirement,
            qualification=fact.qualification,
            since=fact.on,
            until=fact.until,
            equivalent=True,
        )
    return Shown(
        requirement=fact.requirement,
        qualification=fact.qualification,
        diploma=fact.diploma,
        since=fact.since,
        until=fact.until,
    )
