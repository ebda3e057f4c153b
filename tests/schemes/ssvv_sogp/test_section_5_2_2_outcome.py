"""SSVV SOG-P, section 5.2.2: the assessment, its three outcomes, and handing in again."""

from datetime import date

import pytest

from domain.case import Command
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationResubmitted,
    ApplicationWithdrawn,
    AssessorAssigned,
    LineContentAssessed,
    OrganisationAssessed,
    RecognitionAuditScheduled,
    ResubmissionOffered,
    WithdrawalAdvised,
)
from domain.schemes.ssvv_sogp.record.audit import AuditPlanned
from domain.schemes.ssvv_sogp.section_5_2_2_assessment import (
    AssessLine,
    AssessOrganisation,
    AssignAssessor,
)
from domain.schemes.ssvv_sogp.section_5_2_2_outcome import (
    AcceptApplication,
    AdviseWithdrawal,
    OfferResubmission,
    ScheduleRecognitionAudit,
)
from domain.schemes.ssvv_sogp.section_5_2_2_resubmission import (
    ResubmitApplication,
    WithdrawApplication,
)
from domain.schemes.ssvv_sogp.section_5_2_3_rejection import RejectLine
from tests.schemes.ssvv_sogp.told import (
    APR_8,
    AT_GELEEN,
    AT_ROTTERDAM,
    AUDITOR,
    CENTRE,
    FL,
    GELEEN,
    GM,
    MAR_3,
    MAY_6,
    ROTTERDAM,
    SSVV,
    a_centre,
    an_accepted_application,
    assigned,
    complete,
    content,
    given,
    submitted,
)
from tests.schemes.ssvv_sogp.told_recognition import WHY, an_extension, line_asked

MAR_17, MAR_31 = date(2025, 3, 17), date(2025, 3, 31)
assessing = given(*a_centre, submitted, assigned)
advised = WithdrawalAdvised(matter="application-1", on=MAR_17, basis=section("5.2.2"), reasons=WHY)
offered = ResubmissionOffered(
    matter="application-1", on=MAR_17, basis=section("5.2.2"), reasons=WHY
)


def assess(**other: object) -> AssessLine:
    return AssessLine.model_validate(
        {
            "on": MAR_17,
            "application": "application-1",
            "location": ROTTERDAM,
            "qualification": GM,
            "matches": True,
            "findings": "plan, material and facility fit",
            **other,
        }
    )


def schedule(on: date = APR_8, in_consultation: bool = True, **other: object) -> Command:
    return ScheduleRecognitionAudit.model_validate(
        {
            "on": on,
            "application": "application-1",
            "location": ROTTERDAM,
            "planned_for": MAY_6,
            "in_consultation": in_consultation,
            **other,
        }
    )


def test_5_2_2_an_auditor_assesses_line_by_line() -> None:
    assign = AssignAssessor(on=MAR_3, application="application-1", assessor="a.mulder")
    told = given(*a_centre, submitted).when(assign, SSVV).then_recorded(AssessorAssigned)
    told = told.when(assess(), AUDITOR).then_recorded(LineContentAssessed)
    assert told.file().state.applications["application-1"].lines[0].matches
    told.when(assess(location="delft"), AUDITOR).then_refused("", "gm-1 at rotterdam")


def test_5_2_2_and_no_other_auditor_than_the_assigned_one() -> None:
    assessing.when(assess(), "auditor:b.smit").then_refused("", "assigned to")


def test_5_2_2_an_unknown_organisation_is_assessed_too() -> None:
    asked = AssessOrganisation(on=MAR_17, application="application-1", meets=True, findings=WHY)
    assessing.when(asked, AUDITOR).then_recorded(OrganisationAssessed)
    again = assigned.model_copy(update={"matter": "application-2", "on": date(2026, 1, 12)})
    extension = AssessOrganisation(
        on=date(2026, 1, 19), application="application-2", meets=True, findings=WHY
    )
    told = given(*an_extension(), again)
    told.when(extension, AUDITOR).then_refused("", "the organisation is known")


@pytest.mark.refuses("R-63")
def test_5_2_2_it_is_accepted_when_every_line_and_the_organisation_fit() -> None:
    accept = AcceptApplication(on=APR_8, application="application-1")
    told = given(*a_centre, submitted, assigned, complete, *content)
    told.when(accept, AUDITOR).then_refused("R-63", "the organisation too")


@pytest.mark.passes("R-63")
def test_5_2_2_or_handed_in_again_in_the_next_round() -> None:
    asked = OfferResubmission(on=MAR_17, application="application-1", reasons=WHY)
    told = assessing.when(asked, AUDITOR).then_recorded(ResubmissionOffered)
    again = ResubmitApplication(
        on=MAR_31,
        application="application-1",
        lines=(line_asked(AT_ROTTERDAM), line_asked(AT_GELEEN)),
    )
    told = told.when(again, CENTRE).then_recorded(ApplicationResubmitted)
    now = told.file().state.applications["application-1"]
    assert (now.round, now.standing) == (2, "submitted")
    assert [one.matches for one in now.lines] == [None, None]


@pytest.mark.passes("R-63")
def test_5_2_2_or_advised_to_withdraw_which_closes_nothing() -> None:
    asked = AdviseWithdrawal(on=MAR_17, application="application-1", reasons=WHY)
    told = assessing.when(asked, AUDITOR).then_recorded(WithdrawalAdvised)
    assert told.file().state.applications["application-1"].is_open
    withdraw = WithdrawApplication(on=MAR_31, application="application-1")
    told.when(withdraw, SSVV).then_not_allowed()
    told = told.when(withdraw, CENTRE).then_recorded(ApplicationWithdrawn)
    told.when(withdraw, CENTRE).then_refused("", "no application is open")


@pytest.mark.refuses("R-63")
def test_5_2_2_an_advice_rejects_nothing() -> None:
    asked = RejectLine(
        on=MAR_31, application="application-1", location=GELEEN, qualification=FL, reasons=WHY
    )
    told = given(*a_centre, submitted, assigned, advised)
    told.when(asked, SSVV).then_refused("R-63", "waits for the applicant")


def test_5_2_2_who_was_advised_may_hand_it_in_again() -> None:
    again = ResubmitApplication(
        on=MAR_31, application="application-1", lines=(line_asked(AT_ROTTERDAM),)
    )
    told = given(*a_centre, submitted, assigned, advised)
    told.when(again, CENTRE).then_recorded(ApplicationResubmitted)


@pytest.mark.passes("R-64")
def test_5_2_2_an_accepted_one_leads_to_an_audit_on_location() -> None:
    told = given(*an_accepted_application)
    told = told.when(schedule(), SSVV).then_recorded(RecognitionAuditScheduled, AuditPlanned)
    second = schedule(location=GELEEN)
    told = told.when(second, SSVV).then_recorded(RecognitionAuditScheduled, AuditPlanned)
    assert [one.location for one in told.file().state.audits.values()] == [ROTTERDAM, GELEEN]


@pytest.mark.refuses("R-64")
def test_5_2_2_not_before_it_is_accepted_nor_without_consultation() -> None:
    given(*a_centre, submitted).when(schedule(MAR_3), SSVV).then_refused("R-64", "accepted")
    told = given(*an_accepted_application)
    told.when(schedule(in_consultation=False), SSVV).then_refused("R-64", "in consultation")


def test_5_2_2_at_a_location_asked_for_and_not_in_the_past() -> None:
    told = given(*an_accepted_application)
    told.when(schedule(location="delft"), SSVV).then_refused("", "audit there")
    told.when(schedule(planned_for=MAR_3), SSVV).then_refused("", "or later")


def test_5_2_2_a_resubmission_waits_for_the_centre() -> None:
    told = given(*a_centre, submitted, assigned, offered)
    assert {"resubmit-application", "withdraw-application"} <= told.then_open(CENTRE, MAR_31)
    assert "accept-application" not in told.then_open(AUDITOR, MAR_31)
    accept = AcceptApplication(on=MAR_31, application="application-1")
    told.when(accept, AUDITOR).then_refused("", "under-assessment")
    given(*an_accepted_application).when(accept, AUDITOR).then_refused("", "under-assessment")
