"""3 Who can be recognised (Algemene/organisatorische eisen)

- A recognised centre is a legal person, or a demarcated part of one, with legal liability for the
  training.
- It is established in the Netherlands.

Where it trains: section_3_locations.py.
"""

from typing import Annotated, Literal

from pydantic import StringConstraints

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.personal import Contact, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import (
    CENTRE as THE_CENTRE,
)
from domain.schemes.ssvv_sogp.record.centre import (
    CentreFileOpened,
    CompanyDataEstablished,
    ContactChanged,
    ResponsibleNamed,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.words import Line

AT_3 = section("3")
LegalForm = Literal["legal-person", "part-of-legal-person", "natural-person"]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""Two letters, ISO 3166."""
Kvk = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
HERE = "NL"

R_09 = Rule(
    id="R-09",
    place=AT_3,
    says="a centre is a legal person, or a demarcated part of one, liable for its training",
)
R_10 = Rule(id="R-10", place=AT_3, says="a centre is established in the Netherlands")


class OpenFile(Command):
    """Open the file of a training centre, with its name and who to reach there."""

    name = "open-file"
    centre: Line
    contact_person: Personal[Identity, Line]
    contact: Personal[Contact, Line]


class ChangeContact(Command):
    """Name another contact person."""

    name = "change-contact"
    contact_person: Personal[Identity, Line]
    contact: Personal[Contact, Line]


class EstablishCompanyData(Command):
    """Establish who the centre is in law: KvK number, legal form, seat, who may sign."""

    name = "establish-company-data"
    kvk: Kvk
    legal_form: LegalForm
    liable: bool
    country: Country
    address: Line
    representatives: Personal[Identity, Line]


class NameResponsible(Command):
    """Name the SOG-P responsible person of the centre, and the account it acts under."""

    name = "name-responsible"
    account: Line
    full_name: Personal[Identity, Line]


@action(OpenFile, by=CENTRE | SSVV, place=section("5.2.1"), opens_file=True)
def open_file(asked: OpenFile, _: Situation[CentreFile]) -> Facts:
    """Open the file of a training centre, with its name and who to reach there."""
    return CentreFileOpened(
        matter=THE_CENTRE,
        on=asked.on,
        basis=section("5.2.1"),
        name=asked.centre,
        contact_person=asked.contact_person,
        contact=asked.contact,
    )


@action(ChangeContact, by=CENTRE | SSVV, place=section("5.2.1"))
def change_contact(asked: ChangeContact, _: Situation[CentreFile]) -> Facts:
    """Name another contact person."""
    return ContactChanged(
        matter=THE_CENTRE,
        on=asked.on,
        basis=section("5.2.1"),
        contact_person=asked.contact_person,
        contact=asked.contact,
    )


@action(EstablishCompanyData, by=SSVV, place=section("5.2.5"))
def establish_company_data(asked: EstablishCompanyData, _: Situation[CentreFile]) -> Facts:
    """Establish who the centre is in law: a liable legal person, established here."""
    whole = asked.legal_form == "legal-person"
    part = asked.legal_form == "part-of-legal-person"
    require(
        R_09,
        asked.liable and (whole or part),
        "a centre is a legal person, or a part of one, that is liable for the training",
        legal_form=asked.legal_form,
        liable=asked.liable,
    )
    require(
        R_10,
        asked.country == HERE,
        "a centre is established in the Netherlands; give NL",
        country=asked.country,
    )
    return CompanyDataEstablished(
        matter=THE_CENTRE,
        on=asked.on,
        basis=section("5.2.5"),
        kvk=asked.kvk,
        legal_form=asked.legal_form,
        liable=asked.liable,
        country=asked.country,
        address=asked.address,
        representatives=asked.representatives,
    )


@action(NameResponsible, by=CENTRE | SSVV, place=section("6.1.2"))
def name_responsible(asked: NameResponsible, _: Situation[CentreFile]) -> Facts:
    """Name the SOG-P responsible person of the centre, and the account it acts under."""
    return ResponsibleNamed(
        matter=THE_CENTRE,
        on=asked.on,
        basis=section("6.1.2"),
        account=asked.account,
        name=asked.full_name,
    )
