"""SSVV SOG-P, section 6.1.5: a reaction to each finding, in as many rounds as it takes."""

from datetime import date

import pytest

from domain.schemes.ssvv_sogp.record.audit import ReceiptAcknowledged
from domain.schemes.ssvv_sogp.record.finding import (
    FindingReacted,
    FollowUpAccepted,
    FollowUpRequested,
)
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import AcknowledgeReceipt, RequestFollowUp
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import AUDITOR, CENTRE, JUN_4, SSVV
from tests.schemes.ssvv_sogp.told_audit import (
    MAY_28,
    SEEN,
    accept,
    answered,
    react,
    reported,
)

acknowledge = AcknowledgeReceipt(on=MAY_28, audit="audit-1")
more = RequestFollowUp(on=JUN_4, audit="audit-1", finding=1, lacking=SEEN)


def standing(told: Scenario) -> str:
    return str(told.file().state.audits["audit-1"].standing)


@pytest.mark.passes("R-83")
def test_6_1_4_without_findings_a_receipt_is_enough() -> None:
    told = reported().when(acknowledge, CENTRE).then_recorded(ReceiptAcknowledged)
    assert standing(told) == "ready-to-close"


@pytest.mark.refuses("R-83")
def test_6_1_4_with_one_remark_it_is_not() -> None:
    told = reported("remark")
    told.when(acknowledge, CENTRE).then_refused("R-83", "1 findings; react to each")
    assert standing(told) == "awaiting-reaction"


@pytest.mark.passes("R-83")
def test_6_1_5_the_centre_reacts_to_each_finding() -> None:
    told = reported("major", "remark").when(react(1), CENTRE).then_recorded(FindingReacted)
    first = told.history[-1].fact
    assert isinstance(first, FindingReacted)
    assert (first.unanswered, standing(told)) == (1, "under-review")
    told = told.when(react(2), CENTRE).then_recorded(FindingReacted)
    last = told.history[-1].fact
    assert isinstance(last, FindingReacted)
    assert last.unanswered == 0


def test_6_1_5_a_report_without_findings_takes_no_reaction() -> None:
    reported().when(react(1), CENTRE).then_refused("", "no audit stands")
    reported("minor").when(react(2), CENTRE).then_refused("", "2 is no finding of audit-1")


def test_6_1_5_ssvv_judges_each_reaction_and_the_auditor_does_not() -> None:
    told = answered("major", "remark").when(accept(1), SSVV).then_recorded(FollowUpAccepted)
    assert standing(told) == "under-review"
    told.when(accept(2), AUDITOR).then_not_allowed()
    told = told.when(accept(2), SSVV).then_recorded(FollowUpAccepted)
    assert standing(told) == "ready-to-close"


def test_6_1_5_it_judges_a_reaction_not_silence() -> None:
    told = asked(reported("major", "minor"), CENTRE, react(2))
    told.when(accept(1), SSVV).then_refused("", "finding 1 stands open")


def test_6_1_5_it_suffices_how_a_finding_is_dealt_with() -> None:
    planned = react(1).model_copy(update={"done_by": date(2025, 9, 30)})
    told = asked(asked(reported("minor"), CENTRE, planned), SSVV, accept(1))
    finding = told.file().state.audits["audit-1"].findings[1]
    assert (finding.standing, finding.done_by) == ("accepted", date(2025, 9, 30))


def test_6_1_5_more_may_be_asked_any_number_of_times() -> None:
    told = answered("major")
    for turn in range(1, 5):
        told = told.when(more, SSVV).then_recorded(FollowUpRequested)
        assert standing(told) == "awaiting-reaction"
        finding = told.file().state.audits["audit-1"].findings[1]
        assert (finding.rounds, finding.standing) == (turn, "more-asked")
        told = told.when(react(1, JUN_4), CENTRE).then_recorded(FindingReacted)
    told.when(accept(1), SSVV).then_recorded(FollowUpAccepted)


def test_6_1_5_also_after_it_was_accepted_and_then_it_is_open_again() -> None:
    told = asked(answered("minor"), SSVV, accept(1))
    told.when(react(1, JUN_4), CENTRE).then_refused("", "audit-1 stands ready-to-close")
    told = told.when(more, SSVV).then_recorded(FollowUpRequested)
    assert standing(told) == "awaiting-reaction"


def test_6_1_5_what_was_accepted_needs_no_reaction() -> None:
    told = asked(answered("minor", "minor"), SSVV, accept(1))
    told.when(react(1, JUN_4), CENTRE).then_refused("", "SSVV accepted the follow-up of finding 1")
