"""2.2.1 Qualifications (SOG-P Kwalificaties)

- There are currently 15 SOG-P qualifications in 5 clusters: flanges, moving loads, mobile
  machinery, gas measurement, and safety watch with independent breathing protection.

"Currently": the list is dated, and a recognition points to the list it was asked under. The codes
are ours; the Dutch names are the official labels.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day
from domain.law import Refused, Value
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import (
    CATALOGUES,
    Catalogue,
    CatalogueAdopted,
    OwnFile,
    Qualification,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code, Line

AT_2_2_1 = section("2.2.1")

CLUSTERS = {
    "flanges": {
        "fl-1": "Werken aan flensverbindingen",
        "fl-2": "Werken aan flensverbindingen volgens protocol",
        "fl-3": "Werken aan flensverbindingen volgens protocol met torque- en tensioning "
        "apparatuur",
        "fl-4": "Werken met twin ferrule fittingen",
    },
    "moving-loads": {
        "vl-1": "Aanslaan en begeleiden van lasten",
        "vl-2": "Verplaatsen van lasten met handhijsgereedschap",
    },
    "mobile-machinery": {
        "mw-1b": "Werken met een hoogwerker categorie 1B",
        "mw-3a": "Werken met een hoogwerker categorie 3A",
        "mw-3b": "Werken met een hoogwerker categorie 3B",
        "mw-vh": "Werken met een vorkheftruck",
        "mw-vr": "Werken met een verreiker voor heffen",
        "mw-vrh": "Werken met een verreiker voor heffen en hoogwerken",
    },
    "gas-measurement": {"gm-1": "Gasmeten"},
    "breathing-protection": {
        "ba-1": "Werken als Buitenwacht",
        "ba-2": "Werken met onafhankelijke adembescherming",
    },
}
HANDBOOK = Catalogue(
    id="handbook-4",
    since=date(2021, 2, 2),
    qualifications=tuple(
        Qualification(code=code, cluster=cluster, dutch=dutch)
        for cluster, listed in CLUSTERS.items()
        for code, dutch in listed.items()
    ),
)
"""The list of the handbook; agreements under version 3 are taken in under it too."""


class Listed(Value):
    """One qualification as a new list holds it."""

    code: Code
    cluster: Code
    dutch: Line


class AdoptCatalogue(Command):
    """Lay down a new list of qualifications, whole, from a day on."""

    name = "adopt-catalogue"
    catalogue: Code
    since: Day
    qualifications: tuple[Listed, ...]


def catalogue_on(law: Law, day: date) -> Catalogue:
    """The list that holds on a day: the latest adopted one, or else the handbook's."""
    adopted: tuple[Catalogue, ...] = law.settings.get(CATALOGUES, ())
    begun = [one for one in adopted if one.since <= day]
    return max(begun, key=lambda one: one.since, default=HANDBOOK)


def catalogue_that_has(law: Law, day: date, code: str) -> Catalogue:
    """The list of a day, which has this qualification. Raises Refused when it has not."""
    catalogue = catalogue_on(law, day)
    if not catalogue.has(code):
        codes = ", ".join(one.code for one in catalogue.qualifications)
        raise Refused(f"{code} is not on the list {catalogue.id}; give one of {codes}", AT_2_2_1)
    return catalogue


@action(AdoptCatalogue, by=SSVV, place=AT_2_2_1)
def adopt_catalogue(asked: AdoptCatalogue, at: Situation[OwnFile]) -> Facts:
    """Lay down a new list of qualifications, whole, from a day on."""
    codes = [one.code for one in asked.qualifications]
    if not codes or len(set(codes)) < len(codes):
        raise Refused("give the whole list, each once", AT_2_2_1)
    if asked.catalogue in (HANDBOOK.id, *(one.id for one in at.file.catalogues)):
        raise Refused(f"{asked.catalogue} was laid down already; give another name", AT_2_2_1)
    return CatalogueAdopted(
        matter="catalogue",
        on=asked.on,
        basis=AT_2_2_1,
        catalogue=asked.catalogue,
        since=asked.since,
        qualifications=tuple(
            Qualification(code=one.code, cluster=one.cluster, dutch=one.dutch)
            for one in asked.qualifications
        ),
    )
