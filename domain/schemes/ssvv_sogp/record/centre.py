"""The training centre itself: its name, company data, locations and who answers for SOG-P."""

from __future__ import annotations

from collections.abc import Mapping

from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Contact, Identity, Personal

CENTRE = "centre"
"""The matter under which these are recorded."""


class LineKey(Value):
    """What a recognition is of: one qualification at one location (5.1)."""

    location: str
    qualification: str


class CentreFileOpened(Fact):
    """``name`` is that of an organisation; ``contact_person`` may be reached at ``contact``."""

    stored_as = "ssvv-sogp.centre-file-opened"
    name: str
    contact_person: Personal[Identity, str]
    contact: Personal[Contact, str]


class ContactChanged(Fact):
    stored_as = "ssvv-sogp.contact-changed"
    contact_person: Personal[Identity, str]
    contact: Personal[Contact, str]


class CompanyDataEstablished(Fact):
    """``country`` is where the centre is established; ``liable`` says that it is a legal person,
    or a demarcated part of one, that is liable for the training (3)."""

    stored_as = "ssvv-sogp.company-data-established"
    kvk: str
    legal_form: str
    liable: bool
    country: str
    address: str
    representatives: Personal[Identity, str]


class LocationNamed(Fact):
    """A training location, known in this file by a code of its own."""

    stored_as = "ssvv-sogp.location-named"
    location: str
    name: str
    address: str
    country: str


class ResponsibleNamed(Fact):
    """``account`` is what the SOG-P responsible person acts under."""

    stored_as = "ssvv-sogp.responsible-named"
    account: str
    name: Personal[Identity, str]


CentreFact = (
    CentreFileOpened | ContactChanged | CompanyDataEstablished | LocationNamed | ResponsibleNamed
)


class Centre(Value):
    """The centre as it stands; ``company`` is the latest company data, if any."""

    name: str = ""
    contact_person: Personal[Identity, str] | None = None
    contact: Personal[Contact, str] | None = None
    company: CompanyDataEstablished | None = None
    locations: Mapping[str, LocationNamed] = {}
    responsible: str = ""


def evolve(now: Centre | None, record: Recorded) -> Centre:
    """The centre after one fact more."""
    fact, now = record.fact, now or Centre()
    match fact:
        case CentreFileOpened():
            update: dict[str, object] = {
                "name": fact.name,
                "contact_person": fact.contact_person,
                "contact": fact.contact,
            }
        case ContactChanged():
            update = {"contact_person": fact.contact_person, "contact": fact.contact}
        case CompanyDataEstablished():
            update = {"company": fact}
        case LocationNamed():
            update = {"locations": {**now.locations, fact.location: fact}}
        case ResponsibleNamed():
            update = {"responsible": fact.account}
        case _:
            raise TypeError(f"{fact.stored_as} is not a fact about the centre itself")
    return now.model_copy(update=update)
