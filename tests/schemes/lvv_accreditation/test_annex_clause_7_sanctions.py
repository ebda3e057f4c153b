"""LVV accreditation, An.7: what must be withdrawn, told, made known. Dates of A-T14, A-T15."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_7_breach import EstablishBreach
from domain.schemes.lvv_accreditation.annex_clause_7_fine import ImposeFine
from domain.schemes.lvv_accreditation.annex_clause_7_making_known import (
    NotifyWithdrawal,
    PublishWithdrawal,
)
from domain.schemes.lvv_accreditation.annex_clause_7_withdrawal import WithdrawMarkRight
from domain.schemes.lvv_accreditation.article_08_withdrawal import WithdrawAccreditation
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationWithdrawn,
    BreachEstablished,
    FineImposed,
    WithdrawalNotified,
    WithdrawalPublished,
)
from domain.schemes.lvv_accreditation.record.audit import NonconformityRecorded
from tests.scenario import Given, Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AN_7,
    BOARD,
    HOBEON,
    IN_CHECK,
    OFFICE,
    PROVIDER,
    WHY,
    given,
)

JUL_10, JUL_13, JUL_14 = date(2026, 7, 10), date(2026, 7, 13), date(2026, 7, 14)
WITHDRAW = WithdrawMarkRight(on=JUL_10, reasons=WHY)
FINE = ImposeFine(on=JUL_10, cents=250_000, reasons=WHY)


def breach(kind: str = "mark-misused", on: date = JUL_10) -> EstablishBreach:
    return EstablishBreach(on=on, kind=kind, reasons=WHY)


def established(kind: str = "mark-misused") -> Scenario:
    return given(*ACCREDITED).when(breach(kind), BOARD).then_recorded(BreachEstablished)


def withdrawn() -> Scenario:
    return established().when(WITHDRAW, BOARD).then_recorded(AccreditationWithdrawn)


@pytest.mark.passes("R-16", "A-T15")
def test_an_7_a_misuse_is_established_and_the_right_ends_the_same_day() -> None:
    told = established().when(WITHDRAW, BOARD)
    told = told.then(
        AccreditationWithdrawn(
            matter="accreditation-1",
            on=JUL_10,
            basis=AN_7("a"),
            ground="mark-misused",
            reasons=WHY,
        )
    )
    assert not told.file().state.accreditations["accreditation-1"].held_on(JUL_10)


@pytest.mark.refuses("A-T15")
def test_an_7_a_and_not_after_the_notice() -> None:
    later = WITHDRAW.model_copy(update={"first_day": JUL_13})
    established().when(later, BOARD).then_refused("A-T15", "immediately, on 2026-07-10")


@pytest.mark.refuses("R-16")
def test_an_7_no_withdrawal_without_an_established_breach_of_a_listed_kind() -> None:
    given(*ACCREDITED).when(WITHDRAW, BOARD).then_refused("R-16", "establish it first")
    told = given(*ACCREDITED).when(breach("late-invoice"), BOARD)
    told.then_refused("R-16", "late-invoice is no breach")


def test_an_7_what_must_be_withdrawn_is_not_withdrawn_under_8() -> None:
    asked = WithdrawAccreditation(on=JUL_10, ground="mark-misused", reasons=WHY)
    established().when(asked, BOARD).then_refused("R-15", "no ground of 8")


@pytest.mark.passes("A-T14", "R-16")
def test_an_7_c_decided_on_friday_the_holder_is_told_by_monday_and_then_all() -> None:
    told = withdrawn()
    told.then_term("A-T14", JUL_13, "running", JUL_13)
    told = told.when(NotifyWithdrawal(on=JUL_10), OFFICE).then_recorded(WithdrawalNotified)
    told.then_term("A-T14", JUL_10, "met", JUL_13)
    told = told.when(PublishWithdrawal(on=JUL_13), OFFICE).then_recorded(WithdrawalPublished)
    told.when(PublishWithdrawal(on=JUL_13), OFFICE).then_refused("", "made known on 2026-07-13")


@pytest.mark.refuses("A-T14")
def test_an_7_c_otherwise_an_alarm_goes_to_lvv() -> None:
    withdrawn().then_term("A-T14", JUL_14, "missed", JUL_13)


@pytest.mark.refuses("R-16")
def test_an_7_c_it_is_not_made_known_before_the_holder_was_told() -> None:
    asked = PublishWithdrawal(on=JUL_10)
    withdrawn().when(asked, OFFICE).then_refused("R-16", "before the withdrawal is made known")


@pytest.mark.passes("R-17")
@pytest.mark.parametrize("kind", ["mark-misused", "obligations-not-met"])
def test_an_7_a_a_fine_with_an_amount_and_reasons_once(kind: str) -> None:
    told = established(kind).when(FINE, BOARD).then_recorded(FineImposed)
    told.when(FINE, BOARD).then_refused("", "imposed already")


@pytest.mark.refuses("R-17")
def test_an_7_b_carries_no_fine() -> None:
    told = established("criteria-not-met")
    told.when(FINE, BOARD).then_refused("R-17", "is no case of (a)")


def test_an_7_a_the_fine_is_of_lvv_and_for_a_breach() -> None:
    established().when(FINE, HOBEON).then_not_allowed()
    given(*ACCREDITED).when(FINE, BOARD).then_refused("", "no breach or misuse")


def finding() -> tuple[Given, ...]:
    found = NonconformityRecorded(
        matter="check-1",
        on=date(2028, 6, 30),
        basis=annex(6)("b"),
        finding=1,
        last_audit_day=date(2028, 6, 30),
        says=WHY,
    )
    return (*IN_CHECK, (found, HOBEON))


@pytest.mark.refuses("R-16")
def test_an_6_b_measures_have_three_months_before_they_are_without_effect() -> None:
    on_time = breach("measures-without-effect", date(2028, 10, 2))
    given(*finding()).when(on_time, BOARD).then_refused("R-16", "after their three months")


@pytest.mark.passes("R-16")
def test_an_6_b_after_which_they_are_a_ground_under_the_reading_of_its_article_8() -> None:
    late = breach("measures-without-effect", date(2028, 10, 3))
    told = given(*finding()).when(late, BOARD).then_recorded(BreachEstablished)
    assert told.history[-1].fact.basis.reading


def test_an_7_the_provider_withdraws_nothing_itself() -> None:
    established().when(WITHDRAW, PROVIDER).then_not_allowed()
