"""What Hobéon is given to look at, and what its experts found: in any investigation or check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Content, Evidence, Personal
from domain.schemes.lvv_accreditation.record.offer import Offer

Capacity = Literal["quality", "content", "second-content"]


class DocumentsDelivered(Fact):
    stored_as = "lvv-accreditation.documents-delivered"
    offer: Offer
    about: Personal[Evidence, str] | None = None


class FurtherDocumentsRequested(Fact):
    stored_as = "lvv-accreditation.further-documents-requested"
    by: Day
    what: Personal[Content, str]


class FurtherDocumentsDelivered(Fact):
    """In time, so part of the assessment. ``offer`` replaces the description it amends."""

    stored_as = "lvv-accreditation.further-documents-delivered"
    offer: Offer | None = None
    about: Personal[Evidence, str]


class LateDocumentsLeftOut(Fact):
    """Came after the term: kept on file, and left out of the assessment."""

    stored_as = "lvv-accreditation.late-documents-left-out"
    offer: Offer | None = None
    about: Personal[Evidence, str]


class AssessmentRecorded(Fact):
    stored_as = "lvv-accreditation.assessment-recorded"
    capacity: Capacity
    meets: bool
    findings: Personal[Content, str]


InvestigationFact = (
    DocumentsDelivered
    | FurtherDocumentsRequested
    | FurtherDocumentsDelivered
    | LateDocumentsLeftOut
    | AssessmentRecorded
)


class Assessment(Value):
    by: str
    meets: bool


class Investigation(Value):
    """What is on the table: the description that counts, and the assessments by capacity."""

    matter: str
    offer: Offer | None = None
    asked_on: Day | None = None
    deliver_by: Day | None = None
    assessments: Mapping[Capacity, Assessment] = {}

    @property
    def assessors(self) -> frozenset[str]:
        return frozenset(one.by for one in self.assessments.values())


def evolve(now: Investigation | None, record: Recorded) -> Investigation:
    """The investigation after one fact more; the first fact begins it."""
    fact = record.fact
    now = now or Investigation(matter=fact.matter)
    match fact:
        case DocumentsDelivered():
            return now.model_copy(update={"offer": fact.offer})
        case FurtherDocumentsRequested():
            return now.model_copy(update={"asked_on": fact.on, "deliver_by": fact.by})
        case FurtherDocumentsDelivered():
            return now.model_copy(update={"asked_on": None, "offer": fact.offer or now.offer})
        case AssessmentRecorded():
            one = Assessment(by=record.by.id, meets=fact.meets)
            return now.model_copy(update={"assessments": {**now.assessments, fact.capacity: one}})
        case _:
            return now
