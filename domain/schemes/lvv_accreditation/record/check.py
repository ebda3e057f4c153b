"""An interim check: asked for or not, announced, begun, charged, reported, followed up."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.words import Code

Advice = Literal["continue", "negative"]


class CheckRequested(Fact):
    stored_as = "lvv-accreditation.check-requested"
    because: Personal[Content, str]


class CheckAnnounced(Fact):
    """``samples_e_learning``: content and time of an e-learning are sampled in this check."""

    stored_as = "lvv-accreditation.check-announced"
    starts_on: Day
    samples_e_learning: bool = False


class CheckStarted(Fact):
    stored_as = "lvv-accreditation.check-started"


class CheckCostsCharged(Fact):
    stored_as = "lvv-accreditation.check-costs-charged"
    to: Code
    cents: int


class CheckReported(Fact):
    stored_as = "lvv-accreditation.check-reported"
    advice: Advice | None
    report: Personal[Content, str]


class AccreditationContinued(Fact):
    """The board leaves the accreditation as it is, after a report, with its reasons."""

    stored_as = "lvv-accreditation.accreditation-continued"
    reasons: Personal[Content, str]


class CheckFollowedByWithdrawal(Fact):
    stored_as = "lvv-accreditation.check-followed-by-withdrawal"


CheckFact = (
    CheckRequested
    | CheckAnnounced
    | CheckStarted
    | CheckCostsCharged
    | CheckReported
    | AccreditationContinued
    | CheckFollowedByWithdrawal
)
Standing = Literal["requested", "announced", "running", "reported", "closed"]
STANDS: dict[type[Fact], Standing] = {
    CheckAnnounced: "announced",
    CheckStarted: "running",
    CheckReported: "reported",
    AccreditationContinued: "closed",
    CheckFollowedByWithdrawal: "closed",
}


class Check(Value):
    """``opened_on`` is its first day on file; ``since`` that from which it stands so."""

    matter: str
    standing: Standing
    opened_on: Day
    since: Day
    starts_on: Day | None = None
    advice: Advice | None = None
    charged: bool = False


def evolve(now: Check | None, record: Recorded) -> Check:
    """The check after one fact more; Hobéon may begin one that nobody asked for."""
    fact = cast(CheckFact, record.fact)
    if now is None and isinstance(fact, CheckRequested | CheckAnnounced):
        now = Check(matter=fact.matter, standing="requested", opened_on=fact.on, since=fact.on)
    now = begun(now, fact)
    update: dict[str, object] = {}
    if type(fact) in STANDS:
        update |= {"standing": STANDS[type(fact)], "since": fact.on}
    match fact:
        case CheckAnnounced():
            update["starts_on"] = fact.starts_on
        case CheckReported():
            update["advice"] = fact.advice
        case CheckCostsCharged():
            update["charged"] = True
        case _:
            pass
    return now.model_copy(update=update)
