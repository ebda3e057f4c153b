"""What was granted while a finding was open: asked case by case, over the whole record."""

from __future__ import annotations

from datetime import date, datetime

from domain.findings import GrantOverFinding
from services.casework import Casework


def granted_over(
    casework: Casework,
    number: str,
    *,
    on: date | None = None,
    known_at: datetime | None = None,
    finding_class: str | None = None,
) -> tuple[GrantOverFinding, ...]:
    """What was granted in a case by a legal day, as known at a moment, over open findings.

    Raises NotOnFile.
    """
    file = casework.file(number)
    under = casework.under(file)
    stood = under.kind.as_of(file, on, known_at)
    found = under.shown.granted_over(stood) if stood is not None else ()
    return tuple(one for one in found if finding_class in (None, one.grade))
