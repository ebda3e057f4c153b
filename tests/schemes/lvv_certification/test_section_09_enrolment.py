"""LVV certification, sections 8-9: code of conduct and enrolment."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    AgreementNotTakenUp,
    AgreementSubmitted,
    AssessmentRequested,
    FileOpened,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateWithdrawn,
)
from domain.schemes.lvv_certification.section_09_enrolment import AT_9, OpenFile
from domain.schemes.lvv_certification.section_11_handing_in import ApplyForAssessment
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, SCHEME, given, granted
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    agreement,
    certified,
    enrolling,
)


@pytest.mark.parametrize("who", [PERSON, BODY])
def test_9_a_file_is_opened_under_the_name_on_the_vog(who: str) -> None:
    nothing = Scenario(SCHEME, "person")
    opening = OpenFile(
        on=MAR_2, full_name=Personal("Johanna de Wit"), born=Personal(date(1980, 2, 29))
    )
    told = nothing.when(opening, who).then(
        FileOpened(
            matter="file",
            on=MAR_2,
            basis=AT_9,
            name=Personal("Johanna de Wit"),
            born=Personal(date(1980, 2, 29)),
        )
    )
    assert "open-file" not in told.then_open(who, MAR_2)


@pytest.mark.passes("R-01")
def test_9_a_complete_signed_agreement_is_taken_up() -> None:
    enrolling.when(agreement(MAR_2), PERSON).then(
        AgreementSubmitted(matter="application-1", on=MAR_2, basis=AT_9, recertification=False)
    )


@pytest.mark.refuses("R-01")
@pytest.mark.parametrize(
    ("fault", "lacking"),
    [
        ("signed", "signature"),
        ("filled_in", "every field filled in"),
        ("on_standard_document", "standard document"),
        ("names_code_of_conduct", "code of conduct"),
    ],
)
def test_9_an_incomplete_or_unsigned_one_is_not(fault: str, lacking: str) -> None:
    told = enrolling.when(agreement(MAR_2, **{fault: False}), PERSON).then(
        AgreementNotTakenUp(matter="application-1", on=MAR_2, basis=AT_9, lacking=(lacking,))
    )
    told.when(agreement(MAR_2), PERSON).then_recorded(AgreementSubmitted)


def test_9_one_application_is_open_at_a_time() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    told.when(agreement(MAR_2), PERSON).then_refused("", "application-1 is open")


def test_9_while_a_certificate_is_held_it_is_for_recertification() -> None:
    told = certified.when(agreement(date(2027, 5, 5)), PERSON)
    enrolled = told.then_recorded(AgreementSubmitted)
    assert enrolled.file().state.application.recertification


def test_9_a_recertification_never_asked_for_ends_with_the_certificate() -> None:
    expired = CertificateExpired(matter="certificate-1", on=date(2028, 5, 6), basis=section(15))
    told = asked(certified, PERSON, agreement(date(2027, 5, 5)))
    told.when(agreement(date(2028, 5, 6)), PERSON).then_refused("", "expiry after 2028-05-05")
    told.given(expired).when(agreement(date(2028, 5, 8)), PERSON).then(
        AgreementSubmitted(
            matter="application-2", on=date(2028, 5, 8), basis=AT_9, recertification=False
        )
    )


def test_9_after_a_withdrawal_a_first_certification_is_open_at_once() -> None:
    """D-26: no waiting time is stated."""
    withdrawn = CertificateWithdrawn(
        matter="certificate-1",
        on=date(2026, 9, 1),
        basis=section(28)("b"),
        first_day=date(2026, 9, 1),
        ground="fraud-or-gross-negligence",
        reasons=Personal("a forged diploma"),
    )
    told = given(granted, withdrawn).when(agreement(date(2026, 9, 2)), PERSON)
    assert not told.then_recorded(AgreementSubmitted).file().state.application.recertification


@pytest.mark.passes("R-02")
def test_8_with_the_declaration_assessment_is_asked_for() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    apply = ApplyForAssessment(on=MAR_2, declares_conduct=True)
    told.when(apply, PERSON).then_recorded(AssessmentRequested)


@pytest.mark.refuses("R-02")
def test_8_and_not_without() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    apply = ApplyForAssessment(on=MAR_2, declares_conduct=False)
    told.when(apply, PERSON).then_refused("R-02", "code of conduct of 21 May 2021")


def test_9_the_clerk_enrols_nobody() -> None:
    enrolling.when(agreement(MAR_2), CLERK).then_not_allowed()
