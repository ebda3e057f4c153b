"""The scheme's own file: catalogue, norms, standard agreements, price lists, exam centres, logo.

What it decides is law for the centres' files: it reaches their decisions with the settings,
under the names below, and with the version of this file that they were taken under.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from domain.days import Day
from domain.erasure import ErasureFact
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.scheme_file import SchemeFile, SharedFact
from domain.scheme_file import evolve as evolve_shared
from domain.schemes.ssvv_sogp.record import logo
from domain.schemes.ssvv_sogp.record.logo import Consent, ConsentFact, Misuse, MisuseFact

CATALOGUES, DOCUMENTS, MODELS = "catalogues", "documents", "models"
PRICE_LISTS, EXAM_CENTRES = "price-lists", "exam-centres"


class Qualification(Value):
    """One SOG-P qualification: our code, its cluster, and its official Dutch name."""

    code: str
    cluster: str
    dutch: str


class CatalogueAdopted(Fact):
    """The whole list of qualifications as it holds from ``since`` on."""

    stored_as = "ssvv-sogp.catalogue-adopted"
    catalogue: str
    since: Day
    qualifications: tuple[Qualification, ...]


class DocumentDrafted(Fact):
    """A qualification document is being written; nothing follows from it yet (2.3)."""

    stored_as = "ssvv-sogp.qualification-document-drafted"
    document: str
    qualification: str


class DocumentAdopted(Fact):
    """Laid down for good, in force from ``since``; to ``parallel_until`` the one before it too.

    ``minutes`` is the minimum duration; ``criteria_changed`` says that trainers are assessed
    anew; ``diplomas`` are the other diplomas that the WBC requires of trainers.
    """

    stored_as = "ssvv-sogp.qualification-document-adopted"
    document: str
    qualification: str
    since: Day
    parallel_until: Day | None = None
    minutes: int | None = None
    goals: int | None = None
    criteria_changed: bool = False
    diplomas: tuple[str, ...] = ()


class ModelAdopted(Fact):
    """Standard terms for all centres alike, with one end date for all (3.2, 5.4)."""

    stored_as = "ssvv-sogp.agreement-model-adopted"
    model: str
    first_day: Day
    last_day: Day
    offer_by: Day | None = None


class PriceListAdopted(Fact):
    stored_as = "ssvv-sogp.price-list-adopted"
    price_list: str
    since: Day


class ExamCentreRecognised(Fact):
    stored_as = "ssvv-sogp.exam-centre-recognised"
    exam_centre: str


class ExamCentreEnded(Fact):
    stored_as = "ssvv-sogp.exam-centre-recognition-ended"
    exam_centre: str


OwnFact = (
    CatalogueAdopted
    | DocumentDrafted
    | DocumentAdopted
    | ModelAdopted
    | PriceListAdopted
    | ExamCentreRecognised
    | ExamCentreEnded
    | ConsentFact
    | MisuseFact
)
FACTS: tuple[type[Fact], ...] = (
    *get_args(SharedFact),
    *get_args(OwnFact),
    *get_args(ErasureFact),
)


class Catalogue(Value):
    id: str
    since: Day
    qualifications: tuple[Qualification, ...]

    def has(self, code: str) -> bool:
        return any(one.code == code for one in self.qualifications)


class Document(Value):
    """A qualification document, drafted or adopted; or the set that went before the first."""

    id: str
    qualification: str
    standing: Literal["draft", "adopted"]
    since: Day | None = None
    parallel_until: Day | None = None
    minutes: int | None = None
    goals: int | None = None
    criteria_changed: bool = False
    diplomas: tuple[str, ...] = ()


class Model(Value):
    """A version of the standard agreement; every agreement on it ends on ``last_day``."""

    id: str
    first_day: Day
    last_day: Day
    offer_by: Day | None = None


class PriceList(Value):
    id: str
    since: Day


class OwnFile(SchemeFile):
    """The scheme's own file as it stands."""

    catalogues: tuple[Catalogue, ...] = ()
    documents: Mapping[str, Document] = {}
    models: tuple[Model, ...] = ()
    price_lists: tuple[PriceList, ...] = ()
    exam_centres: Mapping[str, tuple[Day, Day | None]] = {}
    consents: Mapping[str, Consent] = {}
    misuses: Mapping[str, Misuse] = {}

    def settings_on(self, day: Day) -> Mapping[str, Any]:
        """The settings of a day, and with them all that this file decided for the centres."""
        return {
            **super().settings_on(day),
            CATALOGUES: self.catalogues,
            DOCUMENTS: tuple(self.documents.values()),
            MODELS: self.models,
            PRICE_LISTS: self.price_lists,
            EXAM_CENTRES: self.exam_centres,
        }

    def next_matter(self, kind: Literal["logo-consent", "misuse"]) -> str:
        held = self.consents if kind == "logo-consent" else self.misuses
        return f"{kind}-{len(held) + 1}"


def evolve(file: OwnFile, record: Recorded) -> OwnFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if isinstance(fact, get_args(ConsentFact)):
        consent = logo.evolve_consent(file.consents.get(fact.matter), record)
        return file.model_copy(update={"consents": {**file.consents, fact.matter: consent}})
    if isinstance(fact, get_args(MisuseFact)):
        misuse = logo.evolve_misuse(file.misuses.get(fact.matter), record)
        return file.model_copy(update={"misuses": {**file.misuses, fact.matter: misuse}})
    if isinstance(fact, ErasureFact):
        return file
    if isinstance(fact, SharedFact):
        return evolve_shared(file, fact)
    return file.model_copy(update=_decided(file, fact))


def _decided(file: OwnFile, fact: Fact) -> dict[str, object]:
    match fact:
        case CatalogueAdopted():
            one = Catalogue(
                id=fact.catalogue, since=fact.since, qualifications=fact.qualifications
            )
            return {"catalogues": (*file.catalogues, one)}
        case DocumentDrafted() | DocumentAdopted():
            document = _document(fact)
            return {"documents": {**file.documents, fact.document: document}}
        case ModelAdopted():
            model = Model(
                id=fact.model,
                first_day=fact.first_day,
                last_day=fact.last_day,
                offer_by=fact.offer_by,
            )
            return {"models": (*file.models, model)}
        case PriceListAdopted():
            prices = PriceList(id=fact.price_list, since=fact.since)
            return {"price_lists": (*file.price_lists, prices)}
        case ExamCentreRecognised():
            spell: tuple[Day, Day | None] = (fact.on, None)
            return {"exam_centres": {**file.exam_centres, fact.exam_centre: spell}}
        case ExamCentreEnded():
            first, _ = file.exam_centres[fact.exam_centre]
            ended = {fact.exam_centre: (first, fact.on)}
            return {"exam_centres": {**file.exam_centres, **ended}}
        case _:
            raise TypeError(f"{fact.stored_as} is not a fact of the scheme's own file")


def _document(fact: DocumentDrafted | DocumentAdopted) -> Document:
    if isinstance(fact, DocumentDrafted):
        return Document(id=fact.document, qualification=fact.qualification, standing="draft")
    return Document(
        id=fact.document,
        qualification=fact.qualification,
        standing="adopted",
        since=fact.since,
        parallel_until=fact.parallel_until,
        minutes=fact.minutes,
        goals=fact.goals,
        criteria_changed=fact.criteria_changed,
        diplomas=fact.diplomas,
    )
