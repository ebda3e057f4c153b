"""LVV accreditation, 7(4)-(6): interim checks. Dates of A-T12."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_accreditation.act import EDITION
from domain.schemes.lvv_accreditation.article_07_check_report import (
    ChargeCheckCosts,
    ContinueAccreditation,
    ReportCheck,
)
from domain.schemes.lvv_accreditation.article_07_interim_check import (
    NOTICE,
    AnnounceInterimCheck,
    RequestInterimCheck,
    StartInterimCheck,
)
from domain.schemes.lvv_accreditation.record.check import (
    AccreditationContinued,
    CheckAnnounced,
    CheckCostsCharged,
    CheckReported,
    CheckRequested,
)
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    BOARD,
    HOBEON,
    IN_CHECK,
    OFFICE,
    WHY,
    announced,
    begun,
    given,
    reported,
)

JUN_29, JUN_30, AUG_1 = date(2028, 6, 29), date(2028, 6, 30), date(2028, 8, 1)


def announce(on: date, starts_on: date) -> AnnounceInterimCheck:
    return AnnounceInterimCheck(on=on, starts_on=starts_on)


@pytest.mark.passes("A-T12")
def test_7_5_a_check_of_29_june_is_announced_by_29_april() -> None:
    told = given(*ACCREDITED).when(announce(date(2028, 4, 29), JUN_29), HOBEON).then(announced)
    told.when(StartInterimCheck(on=JUN_29), HOBEON).then(begun)


@pytest.mark.refuses("A-T12")
def test_7_5_announced_on_30_april_it_begins_on_30_june_at_the_earliest() -> None:
    apr_30 = date(2028, 4, 30)
    told = given(*ACCREDITED)
    told.when(announce(apr_30, JUN_29), HOBEON).then_refused("A-T12", "announced by 2028-04-29")
    told.when(announce(apr_30, JUN_30), HOBEON).then_recorded(CheckAnnounced)


def test_7_5_the_month_end_is_kept() -> None:
    assert NOTICE.of(EDITION).day(date(2029, 4, 30)) == date(2029, 2, 28)


@pytest.mark.refuses("A-T12")
def test_7_5_it_does_not_begin_earlier_than_announced_but_may_be_announced_anew() -> None:
    told = given(*ACCREDITED, (announced, HOBEON))
    early = StartInterimCheck(on=date(2028, 6, 28))
    told.when(early, HOBEON).then_refused("A-T12", "announced for 2028-06-29")
    told = told.when(announce(date(2028, 5, 2), date(2028, 7, 3)), HOBEON)
    assert told.then_recorded(CheckAnnounced).history[-1].fact.matter == "check-1"


def test_7_4_the_board_asks_for_a_check_that_hobeon_announces() -> None:
    asked = RequestInterimCheck(on=date(2028, 4, 3), because=WHY)
    told = given(*ACCREDITED).when(asked, BOARD).then_recorded(CheckRequested)
    told.when(asked, BOARD).then_refused("", "go on with that one")
    told = told.when(announce(date(2028, 4, 29), JUN_29), HOBEON).then(announced)
    told.when(announce(date(2028, 4, 29), JUN_29), BOARD).then_not_allowed()


def test_7_4_a_check_is_within_the_term_of_the_accreditation() -> None:
    asked = announce(date(2029, 12, 3), date(2030, 3, 4))
    given(*ACCREDITED).when(asked, HOBEON).then_refused("", "runs to 2030-03-03")


def test_7_5_one_check_at_a_time() -> None:
    asked = announce(date(2028, 7, 1), date(2028, 9, 4))
    given(*IN_CHECK).when(asked, HOBEON).then_refused("", "check-1 stands running")


@pytest.mark.passes("R-13")
def test_7_5_the_costs_go_to_the_holder_once() -> None:
    asked = ChargeCheckCosts(on=JUN_29, cents=120_000)
    told = given(*IN_CHECK).when(asked, OFFICE).then_recorded(CheckCostsCharged)
    told.when(asked, OFFICE).then_refused("", "charged already")


@pytest.mark.refuses("R-13")
def test_7_5_and_not_to_lvv() -> None:
    asked = ChargeCheckCosts(on=JUN_29, to="lvv", cents=120_000)
    given(*IN_CHECK).when(asked, OFFICE).then_refused("R-13", "not to lvv")


@pytest.mark.passes("R-14")
def test_7_6_a_report_without_advice_is_enough() -> None:
    told = given(*IN_CHECK).when(ReportCheck(on=AUG_1, report=Personal("in order")), HOBEON)
    told = told.then_recorded(CheckReported)
    asked = ContinueAccreditation(on=AUG_1, reasons=WHY)
    told.when(asked, BOARD).then_recorded(AccreditationContinued)


@pytest.mark.refuses("R-14")
def test_7_6_without_a_report_nothing_follows() -> None:
    asked = ContinueAccreditation(on=AUG_1, reasons=WHY)
    given(*IN_CHECK).when(asked, BOARD).then_refused("R-14", "reports to the board")


def test_8_after_negative_advice_the_board_may_leave_it_as_it_is() -> None:
    asked = ContinueAccreditation(on=AUG_1, reasons=WHY)
    told = given(*IN_CHECK, reported("negative")).when(asked, BOARD)
    told.then_recorded(AccreditationContinued)
