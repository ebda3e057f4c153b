"""3.2 Successor agreements (Verplichtingen en overeenkomst)

- The agreement of a centre that is recognised already begins when the one before it ends: the
  days adjoin.
- It is a new agreement, to be signed by both.

Until when which agreement runs: section_3_2_periods.py. Who wants no new one, and what the end of
an agreement brings: section_3_2_non_renewal.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import ONE_DAY, Day
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import Agreement, AgreementOffered
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_3_2_contents import Contents, NamedLine, contents_hold
from domain.schemes.ssvv_sogp.standing import agreement_named
from domain.words import Code

AT_3_2 = section("3.2")

R_35 = Rule(
    id="R-35", place=AT_3_2, says="a successor begins on the day after its predecessor ends"
)
T_08 = Rule(
    id="T-08",
    place=AT_3_2.read("T-08: taken over on the next day when both signed; else a gap is seen"),
    says="no day lies between an agreement and its successor",
)


class OfferSuccessor(Command):
    """Offer the standard agreement of the next period, adjoining the one that ends."""

    name = "offer-successor"
    agreement: Code
    model: Code
    first_day: Day
    last_day: Day
    lines: tuple[NamedLine, ...]
    own_clauses: bool = False


def runs_or_ran_out(at: Situation[CentreFile]) -> None:
    if not any(one.standing in ("concluded", "expired") for one in at.file.agreements.values()):
        raise Refused("no agreement runs or ran out; offer a first one", AT_3_2)


@action(OfferSuccessor, by=SSVV, place=AT_3_2, when=runs_or_ran_out)
def offer_successor(asked: OfferSuccessor, at: Situation[CentreFile]) -> Facts:
    """Offer the standard agreement of the next period, adjoining the one that ends."""
    before = agreement_named(at, asked.agreement, "concluded", "expired")
    _adjoins(asked, before, at)
    contents = Contents(
        model=asked.model,
        first_day=asked.first_day,
        last_day=asked.last_day,
        lines=asked.lines,
        own_clauses=asked.own_clauses,
    )
    lines = contents_hold(contents, at)
    company = at.file.centre.company
    assert company is not None  # noqa: S101  required with the contents
    return AgreementOffered(
        matter=at.file.next_matter("agreement"),
        on=asked.on,
        basis=AT_3_2,
        model=asked.model,
        first_day=asked.first_day,
        last_day=asked.last_day,
        lines=lines,
        kvk=company.kvk,
        successor_of=before.matter,
    )


def _adjoins(asked: OfferSuccessor, before: Agreement, at: Situation[CentreFile]) -> None:
    if (there := successor_of(before, at)) is not None:
        raise Refused(f"{there.matter} succeeds {before.matter} already", AT_3_2)
    first_day = before.last_day + ONE_DAY
    require(
        R_35,
        asked.first_day == first_day,
        f"{before.matter} ends on {before.last_day}; its successor begins on {first_day}",
        first_day=asked.first_day,
        ends=before.last_day,
    )


def successor_of(before: Agreement, at: Situation[CentreFile]) -> Agreement | None:
    """The agreement that was offered to succeed this one, if any."""
    return next(
        (one for one in at.file.agreements.values() if one.successor_of == before.matter), None
    )
