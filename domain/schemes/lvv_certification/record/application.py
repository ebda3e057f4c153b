"""An application: from the certification agreement to the decision that was sent."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Contact, Content, Evidence, Identity, Personal


class FileOpened(Fact):
    """A person enrols; the name is the one on the criminal-record statement (VOG)."""

    stored_as = "lvv-certification.file-opened"
    name: Personal[Identity, str]
    born: Personal[Identity, Day]
    email: Personal[Contact, str] | None = None


class NameCorrected(Fact):
    """The name, the birth date or both put right; a name as it is read from the VOG."""

    stored_as = "lvv-certification.name-corrected"
    name: Personal[Identity, str] | None = None
    born: Personal[Identity, Day] | None = None
    because: Personal[Content, str]


class AgreementNotTakenUp(Fact):
    stored_as = "lvv-certification.agreement-not-taken-up"
    lacking: tuple[str, ...]


class AgreementSubmitted(Fact):
    stored_as = "lvv-certification.agreement-submitted"
    recertification: bool


class DocumentUploaded(Fact):
    """One document, as it was handed in. ``about`` says what it is, for a later reader."""

    stored_as = "lvv-certification.document-uploaded"
    document: int
    kind: str
    dated: Day
    screening_profile: int | None = None
    in_register: str | None = None
    on_cb_form: bool | None = None
    on_lvv_form: bool | None = None
    name_on_it: Personal[Evidence, str] | None = None
    about: Personal[Evidence, str] | None = None


class DocumentJudged(Fact):
    stored_as = "lvv-certification.document-judged"
    document: int
    usable: bool
    defects: tuple[str, ...] = ()


class AssessmentRequested(Fact):
    """The day of this fact is the reference date (peildatum) for the age of documents."""

    stored_as = "lvv-certification.assessment-requested"


class RecertificationRequested(Fact):
    stored_as = "lvv-certification.recertification-requested"


class RecertificationRequestedTooLate(Fact):
    stored_as = "lvv-certification.recertification-requested-too-late"
    latest: Day


class PreCheckStarted(Fact):
    stored_as = "lvv-certification.pre-check-started"


class FoundIncomplete(Fact):
    """Told in writing: what is lacking or unusable, and the last day to supplement."""

    stored_as = "lvv-certification.found-incomplete"
    lacking: tuple[str, ...]
    sent_on: Day
    supplement_by: Day


class Supplemented(Fact):
    stored_as = "lvv-certification.supplemented"


class RejectedForTermOverrun(Fact):
    """Follows from a term the applicant overran; no objection is open against it."""

    stored_as = "lvv-certification.rejected-for-term-overrun"


class DossierAccepted(Fact):
    stored_as = "lvv-certification.dossier-accepted"


class AssessmentRecorded(Fact):
    stored_as = "lvv-certification.assessment-recorded"
    meets: bool
    findings: Personal[Content, str]


class ApplicationGranted(Fact):
    """Recorded with the certificate that it led to."""

    stored_as = "lvv-certification.application-granted"
    certificate: str


class ApplicationRejected(Fact):
    stored_as = "lvv-certification.application-rejected"
    explanation: Personal[Content, str]


class DecisionSent(Fact):
    """The decision with this version in the file went to the applicant on this day.

    ``objection_open`` says whether the letter offers an objection (25), ``weeks_to_object``
    how long it gave, when that was known on that day.
    """

    stored_as = "lvv-certification.decision-sent"
    decision: int
    objection_open: bool = False
    weeks_to_object: int | None = None


class ReassessmentStarted(Fact):
    """The application is assessed again: after an objection or an appeal was upheld."""

    stored_as = "lvv-certification.reassessment-started"
    ordered_in: str


class ApplicationWithdrawn(Fact):
    """The person took the application back. ``apply_by`` is the last day to apply again in time.

    It is given for a recertification that was asked for in time and still can be.
    """

    stored_as = "lvv-certification.application-withdrawn"
    apply_by: Day | None = None


ApplicationFact = (
    AgreementSubmitted
    | DocumentUploaded
    | DocumentJudged
    | AssessmentRequested
    | RecertificationRequested
    | RecertificationRequestedTooLate
    | PreCheckStarted
    | FoundIncomplete
    | Supplemented
    | RejectedForTermOverrun
    | DossierAccepted
    | AssessmentRecorded
    | ApplicationGranted
    | ApplicationRejected
    | ReassessmentStarted
    | ApplicationWithdrawn
)

Standing = Literal[
    "enrolled",
    "requested",
    "pre-check",
    "awaiting-supplement",
    "review",
    "granted",
    "rejected",
    "rejected-for-term-overrun",
    "too-late",
    "withdrawn",
]
CLOSED = ("granted", "rejected", "rejected-for-term-overrun", "withdrawn")


class Document(Value):
    number: int
    uploaded: DocumentUploaded
    usable: bool | None = None
    defects: tuple[str, ...] = ()


class Application(Value):
    """One application. ``reference_date`` is the day the assessment was asked for (2)."""

    matter: str
    recertification: bool
    standing: Standing
    since: Day
    documents: tuple[Document, ...] = ()
    reference_date: Day | None = None
    supplement_by: Day | None = None
    meets: bool | None = None
    assessed_by: str = ""

    @property
    def is_open(self) -> bool:
        return self.standing not in CLOSED

    def document(self, number: int) -> Document | None:
        return next((d for d in self.documents if d.number == number), None)


def evolve(now: Application | None, record: Recorded) -> Application:
    """The application after one fact more."""
    fact = cast(ApplicationFact, record.fact)
    if isinstance(fact, AgreementSubmitted):
        return Application(
            matter=fact.matter,
            recertification=fact.recertification,
            standing="enrolled",
            since=fact.on,
        )
    now = begun(now, fact)
    match fact:
        case DocumentUploaded():
            one = Document(number=fact.document, uploaded=fact)
            return now.model_copy(update={"documents": (*now.documents, one)})
        case DocumentJudged():
            return now.model_copy(update={"documents": _judged(now.documents, fact)})
        case AssessmentRequested() | RecertificationRequested():
            return _stands(now, "requested", fact, reference_date=fact.on)
        case RecertificationRequestedTooLate():
            return _stands(now, "too-late", fact, reference_date=fact.on)
        case PreCheckStarted() | Supplemented():
            return _stands(now, "pre-check", fact)
        case FoundIncomplete():
            return _stands(now, "awaiting-supplement", fact, supplement_by=fact.supplement_by)
        case RejectedForTermOverrun():
            return _stands(now, "rejected-for-term-overrun", fact)
        case DossierAccepted():
            return _stands(now, "review", fact)
        case AssessmentRecorded():
            return now.model_copy(update={"meets": fact.meets, "assessed_by": record.by.id})
        case ApplicationGranted():
            return _stands(now, "granted", fact)
        case ApplicationRejected():
            return _stands(now, "rejected", fact)
        case ReassessmentStarted():
            return _stands(now, "review", fact, meets=None, assessed_by="")
        case ApplicationWithdrawn():
            return _stands(now, "withdrawn", fact)


def with_vog_in(now: Application, name: Personal[Identity, str]) -> Application:
    """The application, each VOG in it read to bear this name."""
    bears = {"name_on_it": name}
    read = tuple(
        one.model_copy(update={"uploaded": one.uploaded.model_copy(update=bears)})
        if one.uploaded.kind == "vog"
        else one
        for one in now.documents
    )
    return now.model_copy(update={"documents": read})


def _stands(now: Application, standing: Standing, fact: Fact, **more: object) -> Application:
    return now.model_copy(update={"standing": standing, "since": fact.on, **more})


def _judged(documents: tuple[Document, ...], fact: DocumentJudged) -> tuple[Document, ...]:
    update = {"usable": fact.usable, "defects": fact.defects}
    return tuple(
        d.model_copy(update=update) if d.number == fact.document else d for d in documents
    )
