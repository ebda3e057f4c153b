"""SSVV SOG-P, section 5.4: changes during an agreement. Dates are those of T-09 and T-22."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementAmended,
    AgreementLeftUnchanged,
    AgreementTerminated,
    Change,
    ChangeConsulted,
    ChangeReported,
)
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionLapsed,
    RecognitionTookEffect,
    RecognitionWithdrawn,
)
from domain.schemes.ssvv_sogp.section_5_4_changes import RecordConsultation, ReportChange
from domain.schemes.ssvv_sogp.section_5_4_decision import (
    AmendAgreement,
    LeaveUnchanged,
    TerminateAgreement,
)
from domain.schemes.ssvv_sogp.shown import CENTRE_FILE
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    CENTRE,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    given,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import AT_NEW, WHY

FEB_9, MAR_1, APR_1 = date(2026, 2, 9), date(2026, 3, 1), date(2026, 4, 1)
granted = two_granted[-3].model_copy(
    update={
        "matter": "line-3",
        "on": FEB_9,
        "location": AT_NEW.location,
        "qualification": AT_NEW.qualification,
        "application": "application-2",
        "audit": "audit-3",
        "effective": MAR_1,
    }
)
extended: tuple[Fact, ...] = (*a_recognised_centre, granted)


def change(kind: Change = "ownership", on: date = FEB_9, effective: date = APR_1) -> ReportChange:
    return ReportChange(on=on, agreement="agreement-1", change=kind, effective=effective, what=WHY)


def reported(kind: Change) -> ChangeReported:
    return ChangeReported(
        matter="agreement-1",
        on=FEB_9,
        basis=section("5.4"),
        change=kind,
        effective=APR_1,
        what=WHY,
    )


consulted = ChangeConsulted(matter="agreement-1", on=FEB_9, basis=section("5.4"), outcome=WHY)


def amend(*added: str, last_day: date = YEAR_END, **removed: tuple[str, ...]) -> AmendAgreement:
    return AmendAgreement(
        on=FEB_9, agreement="agreement-1", added=added, last_day=last_day, **removed
    )


TERMINATE = TerminateAgreement(
    on=FEB_9, agreement="agreement-1", last_day=date(2026, 3, 31), because=WHY
)
UNCHANGED = LeaveUnchanged(on=FEB_9, agreement="agreement-1", because=WHY)


@pytest.mark.passes("T-22")
def test_5_4_a_change_is_reported_and_discussed() -> None:
    told = given(*a_recognised_centre).when(change(), CENTRE).then_recorded(ChangeReported)
    assert told.history[-1].fact.remarks == ()
    told.when(change("company-data"), CENTRE).then_refused("", "first: ownership")
    consult = RecordConsultation(on=FEB_9, agreement="agreement-1", outcome=WHY)
    told.when(consult, SSVV).then_recorded(ChangeConsulted)


@pytest.mark.refuses("T-22")
def test_5_4_a_takeover_reported_afterwards_is_remarked_on() -> None:
    asked = change(on=date(2026, 4, 2))
    told = given(*a_recognised_centre).when(asked, CENTRE).then_recorded(ChangeReported)
    (remark,) = told.history[-1].fact.remarks
    assert remark.says == "reported after it took effect on 2026-04-01"


@pytest.mark.refuses("R-37")
def test_5_4_ssvv_decides_after_consultation_only() -> None:
    told = given(*a_recognised_centre, reported("ownership"))
    told.when(TERMINATE, SSVV).then_refused("R-37", "discussed with the centre first")
    given(*a_recognised_centre).when(UNCHANGED, SSVV).then_refused("R-37", "is reported")


@pytest.mark.passes("R-37", "T-09")
def test_5_4_an_added_recognition_ends_with_the_agreement() -> None:
    told = given(*extended, reported("extra-recognition"), consulted)
    told = told.when(amend("line-3"), SSVV)
    told = told.then_recorded(AgreementAmended, RecognitionTookEffect)
    file = told.file().state
    assert file.line(AT_NEW).in_force == ((MAR_1, YEAR_END),)
    assert AT_NEW in file.agreements["agreement-1"].lines
    assert not file.agreements["agreement-1"].change


@pytest.mark.refuses("T-09")
def test_5_4_and_not_two_years_after_it_began() -> None:
    told = given(*extended, reported("extra-recognition"), consulted)
    asked = amend("line-3", last_day=date(2028, 2, 29))
    told.when(asked, SSVV).then_refused("T-09", "on 2026-12-31")


def test_5_4_a_withdrawn_recognition_leaves_the_agreement() -> None:
    withdrawn = RecognitionWithdrawn(
        matter="line-1",
        on=FEB_9,
        basis=section("5.3"),
        first_day=FEB_9,
        on_request=True,
        ground="own-request",
        reasons=WHY,
    )
    told = given(*a_recognised_centre, withdrawn, reported("stopped-recognition"), consulted)
    told = told.when(amend(removed=("line-1",)), SSVV).then_recorded(AgreementAmended)
    assert told.file().state.agreements["agreement-1"].lines == (AT_GELEEN,)


def test_5_4_it_can_be_left_as_it_is() -> None:
    told = given(*a_recognised_centre, reported("company-data"), consulted)
    told = told.when(UNCHANGED, SSVV).then_recorded(AgreementLeftUnchanged)
    assert not told.file().state.agreements["agreement-1"].change


def test_5_4_ended_after_a_takeover_its_recognitions_end_with_it() -> None:
    told = given(*a_recognised_centre, reported("ownership"), consulted)
    told = told.when(TERMINATE, SSVV)
    told = told.then_recorded(AgreementTerminated, RecognitionLapsed, RecognitionLapsed)
    line = told.file().state.line(AT_ROTTERDAM)
    assert [line.is_in_force(day) for day in (date(2026, 3, 31), APR_1)] == [True, False]


def test_5_4_not_to_a_day_before_or_beyond_it() -> None:
    told = given(*a_recognised_centre, reported("ownership"), consulted)
    late = TERMINATE.model_copy(update={"last_day": date(2027, 1, 31)})
    told.when(late, SSVV).then_refused("", "to 2026-12-31")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (extended, ("line-3", "report-change", "centre")),
        ((*extended, reported("ownership")), ("agreement-1", "record-consultation", "ssvv")),
        (
            (*extended, reported("extra-recognition"), consulted),
            ("agreement-1", "amend-agreement", "ssvv"),
        ),
    ],
)
def test_5_4_who_waits_for_whom(facts: tuple[Fact, ...], expected: tuple[str, ...]) -> None:
    found = CENTRE_FILE.waiting(given(*facts).file())
    assert expected in [(one.matter, one.action, one.for_whom) for one in found]
