"""SSVV SOG-P, sections 5.3 and 3.1.1: withdrawal on request, and what is left after any."""

from datetime import date

import pytest

from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.line import (
    ContinuationReported,
    RecognitionPropagated,
    RecognitionRemovedFromExamSystems,
    RecognitionUnpublished,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
    WithdrawalRequested,
)
from domain.schemes.ssvv_sogp.section_5_3_afterwards import EndPublication, ReportContinuation
from domain.schemes.ssvv_sogp.section_5_3_request import RequestWithdrawal, WithdrawOnRequest
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    CENTRE,
    JUN_20,
    SSVV,
    a_recognised_centre,
    given,
)
from tests.schemes.ssvv_sogp.told_recognition import DEC_1, NOV_3, WHY, withdraw

recognised = given(*a_recognised_centre)
request = RequestWithdrawal(on=NOV_3, lines=("line-1",), because=WHY)
requested = WithdrawalRequested(matter="line-1", on=NOV_3, basis=section("5.3"), because=WHY)
on_request = WithdrawOnRequest(on=NOV_3, lines=("line-1",), first_day=DEC_1, reasons=WHY)
propagated = RecognitionPropagated(matter="line-1", on=JUN_20, basis=section("5.2.5"))
ended = given(*a_recognised_centre, propagated, requested).when(on_request, SSVV)


def end(on: date) -> EndPublication:
    return EndPublication(on=on, line="line-1")


def report(on: date, seen_on: date) -> ReportContinuation:
    return ReportContinuation(on=on, line="line-1", seen_on=seen_on, what=WHY)


@pytest.mark.passes("R-75", "T-19")
def test_5_3_a_centre_asks_and_ssvv_withdraws() -> None:
    told = recognised.when(request, CENTRE).then(requested)
    told = told.when(on_request, SSVV).then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    file = told.file().state
    assert file.line(AT_ROTTERDAM).is_in_force(date(2025, 11, 30))
    assert not file.line(AT_ROTTERDAM).is_in_force(DEC_1)
    assert file.line(AT_GELEEN).is_in_force(DEC_1)


@pytest.mark.refuses("R-75")
def test_5_3_ssvv_does_not_withdraw_on_a_request_that_was_not_made() -> None:
    recognised.when(on_request, SSVV).then_refused("R-75", "has not asked")


def test_5_3_a_centre_does_not_withdraw_itself() -> None:
    recognised.given(requested).when(on_request, CENTRE).then_not_allowed()
    recognised.given(requested).when(withdraw(on=NOV_3), CENTRE).then_not_allowed()


def test_5_3_it_is_asked_once() -> None:
    recognised.given(requested).when(request, CENTRE).then_refused("", "asked for already")


@pytest.mark.passes("R-22")
def test_3_1_1_what_ended_leaves_the_list_and_the_exam_systems() -> None:
    told = ended.then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    told = told.when(end(DEC_1), SSVV).then_recorded(
        RecognitionUnpublished, RecognitionRemovedFromExamSystems
    )
    told.when(end(DEC_1), SSVV).then_refused("", "not on the list")


@pytest.mark.refuses("R-22")
def test_5_2_5_but_not_while_it_is_still_in_force() -> None:
    told = ended.then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    told.when(end(date(2025, 11, 30)), SSVV).then_refused("R-22", "up to 2025-11-30")


@pytest.mark.refuses("R-22")
def test_3_1_1_who_goes_on_is_reported_and_nothing_follows_by_itself() -> None:
    told = ended.then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    told = told.when(report(date(2025, 12, 3), date(2025, 12, 2)), "party:anyone")
    told = told.then_recorded(ContinuationReported)
    assert told.file().state.line(AT_ROTTERDAM).standing == "withdrawn"


def test_3_1_1_what_was_seen_before_the_withdrawal_was_lawful() -> None:
    told = ended.then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    asked = report(date(2025, 12, 3), date(2025, 11, 28))
    told.when(asked, SSVV).then_refused("", "from 2025-12-01")
