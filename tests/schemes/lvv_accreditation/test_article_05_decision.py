"""LVV accreditation, article 5(1): the decision and the certificate. Dates of A-T03 and A-T04."""

from datetime import date

import pytest

from domain.case import Law
from domain.legal_calendar import LegalCalendar
from domain.schemes.lvv_accreditation.act import EDITION
from domain.schemes.lvv_accreditation.article_05_certificate import IssueCertificate
from domain.schemes.lvv_accreditation.article_05_decision import (
    TO_DECIDE,
    GrantAccreditation,
    RejectApplication,
)
from domain.schemes.lvv_accreditation.article_05_sending import SendDecision
from domain.schemes.lvv_accreditation.article_06_validity import VALID
from domain.schemes.lvv_accreditation.record.application import (
    ApplicationRejected,
    DecisionSent,
)
from tests.scenario import Given
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    ADVISED_AGAINST,
    ASSESSED,
    BOARD,
    HOBEON,
    MAR_4,
    OFFICE,
    TO_BE_DECIDED,
    WHY,
    advised,
    application_granted,
    given,
    granted,
    issued,
    opened,
    paid,
    submitted,
)

GRANT = GrantAccreditation(on=MAR_4)
REJECT = RejectApplication(on=MAR_4, curable=True, reasons=WHY)
CERTIFY = IssueCertificate(on=issued.on, certificate=issued.certificate)


@pytest.mark.passes("R-07", "R-38", "A-T03")
def test_5_1_positive_advice_is_followed_by_a_grant_within_three_weeks() -> None:
    told = given(*TO_BE_DECIDED)
    told.then_term("A-T03", date(2026, 3, 3), "running", MAR_4)
    told = told.when(GRANT, BOARD).then(application_granted, granted)
    told.then_term("A-T03", MAR_4, "met", MAR_4)


@pytest.mark.refuses("A-T03")
def test_5_1_a_day_later_is_missed_and_gives_no_decision_by_default() -> None:
    told = given(*TO_BE_DECIDED)
    told.then_term("A-T03", date(2026, 3, 5), "missed", MAR_4)


def test_5_1_three_weeks_do_not_move_off_easter_monday() -> None:
    easter_monday = date(2026, 4, 6)
    calendar = Law(edition=EDITION).calendar
    assert TO_DECIDE.of(EDITION).due(date(2026, 3, 16), calendar) == easter_monday
    assert LegalCalendar().holiday(easter_monday)


@pytest.mark.refuses("R-07")
def test_5_1_positive_advice_is_not_followed_by_a_rejection() -> None:
    given(*TO_BE_DECIDED).when(REJECT, BOARD).then_refused("R-07", "the advice is positive")


@pytest.mark.refuses("R-07")
def test_5_1_negative_advice_is_not_followed_by_a_grant() -> None:
    given(*ADVISED_AGAINST).when(GRANT, BOARD).then_refused("R-07", "the advice is negative")


@pytest.mark.passes("R-07")
def test_5_1_negative_advice_is_followed_by_a_rejection_that_is_sent() -> None:
    told = given(*ADVISED_AGAINST).when(REJECT, BOARD).then_recorded(ApplicationRejected)
    told = told.when(SendDecision(on=MAR_4), OFFICE).then_recorded(DecisionSent)
    told.when(SendDecision(on=MAR_4), OFFICE).then_refused("", "no decision waits")


@pytest.mark.refuses("R-38")
@pytest.mark.parametrize("history", [(opened, submitted, paid), (*ASSESSED, (advised(), HOBEON))])
def test_an_3_b_payment_alone_is_no_ground_nor_advice_that_was_not_received(
    history: tuple[Given, ...],
) -> None:
    given(*history).when(GRANT, BOARD).then_refused("R-38", "gone through with")


@pytest.mark.refuses("R-38")
def test_an_3_b_the_applicant_keeps_to_the_regulations() -> None:
    unwilling = submitted.model_copy(update={"regulations_accepted": False})
    history = tuple(unwilling if one is TO_BE_DECIDED[1] else one for one in TO_BE_DECIDED)
    given(*history).when(GRANT, BOARD).then_refused("R-38", "has not undertaken")


@pytest.mark.passes("R-08")
def test_5_1_the_certificate_comes_with_the_grant() -> None:
    told = given(*TO_BE_DECIDED, (application_granted, BOARD), (granted, BOARD))
    told = told.when(CERTIFY, BOARD).then(issued)
    told.when(CERTIFY, BOARD).then_refused("", "given already")


@pytest.mark.refuses("R-08")
def test_5_1_there_is_no_provisional_certificate() -> None:
    given(*TO_BE_DECIDED).when(CERTIFY, BOARD).then_refused("R-08", "no provisional certificate")


@pytest.mark.passes("A-T04")
def test_6_1_from_the_day_of_the_decision_up_to_3_march_2030() -> None:
    told = given(*ACCREDITED)
    told.then_term("A-T04", date(2030, 3, 3), "running", date(2030, 3, 3))


def test_6_1_decided_on_a_leap_day_it_ends_on_28_february() -> None:
    assert VALID.of(EDITION).last_day(date(2028, 2, 29)) == date(2032, 2, 28)
