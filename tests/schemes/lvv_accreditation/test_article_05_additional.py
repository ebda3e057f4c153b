"""LVV accreditation, 5(2)-(3): an additional investigation after a rejection."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_04_advice import GiveAdvice
from domain.schemes.lvv_accreditation.article_05_additional import (
    ConsultBoard,
    DeclineAdditionalInvestigation,
    RequestAdditionalInvestigation,
    StartAdditionalInvestigation,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdditionalCostsCharged,
    AdditionalInvestigationDeclined,
    AdditionalInvestigationRequested,
    AdditionalInvestigationStarted,
    ApplicationRejected,
    BoardConsulted,
)
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    ADVISED_AGAINST,
    BOARD,
    HOBEON,
    PROVIDER,
    WHY,
    given,
)

MAR_4, MAR_20 = date(2026, 3, 4), date(2026, 3, 20)
START = StartAdditionalInvestigation(on=MAR_20, cents=40_000)
ASK = RequestAdditionalInvestigation(on=MAR_20)


def rejected(curable: bool = True) -> Scenario:
    fact = ApplicationRejected(
        matter="application-1", on=MAR_4, basis=article(5)(1), curable=curable, reasons=WHY
    )
    return given(*ADVISED_AGAINST, (fact, BOARD))


def asked_for() -> Scenario:
    return rejected().when(ASK, PROVIDER).then_recorded(AdditionalInvestigationRequested)


@pytest.mark.passes("R-09")
def test_5_2_hobeon_investigates_further_after_consulting_the_board() -> None:
    told = asked_for().when(ConsultBoard(on=MAR_20, findings=WHY), HOBEON)
    told = told.then_recorded(BoardConsulted).when(START, HOBEON)
    told = told.then_recorded(AdditionalInvestigationStarted, AdditionalCostsCharged)
    anew = GiveAdvice(on=MAR_20, matter="application-1", positive=True, report=WHY)
    told.when(anew, HOBEON).then_refused("R-40", "both assess")


@pytest.mark.refuses("R-09")
def test_5_2_not_without_consulting_it() -> None:
    asked_for().when(START, HOBEON).then_refused("R-09", "consults the board")


@pytest.mark.refuses("R-09")
def test_5_2_not_when_the_conditions_can_not_be_met_still() -> None:
    rejected(curable=False).when(ASK, PROVIDER).then_refused("R-09", "apply anew")


def test_5_2_not_before_a_rejection() -> None:
    given(*ADVISED_AGAINST).when(ASK, PROVIDER).then_refused("", "no application stands rejected")


def test_5_2_hobeon_may_decline() -> None:
    told = asked_for().when(ConsultBoard(on=MAR_20, findings=WHY), HOBEON)
    declined = DeclineAdditionalInvestigation(on=MAR_20, reasons=WHY)
    told = told.then_recorded(BoardConsulted).when(declined, HOBEON)
    told.then_recorded(AdditionalInvestigationDeclined)
