"""SSVV SOG-P, section 6.1.5: formal closing, its confirmation, and the last resort."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.audit import (
    AuditClosed,
    AuditClosureConfirmed,
    AuditEscalated,
)
from domain.schemes.ssvv_sogp.section_6_1_5_closing import (
    CloseAudit,
    ConfirmClosure,
    EscalateAudit,
)
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import AcknowledgeReceipt, RequestFollowUp
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import AUDITOR, CENTRE, CLERK, FL, JUN_4, SSVV
from tests.schemes.ssvv_sogp.told_audit import (
    MAY_28,
    OCT_1,
    SEEN,
    a_major_in_geleen,
    accept,
    answered,
    react,
    reported,
)

NOV_3 = date(2025, 11, 3)
close = CloseAudit(on=JUN_4, audit="audit-1")
confirm = ConfirmClosure(on=JUN_4, audit="audit-1")
escalate = EscalateAudit(on=NOV_3, audit="audit-3", lines=("line-2",), because=SEEN)
more = RequestFollowUp(on=OCT_1, audit="audit-3", finding=1, lacking=SEEN)


@pytest.mark.passes("R-84")
def test_6_1_5_an_audit_is_closed_once_every_finding_is_dealt_with() -> None:
    told = asked(
        answered("major", "minor", "observation", "remark"), SSVV, *map(accept, range(1, 5))
    )
    told = told.when(close, SSVV).then_recorded(AuditClosed)
    assert told.file().state.audits["audit-1"].standing == "closed"


@pytest.mark.passes("R-84")
def test_6_1_5_or_once_the_receipt_of_one_without_is_acknowledged() -> None:
    told = asked(reported(), CENTRE, AcknowledgeReceipt(on=MAY_28, audit="audit-1"))
    told.when(close, SSVV).then_recorded(AuditClosed)


@pytest.mark.refuses("R-84")
@pytest.mark.parametrize("grade", ["major", "minor", "observation", "remark"])
def test_6_1_5_not_with_one_open_whatever_its_class(grade: str) -> None:
    told = asked(answered("minor", grade), SSVV, accept(1))
    told.when(close, SSVV).then_refused("R-84", f"not sufficiently dealt with yet: 2 ({grade})")


def test_6_1_5_who_audited_does_not_close_unless_policy_says_so() -> None:
    told = asked(answered("minor"), SSVV, accept(1))
    told.when(close, AUDITOR).then_not_allowed()
    told.when(close, "ssvv:a.mulder").then_refused("", "who audited in audit-1")
    one_pair = Law(edition=EDITION, settings={"decider-is-not-the-auditor": False})
    told.under(one_pair).when(close, "ssvv:a.mulder").then_recorded(AuditClosed)


def test_6_1_5_the_closing_is_confirmed_once() -> None:
    told = asked(answered("minor"), SSVV, accept(1))
    told.when(confirm, SSVV).then_refused("", "no closed audit waits")
    told = asked(told, SSVV, close).when(confirm, SSVV).then_recorded(AuditClosureConfirmed)
    told.when(confirm, SSVV).then_refused("", "no closed audit waits")


@pytest.mark.passes("R-85")
def test_6_1_5_in_the_last_resort_it_leads_to_withdrawal() -> None:
    told = asked(a_major_in_geleen(), SSVV, more)
    told = told.when(escalate, SSVV).then_recorded(AuditEscalated)
    assert told.history[-1].fact.remarks == ()
    assert told.file().state.audits["audit-3"].standing == "escalated"


@pytest.mark.refuses("R-85")
def test_6_1_5_straight_after_the_report_is_remarked_on() -> None:
    at_once = escalate.model_copy(update={"on": OCT_1})
    told = a_major_in_geleen().when(at_once, SSVV).then_recorded(AuditEscalated)
    (remark,) = told.history[-1].fact.remarks
    assert remark.says.startswith("0 rounds of follow-up")


def test_6_1_5_a_major_withdraws_nothing_by_itself() -> None:
    told = a_major_in_geleen()
    untouched = told.file().state.lines
    assert not {"withdraw-recognition", "escalate-audit"} & told.then_open(CLERK, NOV_3)
    told = asked(told, SSVV, more, escalate)
    assert told.file().state.lines == untouched
    assert told.file().state.recognised("geleen", FL, date(2026, 6, 1))


def test_6_1_5_it_names_recognitions_that_are_held() -> None:
    told = a_major_in_geleen()
    for lines, why in (
        ((), "at least one"),
        (("line-2", "line-2"), "once"),
        (("line-9",), "no recognition in this file"),
    ):
        told.when(escalate.model_copy(update={"lines": lines}), SSVV).then_refused("", why)


def test_6_1_5_what_is_dealt_with_does_not_lead_there() -> None:
    told = asked(a_major_in_geleen(), CENTRE, react(1, OCT_1, "audit-3"))
    told = asked(told, SSVV, accept(1, OCT_1, "audit-3"))
    told.when(escalate, SSVV).then_refused("", "audit-3 stands ready-to-close")
    told.when(escalate, CENTRE).then_not_allowed()
