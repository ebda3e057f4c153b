"""SSVV SOG-P, section 6.1.4: every audit has a report, which SSVV sends."""

import pytest

from domain.schemes.ssvv_sogp.record.audit import (
    AuditeeRemarksRecorded,
    ReportFinalised,
    ReportSent,
)
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import ShareFindings
from domain.schemes.ssvv_sogp.section_6_1_4_report import RecordAuditeeRemarks, SendReport
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import AUDITOR, MAY_6, MAY_16, SSVV, an_open_audit, given
from tests.schemes.ssvv_sogp.told_audit import finalise, observe, shared

share = ShareFindings(on=MAY_6, audit="audit-1")
no_remarks = RecordAuditeeRemarks(on=MAY_6, audit="audit-1")
send = SendReport(on=MAY_16, audit="audit-1")


@pytest.mark.passes("R-82")
def test_6_1_4_the_report_holds_what_it_must() -> None:
    told = shared("minor").when(finalise(), AUDITOR).then_recorded(ReportFinalised)
    fact = told.history[-1].fact
    assert isinstance(fact, ReportFinalised)
    assert (fact.observations, fact.persons.value) == (1, "A. Mulder, R. Kok")


@pytest.mark.refuses("R-82")
@pytest.mark.parametrize("part", ["summary", "persons"])
def test_6_1_4_not_without_summary_or_persons(part: str) -> None:
    without = finalise().model_copy(update={part: None})
    shared("minor").when(without, AUDITOR).then_refused("R-82", f"the report lacks: {part}")


@pytest.mark.refuses("R-82")
def test_6_1_4_not_without_what_was_observed_and_the_auditee() -> None:
    unobserved = asked(given(*an_open_audit), AUDITOR, share, no_remarks)
    unobserved.when(finalise(), AUDITOR).then_refused("R-82", "lacks: observations")
    unheard = asked(given(*an_open_audit), AUDITOR, observe(), share)
    unheard.when(finalise(), AUDITOR).then_refused("R-82", "lacks: auditee_heard")


@pytest.mark.passes("R-82")
def test_6_1_4_the_auditee_may_have_nothing_to_remark() -> None:
    told = asked(given(*an_open_audit), AUDITOR, observe(), share)
    told = told.when(no_remarks, AUDITOR).then_recorded(AuditeeRemarksRecorded)
    told.when(finalise(), AUDITOR).then_recorded(ReportFinalised)


def test_6_1_4_no_audit_is_closed_without_a_report() -> None:
    shared().when(CloseAudit(on=MAY_16, audit="audit-1"), SSVV).then_refused("", "no audit stands")


@pytest.mark.parametrize(
    ("grades", "asks"), [(("major", "remark"), "reaction"), ((), "acknowledgement")]
)
def test_6_1_4_ssvv_sends_it_and_says_what_it_asks(grades: tuple[str, ...], asks: str) -> None:
    told = asked(shared(*grades), AUDITOR, finalise())
    told = told.when(send, SSVV).then_recorded(ReportSent)
    fact = told.history[-1].fact
    assert isinstance(fact, ReportSent)
    assert (fact.asks, tuple(fact.grades.values())) == (asks, grades)
    assert told.file().state.audits["audit-1"].standing == f"awaiting-{asks}"


def test_6_1_4_the_auditor_does_not_send_it() -> None:
    asked(shared(), AUDITOR, finalise()).when(send, AUDITOR).then_not_allowed()
