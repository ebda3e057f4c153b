"""SOG-P 4.1: a year is awaited until the centre is recognised for the qualification nowhere."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.activity import ActivityAssessed
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementConcluded,
    AgreementExpired,
    AgreementSigned,
    AgreementTerminated,
    ChangeConsulted,
    ChangeReported,
)
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionLapsed,
    RecognitionRevived,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
    WithdrawalRequested,
)
from domain.schemes.ssvv_sogp.section_3_2_non_renewal import RecordAgreementExpiry
from domain.schemes.ssvv_sogp.section_3_2_signing import SignAgreement
from domain.schemes.ssvv_sogp.section_4_1_assessment import AssessActivity
from domain.schemes.ssvv_sogp.section_5_3_request import WithdrawOnRequest
from domain.schemes.ssvv_sogp.section_5_4_decision import TerminateAgreement
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.test_section_4_1_assessment import (
    JAN_2025,
    JAN_2026,
    assess,
    counted,
    recognised_all_year,
)
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    CLERK,
    FL,
    ROTTERDAM,
    SSVV,
    YEAR_END,
    given,
    offered,
)
from tests.schemes.ssvv_sogp.told_recognition import WHY

MAR_2, APR_1, JAN_2027 = date(2026, 3, 2), date(2026, 4, 1), date(2027, 1, 1)
at_rotterdam_too: tuple[Fact, ...] = tuple(
    fact.model_copy(update={"matter": "line-2", **more})
    for fact, more in zip(recognised_all_year[-2:], ({"location": ROTTERDAM}, {}), strict=True)
)
an_agreement: tuple[Fact, ...] = (
    offered.model_copy(update={"on": JAN_2025, "first_day": JAN_2025, "lines": (AT_GELEEN,)}),
    AgreementConcluded(
        matter="agreement-1",
        on=JAN_2025,
        basis=section("3.2"),
        first_day=JAN_2025,
        last_day=YEAR_END,
    ),
)


def awaits_2026(*more: Fact) -> Scenario:
    """2025 was assessed on the first day of 2026, and the activity of 2026 is awaited."""
    told = given(*recognised_all_year, *more, counted(20)).when(assess(), SSVV)
    return told.then_recorded(ActivityAssessed)


def withdrawn(told: Scenario, *lines: str, from_: date = APR_1) -> Scenario:
    requests = tuple(
        WithdrawalRequested(matter=line, on=MAR_2, basis=section("5.3"), because=WHY)
        for line in lines
    )
    asked = WithdrawOnRequest(on=MAR_2, lines=lines, first_day=from_, reasons=WHY)
    told = told.given(*requests).when(asked, SSVV)
    return told.then_recorded(*(RecognitionWithdrawn, WithdrawalConfirmed) * len(lines))


@pytest.mark.passes("T-02")
@pytest.mark.refuses("T-02")
def test_4_1_the_next_year_is_awaited_no_longer_after_a_withdrawal() -> None:
    told = withdrawn(awaits_2026(), "line-1")
    told.then_term("T-02", on=date(2026, 3, 31), state="running", due=YEAR_END)
    told.then_term("T-02", on=APR_1, state="void", due=YEAR_END)
    told.then_term("T-02", on=JAN_2027, state="void", due=YEAR_END)


@pytest.mark.passes("T-02")
@pytest.mark.refuses("T-02")
def test_4_1_but_it_is_while_another_location_is_recognised_for_it() -> None:
    told = awaits_2026(*at_rotterdam_too, *an_agreement)
    one_left = withdrawn(told, "line-1")
    one_left.then_term("T-02", on=APR_1, state="running", due=YEAR_END)
    withdrawn(one_left, "line-2").then_term("T-02", on=APR_1, state="void", due=YEAR_END)
    withdrawn(told, "line-1", "line-2").then_term("T-02", on=APR_1, state="void", due=YEAR_END)


@pytest.mark.refuses("T-02")
def test_4_1_nor_after_the_agreement_was_ended_within_the_year() -> None:
    reported = ChangeReported(
        matter="agreement-1",
        on=MAR_2,
        basis=section("5.4"),
        change="ownership",
        effective=MAR_2,
        what=WHY,
    )
    consulted = ChangeConsulted(matter="agreement-1", on=MAR_2, basis=section("5.4"), outcome=WHY)
    asked = TerminateAgreement(
        on=MAR_2, agreement="agreement-1", last_day=date(2026, 3, 31), because=WHY
    )
    told = awaits_2026(*an_agreement).given(reported, consulted).when(asked, SSVV)
    told = told.then_recorded(AgreementTerminated, RecognitionLapsed)
    told.then_term("T-02", on=APR_1, state="void", due=YEAR_END)


@pytest.mark.refuses("T-02")
def test_4_1_a_year_that_was_over_is_still_to_be_assessed() -> None:
    told = awaits_2026(*an_agreement)
    told = told.when(RecordAgreementExpiry(on=JAN_2027), CLERK)
    told = told.then_recorded(AgreementExpired, RecognitionLapsed)
    told.then_term("T-02", on=JAN_2027, state="missed", due=YEAR_END)
    assess_2026 = AssessActivity(on=JAN_2027, year=2026, qualification=FL)
    count = counted(20).model_copy(
        update={"matter": "activity-2026.fl-1", "on": JAN_2027, "year": 2026}
    )
    told = told.given(count).when(assess_2026, SSVV).then_recorded(ActivityAssessed)
    told.then_term("T-02", on=JAN_2027, state="met", due=YEAR_END)


def test_4_1_the_next_year_is_not_awaited_when_the_withdrawal_was_decided_already() -> None:
    told = withdrawn(given(*recognised_all_year, counted(20)), "line-1", from_=APR_1)
    told = told.when(AssessActivity(on=MAR_2, year=2025, qualification=FL), SSVV)
    fact = told.then_recorded(ActivityAssessed).history[-1].fact
    assert isinstance(fact, ActivityAssessed)
    assert not fact.awaits_next


@pytest.mark.passes("T-02")
def test_4_1_who_comes_back_is_awaited_that_year_again() -> None:
    told = awaits_2026(*an_agreement)
    told = told.when(RecordAgreementExpiry(on=JAN_2027), CLERK)
    told = told.then_recorded(AgreementExpired, RecognitionLapsed)
    count = counted(20).model_copy(
        update={"matter": "activity-2026.fl-1", "on": JAN_2027, "year": 2026}
    )
    assess_2026 = AssessActivity(on=JAN_2027, year=2026, qualification=FL)
    told = told.given(count).when(assess_2026, SSVV).then_recorded(ActivityAssessed)
    end_2028 = date(2028, 12, 31)
    successor = offered.model_copy(
        update={
            "matter": "agreement-2",
            "on": JAN_2027,
            "first_day": JAN_2027,
            "last_day": end_2028,
            "lines": (AT_GELEEN,),
            "successor_of": "agreement-1",
        }
    )
    by_centre = AgreementSigned(
        matter="agreement-2", on=JAN_2027, basis=section("3.2"), by="centre"
    )
    signs = SignAgreement(on=date(2027, 1, 11), agreement="agreement-2")
    told = told.given(successor, by_centre).when(signs, SSVV)
    told = told.then_recorded(AgreementSigned, AgreementConcluded, RecognitionRevived)
    told.then_term("T-02", on=date(2027, 1, 11), state="running", due=date(2027, 12, 31))


def test_4_1_an_old_withdrawal_ends_what_its_own_grant_awaited() -> None:
    """Before it was recorded what the centre keeps, a withdrawal spoke of its own line only."""
    old = RecognitionWithdrawn(
        matter="line-1",
        on=date(2025, 6, 2),
        basis=section("5.3"),
        first_day=date(2025, 6, 2),
        on_request=True,
        ground="own-request",
        reasons=WHY,
    )
    told = given(*recognised_all_year, old)
    told.then_term("T-02", on=JAN_2026, state="void", due=date(2025, 12, 31))
