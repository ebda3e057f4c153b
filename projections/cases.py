"""Every case in one row: what it is about, how it stands, when it last moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.case import CaseFile
from domain.erasure import Erased, open_erasures
from domain.schemes import FileUnder
from domain.terms import LawOf
from projections.view import View


@dataclass(frozen=True)
class CaseRow:
    """``person`` is the random id of who the file is about; ``erasure_open``: not done yet."""

    kind: str
    person: UUID | None
    standing: str
    opened_on: date
    last_on: date
    last_at: datetime
    version: int
    has_remarks: bool
    has_erased: bool
    erasure_open: bool


def rows(file: CaseFile[Any], under: FileUnder, _: LawOf) -> Mapping[str, CaseRow]:
    first, last = file.trail[0], file.trail[-1]
    row = CaseRow(
        kind=file.kind,
        person=file.person,
        standing=under.shown.standing(file),
        opened_on=first.fact.on,
        last_on=last.fact.on,
        last_at=last.recorded_at,
        version=file.version,
        has_remarks=any(record.fact.remarks for record in file.trail),
        has_erased=any(isinstance(record.fact, Erased) for record in file.trail),
        erasure_open=bool(open_erasures(file)),
    )
    return {"case": row}


CASES = View("cases", CaseRow, rows)
