"""LVV certification, section 28: withdrawal, after the suspension of worked example C-T08."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateWithdrawn,
    RegisterStatusChanged,
    WithdrawalNotified,
    WithdrawalProcedureOpened,
    WithdrawalRequested,
)
from domain.schemes.lvv_certification.section_28_withdrawal import (
    AT_28,
    EndAgreement,
    NotifyWithdrawal,
    RequestWithdrawal,
    Withdraw,
)
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, given, granted, suspended

WHY: Personal[Content, str] = Personal("nothing was repaired")
NOV_14, NOV_15 = date(2026, 11, 14), date(2026, 11, 15)
NOV_20, DEC_1 = date(2026, 11, 20), date(2026, 12, 1)
opened = WithdrawalProcedureOpened(matter="certificate-1", on=NOV_15, basis=AT_28)


def withdraw(ground: str, on: date = NOV_20, first_day: date = DEC_1) -> Withdraw:
    return Withdraw(on=on, ground=ground, first_day=first_day, reasons=WHY)


def withdrawn() -> Scenario:
    told = given(granted, suspended, opened).when(withdraw("suspension-not-lifted"), BODY)
    return told.then(
        CertificateWithdrawn(
            matter="certificate-1",
            on=NOV_20,
            basis=AT_28("a"),
            first_day=DEC_1,
            ground="suspension-not-lifted",
            reasons=WHY,
        )
    )


@pytest.mark.passes("R-30")
def test_28_a_suspension_that_was_not_lifted() -> None:
    assert withdrawn().file().state.certificate.standing == "withdrawn"


@pytest.mark.refuses("R-30")
@pytest.mark.parametrize("on", [date(2026, 10, 1), NOV_14])
def test_28_only_after_the_last_day_of_the_suspension(on: date) -> None:
    told = given(granted, suspended).when(withdraw("suspension-not-lifted", on), BODY)
    told.then_refused("R-30", "no suspension ran out")


@pytest.mark.passes("R-30")
def test_28_and_then_whether_the_clerk_has_put_that_on_record_or_not() -> None:
    told = given(granted, suspended).when(withdraw("suspension-not-lifted", NOV_15), BODY)
    told.then_recorded(CertificateWithdrawn)


@pytest.mark.refuses("R-30")
def test_28_a_request_does_not_make_a_suspension_run_out() -> None:
    told = given(granted, suspended).when(RequestWithdrawal(on=NOV_14), PERSON)
    told = told.then_recorded(WithdrawalRequested)
    asked = withdraw("suspension-not-lifted", NOV_14)
    told.when(asked, BODY).then_refused("R-30", "no suspension ran out")
    told.when(withdraw("own-request"), BODY).then_recorded(CertificateWithdrawn)


@pytest.mark.passes("R-30")
def test_28_fraud_or_gross_negligence_at_any_time() -> None:
    asked = withdraw("fraud-or-gross-negligence")
    given(granted).when(asked, BODY).then_recorded(CertificateWithdrawn)
    given(granted, suspended).when(asked, BODY).then_recorded(CertificateWithdrawn)


@pytest.mark.passes("R-30")
@pytest.mark.parametrize("who", [PERSON, BODY])
def test_28_ending_the_agreement_is_a_request(who: str) -> None:
    requested = WithdrawalRequested(
        matter="certificate-1", on=NOV_15, basis=AT_28("c"), agreement_ended=True
    )
    told = given(granted).when(EndAgreement(on=NOV_15), who).then(requested)
    assert told.file().state.certificate.withdrawal_open
    told.when(withdraw("own-request"), BODY).then_recorded(CertificateWithdrawn)


@pytest.mark.refuses("R-30")
def test_28_own_request_takes_a_request() -> None:
    given(granted).when(withdraw("own-request"), BODY).then_refused("R-30", "not asked")


@pytest.mark.refuses("R-30")
def test_28_late_education_alone_is_no_ground() -> None:
    told = given(granted).when(withdraw("late-education"), BODY)
    told.then_refused("R-30", "late-education is not among the grounds")


@pytest.mark.refuses("R-30")
@pytest.mark.parametrize("first_day", [date(2026, 11, 19), date(2030, 4, 15)])
def test_28_it_begins_when_decided_at_the_earliest_and_while_valid(first_day: date) -> None:
    asked = withdraw("fraud-or-gross-negligence", first_day=first_day)
    given(granted).when(asked, BODY).then_refused("R-30", "2030-04-14, the last valid day")


def test_28_it_is_asked_once() -> None:
    told = given(granted).when(RequestWithdrawal(on=NOV_15), PERSON)
    told = told.then_recorded(WithdrawalRequested)
    told.when(EndAgreement(on=NOV_20), PERSON).then_refused("", "asked for withdrawal already")


def test_28_neither_the_person_nor_the_clerk_withdraws() -> None:
    for who in (PERSON, CLERK):
        given(granted).when(withdraw("fraud-or-gross-negligence"), who).then_not_allowed()


@pytest.mark.parametrize("recorded", [True, False])
def test_28_after_expiry_nothing_is_left_to_withdraw(recorded: bool) -> None:
    day = date(2030, 4, 15)
    told = given(granted)
    if recorded:
        told = told.given(CertificateExpired(matter="certificate-1", on=day, basis=AT_28))
    asked = withdraw("fraud-or-gross-negligence", day, day)
    told.when(asked, BODY).then_refused("", "no certificate" if recorded else "ran to 2030-04-14")


def test_28_it_is_made_known_in_writing_and_in_the_register() -> None:
    told = withdrawn().when(NotifyWithdrawal(on=NOV_20), BODY)
    told = told.then_recorded(WithdrawalNotified, RegisterStatusChanged)
    changed = told.file().trail[-1].fact
    assert isinstance(changed, RegisterStatusChanged)
    assert (changed.status, changed.first_day, changed.day) == ("withdrawn", DEC_1, DEC_1)
    told.when(NotifyWithdrawal(on=DEC_1), BODY).then_refused("", "made known already")


def test_28_only_a_withdrawal_is_made_known_as_one() -> None:
    given(granted, suspended).when(NotifyWithdrawal(on=DEC_1), BODY).then_refused(
        "", "was not withdrawn"
    )


def test_28_a_withdrawn_certificate_is_not_withdrawn_again() -> None:
    told = withdrawn().when(withdraw("fraud-or-gross-negligence", DEC_1), BODY)
    told.then_refused("", "no certificate is held")


def test_28_no_waiting_time_follows() -> None:
    assert withdrawn().file().state.certificate.locked_out_until is None
    assert "submit-agreement" in withdrawn().then_open(PERSON, DEC_1)


def test_28_a_withdrawal_is_made_known_also_when_a_certificate_was_granted_since() -> None:
    since = granted.model_copy(
        update={"matter": "certificate-2", "on": DEC_1, "until": date(2030, 11, 30)}
    )
    told = withdrawn().given(since).when(NotifyWithdrawal(on=DEC_1), BODY)
    told = told.then_recorded(WithdrawalNotified, RegisterStatusChanged)
    assert told.history[-1].fact.matter == "certificate-1"
