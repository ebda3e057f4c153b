"""Which recognitions were granted while a finding was open, and what had been done about it.

From finding over corrective action to decision, each by the number of its fact in the file. A
recognition can't be granted over an open finding of the audit it rests on: that audit is closed
first (5.2.3, 6.1.5). Over one of another audit it can: 5.2.3 looks at the report of its own audit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from domain.case import CaseFile
from domain.fact import Recorded
from domain.findings import GrantOverFinding
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record import audit
from domain.schemes.ssvv_sogp.record.audit import Audit, AuditFact
from domain.schemes.ssvv_sogp.record.finding import (
    Finding,
    FindingReacted,
    FollowUpAccepted,
    FollowUpRequested,
)
from domain.schemes.ssvv_sogp.record.line import RecognitionGranted

OF_ANOTHER_AUDIT = section("5.2.3").read(
    "what is judged is the follow-up of the findings in the report of its own audit"
)
FOLLOW_UP = (FindingReacted, FollowUpRequested, FollowUpAccepted)


def findings_open_when_granted(files: Iterable[CaseFile[Any]]) -> tuple[GrantOverFinding, ...]:
    """All recognitions granted while a Major was open, over these files of centres."""
    return tuple(one for file in files for one in granted_over(file) if one.grade == "major")


def granted_over(file: CaseFile[Any]) -> tuple[GrantOverFinding, ...]:
    """All recognitions of a centre granted while a finding was open, of whatever class."""
    return tuple(_in(file))


def _in(file: CaseFile[Any]) -> Iterator[GrantOverFinding]:
    """As the trail goes: the audits as they stood at each grant, not as they stand now."""
    audits: Mapping[str, Audit] = {}
    for n, record in enumerate(file.trail):
        fact = record.fact
        if isinstance(fact, get_args(AuditFact)):
            after = audit.evolve(audits.get(fact.matter), record)
            audits = {**audits, fact.matter: after}
        elif isinstance(fact, RecognitionGranted):
            for one in audits.values():
                for finding in one.open_findings:
                    yield _over(record, fact, one, finding, file.trail[:n])


def _over(
    record: Recorded,
    granted: RecognitionGranted,
    found_in: Audit,
    finding: Finding,
    before: tuple[Recorded, ...],
) -> GrantOverFinding:
    followed_up = tuple(
        r.version
        for r in before
        if isinstance(r.fact, FOLLOW_UP)
        and (r.fact.matter, r.fact.finding) == (found_in.matter, finding.number)
    )
    its_own = granted.audit == found_in.matter
    return GrantOverFinding(
        file=record.number,
        line=granted.matter,
        granted=record.version,
        granted_on=granted.on,
        audit=found_in.matter,
        finding=finding.number,
        grade=finding.grade,
        found=finding.recorded,
        followed_up=followed_up,
        explained=None if its_own else OF_ANOTHER_AUDIT,
    )
