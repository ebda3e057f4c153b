"""LVV accreditation, 4(3): further documents, and late ones left out. Dates of A-T02."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.article_04_further_documents import (
    DeliverFurtherDocuments,
    RequestFurtherDocuments,
)
from domain.schemes.lvv_accreditation.record.investigation import (
    FurtherDocumentsDelivered,
    FurtherDocumentsRequested,
    LateDocumentsLeftOut,
)
from domain.schemes.lvv_accreditation.record.offer import Offer
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    HOBEON,
    OFFER,
    PROOF,
    PROVIDER,
    WHY,
    WITH_HOBEON,
    delivered,
    given,
    offer,
)

FEB_3, FEB_13, FEB_14 = date(2026, 2, 3), date(2026, 2, 13), date(2026, 2, 14)
OTHER = offer(points=5)


def asked_for(by: date = FEB_13) -> Scenario:
    asked = RequestFurtherDocuments(on=FEB_3, matter="application-1", by=by, what=WHY)
    return given(*WITH_HOBEON, delivered()).when(asked, HOBEON)


def deliver(on: date) -> DeliverFurtherDocuments:
    return DeliverFurtherDocuments(on=on, matter="application-1", offer=OTHER, about=PROOF)


def what_counts(told: Scenario) -> Offer | None:
    described: Offer | None = told.file().state.investigations["application-1"].offer
    return described


@pytest.mark.passes("A-T02")
def test_4_3_documents_of_the_last_day_are_assessed() -> None:
    told = asked_for().then_recorded(FurtherDocumentsRequested)
    told.then_term("A-T02", FEB_13, "running", FEB_13)
    told = told.when(deliver(FEB_13), PROVIDER).then_recorded(FurtherDocumentsDelivered)
    told.then_term("A-T02", FEB_13, "met", FEB_13)
    assert what_counts(told) == OTHER


@pytest.mark.refuses("A-T02")
def test_4_3_later_ones_are_kept_and_left_out() -> None:
    told = asked_for().then_recorded(FurtherDocumentsRequested)
    told = told.when(deliver(FEB_14), PROVIDER).then_recorded(LateDocumentsLeftOut)
    told.then_term("A-T02", FEB_14, "missed", FEB_13)
    assert what_counts(told) == OFFER


@pytest.mark.refuses("A-T02")
def test_4_3_the_term_is_to_come() -> None:
    asked_for(by=FEB_3).then_refused("A-T02", "a day after 2026-02-03")


def test_4_3_further_documents_are_asked_for_first() -> None:
    told = given(*WITH_HOBEON, delivered())
    told.when(deliver(FEB_13), PROVIDER).then_refused("", "no further documents")
