"""LVV accreditation, An.6: 16 weeks, 4 weeks, 3 months. Dates of A-T09, A-T10 and A-T11."""

from datetime import date
from typing import Any

import pytest

from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_6_initial_audit import (
    CloseAudit,
    OrderPartialReassessment,
    StartInitialAudit,
)
from domain.schemes.lvv_accreditation.annex_clause_6_nonconformities import (
    RecordNonconformity,
    RespondToNonconformity,
    VerifyImprovement,
)
from domain.schemes.lvv_accreditation.article_04_advice import GiveAdvice
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationWithdrawn,
)
from domain.schemes.lvv_accreditation.record.audit import (
    AuditClosed,
    AuditStarted,
    ImprovementNotDemonstrated,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
    PartialReassessmentOrdered,
)
from domain.schemes.lvv_accreditation.record.check import CheckStarted
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AN_7,
    ASSESSED,
    BOARD,
    HOBEON,
    PROOF,
    PROVIDER,
    WHY,
    announced,
    given,
)

FEB_9, FEB_10, JUN_1 = date(2026, 2, 9), date(2026, 2, 10), date(2026, 6, 1)
MAR_10, MAY_11 = date(2026, 3, 10), date(2026, 5, 11)


def audited() -> Scenario:
    told = given(*ASSESSED).when(StartInitialAudit(on=FEB_9), HOBEON)
    return told.then_recorded(AuditStarted)


@pytest.mark.passes("A-T09", "R-41")
def test_an_6_a_an_audit_of_9_february_is_closed_by_1_june() -> None:
    told = audited()
    told.then_term("A-T09", JUN_1, "running", JUN_1)
    told = told.when(CloseAudit(on=JUN_1), HOBEON).then_recorded(AuditClosed)
    told.then_term("A-T09", JUN_1, "met", JUN_1)


@pytest.mark.refuses("A-T09")
def test_an_6_a_a_part_is_assessed_again_when_it_overran_and_not_before() -> None:
    told = audited()
    early = OrderPartialReassessment(on=JUN_1, extra_hours=4, cents=50_000, reasons=WHY)
    told.when(early, HOBEON).then_refused("A-T09", "until 2026-06-01")
    late = early.model_copy(update={"on": date(2026, 6, 2)})
    told = told.when(late, HOBEON).then_recorded(PartialReassessmentOrdered)
    told.then_term("A-T09", date(2026, 6, 2), "missed", JUN_1)


@pytest.mark.refuses("R-41")
def test_an_6_c_an_audit_is_not_closed_with_an_improvement_unverified() -> None:
    found = RecordNonconformity(on=FEB_10, matter="application-1", says=WHY)
    told = audited().when(found, HOBEON).then_recorded(NonconformityRecorded)
    told.when(CloseAudit(on=FEB_10), HOBEON).then_refused("R-41", "improvement of 1")
    verified = VerifyImprovement(
        on=FEB_10, matter="application-1", finding=1, how="remote", demonstrated=True
    )
    told = told.when(verified, HOBEON).then_recorded(ImprovementVerified)
    told.when(CloseAudit(on=FEB_10), HOBEON).then_recorded(AuditClosed)


@pytest.mark.refuses("R-41")
def test_an_6_a_the_audit_is_closed_before_the_advice() -> None:
    advice = GiveAdvice(on=FEB_10, matter="application-1", positive=True, report=WHY)
    audited().when(advice, HOBEON).then_refused("R-41", "closed before the advice")


def test_an_6_a_one_audit_at_a_time_and_none_without_its_first_day() -> None:
    audited().when(StartInitialAudit(on=FEB_10), HOBEON).then_refused("", "began on 2026-02-09")
    given(*ASSESSED).when(CloseAudit(on=FEB_10), HOBEON).then_refused("", "no initial audit")


def test_an_6_a_the_audit_can_begin_after_something_was_found_wanting() -> None:
    found = RecordNonconformity(on=FEB_9, matter="application-1", says=WHY)
    told = given(*ASSESSED).when(found, HOBEON).then_recorded(NonconformityRecorded)
    told.when(StartInitialAudit(on=FEB_9), HOBEON).then_recorded(AuditStarted)


def holder_with_a_finding(last_day: date, found_on: date | None = None) -> Scenario:
    """A holder of two years, so that the worked days of 2026 fall in a check."""
    granted = AccreditationGranted(
        matter="accreditation-1",
        on=date(2024, 3, 4),
        basis=annex(3),
        application="application-1",
        until=date(2028, 3, 3),
    )
    on_time = announced.model_copy(update={"on": date(2025, 12, 1), "starts_on": FEB_9})
    begun = CheckStarted(matter="check-1", on=FEB_9, basis=annex(6))
    told = given((granted, BOARD), (on_time, HOBEON), (begun, HOBEON))
    asked = RecordNonconformity(
        on=found_on or last_day, matter="check-1", last_audit_day=last_day, says=WHY
    )
    return told.when(asked, HOBEON)


def finding(last_day: date = FEB_10) -> Scenario:
    return holder_with_a_finding(last_day).then_recorded(NonconformityRecorded)


def respond(on: date, number: int = 1) -> RespondToNonconformity:
    return RespondToNonconformity(on=on, matter="check-1", finding=number, response=PROOF)


def verify(on: date, **otherwise: Any) -> VerifyImprovement:
    told = {"matter": "check-1", "finding": 1, "how": "on-site", "demonstrated": True}
    return VerifyImprovement.model_validate({"on": on, **told, **otherwise})


@pytest.mark.passes("A-T10", "A-T11", "R-41")
def test_an_6_b_a_holder_responds_by_10_march_and_shows_effect_by_monday_11_may() -> None:
    told = finding().when(respond(MAR_10), PROVIDER).then_recorded(NonconformityAnswered)
    told.then_term("A-T10", MAR_10, "met", MAR_10)
    told = told.when(verify(MAY_11), HOBEON).then_recorded(ImprovementVerified)
    told.then_term("A-T11", MAY_11, "met", MAY_11)
    told.when(verify(MAY_11), HOBEON).then_refused("", "nothing that was found wanting")


@pytest.mark.refuses("A-T10", "A-T11")
def test_an_6_b_a_day_later_is_missed() -> None:
    told = finding()
    told.then_term("A-T10", date(2026, 3, 11), "missed", MAR_10)
    told.then_term("A-T11", date(2026, 5, 12), "missed", MAY_11)


def test_an_6_b_four_weeks_that_end_on_good_friday_move_over_easter() -> None:
    told = finding(last_day=date(2026, 3, 6))
    told.then_term("A-T10", date(2026, 4, 7), "running", date(2026, 4, 7))


def test_an_6_b_three_months_from_30_november_end_on_monday_1_march() -> None:
    told = finding(last_day=date(2026, 11, 30))
    told.then_term("A-T11", date(2027, 3, 1), "running", date(2027, 3, 1))


def test_an_6_b_each_finding_has_its_own_clock() -> None:
    other = RecordNonconformity(on=FEB_10, matter="check-1", last_audit_day=FEB_10, says=WHY)
    told = finding().when(other, HOBEON).then_recorded(NonconformityRecorded)
    told = told.when(respond(MAR_10, 1), PROVIDER).then_recorded(NonconformityAnswered)
    told.then_term("A-T10", MAR_10, "running", MAR_10)
    told.when(respond(MAR_10, 3), PROVIDER).then_refused("", "has no finding 3; it has 1, 2")


def test_an_6_b_what_has_no_effect_stays_open() -> None:
    told = finding().when(verify(MAY_11, demonstrated=False), HOBEON)
    told = told.then_recorded(ImprovementNotDemonstrated)
    told.then_term("A-T11", date(2026, 5, 12), "missed", MAY_11)


def test_an_6_b_with_the_accreditation_the_clocks_stop() -> None:
    withdrawn = AccreditationWithdrawn(
        matter="accreditation-1",
        on=date(2026, 3, 2),
        basis=AN_7("a"),
        ground="mark-misused",
        reasons=WHY,
    )
    finding().given((withdrawn, BOARD)).then_term("A-T10", MAR_10, "void", MAR_10)
    late = withdrawn.model_copy(update={"on": date(2026, 4, 1)})
    told = finding().given((late, BOARD))
    told.then_term("A-T10", date(2026, 4, 1), "missed", MAR_10)
    told.then_term("A-T11", date(2026, 4, 1), "void", MAY_11)


def test_an_6_b_a_holders_audit_has_a_last_day() -> None:
    asked = RecordNonconformity(on=date(2028, 6, 30), matter="check-1", says=WHY)
    history = (*ACCREDITED, (announced, HOBEON))
    begun = CheckStarted(matter="check-1", on=date(2028, 6, 29), basis=annex(6))
    told = given(*history, (begun, HOBEON))
    told.when(asked, HOBEON).then_refused("", "give the last day of the audit")
    holder_with_a_finding(FEB_10, found_on=FEB_9).then_refused("", "not later than this one")
