"""An application or a renewal: from its start to the decision of the board."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Contact, Content, Identity, Personal
from domain.schemes.lvv_accreditation.record.offer import Reference
from domain.words import Code


class FileOpened(Fact):
    """The file of one training; the name is that of the organisation or person offering it."""

    stored_as = "lvv-accreditation.file-opened"
    title: str
    provider: Personal[Identity, str]
    email: Personal[Contact, str] | None = None


class ApplicationSubmitted(Fact):
    stored_as = "lvv-accreditation.application-submitted"
    form: Reference
    regulations_accepted: bool


class FeeInvoiced(Fact):
    stored_as = "lvv-accreditation.fee-invoiced"
    cents: int
    year: int


class FeePaid(Fact):
    stored_as = "lvv-accreditation.fee-paid"


class ApplicationForwarded(Fact):
    stored_as = "lvv-accreditation.application-forwarded"


class RenewalAnnounced(Fact):
    stored_as = "lvv-accreditation.renewal-announced"
    accreditation: Code
    until: Day


class FoundIncomplete(Fact):
    """What is lacking, and the day by which it is awaited when Hobéon set one."""

    stored_as = "lvv-accreditation.found-incomplete"
    lacking: tuple[str, ...]
    supplement_by: Day | None = None


class ApplicationSupplemented(Fact):
    stored_as = "lvv-accreditation.application-supplemented"


class ApplicationStopped(Fact):
    """Incomplete after its one supplement; what was paid is not given back."""

    stored_as = "lvv-accreditation.application-stopped"
    lacking: tuple[str, ...]


class SupplementaryInvoiceIssued(Fact):
    stored_as = "lvv-accreditation.supplementary-invoice-issued"
    cents: int


class SupplementaryInvoicePaid(Fact):
    stored_as = "lvv-accreditation.supplementary-invoice-paid"


class ApplicationResumed(Fact):
    stored_as = "lvv-accreditation.application-resumed"


class AdviceGiven(Fact):
    stored_as = "lvv-accreditation.advice-given"
    positive: bool
    report: Personal[Content, str]


class AdviceReceived(Fact):
    """The board has the advice: from this day it has its time to decide."""

    stored_as = "lvv-accreditation.advice-received"


class ApplicationGranted(Fact):
    """Recorded with the accreditation, or its renewal, that it led to."""

    stored_as = "lvv-accreditation.application-granted"
    accreditation: Code


class ApplicationRejected(Fact):
    """``curable``: it can reasonably be expected that the conditions will still be met."""

    stored_as = "lvv-accreditation.application-rejected"
    curable: bool
    reasons: Personal[Content, str]


class DecisionSent(Fact):
    """The decision with this version in the file went to the provider on this day."""

    stored_as = "lvv-accreditation.decision-sent"
    decision: int


class AdditionalInvestigationRequested(Fact):
    stored_as = "lvv-accreditation.additional-investigation-requested"


class BoardConsulted(Fact):
    stored_as = "lvv-accreditation.board-consulted"
    findings: Personal[Content, str]


class AdditionalInvestigationStarted(Fact):
    stored_as = "lvv-accreditation.additional-investigation-started"


class AdditionalCostsCharged(Fact):
    stored_as = "lvv-accreditation.additional-costs-charged"
    cents: int


class AdditionalInvestigationDeclined(Fact):
    stored_as = "lvv-accreditation.additional-investigation-declined"
    reasons: Personal[Content, str]


ApplicationFact = (
    ApplicationSubmitted
    | FeeInvoiced
    | FeePaid
    | ApplicationForwarded
    | RenewalAnnounced
    | FoundIncomplete
    | ApplicationSupplemented
    | ApplicationStopped
    | SupplementaryInvoiceIssued
    | SupplementaryInvoicePaid
    | ApplicationResumed
    | AdviceGiven
    | AdviceReceived
    | ApplicationGranted
    | ApplicationRejected
    | AdditionalInvestigationRequested
    | BoardConsulted
    | AdditionalInvestigationStarted
    | AdditionalCostsCharged
    | AdditionalInvestigationDeclined
)
Standing = Literal[
    "submitted",
    "invoiced",
    "paid",
    "with-hobeon",
    "awaiting-supplement",
    "stopped",
    "stopped-invoiced",
    "resumable",
    "advised",
    "received",
    "granted",
    "rejected",
    "additional-requested",
    "board-consulted",
    "declined",
]
STANDS: dict[type[Fact], Standing] = {
    FeeInvoiced: "invoiced",
    FeePaid: "paid",
    ApplicationForwarded: "with-hobeon",
    FoundIncomplete: "awaiting-supplement",
    ApplicationSupplemented: "with-hobeon",
    ApplicationStopped: "stopped",
    SupplementaryInvoiceIssued: "stopped-invoiced",
    SupplementaryInvoicePaid: "resumable",
    ApplicationResumed: "with-hobeon",
    AdviceGiven: "advised",
    AdviceReceived: "received",
    ApplicationGranted: "granted",
    ApplicationRejected: "rejected",
    AdditionalInvestigationRequested: "additional-requested",
    BoardConsulted: "board-consulted",
    AdditionalInvestigationStarted: "with-hobeon",
    AdditionalInvestigationDeclined: "declined",
}


class Application(Value):
    """One application, or the renewal of an ``accreditation``.

    ``supplemented`` counts since it was last paid for.
    """

    matter: str
    renewal: bool
    standing: Standing
    since: Day
    regulations_accepted: bool = True
    supplemented: bool = False
    supplement_by: Day | None = None
    positive: bool | None = None
    curable: bool = False
    accreditation: str = ""

    @property
    def is_open(self) -> bool:
        return self.standing not in ("granted", "rejected", "declined")


def evolve(now: Application | None, record: Recorded) -> Application:
    """The application after one fact more."""
    fact = cast(ApplicationFact, record.fact)
    if isinstance(fact, ApplicationSubmitted):
        return Application(
            matter=fact.matter,
            renewal=False,
            standing="submitted",
            since=fact.on,
            regulations_accepted=fact.regulations_accepted,
        )
    if isinstance(fact, RenewalAnnounced):
        return Application(
            matter=fact.matter,
            renewal=True,
            standing="with-hobeon",
            since=fact.on,
            accreditation=fact.accreditation,
        )
    now = begun(now, fact)
    standing = STANDS.get(type(fact), now.standing)
    return now.model_copy(update={"standing": standing, "since": fact.on, **_more(fact)})


def _more(fact: ApplicationFact) -> dict[str, object]:
    match fact:
        case FoundIncomplete():
            return {"supplement_by": fact.supplement_by}
        case ApplicationSupplemented():
            return {"supplemented": True}
        case ApplicationResumed():
            return {"supplemented": False, "supplement_by": None}
        case AdviceGiven():
            return {"positive": fact.positive}
        case ApplicationRejected():
            return {"curable": fact.curable}
        case AdditionalInvestigationStarted():
            return {"positive": None, "supplemented": False}
        case _:
            return {}
