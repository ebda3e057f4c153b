"""The scheme's own file: settings and calendar, the yearly review, requests for the lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Content, Personal
from domain.scheme_file import SchemeFile, SharedFact
from domain.scheme_file import evolve as evolve_shared

List = Literal["equivalents", "bns"]


class SignalCollected(Fact):
    """The secretariat noted a change in society or law that may ask for a new framework."""

    stored_as = "lvv-certification.signal-collected"
    signal: Personal[Content, str]


class FrameworkReviewed(Fact):
    stored_as = "lvv-certification.framework-reviewed"
    change_wanted: bool
    reasons: str


class ListingRequested(Fact):
    """A provider asks to be put on a list; ``provider`` and ``item`` are references."""

    stored_as = "lvv-certification.listing-requested"
    list: List
    provider: str
    item: str
    costs_in_cents: int | None = None


class ListingGranted(Fact):
    stored_as = "lvv-certification.listing-granted"


class ListingRefused(Fact):
    stored_as = "lvv-certification.listing-refused"
    reasons: str


OwnFact = SignalCollected | FrameworkReviewed | ListingRequested | ListingGranted | ListingRefused
FACTS: tuple[type[Fact], ...] = (*get_args(SharedFact), *get_args(OwnFact))


class ListingRequest(Value):
    matter: str
    list: List
    provider: str
    item: str
    requested_on: Day
    standing: Literal["requested", "granted", "refused"] = "requested"


class OwnFile(SchemeFile):
    """The scheme's own file as it stands."""

    reviewed_on: Day | None = None
    signals: int = 0
    requests: Mapping[str, ListingRequest] = {}


def evolve(file: OwnFile, record: Recorded) -> OwnFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    match fact:
        case SignalCollected():
            return file.model_copy(update={"signals": file.signals + 1})
        case FrameworkReviewed():
            return file.model_copy(update={"reviewed_on": fact.on, "signals": 0})
        case ListingRequested():
            one = ListingRequest(
                matter=fact.matter,
                list=fact.list,
                provider=fact.provider,
                item=fact.item,
                requested_on=fact.on,
            )
            return file.model_copy(update={"requests": {**file.requests, fact.matter: one}})
        case ListingGranted():
            return _answered(file, fact.matter, "granted")
        case ListingRefused():
            return _answered(file, fact.matter, "refused")
        case _ if isinstance(fact, SharedFact):
            return evolve_shared(file, fact)
        case _:
            raise TypeError(f"{fact.stored_as} is not a fact of the scheme's own file")


def _answered(file: OwnFile, matter: str, standing: str) -> OwnFile:
    answered = file.requests[matter].model_copy(update={"standing": standing})
    return file.model_copy(update={"requests": {**file.requests, matter: answered}})
