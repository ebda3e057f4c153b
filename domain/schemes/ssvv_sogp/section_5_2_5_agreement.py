"""3.2, 5.2.5 First recognition: the agreement (Aanvraag 1e erkenning)

- Who is recognised for the first time receives the standard agreement that SSVV concludes with
  all, and the price list that holds then.

How it is signed: section_3_2_signing.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementOffered,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_3_2_contents import (
    Contents,
    NamedLine,
    begins_with_the_first,
    contents_hold,
)
from domain.schemes.ssvv_sogp.section_5_2_5_prices import price_list_on
from domain.words import Code

AT_3_2, AT_5_2_5 = section("3.2"), section("5.2.5")
R_70 = Rule(
    id="R-70",
    place=AT_5_2_5,
    says="who is first recognised receives the standard agreement and the current price list",
)


class OfferAgreement(Command):
    """Offer the standard agreement, with the price list, to a centre that has none."""

    name = "offer-agreement"
    model: Code
    first_day: Day
    last_day: Day
    lines: tuple[NamedLine, ...]
    price_list: Code | None = None
    own_clauses: bool = False


def has_none(at: Situation[CentreFile]) -> None:
    """No agreement is offered or runs, and something was granted that takes one."""
    for one in at.file.agreements.values():
        if one.standing == "offered" or (one.standing == "concluded" and at.on <= one.last_day):
            raise Refused(f"{one.matter} stands {one.standing} to {one.last_day}", AT_5_2_5)
    if not any(one.standing == "granted" for one in at.file.lines.values()):
        raise Refused("no recognition was granted that takes an agreement", AT_5_2_5)


@action(OfferAgreement, by=SSVV, place=AT_5_2_5, when=has_none)
def offer_agreement(asked: OfferAgreement, at: Situation[CentreFile]) -> Facts:
    """Offer the standard agreement, with the price list, to a centre that has none."""
    contents = Contents(
        model=asked.model,
        first_day=asked.first_day,
        last_day=asked.last_day,
        lines=asked.lines,
        own_clauses=asked.own_clauses,
    )
    lines = contents_hold(contents, at)
    begins_with_the_first(contents, at)
    current = price_list_on(at.law, asked.on)
    sent = asked.price_list
    require(
        R_70,
        sent is not None and current in (None, sent),
        f"send the price list that holds with it{f': {current}' if current else ''}",
        price_list=sent,
        current=current,
    )
    company = at.file.centre.company
    assert company is not None  # noqa: S101  required in contents_hold
    assert sent is not None  # noqa: S101  required above
    return AgreementOffered(
        matter=at.file.next_matter("agreement"),
        on=asked.on,
        basis=AT_5_2_5,
        model=asked.model,
        first_day=asked.first_day,
        last_day=asked.last_day,
        lines=lines,
        kvk=company.kvk,
        price_list=sent,
    )
