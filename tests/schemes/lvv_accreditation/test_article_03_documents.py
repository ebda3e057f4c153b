"""LVV accreditation, 3(3) and 4(2): the required documents. Dates of A-T01."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.article_03_documents import DeliverDocuments
from domain.schemes.lvv_accreditation.article_10_assessment import RecordAssessment
from domain.schemes.lvv_accreditation.record.investigation import (
    AssessmentRecorded,
    DocumentsDelivered,
)
from tests.schemes.lvv_accreditation.told import (
    AUDITOR,
    OFFER,
    PROVIDER,
    WHY,
    WITH_HOBEON,
    delivered,
    given,
    offer,
)

FEB_2 = date(2026, 2, 2)


def deliver(on: date) -> DeliverDocuments:
    return DeliverDocuments(on=on, matter="application-1", offer=OFFER)


def assess(meets: bool = True) -> RecordAssessment:
    return RecordAssessment(
        on=FEB_2, matter="application-1", capacity="quality", meets=meets, findings=WHY
    )


@pytest.mark.passes("A-T01")
def test_3_3_forwarded_on_12_january_delivered_by_2_february() -> None:
    told = given(*WITH_HOBEON)
    told.then_term("A-T01", FEB_2, "running", FEB_2)
    told = told.when(deliver(FEB_2), PROVIDER).then_recorded(DocumentsDelivered)
    told.then_term("A-T01", FEB_2, "met", FEB_2)


@pytest.mark.refuses("A-T01")
def test_3_3_a_day_later_is_missed_and_still_taken_in() -> None:
    late = date(2026, 2, 3)
    told = given(*WITH_HOBEON).when(deliver(late), PROVIDER).then_recorded(DocumentsDelivered)
    told.then_term("A-T01", late, "missed", FEB_2)


def test_4_documents_are_for_what_is_with_hobeon() -> None:
    asked = DeliverDocuments(on=FEB_2, matter="renewal-1", offer=OFFER)
    given(*WITH_HOBEON).when(asked, PROVIDER).then_refused("", "give one of application-1")


@pytest.mark.passes("R-06")
def test_4_2_documents_that_cover_every_criterion_are_assessed() -> None:
    told = given(*WITH_HOBEON, delivered())
    told.when(assess(), AUDITOR).then_recorded(AssessmentRecorded)


@pytest.mark.refuses("R-06")
def test_4_2_without_learning_outcomes_the_criteria_are_not_met() -> None:
    items = tuple(one for one in OFFER.items if one != "outcomes")
    told = given(*WITH_HOBEON, delivered(offer(items=items)))
    told.when(assess(), AUDITOR).then_refused("R-06", "do not cover outcomes")


@pytest.mark.refuses("R-06")
def test_4_2_an_expert_may_find_that_they_are_not_met() -> None:
    told = given(*WITH_HOBEON).when(assess(meets=False), AUDITOR)
    told.then_recorded(AssessmentRecorded)
