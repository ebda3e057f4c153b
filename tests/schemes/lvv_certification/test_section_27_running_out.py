"""LVV certification, section 27: a suspension that runs out. Dates are worked example C-T08."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    SuspensionExtended,
    WithdrawalProcedureOpened,
    WithdrawalRequested,
)
from domain.schemes.lvv_certification.section_27_extension import AT_27, ExtendSuspension
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from tests.schemes.lvv_certification.told import BODY, CLERK, given, granted, suspended

NOV_14, NOV_15 = date(2026, 11, 14), date(2026, 11, 15)


@pytest.mark.refuses("C-T08")
def test_27_the_clerk_opens_the_withdrawal_procedure_the_day_after() -> None:
    told = given(granted, suspended)
    term = told.then_term("C-T08", on=NOV_15, state="missed", due=NOV_14)
    assert term.then == OpenWithdrawalProcedure.name
    told = told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK)
    told = told.then_recorded(WithdrawalProcedureOpened)
    assert told.file().state.certificate.withdrawal_open
    told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK).then_refused("", "open already")


def test_27_not_on_the_last_day_itself() -> None:
    told = given(granted, suspended).when(OpenWithdrawalProcedure(on=NOV_14), CLERK)
    told.then_refused("", "runs to 2026-11-14")


def test_27_the_decision_is_not_the_clerks() -> None:
    assert "withdraw" not in given(granted, suspended).then_open(CLERK, NOV_15)
    told = given(granted, suspended).when(OpenWithdrawalProcedure(on=NOV_15), BODY)
    told.then_not_allowed()


def test_27_a_request_for_withdrawal_does_not_stand_in_for_it() -> None:
    requested = WithdrawalRequested(
        matter="certificate-1", on=date(2026, 6, 1), basis=AT_27, agreement_ended=False
    )
    told = given(granted, suspended, requested)
    told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK).then_recorded(WithdrawalProcedureOpened)


def test_27_an_extended_suspension_runs_out_later() -> None:
    asked = ExtendSuspension(
        on=date(2026, 11, 2), until=date(2027, 5, 14), because="a long illness"
    )
    told = given(granted, suspended).when(asked, BODY).then_recorded(SuspensionExtended)
    told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK).then_refused("", "runs to 2027-05-14")
    told = told.when(OpenWithdrawalProcedure(on=date(2027, 5, 15)), CLERK)
    told.then_recorded(WithdrawalProcedureOpened)


@pytest.mark.refuses("C-T08")
def test_27_expiry_prevails_over_it() -> None:
    short = granted.model_copy(update={"until": date(2026, 9, 30)})
    told = given(short, suspended)
    told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK).then_refused("", "ran to 2026-09-30")
    expired = CertificateExpired(matter="certificate-1", on=date(2026, 10, 1), basis=AT_27)
    told.given(expired).then_term("C-T08", on=NOV_15, state="void", due=NOV_14)
    on_its_last_day = expired.model_copy(update={"on": NOV_15})
    told.given(on_its_last_day).then_term("C-T08", on=NOV_15, state="void", due=NOV_14)


def test_27_the_procedure_starts_the_day_after_whenever_that_is_recorded() -> None:
    told = given(granted, suspended).when(OpenWithdrawalProcedure(on=date(2026, 11, 23)), CLERK)
    told = told.then_recorded(WithdrawalProcedureOpened)
    assert told.history[-1].fact.on == NOV_15
