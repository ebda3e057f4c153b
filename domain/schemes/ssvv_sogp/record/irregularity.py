"""Irregularities that the centre reports (3.1.3), and signals between kinds of oversight (6)."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal

Category = Literal[
    "forged-documents",
    "theft",
    "extortion",
    "bribery",
    "counterfeiting",
    "swindling",
    "identity-fraud",
    "other",
]
Certainty = Literal["fact", "suspicion", "indication"]
Side = Literal["training", "examination"]


class IrregularityReported(Fact):
    """Reported by the centre; it has known or suspected it since ``known_on``."""

    stored_as = "ssvv-sogp.irregularity-reported"
    category: Category
    certainty: Certainty
    known_on: Day
    what: Personal[Content, str]


class IrregularityReceived(Fact):
    stored_as = "ssvv-sogp.irregularity-report-received"


class FollowUpDecided(Fact):
    """What SSVV does with it; ``lines`` and ``audit`` are the matters it goes to, if any."""

    stored_as = "ssvv-sogp.irregularity-follow-up-decided"
    follow_up: Literal["improvement-signal", "audit", "none"]
    reasons: Personal[Content, str]


class IrregularityClosed(Fact):
    stored_as = "ssvv-sogp.irregularity-case-closed"
    reasons: Personal[Content, str]


class ReportingDutyBreached(Fact):
    """SSVV learned otherwise of what the centre had known and kept to itself."""

    stored_as = "ssvv-sogp.reporting-duty-breached"
    known_on: Day
    learned_from: str
    what: Personal[Content, str]


IrregularityFact = (
    IrregularityReported
    | IrregularityReceived
    | FollowUpDecided
    | IrregularityClosed
    | ReportingDutyBreached
)


class Irregularity(Value):
    matter: str
    standing: Literal["reported", "received", "followed-up", "closed", "kept-internal"]
    since: Day
    known_on: Day


IRREGULARITY_STANDS: dict[type[Fact], str] = {
    IrregularityReceived: "received",
    FollowUpDecided: "followed-up",
    IrregularityClosed: "closed",
}


def evolve_irregularity(now: Irregularity | None, record: Recorded) -> Irregularity:
    """The report after one fact more."""
    fact = cast(IrregularityFact, record.fact)
    if isinstance(fact, IrregularityReported | ReportingDutyBreached):
        if now is not None:
            return now
        standing = "reported" if isinstance(fact, IrregularityReported) else "kept-internal"
        return Irregularity.model_validate(
            {
                "matter": fact.matter,
                "standing": standing,
                "since": fact.on,
                "known_on": fact.known_on,
            }
        )
    now = begun(now, fact)
    return now.model_copy(update={"standing": IRREGULARITY_STANDS[type(fact)], "since": fact.on})


class OversightSignalShared(Fact):
    """A signal from one side of oversight to the other, about this centre or a location of it.

    ``source`` is where it comes from: an audit, an exam supervisor, an examiner's own audit.
    """

    stored_as = "ssvv-sogp.oversight-signal-shared"
    side: Side
    source: str
    location: str = ""
    what: Personal[Content, str]


class OversightSignalAssessed(Fact):
    stored_as = "ssvv-sogp.oversight-signal-assessed"
    findings: Personal[Content, str]


class OversightSignalActedUpon(Fact):
    """``led_to`` is the matter in which something follows: an audit topic, a line."""

    stored_as = "ssvv-sogp.oversight-signal-acted-upon"
    led_to: str


class OversightSignalClosed(Fact):
    stored_as = "ssvv-sogp.oversight-signal-closed-without-action"
    reasons: Personal[Content, str]


SignalFact = (
    OversightSignalShared
    | OversightSignalAssessed
    | OversightSignalActedUpon
    | OversightSignalClosed
)


class OversightSignal(Value):
    matter: str
    side: Side
    standing: Literal["shared", "assessed", "acted-upon", "closed"] = "shared"
    since: Day


SIGNAL_STANDS: dict[type[Fact], str] = {
    OversightSignalAssessed: "assessed",
    OversightSignalActedUpon: "acted-upon",
    OversightSignalClosed: "closed",
}


def evolve_signal(now: OversightSignal | None, record: Recorded) -> OversightSignal:
    """The signal after one fact more."""
    fact = cast(SignalFact, record.fact)
    if isinstance(fact, OversightSignalShared):
        return OversightSignal(matter=fact.matter, side=fact.side, since=fact.on)
    now = begun(now, fact)
    return now.model_copy(update={"standing": SIGNAL_STANDS[type(fact)], "since": fact.on})
