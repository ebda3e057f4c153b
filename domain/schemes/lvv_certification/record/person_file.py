"""The case file of one person: every matter in it, folded from the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from domain.days import Day
from domain.erasure import ErasureFact
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Identity, Personal
from domain.schemes.lvv_certification.record import application, certificate, education, objection
from domain.schemes.lvv_certification.record.application import (
    AgreementNotTakenUp,
    Application,
    ApplicationFact,
    ApplicationRejected,
    ApplicationWithdrawn,
    DecisionSent,
    FileOpened,
    NameCorrected,
    ReassessmentStarted,
    RejectedForTermOverrun,
    with_vog_in,
)
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateFact,
    CertificateGranted,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
    SuspensionNotified,
    WithdrawalNotified,
)
from domain.schemes.lvv_certification.record.education import (
    Activity,
    EducationFact,
)
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealFact,
    Objection,
    ObjectionFact,
    ObjectionUpheld,
    ReassessmentOrdered,
)

DECISIONS = (
    ApplicationRejected,
    RejectedForTermOverrun,
    CertificateGranted,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
)


class Decision(Value):
    """A decision that can be pointed at: the version of its fact, and who took it.

    ``weeks_to_object`` is how long its letter gave to object, ``to_be_retaken`` the objection or
    appeal in which it was found wanting.
    """

    version: int
    stored_as: str
    matter: str
    on: Day
    by: str
    sent_on: Day | None = None
    weeks_to_object: int | None = None
    to_be_retaken: str = ""


class PersonFile(Value):
    """All that is on record about one person under this scheme."""

    name: Personal[Identity, str] | None = None
    born: Personal[Identity, Day] | None = None
    applications: Mapping[str, Application] = {}
    certificates: Mapping[str, Certificate] = {}
    activities: Mapping[str, Activity] = {}
    objections: Mapping[str, Objection] = {}
    appeals: Mapping[str, Appeal] = {}
    decisions: Mapping[int, Decision] = {}

    @property
    def application(self) -> Application | None:
        """The latest application."""
        return next(reversed(list(self.applications.values())), None)

    @property
    def certificate(self) -> Certificate | None:
        """The latest certificate."""
        return next(reversed(list(self.certificates.values())), None)

    def next_matter(self, kind: str) -> str:
        """The name of the next application, certificate, pe, objection or appeal."""
        held = {
            "application": self.applications,
            "certificate": self.certificates,
            "pe": self.activities,
            "objection": self.objections,
            "appeal": self.appeals,
        }
        return f"{kind}-{len(held[kind]) + 1}"


Decisions = Mapping[int, Decision]
Fold = Callable[[Any, Recorded], Value]
FOLDS: tuple[tuple[tuple[type[Fact], ...], str, Fold], ...] = (
    (get_args(ApplicationFact), "applications", application.evolve),
    (get_args(CertificateFact), "certificates", certificate.evolve),
    (get_args(EducationFact), "activities", education.evolve),
    (get_args(ObjectionFact), "objections", objection.evolve_objection),
    (get_args(AppealFact), "appeals", objection.evolve_appeal),
)
FOLDED = {fact: (held, fold) for facts, held, fold in FOLDS for fact in facts}
WITHOUT_A_STATE = (AgreementNotTakenUp, DecisionSent, *get_args(ErasureFact))
FACTS = (
    FileOpened,
    NameCorrected,
    *WITHOUT_A_STATE,
    *(fact for facts, _, _ in FOLDS for fact in facts),
)


def evolve(file: PersonFile, record: Recorded) -> PersonFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    file = _with_decisions(file, record)
    if isinstance(fact, FileOpened):
        return file.model_copy(update={"name": fact.name, "born": fact.born})
    if isinstance(fact, NameCorrected):
        return _corrected(file, fact)
    if (folded := FOLDED.get(type(fact))) is not None:
        held, fold = folded
        matters: Mapping[str, Value] = getattr(file, held)
        after = fold(matters.get(fact.matter), record)
        return file.model_copy(update={held: {**matters, fact.matter: after}})
    if isinstance(fact, WITHOUT_A_STATE):
        return file
    raise TypeError(f"{fact.stored_as} is not a fact of a person's file")


def _corrected(file: PersonFile, fact: NameCorrected) -> PersonFile:
    """With the name and birth date put right, and the name as it stands on every VOG in it."""
    applications = file.applications
    if fact.name is not None:
        applications = {m: with_vog_in(a, fact.name) for m, a in applications.items()}
    return file.model_copy(
        update={
            "name": fact.name or file.name,
            "born": fact.born or file.born,
            "applications": applications,
        }
    )


def _with_decisions(file: PersonFile, record: Recorded) -> PersonFile:
    decisions = _decisions_after(file, record)
    if decisions is file.decisions:
        return file
    return file.model_copy(update={"decisions": decisions})


def _decisions_after(file: PersonFile, record: Recorded) -> Decisions:
    """The decisions that can be pointed at: taken, sent, found wanting, taken again."""
    fact, decisions = record.fact, file.decisions
    if isinstance(fact, DECISIONS):
        decisions = {**decisions, record.version: _decided(fact, record)}
    match fact:
        case DecisionSent():
            return _sent(decisions, fact.decision, fact)
        case SuspensionNotified():
            told = _latest_of(decisions, fact.matter, CertificateSuspended)
            return _sent(decisions, told, fact)
        case WithdrawalNotified():
            told = _latest_of(decisions, fact.matter, CertificateWithdrawn)
            return _sent(decisions, told, fact)
        case ObjectionUpheld():
            contested = file.objections[fact.matter].decision
            return _to_be_retaken(file, contested, fact.matter)
        case ReassessmentOrdered():
            return _to_be_retaken(file, fact.decision, fact.matter)
        case DecisionRetaken():
            return _changed(decisions, fact.decision, to_be_retaken="")
        case ReassessmentStarted() | ApplicationWithdrawn():
            settled = [v for v, one in decisions.items() if one.matter == fact.matter]
            return _changed(decisions, *settled, to_be_retaken="")
        case _:
            return decisions


def _decided(fact: Fact, record: Recorded) -> Decision:
    return Decision(
        version=record.version,
        stored_as=fact.stored_as,
        matter=fact.matter,
        on=fact.on,
        by=record.by.id,
    )


def _sent(
    decisions: Decisions,
    version: int,
    fact: DecisionSent | SuspensionNotified | WithdrawalNotified,
) -> Decisions:
    return _changed(decisions, version, sent_on=fact.on, weeks_to_object=fact.weeks_to_object)


def _to_be_retaken(file: PersonFile, version: int, ordered_in: str) -> Decisions:
    """Found wanting; of an application that was taken back there is nothing to decide again."""
    decided = file.decisions.get(version)
    application = file.applications.get(decided.matter) if decided else None
    if application is not None and application.standing == "withdrawn":
        return file.decisions
    return _changed(file.decisions, version, to_be_retaken=ordered_in)


def _changed(decisions: Decisions, *versions: int, **update: object) -> Decisions:
    after = {v: decisions[v].model_copy(update=update) for v in versions if v in decisions}
    return {**decisions, **after} if after else decisions


def _latest_of(decisions: Decisions, matter: str, kind: type[Fact]) -> int:
    of_this_kind = (
        version
        for version, one in decisions.items()
        if one.matter == matter and one.stored_as == kind.stored_as
    )
    return max(of_this_kind, default=0)
