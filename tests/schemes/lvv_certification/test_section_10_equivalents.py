"""LVV certification, section 10: equivalent proofs."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import DocumentUploaded, DossierAccepted
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    agreement,
    certified,
    enrolling,
    first_file,
    in_pre_check,
    upload,
)

OCCUPATIONAL = upload("equivalent", MAR_2, in_register="bmw")


@pytest.mark.passes("R-06")
def test_10_at_a_first_certification_an_equivalent_replaces_the_basic_course() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    told.when(OCCUPATIONAL, PERSON).then_recorded(DocumentUploaded)
    file = {**first_file(), "basic-course": OCCUPATIONAL}
    told = in_pre_check(enrolling, MAR_2, *file.values())
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-04")
def test_10_and_nothing_else() -> None:
    file = {**first_file(), "exam-diploma": OCCUPATIONAL}
    told = in_pre_check(enrolling, MAR_2, *file.values())
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", "exam-diploma")


@pytest.mark.refuses("R-06")
def test_10_and_not_at_a_recertification() -> None:
    on = date(2027, 5, 5)
    told = asked(certified, PERSON, agreement(on))
    asks = upload("equivalent", on, in_register="bmw")
    told.when(asks, PERSON).then_refused("R-06", "at a first certification only")
