"""SSVV SOG-P, section 3: who can be recognised, and where."""

from typing import Any

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.record.centre import (
    CentreFileOpened,
    CompanyDataEstablished,
    ContactChanged,
    LocationNamed,
    ResponsibleNamed,
)
from domain.schemes.ssvv_sogp.section_3_centre import (
    ChangeContact,
    EstablishCompanyData,
    NameResponsible,
    OpenFile,
)
from domain.schemes.ssvv_sogp.section_3_locations import NameLocation
from tests.schemes.ssvv_sogp.told import CENTRE, MAR_3, SSVV, given, opened, rotterdam


def establish(**other: Any) -> EstablishCompanyData:
    as_it_should_be = {
        "on": MAR_3,
        "kvk": "12345678",
        "legal_form": "legal-person",
        "liable": True,
        "country": "NL",
        "address": "Havenstraat 1, Rotterdam",
        "representatives": Personal("J. Kok"),
    }
    return EstablishCompanyData(**{**as_it_should_be, **other})


def name(location: str, country: str = "NL") -> NameLocation:
    return NameLocation(
        on=MAR_3, location=location, called="Yard", address="Mijnweg 2", country=country
    )


def test_3_a_file_is_opened_for_a_centre() -> None:
    asked = OpenFile(
        on=MAR_3,
        centre="Veilig Vakwerk Opleidingen",
        contact_person=Personal("Iris Kok"),
        contact=Personal("iris@example.org"),
    )
    told = given().when(asked, CENTRE).then_recorded(CentreFileOpened)
    changed = ChangeContact(
        on=MAR_3, contact_person=Personal("Ton Bak"), contact=Personal("ton@example.org")
    )
    told.when(changed, CENTRE).then_recorded(ContactChanged)


@pytest.mark.passes("R-09", "R-10")
@pytest.mark.parametrize("form", ["legal-person", "part-of-legal-person"])
def test_3_a_liable_legal_person_established_here(form: str) -> None:
    asked = establish(legal_form=form)
    given(opened).when(asked, SSVV).then_recorded(CompanyDataEstablished)


@pytest.mark.refuses("R-09")
@pytest.mark.parametrize(
    "other",
    [
        {"legal_form": "natural-person"},
        {"legal_form": "part-of-legal-person", "liable": False},
    ],
)
def test_3_not_a_sole_trader_or_a_part_without_liability(other: dict[str, Any]) -> None:
    given(opened).when(establish(**other), SSVV).then_refused("R-09", "liable")


@pytest.mark.refuses("R-10")
def test_3_not_a_centre_in_antwerp() -> None:
    given(opened).when(establish(country="BE"), SSVV).then_refused("R-10", "Netherlands")


@pytest.mark.passes("R-11")
def test_3_a_location_in_the_netherlands() -> None:
    given(opened).when(name("geleen"), CENTRE).then_recorded(LocationNamed)


@pytest.mark.refuses("R-11")
def test_3_none_in_germany() -> None:
    given(opened).when(name("aken", "DE"), CENTRE).then_refused("R-11", "Netherlands")


def test_3_a_location_is_named_once() -> None:
    given(opened, rotterdam).when(name("rotterdam"), CENTRE).then_refused("", "another code")


def test_6_1_2_the_centre_names_who_answers_for_sogp() -> None:
    asked = NameResponsible(on=MAR_3, account="r.kok", full_name=Personal("R. Kok"))
    given(opened).when(asked, CENTRE).then_recorded(ResponsibleNamed)
