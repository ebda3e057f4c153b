"""31-32. Maintenance of the lists (lijst gelijkwaardige deelnamebewijzen; lijst BNS)

- The LVV board answers for the list of equivalent proofs (31) and for the list of courses (32).
- Once in a calendar year a provider may ask the board to put a proof, or a course, on its list.
- The procedure may come at a cost.
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.law import Place, Refused, Rule, require
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.own_file import (
    List,
    ListingGranted,
    ListingRefused,
    ListingRequest,
    ListingRequested,
    OwnFile,
)
from domain.schemes.lvv_certification.roles import BOARD, PROVIDER
from domain.words import Code, Line, Prose

PLACES: dict[List, Place] = {"equivalents": section(31), "bns": section(32)}

R_37 = Rule(
    id="R-37",
    place=section(31),
    says="a provider asks once in a calendar year to have a proof or a course put on a list",
)
C_T13 = Rule(
    id="C-T13",
    place=section(31).read("D-17: one request a provider, a list and a calendar year"),
    says="a provider with more than one proof or course asks for one of them in a calendar year",
)


class RequestListing(Command):
    """Ask to be put on a list, at the costs that the provider was told, if any."""

    name = "request-listing"
    list: List
    item: Line
    costs_in_cents: Annotated[int, Field(ge=0)] | None = None


class DecideListing(Command):
    """Decide on a request for a list, with reasons."""

    name = "decide-listing"
    request: Code
    granted: bool
    reasons: Prose


@action(RequestListing, by=PROVIDER, place=R_37.place)
def request_listing(asked: RequestListing, at: Situation[OwnFile]) -> Facts:
    """Ask to be put on a list, once in a calendar year."""
    provider = at.by.organisation or at.by.id
    this_year = [
        one
        for one in at.file.requests.values()
        if (one.provider, one.list, one.requested_on.year) == (provider, asked.list, asked.on.year)
    ]
    again = any(one.item == asked.item for one in this_year)
    from_then = f"ask again from {asked.on.year + 1}-01-01"
    require(
        R_37.model_copy(update={"place": PLACES[asked.list]}),
        not again,
        f"this was asked in {asked.on.year} already; {from_then}",
        list=asked.list,
        year=asked.on.year,
    )
    require(
        C_T13.model_copy(update={"place": PLACES[asked.list].read(C_T13.place.reading)}),
        not this_year,
        f"one request a list was made in {asked.on.year} already; {from_then}",
        list=asked.list,
        requests=len(this_year),
    )
    return ListingRequested(
        matter=f"listing-{len(at.file.requests) + 1}",
        on=asked.on,
        basis=PLACES[asked.list],
        list=asked.list,
        provider=provider,
        item=asked.item,
        costs_in_cents=asked.costs_in_cents,
    )


def waiting(at: Situation[OwnFile]) -> None:
    if not any(one.standing == "requested" for one in at.file.requests.values()):
        raise Refused("no request for a list waits for a decision", R_37.place)


@action(DecideListing, by=BOARD, place=R_37.place, when=waiting)
def decide_listing(asked: DecideListing, at: Situation[OwnFile]) -> Facts:
    """Decide on a request for a list; the board decides."""
    now = _the_request(at, asked.request)
    basis = PLACES[now.list]
    if asked.granted:
        return ListingGranted(matter=now.matter, on=asked.on, basis=basis)
    return ListingRefused(matter=now.matter, on=asked.on, basis=basis, reasons=asked.reasons)


def _the_request(at: Situation[OwnFile], matter: str) -> ListingRequest:
    now = at.file.requests.get(matter)
    if now is None or now.standing != "requested":
        waits = [m for m, one in at.file.requests.items() if one.standing == "requested"]
        raise Refused(
            f"{matter} waits for no decision; give one of {', '.join(waits)}", R_37.place
        )
    return now
