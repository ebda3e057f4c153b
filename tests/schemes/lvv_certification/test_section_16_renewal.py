"""LVV certification, section 16: granting a recertification."""

from datetime import date

import pytest

from domain.law import Remark
from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationGranted, DecisionSent
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateRenewed,
    CertificateSucceeded,
    CertificateWithdrawn,
    RegisterEntryPublished,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.section_14_grant import (
    AT_14,
    AT_15,
    IN_ITS_PLACE,
    GrantCertificate,
)
from domain.schemes.lvv_certification.section_14_sending import SendDecision
from domain.schemes.lvv_certification.section_15_validity import ExpireCertificate
from domain.schemes.lvv_certification.section_16_renewal import GAP, LOST
from domain.schemes.lvv_certification.section_22_minimum import R_23
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY, CLERK, suspended
from tests.schemes.lvv_certification.told_application import (
    DECIDER,
    assessed,
    ready_again,
)

FEB_1, MAR_1, LAST = date(2028, 2, 1), date(2028, 3, 1), date(2028, 5, 5)
GRANT = GrantCertificate(on=MAR_1)


def renewed(told: Scenario) -> CertificateRenewed:
    return next(r.fact for r in told.history if isinstance(r.fact, CertificateRenewed))


@pytest.mark.passes("R-10", "R-11", "R-36")
def test_16_the_new_certificate_takes_the_place_of_the_old_one() -> None:
    spread = "the hours are not spread over the years of the period: 0, 0, 72, 0"
    told = (
        ready_again(FEB_1, MAR_1)
        .when(GRANT, DECIDER)
        .then(
            CertificateRenewed(
                matter="certificate-2",
                on=MAR_1,
                basis=AT_15,
                application="application-1",
                until=date(2032, 2, 29),
                name=Personal("Johanna de Wit"),
                born=Personal(date(1980, 2, 29)),
                renews="certificate-1",
                remarks=(
                    Remark(says=spread, place=R_23.place),
                    Remark(says="66 days of certificate-1 are lost", place=LOST),
                ),
            ),
            CertificateSucceeded(
                matter="certificate-1",
                on=MAR_1,
                basis=IN_ITS_PLACE,
                by_certificate="certificate-2",
            ),
            ApplicationGranted(
                matter="application-1", on=MAR_1, basis=AT_14, certificate="certificate-2"
            ),
        )
    )
    told.then_term("C-T04", on=MAR_1, state="running", due=date(2032, 2, 29))
    told.when(SendDecision(on=MAR_1), BODY).then_recorded(DecisionSent, RegisterEntryPublished)
    told.when(ExpireCertificate(on=date(2028, 5, 6)), CLERK).then_refused("", "2032-02-29")


@pytest.mark.refuses("R-11")
def test_22_not_without_enough_education() -> None:
    told = ready_again(FEB_1, MAR_1)
    no_courses = tuple(r for r in told.history if r.fact.matter != "pe-1")
    told = Scenario(told.scheme, told.kind, no_courses)
    told.when(GRANT, DECIDER).then_refused("R-11", "courses 0 of 24")


def test_16_it_is_granted_after_the_old_one_ran_out_and_the_gap_is_shown() -> None:
    """D-11: an application in time prolongs nothing."""
    told = in_review_late().when(ExpireCertificate(on=date(2028, 5, 6)), CLERK)
    told = assessed(told.then_recorded(CertificateExpired), date(2028, 5, 9))
    told = told.when(GrantCertificate(on=date(2028, 5, 10)), DECIDER)
    told = told.then_recorded(CertificateRenewed, ApplicationGranted)
    says = "no certificate held from 2028-05-06 to 2028-05-09"
    assert renewed(told).remarks[-1] == Remark(says=says, place=GAP)
    assert told.file().state.certificates["certificate-1"].standing == "expired"


def in_review_late() -> Scenario:
    told = ready_again(date(2028, 4, 7), date(2028, 4, 20))
    return Scenario(told.scheme, told.kind, told.history[:-1])


@pytest.mark.passes("R-11")
def test_16_not_during_a_suspension_but_after_it_is_lifted() -> None:
    """D-25."""
    first_day = date(2028, 2, 10)
    during = suspended.model_copy(
        update={"on": first_day, "first_day": first_day, "until": date(2028, 5, 1)}
    )
    told = ready_again(FEB_1, MAR_1).given(during)
    told.when(GRANT, DECIDER).then_refused("", "stands suspended")
    assert "grant-certificate" not in told.then_open(DECIDER, MAR_1)
    lifted = SuspensionLifted(matter="certificate-1", on=MAR_1, basis=section(27))
    told.given(lifted).when(GRANT, DECIDER).then_recorded(
        CertificateRenewed, CertificateSucceeded, ApplicationGranted
    )


def test_16_not_after_a_withdrawal() -> None:
    withdrawn = CertificateWithdrawn(
        matter="certificate-1",
        on=MAR_1,
        basis=section(28)("b"),
        first_day=MAR_1,
        ground="fraud-or-gross-negligence",
        reasons=Personal("forged proofs of participation"),
    )
    told = ready_again(FEB_1, MAR_1).given(withdrawn)
    told.when(GRANT, DECIDER).then_refused("", "stands withdrawn")
