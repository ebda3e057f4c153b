"""SSVV SOG-P, section 6.1.3: how an audit is opened, held and rounded off."""

import pytest

from domain.schemes.ssvv_sogp.record.audit import (
    AuditOpened,
    FindingsShared,
    ObservationRecorded,
    ReportFinalised,
)
from domain.schemes.ssvv_sogp.record.finding import FindingRecorded
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import ShareFindings
from tests.schemes.ssvv_sogp.told import AUDITOR, FL, MAY_6
from tests.schemes.ssvv_sogp.told_audit import (
    OTHER_AUDITOR,
    SEP_22,
    a_prepared_audit,
    a_regular_audit,
    finalise,
    find,
    found,
    observe,
    open_it,
    shared,
)

share = ShareFindings(on=MAY_6, audit="audit-1")


@pytest.mark.passes("R-76", "R-79")
def test_6_1_3_it_opens_with_the_three_steps() -> None:
    told = a_prepared_audit().when(open_it, AUDITOR).then_recorded(AuditOpened)
    audit = told.file().state.audits["audit-3"]
    assert (audit.standing, audit.held_on) == ("in-progress", SEP_22)
    opened = told.history[-1].fact
    assert isinstance(opened, AuditOpened)
    assert (opened.kind, opened.agreement) == ("regular", "agreement-1")


@pytest.mark.refuses("R-79")
@pytest.mark.parametrize("step", ["safety_gone_through", "agenda_feasible", "reporting_explained"])
def test_6_1_3_with_each_of_them(step: str) -> None:
    without = open_it.model_copy(update={step: False})
    a_prepared_audit().when(without, AUDITOR).then_refused("R-79", "or agree another agenda")


@pytest.mark.refuses("R-79")
def test_6_1_3_nothing_is_found_before_the_opening() -> None:
    finding = find("minor", audit="audit-3", on=SEP_22, qualification=FL)
    a_prepared_audit().when(finding, AUDITOR).then_refused("R-79", "open the audit first")


@pytest.mark.passes("R-79")
def test_6_1_3_and_after_it_there_is() -> None:
    finding = find("minor", audit="audit-3", on=SEP_22, qualification=FL)
    a_regular_audit().when(finding, AUDITOR).then_recorded(FindingRecorded)


def test_6_1_3_it_is_opened_by_an_auditor_of_its_team() -> None:
    a_prepared_audit().when(open_it, OTHER_AUDITOR).then_refused("", "auditors appointed")


def test_6_1_3_what_is_observed_is_held_against_a_norm() -> None:
    observed = observe(audit="audit-3", on=SEP_22)
    told = a_regular_audit().when(observed, AUDITOR).then_recorded(ObservationRecorded)
    (observation,) = told.file().state.audits["audit-3"].observations
    assert (observation.norm, observation.meets) == ("4.3", True)


@pytest.mark.passes("R-81")
def test_6_1_3_the_provisional_findings_are_shared_and_then_reported() -> None:
    told = found("major", "remark").when(share, AUDITOR).then_recorded(FindingsShared)
    fact = told.history[-1].fact
    assert isinstance(fact, FindingsShared)
    assert fact.findings == 2
    shared("major", "remark").when(finalise(), AUDITOR).then_recorded(ReportFinalised)


@pytest.mark.refuses("R-81")
def test_6_1_3_there_is_no_report_without() -> None:
    found("minor").when(finalise(), AUDITOR).then_refused("R-81", "share the provisional findings")


def test_6_1_3_nothing_is_found_after_the_audit() -> None:
    shared().when(share, AUDITOR).then_refused("", "no audit stands in-progress")
