"""3 Where training is given (Algemene/organisatorische eisen)

- Recognised training takes place only at the training locations in the agreement, in the
  Netherlands.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import CENTRE as THE_CENTRE
from domain.schemes.ssvv_sogp.record.centre import LocationNamed
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_3_centre import HERE, Country
from domain.words import Code, Line

AT_3 = section("3")

R_11 = Rule(
    id="R-11",
    place=AT_3,
    says="recognised training is given only at locations in the agreement, in the Netherlands",
)


class NameLocation(Command):
    """Name a training location; the code is what this file calls it."""

    name = "name-location"
    location: Code
    called: Line
    address: Line
    country: Country


@action(NameLocation, by=CENTRE | SSVV, place=AT_3)
def name_location(asked: NameLocation, at: Situation[CentreFile]) -> Facts:
    """Name a training location in the Netherlands."""
    require(
        R_11,
        asked.country == HERE,
        "recognised training is given in the Netherlands; give NL",
        country=asked.country,
    )
    if asked.location in at.file.centre.locations:
        raise Refused(f"{asked.location} was named already; give another code", AT_3)
    return LocationNamed(
        matter=THE_CENTRE,
        on=asked.on,
        basis=AT_3,
        location=asked.location,
        name=asked.called,
        address=asked.address,
        country=asked.country,
    )
