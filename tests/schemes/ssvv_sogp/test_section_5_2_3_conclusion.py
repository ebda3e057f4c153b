"""SSVV SOG-P, section 5.2.3: what a recognition audit leads to. Dates of the worked timeline."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION, section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationWithdrawn,
    LineRejected,
    RecognitionAuditConcluded,
)
from domain.schemes.ssvv_sogp.section_5_2_3_rejection import RejectLine
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    GM,
    JUN_4,
    MAR_3,
    MAY_16,
    ROTTERDAM,
    SSVV,
    a_centre,
    a_closed_audit,
    an_open_audit,
    given,
    positive,
    report_sent,
    shared,
    submitted,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import (
    AT_NEW,
    WHY,
    an_accepted_extension,
    conclude,
    grant,
)

APR_28 = date(2025, 4, 28)
AUDITED = "ssvv:a.mulder"
negative = positive[0].model_copy(update={"positive": False})


def reject(**other: object) -> RejectLine:
    return RejectLine.model_validate(
        {
            "on": JUN_4,
            "application": "application-1",
            "location": ROTTERDAM,
            "qualification": GM,
            "reasons": "no gas meters",
            **other,
        }
    )


@pytest.mark.passes("R-65")
def test_5_2_3_an_audit_ends_positively_once_it_is_closed() -> None:
    told = given(*a_closed_audit).when(conclude(), SSVV).then_recorded(RecognitionAuditConcluded)
    told.when(grant(), SSVV).then_recorded(*(type(f) for f in two_granted[-6:-4]))


@pytest.mark.refuses("R-65")
def test_5_2_3_not_while_it_is_open() -> None:
    told = given(*an_open_audit, shared, report_sent)
    told.when(conclude(on=MAY_16), SSVV).then_refused("R-65", "formally closed")


@pytest.mark.refuses("R-65")
def test_5_2_3_and_nothing_is_granted_before_that() -> None:
    given(*an_open_audit, shared, report_sent).when(grant(), SSVV).then_refused(
        "R-65", "positively finished audit"
    )
    given(*a_closed_audit, negative).when(grant(), SSVV).then_refused("R-65", "positively")


@pytest.mark.refuses("R-66")
def test_5_1_an_extension_is_not_granted_on_paper() -> None:
    asked = grant(AT_NEW, application="application-2", on=date(2026, 1, 19))
    an_accepted_extension().when(asked, SSVV).then_refused("R-66", "recognition audit too")


def test_5_2_3_the_audit_is_of_that_location_and_qualification() -> None:
    asked = conclude(AT_GELEEN)
    given(*a_closed_audit).when(asked, SSVV).then_refused("", "no recognition audit for fl-1")


def test_5_2_3_who_audited_does_not_decide_unless_ssvv_lets_it() -> None:
    told = given(*a_closed_audit)
    told.when(conclude(), AUDITED).then_refused("", "does not decide")
    law = Law(edition=EDITION, settings={"decider-is-not-the-auditor": False})
    told.under(law).when(conclude(), AUDITED).then_recorded(RecognitionAuditConcluded)


@pytest.mark.passes("R-68")
def test_5_2_3_a_negative_audit_leads_to_rejection_of_that_line_alone() -> None:
    asked = conclude(positive=False)
    told = given(*a_closed_audit).when(asked, SSVV).then_recorded(RecognitionAuditConcluded)
    told = told.when(reject(), SSVV).then_recorded(LineRejected)
    now = told.file().state.applications["application-1"]
    assert (now.standing, now.lines[0].outcome, now.lines[1].outcome) == (
        "audit-pending",
        "rejected",
        "",
    )


def test_5_2_3_a_negative_judgement_follows_the_report() -> None:
    asked = conclude(positive=False, on=MAY_16)
    given(*an_open_audit, shared).when(asked, SSVV).then_refused("", "report of audit-1")


@pytest.mark.refuses("R-68")
def test_5_2_3_no_rejection_without_a_negative_audit() -> None:
    given(*a_closed_audit).when(reject(), SSVV).then_refused("R-68", "follows a negative audit")


@pytest.mark.refuses("R-68")
def test_5_2_3_applying_again_is_not_blocked_without_a_reason() -> None:
    told = given(*a_closed_audit, negative)
    told.when(reject(free_to_apply_again=False), SSVV).then_refused("R-68", "reason why not")
    blocked = reject(free_to_apply_again=False, why_not_free=WHY.value)
    told.when(blocked, SSVV).then_recorded(LineRejected)


def test_5_2_3_a_line_is_decided_on_once() -> None:
    given(*two_granted).when(grant(), SSVV).then_refused("", "no application is open")


@pytest.mark.passes("T-14")
def test_5_2_ssvv_is_reminded_to_decide_after_eight_weeks() -> None:
    told = given(*a_centre, submitted)
    told.then_term("T-14", on=APR_28, state="running", due=APR_28)
    given(*two_granted[:-3]).then_term("T-14", on=JUN_4, state="missed", due=APR_28)


@pytest.mark.refuses("T-14")
def test_5_2_a_late_decision_is_shown_and_a_withdrawal_ends_it() -> None:
    told = given(*a_centre, submitted)
    told.then_term("T-14", on=date(2025, 4, 29), state="missed", due=APR_28)
    withdrawn = ApplicationWithdrawn(
        matter="application-1", on=date(2025, 4, 1), basis=section("5.2.2")
    )
    told.given(withdrawn).then_term("T-14", on=APR_28, state="void", due=APR_28)


def test_5_2_where_policy_sets_no_time_it_stays_unknown() -> None:
    law = Law(edition=EDITION, settings={"decision-reminder-weeks": None})
    term = given(*a_centre, submitted).under(law)
    unknown = term.then_term("T-14", on=MAR_3, state="running", due=None)
    assert "no time" in unknown.unknown


def test_5_2_3_the_audit_of_geleen_is_concluded_for_geleen() -> None:
    asked = conclude(AT_GELEEN, audit="audit-2")
    given(*a_closed_audit).when(asked, SSVV).then_recorded(RecognitionAuditConcluded)
