"""LVV accreditation, article 8: what the board may withdraw."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_08_withdrawal import WithdrawAccreditation
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationWithdrawn
from domain.schemes.lvv_accreditation.record.check import CheckFollowedByWithdrawal
from domain.schemes.lvv_accreditation.record.compliance import DeviationReported
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    BOARD,
    HOBEON,
    IN_CHECK,
    PROOF,
    PROVIDER,
    WHY,
    given,
    reported,
)

AUG_14 = date(2028, 8, 14)


def withdraw(ground: str) -> WithdrawAccreditation:
    return WithdrawAccreditation(on=AUG_14, ground=ground, reasons=WHY)


def deviation(permanent: bool) -> DeviationReported:
    return DeviationReported(
        matter="deviation-1",
        on=date(2028, 7, 3),
        basis=article(7)(2),
        known_on=date(2028, 7, 3),
        permanent=permanent,
        arrived_at="lvv-board",
        circumstances=PROOF,
    )


@pytest.mark.passes("R-15")
def test_8_after_negative_advice_on_a_check() -> None:
    told = given(*IN_CHECK, reported("negative"))
    told = told.when(withdraw("negative-advice-after-check"), BOARD)
    told.then_recorded(CheckFollowedByWithdrawal, AccreditationWithdrawn)


@pytest.mark.passes("R-15")
def test_8_on_the_holders_own_word_that_it_is_permanent() -> None:
    told = given(*ACCREDITED, (deviation(True), PROVIDER))
    told = told.when(withdraw("permanent-own-statement"), BOARD)
    told.then_recorded(AccreditationWithdrawn)


@pytest.mark.refuses("R-15")
@pytest.mark.parametrize("advice", [None, "continue"])
def test_8_not_without_negative_advice(advice: str | None) -> None:
    told = given(*IN_CHECK, reported(advice))
    told.when(withdraw("negative-advice-after-check"), BOARD).then_refused("R-15", "no interim")


@pytest.mark.refuses("R-15")
def test_8_not_when_it_is_temporary() -> None:
    told = given(*ACCREDITED, (deviation(False), PROVIDER))
    told.when(withdraw("permanent-own-statement"), BOARD).then_refused("R-15", "has not said")


@pytest.mark.refuses("R-15")
def test_8_not_on_a_ground_of_an_7() -> None:
    told = given(*ACCREDITED).when(withdraw("mark-misused"), BOARD)
    told.then_refused("R-15", "no ground of 8")


def test_8_hobeon_withdraws_nothing() -> None:
    told = given(*IN_CHECK, reported("negative"))
    told.when(withdraw("negative-advice-after-check"), HOBEON).then_not_allowed()
