"""An application for recognition, first or extension: from handing in to its last line."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Personal
from domain.schemes.ssvv_sogp.record.centre import LineKey


class AskedLine(LineKey):
    """One qualification asked for at one location; a reference is empty when it is lacking.

    ``catalogue`` is the version of the list of qualifications that it was asked under.
    """

    catalogue: str
    lesson_plan: str = ""
    material: str = ""
    facility: str = ""


class ApplicationSubmitted(Fact):
    stored_as = "ssvv-sogp.application-submitted"
    first: bool
    contact_person_given: bool
    lines: tuple[AskedLine, ...]
    experience: Personal[Evidence, str] | None = None


class AssessorAssigned(Fact):
    """``assessor`` is the account of the auditor who assesses the application."""

    stored_as = "ssvv-sogp.assessor-assigned"
    assessor: str


class CompletenessAssessed(Fact):
    stored_as = "ssvv-sogp.completeness-assessed"
    lacking: tuple[str, ...]


class LineContentAssessed(Fact):
    """``matches``: plan, material and facility fit the qualification under ``norms``."""

    stored_as = "ssvv-sogp.line-content-assessed"
    location: str
    qualification: str
    matches: bool
    norms: tuple[str, ...]
    findings: Personal[Content, str]


class OrganisationAssessed(Fact):
    stored_as = "ssvv-sogp.organisation-assessed"
    meets: bool
    findings: Personal[Content, str]


class ApplicationAccepted(Fact):
    stored_as = "ssvv-sogp.application-accepted"


class ResubmissionOffered(Fact):
    stored_as = "ssvv-sogp.resubmission-offered"
    reasons: Personal[Content, str]


class WithdrawalAdvised(Fact):
    """An advice, no decision: the application waits for the applicant (5.2.2)."""

    stored_as = "ssvv-sogp.withdrawal-advised"
    reasons: Personal[Content, str]


class ApplicationResubmitted(Fact):
    """The next round of the same application; what the lines of earlier rounds were stays."""

    stored_as = "ssvv-sogp.application-resubmitted"
    round: int
    lines: tuple[AskedLine, ...]
    experience: Personal[Evidence, str] | None = None


class ApplicationWithdrawn(Fact):
    stored_as = "ssvv-sogp.application-withdrawn"


class RecognitionAuditScheduled(Fact):
    stored_as = "ssvv-sogp.recognition-audit-scheduled"
    audit: str


class RecognitionAuditConcluded(Fact):
    """How the recognition audit ended for one line."""

    stored_as = "ssvv-sogp.recognition-audit-concluded"
    audit: str
    location: str
    qualification: str
    positive: bool
    reasons: Personal[Content, str]


class LineRejected(Fact):
    """``free_to_apply_again`` unless SSVV gave a reason why not (5.2.3).

    ``undecided`` is how many lines of the application await a decision after this one.
    """

    stored_as = "ssvv-sogp.application-line-rejected"
    location: str
    qualification: str
    free_to_apply_again: bool
    reasons: Personal[Content, str]
    why_not_free: Personal[Content, str] | None = None
    undecided: int = 0


class LineGranted(Fact):
    """Recorded with the recognition line that it led to; ``undecided`` as of a rejection."""

    stored_as = "ssvv-sogp.application-line-granted"
    location: str
    qualification: str
    line: str
    undecided: int = 0


ApplicationFact = (
    ApplicationSubmitted
    | AssessorAssigned
    | CompletenessAssessed
    | LineContentAssessed
    | OrganisationAssessed
    | ApplicationAccepted
    | ResubmissionOffered
    | WithdrawalAdvised
    | ApplicationResubmitted
    | ApplicationWithdrawn
    | RecognitionAuditScheduled
    | RecognitionAuditConcluded
    | LineRejected
    | LineGranted
)

Standing = Literal[
    "submitted",
    "under-assessment",
    "awaiting-resubmission",
    "withdrawal-advised",
    "accepted",
    "audit-pending",
    "decided",
    "withdrawn",
]


class ApplicationLine(Value):
    """One asked line, what was found about it and what became of it."""

    asked: AskedLine
    matches: bool | None = None
    audit: str = ""
    positive: bool | None = None
    outcome: Literal["", "granted", "rejected"] = ""
    free_to_apply_again: bool = True

    @property
    def key(self) -> LineKey:
        return LineKey(location=self.asked.location, qualification=self.asked.qualification)


class Application(Value):
    """One application; ``decided`` once each of its lines was granted or rejected."""

    matter: str
    first: bool
    submitted_on: Day
    standing: Standing
    since: Day
    round: int = 1
    contact_person_given: bool
    lines: tuple[ApplicationLine, ...]
    assessor: str = ""
    lacking: tuple[str, ...] | None = None
    organisation_meets: bool | None = None
    experience_shown: bool = False

    @property
    def is_open(self) -> bool:
        return self.standing not in ("decided", "withdrawn")

    @property
    def undecided(self) -> int:
        """How many of its lines were neither granted nor rejected yet."""
        return sum(not one.outcome for one in self.lines)

    def line(self, location: str, qualification: str) -> ApplicationLine | None:
        key = LineKey(location=location, qualification=qualification)
        return next((one for one in self.lines if one.key == key), None)


def evolve(now: Application | None, record: Recorded) -> Application:
    """The application after one fact more."""
    fact = cast(ApplicationFact, record.fact)
    if isinstance(fact, ApplicationSubmitted):
        return Application(
            matter=fact.matter,
            first=fact.first,
            submitted_on=fact.on,
            standing="submitted",
            since=fact.on,
            contact_person_given=fact.contact_person_given,
            lines=tuple(ApplicationLine(asked=asked) for asked in fact.lines),
            experience_shown=fact.experience is not None,
        )
    now = begun(now, fact)
    match fact:
        case AssessorAssigned():
            return _stands(now, "under-assessment", fact, assessor=fact.assessor)
        case CompletenessAssessed():
            return now.model_copy(update={"lacking": fact.lacking})
        case OrganisationAssessed():
            return now.model_copy(update={"organisation_meets": fact.meets})
        case ApplicationAccepted():
            return _stands(now, "accepted", fact)
        case ResubmissionOffered():
            return _stands(now, "awaiting-resubmission", fact)
        case WithdrawalAdvised():
            return _stands(now, "withdrawal-advised", fact)
        case ApplicationWithdrawn():
            return _stands(now, "withdrawn", fact)
        case RecognitionAuditScheduled():
            return _stands(now, "audit-pending", fact)
        case ApplicationResubmitted():
            return _resubmitted(now, fact)
        case LineContentAssessed() | RecognitionAuditConcluded() | LineRejected() | LineGranted():
            return _with_line(now, fact)


def _stands(now: Application, standing: Standing, fact: Fact, **more: object) -> Application:
    return now.model_copy(update={"standing": standing, "since": fact.on, **more})


def _resubmitted(now: Application, fact: ApplicationResubmitted) -> Application:
    """A new round is assessed from the start; who handed it in before stays the assessor's."""
    return _stands(
        now,
        "submitted",
        fact,
        round=fact.round,
        lines=tuple(ApplicationLine(asked=asked) for asked in fact.lines),
        lacking=None,
        organisation_meets=None,
        experience_shown=now.experience_shown or fact.experience is not None,
    )


OfALine = LineContentAssessed | RecognitionAuditConcluded | LineRejected | LineGranted


def _with_line(now: Application, fact: OfALine) -> Application:
    key = LineKey(location=fact.location, qualification=fact.qualification)
    lines = tuple(
        one.model_copy(update=_of_the_line(fact)) if one.key == key else one for one in now.lines
    )
    now = now.model_copy(update={"lines": lines})
    decided = isinstance(fact, LineRejected | LineGranted) and all(one.outcome for one in lines)
    return _stands(now, "decided", fact) if decided else now


def _of_the_line(fact: OfALine) -> dict[str, object]:
    match fact:
        case LineContentAssessed():
            return {"matches": fact.matches}
        case RecognitionAuditConcluded():
            return {"audit": fact.audit, "positive": fact.positive}
        case LineRejected():
            return {"outcome": "rejected", "free_to_apply_again": fact.free_to_apply_again}
        case LineGranted():
            return {"outcome": "granted"}
