"""An agreement between the centre and SSVV: offered, signed, changed, not renewed, ended (3.2)."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.record.centre import LineKey

Party = Literal["centre", "ssvv"]
Change = Literal["extra-recognition", "stopped-recognition", "company-data", "ownership"]


class AgreementOffered(Fact):
    """``model`` is the version of the standard terms; ``successor_of`` an agreement before it.

    ``price_list`` is the version that was sent with it, empty when none was.
    """

    stored_as = "ssvv-sogp.agreement-offered"
    model: str
    first_day: Day
    last_day: Day
    lines: tuple[LineKey, ...]
    kvk: str
    price_list: str = ""
    successor_of: str = ""


class AgreementSigned(Fact):
    stored_as = "ssvv-sogp.agreement-signed"
    by: Party


class AgreementConcluded(Fact):
    """Both parties have signed; it runs from ``first_day`` up to and including ``last_day``."""

    stored_as = "ssvv-sogp.agreement-concluded"
    first_day: Day
    last_day: Day


class ChangeReported(Fact):
    """The centre reports a change that takes effect on ``effective``."""

    stored_as = "ssvv-sogp.agreement-change-reported"
    change: Change
    effective: Day
    what: Personal[Content, str]


class ChangeConsulted(Fact):
    stored_as = "ssvv-sogp.change-consultation-held"
    outcome: Personal[Content, str]


class AgreementAmended(Fact):
    """From ``first_day`` the agreement holds these lines too, or no longer.

    ``recognised_again``: the centre was recognised for nothing before it.
    """

    stored_as = "ssvv-sogp.agreement-amended"
    first_day: Day
    added: tuple[LineKey, ...] = ()
    removed: tuple[LineKey, ...] = ()
    recognised_again: bool = False


class AgreementLeftUnchanged(Fact):
    stored_as = "ssvv-sogp.agreement-left-unchanged"
    because: Personal[Content, str]


class AgreementTerminated(Fact):
    stored_as = "ssvv-sogp.agreement-terminated"
    last_day: Day
    because: Personal[Content, str]


class RenewalDeclined(Fact):
    """The parties are in contact about it by ``discuss_by``, when the agreement ends."""

    stored_as = "ssvv-sogp.renewal-declined"
    by: Party
    discuss_by: Day


class NonRenewalDiscussed(Fact):
    stored_as = "ssvv-sogp.non-renewal-discussed"
    discussed: Personal[Content, str]


class AgreementExpired(Fact):
    stored_as = "ssvv-sogp.agreement-expired"
    last_day: Day


AgreementFact = (
    AgreementOffered
    | AgreementSigned
    | AgreementConcluded
    | ChangeReported
    | ChangeConsulted
    | AgreementAmended
    | AgreementLeftUnchanged
    | AgreementTerminated
    | RenewalDeclined
    | NonRenewalDiscussed
    | AgreementExpired
)

Standing = Literal["offered", "concluded", "terminated", "expired"]


class Agreement(Value):
    """One agreement. ``change`` is a reported change that SSVV has not decided on yet."""

    matter: str
    standing: Standing = "offered"
    since: Day
    model: str
    first_day: Day
    last_day: Day
    lines: tuple[LineKey, ...]
    price_list: str
    successor_of: str
    offered_on: Day
    signed_by_centre_on: Day | None = None
    signed_by_ssvv_on: Day | None = None
    concluded_on: Day | None = None
    change: Change | Literal[""] = ""
    change_effective: Day | None = None
    consulted_on: Day | None = None
    declined_on: Day | None = None
    declined_by: Party | Literal[""] = ""
    discussed_on: Day | None = None

    def is_in_force(self, day: Day) -> bool:
        """Whether it binds on this day: signed by both, first and last day included."""
        concluded = self.concluded_on
        return concluded is not None and self.first_day <= day <= self.last_day


def evolve(now: Agreement | None, record: Recorded) -> Agreement:
    """The agreement after one fact more."""
    fact = cast(AgreementFact, record.fact)
    if isinstance(fact, AgreementOffered):
        return Agreement(
            matter=fact.matter,
            since=fact.on,
            model=fact.model,
            first_day=fact.first_day,
            last_day=fact.last_day,
            lines=fact.lines,
            price_list=fact.price_list,
            successor_of=fact.successor_of,
            offered_on=fact.on,
        )
    now = begun(now, fact)
    return now.model_copy(update=_changes(now, fact))


def _changes(now: Agreement, fact: AgreementFact) -> dict[str, object]:
    decided: dict[str, object] = {"change": "", "change_effective": None, "consulted_on": None}
    match fact:
        case AgreementSigned():
            return {f"signed_by_{fact.by}_on": fact.on}
        case AgreementConcluded():
            return {"standing": "concluded", "since": fact.on, "concluded_on": fact.on}
        case ChangeReported():
            return {"change": fact.change, "change_effective": fact.effective}
        case ChangeConsulted():
            return {"consulted_on": fact.on}
        case AgreementAmended():
            kept = tuple(key for key in now.lines if key not in fact.removed)
            added = tuple(key for key in fact.added if key not in kept)
            return {**decided, "lines": (*kept, *added)}
        case AgreementLeftUnchanged():
            return decided
        case AgreementTerminated():
            ended = {"standing": "terminated", "since": fact.on, "last_day": fact.last_day}
            return {**decided, **ended}
        case RenewalDeclined():
            return {"declined_on": fact.on, "declined_by": fact.by}
        case NonRenewalDiscussed():
            return {"discussed_on": fact.on}
        case AgreementExpired():
            return {"standing": "expired", "since": fact.on}
        case _:
            return {}
