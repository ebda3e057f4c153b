"""How a holder stands: audits by stage, findings by class and state, what is due next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from projections.audits import AuditRow


@dataclass(frozen=True)
class FindingsOf:
    """How many findings have this class and stand so."""

    finding_class: str
    finding_state: str
    count: int


@dataclass(frozen=True)
class Audited:
    """The audits and findings of one holder on a day.

    An overdue audit is counted in its stage too. ``next_due`` is what has the first due day of
    all that is not over, whether that has passed or not.
    """

    expected: int
    planned: int
    open: int
    overdue: int
    closed: int
    findings: tuple[FindingsOf, ...]
    next_due: AuditRow | None


def audited(rows: Iterable[AuditRow], on: date) -> Audited:
    """What the rows of one holder, as they stand on a day, say together."""
    rows = list(rows)
    audits = [row for row in rows if row.about == "audit"]
    stages = Counter(row.stage for row in audits)
    findings = Counter(
        (row.finding_class, row.finding_state) for row in rows if row.about == "finding"
    )
    due = [row for row in rows if row.due is not None and row.stage != "closed"]
    return Audited(
        expected=stages["expected"],
        planned=stages["planned"],
        open=stages["open"],
        overdue=sum(row.is_overdue(on) for row in audits),
        closed=stages["closed"],
        findings=tuple(FindingsOf(*kind, n) for kind, n in sorted(findings.items())),
        next_due=min(due, key=lambda row: (row.due or date.max, row.matter), default=None),
    )
