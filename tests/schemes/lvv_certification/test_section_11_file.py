"""LVV certification, section 11: a complete first file. Dates: worked examples C-T01, C-T02."""

from datetime import date
from typing import Any

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.record.application import DossierAccepted, FoundIncomplete
from domain.schemes.lvv_certification.section_11_documents import Kind
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, FindIncomplete
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    enrolling,
    first_file,
    in_pre_check,
    judge,
    upload,
)


def file_with(kind: Kind, on: date = MAR_2, **other: Any) -> Scenario:
    file = {**first_file(on), kind: upload(kind, on, **other)}
    return in_pre_check(enrolling, on, *file.values())


@pytest.mark.passes("R-04", "R-36", "C-T01", "C-T02")
def test_11_a_complete_file_is_accepted() -> None:
    told = in_pre_check(enrolling, MAR_2, *first_file().values())
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-04")
@pytest.mark.parametrize("kind", ["vog", "exam-diploma", "membership", "basic-course"])
def test_11_nothing_may_be_missing(kind: str) -> None:
    file = [one for one in first_file().values() if one.kind != kind]
    told = in_pre_check(enrolling, MAR_2, *file)
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", kind)


@pytest.mark.refuses("R-04")
def test_11_no_other_screening_profile_than_75() -> None:
    told = file_with("vog", screening_profile=45)
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", "other than 75")


@pytest.mark.refuses("R-04")
def test_11_a_membership_without_its_number_is_none() -> None:
    told = asked(file_with("membership"), BODY, judge(3, MAR_2, in_force=False))
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", "membership: not in force")


@pytest.mark.refuses("R-36")
def test_29_a_vog_with_another_name_is_no_vog_of_this_person() -> None:
    told = file_with("vog", name_on_it=Personal("Jo de Wit"))
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-36", "another name")


@pytest.mark.passes("C-T01")
def test_11_a_vog_of_the_same_day_a_year_ago_passes() -> None:
    told = file_with("vog", dated=date(2025, 3, 2))
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("C-T01")
def test_11_a_day_older_does_not() -> None:
    told = file_with("vog", dated=date(2025, 3, 1))
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("C-T01", "vog: from before 2025-03-02")


@pytest.mark.passes("C-T02")
def test_11_a_diploma_of_the_same_day_two_years_ago_passes() -> None:
    told = file_with("exam-diploma", dated=date(2024, 3, 2))
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("C-T02")
def test_11_a_day_older_than_two_years_does_not() -> None:
    told = file_with("exam-diploma", dated=date(2024, 3, 1))
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("C-T02", "from before 2024-03-02")


@pytest.mark.passes("C-T01")
@pytest.mark.refuses("C-T01")
def test_11_a_year_before_29_february_is_28_february() -> None:
    leap_day = date(2028, 2, 29)
    told = file_with("vog", on=leap_day, dated=date(2027, 2, 28))
    told.when(AcceptDossier(on=leap_day), BODY).then_recorded(DossierAccepted)
    told = file_with("vog", on=leap_day, dated=date(2027, 2, 27))
    told.when(AcceptDossier(on=leap_day), BODY).then_refused("C-T01", "2027-02-28")


@pytest.mark.passes("C-T01")
def test_2_the_age_is_that_on_the_day_of_the_application_and_not_later() -> None:
    told = file_with("vog", dated=date(2025, 3, 2))
    later = date(2026, 3, 30)
    told.when(AcceptDossier(on=later), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-04", "C-T01", "C-T02")
def test_11_all_that_is_lacking_is_told_at_once() -> None:
    file = [
        upload("vog", MAR_2, dated=date(2025, 3, 1)),
        upload("exam-diploma", MAR_2, dated=date(2024, 3, 1)),
    ]
    told = in_pre_check(enrolling, MAR_2, *file).when(FindIncomplete(on=MAR_2), BODY)
    found = told.then_recorded(FoundIncomplete).history[-1].fact
    assert isinstance(found, FoundIncomplete)
    assert found.lacking == (
        "vog: from before 2025-03-02",
        "exam-diploma: from before 2024-03-02",
        "membership",
        "basic-course",
    )
