"""LVV certification, section 11: handing in documents, and asking for assessment."""

from datetime import date

from domain.schemes.lvv_certification.record.application import (
    AssessmentRequested,
    DocumentUploaded,
)
from domain.schemes.lvv_certification.section_11_handing_in import AT_2, ApplyForAssessment
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    agreement,
    applying,
    certified,
    enrolling,
    upload,
)

enrolled = asked(enrolling, PERSON, agreement(MAR_2))


def test_11_documents_are_numbered_within_the_application() -> None:
    told = enrolled.when(upload("vog", MAR_2), PERSON).then_recorded(DocumentUploaded)
    told = told.when(upload("membership", MAR_2), PERSON).then_recorded(DocumentUploaded)
    assert [d.number for d in told.file().state.application.documents] == [1, 2]


def test_11_who_has_not_enrolled_hands_in_nothing() -> None:
    enrolling.when(upload("vog", MAR_2), PERSON).then_refused("", "no application stands enrolled")


def test_11_nothing_is_handed_in_once_assessment_was_asked_for() -> None:
    told = applying(enrolling, MAR_2)
    told.when(upload("vog", MAR_2), PERSON).then_refused("", "the latest stands requested")


def test_11_a_document_is_not_of_a_later_day() -> None:
    asks = upload("vog", MAR_2, dated=date(2026, 3, 3))
    enrolled.when(asks, PERSON).then_refused("", "can't be of 2026-03-03")


def test_2_the_day_of_the_application_is_the_reference_date() -> None:
    asks = ApplyForAssessment(on=MAR_2, declares_conduct=True)
    told = enrolled.when(asks, PERSON).then(
        AssessmentRequested(matter="application-1", on=MAR_2, basis=AT_2)
    )
    assert told.file().state.application.reference_date == MAR_2


def test_11_who_holds_a_certificate_applies_for_recertification() -> None:
    on = date(2027, 5, 5)
    told = asked(certified, PERSON, agreement(on))
    asks = ApplyForAssessment(on=on, declares_conduct=True)
    told.when(asks, PERSON).then_refused("", "apply for recertification")
