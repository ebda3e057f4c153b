"""5.2.5 Price list (tarievenlijst)

- Who is recognised for the first time receives the price list that holds then, with the standard
  agreement.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import (
    PRICE_LISTS,
    OwnFile,
    PriceList,
    PriceListAdopted,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code

AT_5_2_5 = section("5.2.5")


class AdoptPriceList(Command):
    """Lay down a new price list, from a day on."""

    name = "adopt-price-list"
    price_list: Code
    since: Day


def price_list_on(law: Law, day: date) -> str | None:
    """The price list that holds on a day, or nothing when none was laid down."""
    adopted: tuple[PriceList, ...] = law.settings.get(PRICE_LISTS, ())
    begun = [one for one in adopted if one.since <= day]
    return max(begun, key=lambda one: one.since).id if begun else None


@action(AdoptPriceList, by=SSVV, place=AT_5_2_5)
def adopt_price_list(asked: AdoptPriceList, at: Situation[OwnFile]) -> Facts:
    """Lay down a new price list, from a day on."""
    if any(one.id == asked.price_list for one in at.file.price_lists):
        raise Refused(f"{asked.price_list} was laid down already; give another name", AT_5_2_5)
    return PriceListAdopted(
        matter="price-lists",
        on=asked.on,
        basis=AT_5_2_5,
        price_list=asked.price_list,
        since=asked.since,
    )
