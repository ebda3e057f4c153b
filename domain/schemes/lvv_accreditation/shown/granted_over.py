"""Which accreditations were granted or renewed while an improvement was still to be verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from domain.case import CaseFile
from domain.findings import GrantOverFinding
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record import audit
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationRenewed,
)
from domain.schemes.lvv_accreditation.record.audit import (
    Audit,
    AuditFact,
    ImprovementNotDemonstrated,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile

FOR_THE_ADVICE = article(5)(1).read(
    "the board decides in accordance with the advice, in which what was found wanting is weighed"
)
NO_CLASSES = "nonconformity"
"""This text has no classes: what is found wanting is found wanting."""
FOLLOW_UP = (NonconformityAnswered, ImprovementVerified, ImprovementNotDemonstrated)
GRANTS = (AccreditationGranted, AccreditationRenewed)


def granted_over(case: CaseFile[TrainingFile]) -> tuple[GrantOverFinding, ...]:
    """As the trail goes: the audits as they stood at each grant, not as they stand now."""
    return tuple(_in(case))


def _in(case: CaseFile[TrainingFile]) -> Iterator[GrantOverFinding]:
    audits: Mapping[str, Audit] = {}
    found: dict[tuple[str, int], list[int]] = {}
    for record in case.trail:
        fact = record.fact
        if isinstance(fact, get_args(AuditFact)):
            audits = {**audits, fact.matter: audit.evolve(audits.get(fact.matter), record)}
        if isinstance(fact, (NonconformityRecorded, *FOLLOW_UP)):
            found.setdefault((fact.matter, fact.finding), []).append(record.version)
        if isinstance(fact, GRANTS):
            for now in audits.values():
                for number in now.unverified:
                    recorded, *followed_up = found[now.matter, number]
                    yield GrantOverFinding(
                        file=record.number,
                        line=fact.matter,
                        granted=record.version,
                        granted_on=fact.on,
                        audit=now.matter,
                        finding=number,
                        grade=NO_CLASSES,
                        found=recorded,
                        followed_up=tuple(followed_up),
                        explained=FOR_THE_ADVICE,
                    )
