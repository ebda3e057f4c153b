"""The case file of one training: every matter in it, folded from the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from domain.citation import Stretch
from domain.erasure import ErasureFact
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Identity, Personal
from domain.schemes.lvv_accreditation.record import (
    accreditation,
    application,
    audit,
    change,
    check,
    compliance,
    investigation,
    remedy,
)
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation, AccreditationFact
from domain.schemes.lvv_accreditation.record.application import (
    AdditionalInvestigationStarted,
    Application,
    ApplicationFact,
    DecisionSent,
    FileOpened,
)
from domain.schemes.lvv_accreditation.record.audit import Audit, AuditFact
from domain.schemes.lvv_accreditation.record.change import Change, ChangeFact
from domain.schemes.lvv_accreditation.record.check import Check, CheckFact
from domain.schemes.lvv_accreditation.record.compliance import (
    WITHOUT_A_STATE,
    Conditions,
    ConditionsFact,
    Deviation,
    DeviationFact,
    DisclosureConsented,
)
from domain.schemes.lvv_accreditation.record.investigation import Investigation, InvestigationFact
from domain.schemes.lvv_accreditation.record.remedy import (
    Dispute,
    DisputeFact,
    Objection,
    ObjectionFact,
)


class TrainingFile(Value):
    """All that is on record about one training under this scheme."""

    title: str = ""
    provider: Personal[Identity, str] | None = None
    applications: Mapping[str, Application] = {}
    investigations: Mapping[str, Investigation] = {}
    audits: Mapping[str, Audit] = {}
    accreditations: Mapping[str, Accreditation] = {}
    checks: Mapping[str, Check] = {}
    deviations: Mapping[str, Deviation] = {}
    conditions: Mapping[str, Conditions] = {}
    changes: Mapping[str, Change] = {}
    objections: Mapping[str, Objection] = {}
    disputes: Mapping[str, Dispute] = {}
    may_be_disclosed: frozenset[str] = frozenset()

    @property
    def accreditation(self) -> Accreditation | None:
        """The latest accreditation."""
        return next(reversed(list(self.accreditations.values())), None)

    def accreditation_on(self, day: date) -> Accreditation | None:
        """The accreditation that held on a day; what ended or replaced it later undoes no day."""
        return next((one for one in self.accreditations.values() if one.held_on(day)), None)

    def accredited_on(self, day: date) -> bool:
        """Whether the training was accredited on a day."""
        return self.accreditation_on(day) is not None

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The days for which it was accredited, oldest first, and what ended the last of each."""
        return tuple(s for one in self.accreditations.values() for s in one.stretches)

    def next_matter(self, kind: str) -> str:
        """The name of the next application, renewal, check and so on."""
        held = (self.applications, self.accreditations, self.checks, self.deviations)
        more = (self.conditions, self.changes, self.objections, self.disputes)
        taken = [m for matters in (*held, *more) for m in matters if m.startswith(f"{kind}-")]
        return f"{kind}-{len(taken) + 1}"


Fold = Callable[[Any, Recorded], Value]
FOLDS: tuple[tuple[tuple[type[Fact], ...], str, Fold], ...] = (
    (get_args(ApplicationFact), "applications", application.evolve),
    (get_args(InvestigationFact), "investigations", investigation.evolve),
    (get_args(AuditFact), "audits", audit.evolve),
    (get_args(AccreditationFact), "accreditations", accreditation.evolve),
    (get_args(CheckFact), "checks", check.evolve),
    (get_args(DeviationFact), "deviations", compliance.evolve_deviation),
    (get_args(ConditionsFact), "conditions", compliance.evolve_conditions),
    (get_args(ChangeFact), "changes", change.evolve),
    (get_args(ObjectionFact), "objections", remedy.evolve_objection),
    (get_args(DisputeFact), "disputes", remedy.evolve_dispute),
)
FOLDED = {fact: (held, fold) for facts, held, fold in FOLDS for fact in facts}
STATELESS: tuple[type[Fact], ...] = (
    *WITHOUT_A_STATE,
    DecisionSent,
    *get_args(ErasureFact),
)
FACTS: tuple[type[Fact], ...] = (
    FileOpened,
    DisclosureConsented,
    *STATELESS,
    *(fact for facts, _, _ in FOLDS for fact in facts),
)


def evolve(file: TrainingFile, record: Recorded) -> TrainingFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if isinstance(fact, FileOpened):
        return file.model_copy(update={"title": fact.title, "provider": fact.provider})
    if isinstance(fact, DisclosureConsented):
        return file.model_copy(update={"may_be_disclosed": file.may_be_disclosed | {fact.report}})
    if (folded := FOLDED.get(type(fact))) is not None:
        held, fold = folded
        matters: Mapping[str, Value] = getattr(file, held)
        after = fold(matters.get(fact.matter), record)
        file = file.model_copy(update={held: {**matters, fact.matter: after}})
        return _looked_at_anew(file, fact)
    if isinstance(fact, STATELESS):
        return file
    raise TypeError(f"{fact.stored_as} is not a fact of a training's file")


def _looked_at_anew(file: TrainingFile, fact: Fact) -> TrainingFile:
    """An additional investigation keeps what was delivered, and is assessed from scratch."""
    now = file.investigations.get(fact.matter)
    if now is None or not isinstance(fact, AdditionalInvestigationStarted):
        return file
    anew = now.model_copy(update={"assessments": {}})
    return file.model_copy(update={"investigations": {**file.investigations, fact.matter: anew}})
