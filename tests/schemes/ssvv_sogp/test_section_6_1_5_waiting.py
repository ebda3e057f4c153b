"""SSVV SOG-P, sections 6.1.4 and 6.1.5: reminders about reactions and follow-up (T-15, T-16)."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit, EscalateAudit
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import (
    AcknowledgeReceipt,
    RequestFollowUp,
)
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import CENTRE, JUN_4, MAY_16, SSVV, two_granted
from tests.schemes.ssvv_sogp.told_audit import MAY_28, SEEN, accept, answered, react, reported

JUN_15, JUN_16, JUN_30 = date(2025, 6, 15), date(2025, 6, 16), date(2025, 6, 30)


@pytest.mark.passes("T-15")
def test_6_1_4_a_reaction_is_reminded_of_after_thirty_days() -> None:
    told = reported("major", "minor")
    told.then_term("T-15", on=JUN_15, state="running", due=JUN_15)
    half = asked(told, CENTRE, react(1))
    half.then_term("T-15", on=MAY_28, state="running", due=JUN_15)
    both = asked(half, CENTRE, react(2))
    both.then_term("T-15", on=MAY_28, state="met", due=JUN_15)


@pytest.mark.passes("T-15")
def test_6_1_4_so_is_a_receipt() -> None:
    told = asked(reported(), CENTRE, AcknowledgeReceipt(on=MAY_28, audit="audit-1"))
    told.then_term("T-15", on=MAY_28, state="met", due=JUN_15)


@pytest.mark.refuses("T-15")
def test_6_1_4_nothing_follows_when_it_passes() -> None:
    term = reported("major").then_term("T-15", on=JUN_16, state="missed", due=JUN_15)
    assert term.then == ""
    asked(reported("major"), CENTRE, react(1, JUN_30))


def test_6_1_4_the_text_gives_no_time_and_policy_may_give_none() -> None:
    unknown = Law(edition=EDITION, settings={"reaction-reminder-days": None})
    told = reported("major").under(unknown)
    term = told.then_term("T-15", on=JUN_30, state="running", due=None)
    assert term.unknown == "the handbook sets no time for a reaction"


def three_findings() -> Scenario:
    """Findings 1 and 2 are accepted on 4 June 2025; of finding 3 more is asked."""
    more = RequestFollowUp(on=JUN_4, audit="audit-1", finding=3, lacking=SEEN)
    return asked(answered("minor", "observation", "remark"), SSVV, accept(1), accept(2), more)


@pytest.mark.passes("T-16")
def test_6_1_5_follow_up_goes_on_until_the_last_finding() -> None:
    told, close = three_findings(), CloseAudit(on=JUN_30, audit="audit-1")
    told.when(close, SSVV).then_refused("R-84", "not sufficiently dealt with yet: 3 (remark)")
    term = told.then_term("T-16", on=date(2027, 1, 1), state="running", due=None)
    assert term.opened_on == MAY_16
    told = asked(asked(told, CENTRE, react(3, JUN_30)), SSVV, accept(3, JUN_30), close)
    told.then_term("T-16", on=JUN_30, state="met", due=None)


@pytest.mark.refuses("T-16")
def test_6_1_5_or_until_it_leads_to_withdrawal() -> None:
    last_resort = EscalateAudit(on=JUN_30, audit="audit-1", lines=("line-2",), because=SEEN)
    line = next(one for one in two_granted if one.matter == "line-2")
    told = asked(three_findings().given(line), SSVV, last_resort)
    told.then_term("T-16", on=JUN_30, state="void", due=None)
