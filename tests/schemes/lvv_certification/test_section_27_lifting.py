"""LVV certification, section 27: lifting a suspension. Dates are worked example C-T08."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateRenewed,
    CertificateSucceeded,
    CertificateWithdrawn,
    LiftingNotified,
    MeasuresSubmitted,
    MeasuresVerified,
    RegisterStatusChanged,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.section_27_lifting import (
    AT_27,
    LATE_VERIFICATION,
    LiftSuspension,
    NotifyLifting,
    VerifyMeasures,
)
from domain.schemes.lvv_certification.section_27_remedy import SubmitMeasures
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_28_withdrawal import Withdraw
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, given, granted, suspended

SEP_1, OCT_1, NOV_14 = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 14)
NOV_15, NOV_20 = date(2026, 11, 15), date(2026, 11, 20)
WHY: Personal[Content, str] = Personal("not lifted")


def shown(on: date) -> Scenario:
    asked = SubmitMeasures(on=on, measures=Personal("a second adviser reads every file"))
    return given(granted, suspended).when(asked, PERSON).then_recorded(MeasuresSubmitted)


def verified(shown_on: date, on: date) -> Scenario:
    return shown(shown_on).when(VerifyMeasures(on=on), BODY).then_recorded(MeasuresVerified)


@pytest.mark.passes("R-28", "C-T08")
def test_27_it_is_lifted_once_measures_were_shown_and_verified() -> None:
    lifted = SuspensionLifted(matter="certificate-1", on=OCT_1, basis=AT_27)
    told = verified(SEP_1, OCT_1).when(LiftSuspension(on=OCT_1), BODY).then(lifted)
    told.then_term("C-T08", on=OCT_1, state="met", due=OCT_1)
    assert told.file().state.certificate.standing == "valid"


@pytest.mark.refuses("R-28")
def test_27_but_not_before_they_were_verified() -> None:
    shown(SEP_1).when(LiftSuspension(on=OCT_1), BODY).then_refused("R-28", "verified first")


@pytest.mark.refuses("R-28")
def test_27_nor_before_they_were_shown() -> None:
    told = given(granted, suspended)
    told.when(VerifyMeasures(on=OCT_1), BODY).then_refused("R-28", "has not shown any measures")


@pytest.mark.refuses("R-28")
def test_27_measures_are_verified_once() -> None:
    told = verified(SEP_1, OCT_1)
    told.when(VerifyMeasures(on=OCT_1), BODY).then_refused("R-28", "verified already")


@pytest.mark.refuses("R-28")
def test_27_measures_shown_after_the_last_day_lift_nothing() -> None:
    told = shown(NOV_15)
    told.when(VerifyMeasures(on=NOV_20), BODY).then_refused(
        "R-28", "shown after the suspension ran out on 2026-11-14"
    )


@pytest.mark.passes("R-28")
def test_27_measures_shown_on_the_last_day_are_in_time() -> None:
    verified(NOV_14, NOV_14).when(LiftSuspension(on=NOV_14), BODY).then_recorded(SuspensionLifted)


@pytest.mark.passes("R-28")
def test_27_more_measures_afterwards_do_not_make_them_late() -> None:
    more = SubmitMeasures(on=NOV_20, measures=Personal("and a third"))
    told = shown(SEP_1).when(more, PERSON).then_recorded(MeasuresSubmitted)
    told.when(VerifyMeasures(on=NOV_20), BODY).then_recorded(MeasuresVerified)


@pytest.mark.passes("R-28", "C-T08")
def test_27_measures_verified_late_still_lift_it_with_a_remark() -> None:
    told = verified(SEP_1, NOV_20).when(LiftSuspension(on=NOV_20), BODY)
    told = told.then_recorded(SuspensionLifted)
    lifted = told.file().trail[-1].fact
    assert lifted.basis == LATE_VERIFICATION
    assert [remark.says for remark in lifted.remarks] == ["lifted after its last day, 2026-11-14"]
    told.then_term("C-T08", on=NOV_20, state="met", due=NOV_20)


@pytest.mark.refuses("C-T08")
def test_27_lifting_is_a_duty_and_waiting_raises_an_alarm() -> None:
    alarm = verified(SEP_1, OCT_1).then_term(
        "C-T08", on=date(2026, 10, 2), state="missed", due=OCT_1
    )
    assert (alarm.for_whom, alarm.then) == ("certification-body", "")
    assert [step.says for step in alarm.steps] == ["a duty from this day on"]


def test_27_lifting_is_not_open_once_withdrawal_was_decided() -> None:
    told = verified(SEP_1, OCT_1)
    told = told.when(OpenWithdrawalProcedure(on=NOV_15), CLERK).given(
        CertificateWithdrawn(
            matter="certificate-1",
            on=NOV_20,
            basis=AT_27,
            first_day=NOV_20,
            ground="suspension-not-lifted",
            reasons=WHY,
        )
    )
    told.when(LiftSuspension(on=NOV_20), BODY).then_refused("", "no certificate is held")


@pytest.mark.passes("R-28")
def test_27_until_then_it_is_open_though_the_procedure_runs() -> None:
    told = verified(SEP_1, NOV_20).when(LiftSuspension(on=NOV_20), BODY)
    told = told.then_recorded(SuspensionLifted)
    assert not told.file().state.certificate.withdrawal_open
    withdraw = Withdraw(on=NOV_20, ground="suspension-not-lifted", first_day=NOV_20, reasons=WHY)
    told.when(withdraw, BODY).then_refused("R-30", "no suspension ran out")


def test_27_the_lifting_is_made_known_and_the_original_end_date_stands() -> None:
    told = verified(SEP_1, OCT_1).when(LiftSuspension(on=OCT_1), BODY)
    told = told.then_recorded(SuspensionLifted)
    told = told.when(NotifyLifting(on=date(2026, 10, 2)), BODY)
    told = told.then_recorded(LiftingNotified, RegisterStatusChanged)
    restored = told.file().trail[-1].fact
    assert isinstance(restored, RegisterStatusChanged)
    assert (restored.status, restored.first_day) == ("valid", OCT_1)
    assert restored.day == date(2030, 4, 14)
    told.when(NotifyLifting(on=date(2026, 10, 3)), BODY).then_refused("", "no lifting waits")


def test_27_a_lifting_is_made_known_though_a_new_suspension_followed() -> None:
    told = verified(SEP_1, OCT_1).when(LiftSuspension(on=OCT_1), BODY)
    again = suspended.model_copy(
        update={"on": OCT_1, "first_day": OCT_1, "until": date(2026, 12, 1)}
    )
    told = told.then_recorded(SuspensionLifted).given(again)
    told.when(NotifyLifting(on=OCT_1), BODY).then_recorded(LiftingNotified)


@pytest.mark.passes("R-28")
def test_27_after_an_own_request_it_is_shown_that_its_reason_is_over() -> None:
    own = suspended.model_copy(update={"ground": "own-request", "basis": AT_27("d")})
    asked = SubmitMeasures(on=SEP_1, measures=Personal("back from a long illness"))
    told = given(granted, own).when(asked, PERSON).then_recorded(MeasuresSubmitted)
    told = told.when(VerifyMeasures(on=OCT_1), BODY).then_recorded(MeasuresVerified)
    told = told.when(LiftSuspension(on=OCT_1), BODY).then_recorded(SuspensionLifted)
    assert told.history[-1].fact.basis.reading.startswith("D-21")


def test_27_a_lifting_is_made_known_also_after_a_renewal() -> None:
    renewed = CertificateRenewed(
        matter="certificate-2",
        on=OCT_1,
        basis=AT_27,
        application="application-2",
        until=date(2030, 9, 30),
        name=granted.name,
        born=granted.born,
        renews="certificate-1",
    )
    succeeded = CertificateSucceeded(
        matter="certificate-1", on=OCT_1, basis=AT_27, by_certificate="certificate-2"
    )
    told = verified(SEP_1, OCT_1).when(LiftSuspension(on=OCT_1), BODY)
    told = told.then_recorded(SuspensionLifted).given(renewed, succeeded)
    told = told.when(NotifyLifting(on=OCT_1), BODY).then_recorded(LiftingNotified)
    assert not told.file().state.certificates["certificate-1"].lifting_to_be_told
