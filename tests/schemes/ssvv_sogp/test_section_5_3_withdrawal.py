"""SSVV SOG-P, section 5.3: signals, the procedure, withdrawal. Dates are those of T-17 to T-20."""

from datetime import date
from typing import Any

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION, section
from domain.schemes.ssvv_sogp.record.line import (
    ImprovementRecorded,
    ImprovementSignalGiven,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
    WithdrawalProcedureDropped,
    WithdrawalProcedureStarted,
)
from domain.schemes.ssvv_sogp.section_5_3_procedure import DropWithdrawal
from domain.schemes.ssvv_sogp.section_5_3_signals import GiveSignal, RecordImprovement
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    AUDITOR,
    CENTRE,
    CLERK,
    SSVV,
    a_recognised_centre,
    given,
)
from tests.schemes.ssvv_sogp.told_recognition import (
    DEC_1,
    NOV_3,
    WHY,
    signal,
    start,
    withdraw,
)

NOV_30 = date(2025, 11, 30)
recognised = given(*a_recognised_centre)
signalled = recognised.given(signal())
started = WithdrawalProcedureStarted(
    matter="line-1",
    on=NOV_3,
    basis=section("5.3"),
    ground="norms-not-met",
    reference="audit-3",
    signalled_on=NOV_3,
)
proceeding = signalled.given(started)


def test_5_3_improvement_is_signalled_and_recorded() -> None:
    give = GiveSignal(on=NOV_3, line="line-1", source="audit", reference="audit-3", to_improve=WHY)
    told = recognised.when(give, SSVV).then_recorded(ImprovementSignalGiven)
    line = told.file().state.line(AT_ROTTERDAM)
    assert line.is_under_watch
    assert line.is_in_force(NOV_3)
    improved = RecordImprovement(on=DEC_1, line="line-1", improved=WHY)
    told = told.when(improved, SSVV).then_recorded(ImprovementRecorded)
    assert not told.file().state.line(AT_ROTTERDAM).is_under_watch
    told.when(improved, SSVV).then_refused("", "no improvement was signalled")


@pytest.mark.passes("R-73", "R-74")
def test_5_3_a_procedure_starts_on_a_ground_after_a_signal() -> None:
    told = signalled.when(start(), SSVV).then(started)
    told.when(start(), SSVV).then_refused("", "runs already")


@pytest.mark.refuses("R-73")
def test_5_3_a_withdrawal_is_no_surprise() -> None:
    recognised.when(start(), SSVV).then_refused("R-73", "signal first")


@pytest.mark.refuses("R-74")
@pytest.mark.parametrize("other", [{"ground": "unpaid-invoice"}, {"reference": None}])
def test_5_3_not_without_a_ground_and_what_shows_it(other: dict[str, Any]) -> None:
    signalled.when(start(**other), SSVV).then_refused("R-74", "agreements-not-kept")


@pytest.mark.refuses("R-74")
def test_5_3_nor_without_reasons() -> None:
    proceeding.when(withdraw(reasons=None), SSVV).then_refused("R-74", "give the reasons")


def test_5_3_nobody_but_ssvv_starts_it() -> None:
    for who in (CENTRE, AUDITOR, CLERK):
        signalled.when(start(), who).then_not_allowed()


def test_5_3_it_can_be_dropped_and_the_signals_stay() -> None:
    drop = DropWithdrawal(on=NOV_30, line="line-1", because=WHY)
    told = proceeding.when(drop, SSVV).then_recorded(WithdrawalProcedureDropped)
    assert told.file().state.line(AT_ROTTERDAM).is_under_watch
    told.when(drop, SSVV).then_refused("", "no procedure")


@pytest.mark.passes("R-72", "T-17", "T-19")
def test_5_3_one_recognition_is_withdrawn_and_it_is_confirmed_in_writing() -> None:
    told = proceeding.when(withdraw(), SSVV)
    told = told.then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    file = told.file().state
    line, other = file.line(AT_ROTTERDAM), file.line(AT_GELEEN)
    assert [line.is_in_force(day) for day in (NOV_30, DEC_1)] == [True, False]
    assert line.confirmed_on == DEC_1
    assert other.is_in_force(DEC_1)


@pytest.mark.refuses("R-72")
def test_5_3_the_others_are_not_withdrawn_with_it() -> None:
    asked = withdraw("line-1", "line-2")
    proceeding.when(asked, SSVV).then_refused("R-72", "no procedure about line-2")


@pytest.mark.refuses("T-17")
def test_5_3_not_before_the_signal_had_time_to_work() -> None:
    told = proceeding
    told.when(withdraw(on=NOV_30), SSVV).then_refused("T-17", "28 days later")
    law = Law(edition=EDITION, settings={"forewarning-days": 10})
    told.under(law).when(withdraw(on=NOV_30), SSVV).then_recorded(
        RecognitionWithdrawn, WithdrawalConfirmed
    )


@pytest.mark.refuses("T-19")
def test_5_3_it_takes_effect_no_earlier_than_its_letter() -> None:
    asked = withdraw(first_day=NOV_30)
    proceeding.when(asked, SSVV).then_refused("T-19", "2025-12-01 or later")


def test_5_3_what_was_withdrawn_is_not_withdrawn_again() -> None:
    told = proceeding.given(signal("line-2")).given(
        started.model_copy(update={"matter": "line-2"})
    )
    told = told.when(withdraw(), SSVV).then_recorded(RecognitionWithdrawn, WithdrawalConfirmed)
    told.when(withdraw(), SSVV).then_refused("", "stands withdrawn")
    told.when(withdraw("line-2", "line-2"), SSVV).then_refused("", "once")


def test_5_3_an_improvement_is_not_recorded_while_a_procedure_runs() -> None:
    asked = RecordImprovement(on=NOV_30, line="line-1", improved=WHY)
    proceeding.when(asked, SSVV).then_refused("", "outside a procedure")
