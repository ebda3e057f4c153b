"""Every case in one row: what it is about, how it stands, when it last moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.case import CaseFile
from domain.erasure import Erased, ErasureOrdered, open_erasures
from domain.fact import Fact, Recorded
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


class Moments:
    """The row of one case, moment after moment: each fact is looked at once."""

    def __init__(self) -> None:
        self._seen: tuple[Recorded, ...] = ()
        self._has_remarks = self._has_ordered = self._has_erased = False

    def __call__(self, file: CaseFile[Any], under: FileUnder, _: LawOf) -> Mapping[str, CaseRow]:
        for record in file.trail[len(self._seen) :]:
            self._look_at(record.fact)
        self._seen = file.trail
        first, last = file.trail[0], file.trail[-1]
        row = CaseRow(
            kind=file.kind,
            person=file.person,
            standing=under.shown.standing(file),
            opened_on=first.fact.on,
            last_on=last.fact.on,
            last_at=last.recorded_at,
            version=file.version,
            has_remarks=self._has_remarks,
            has_erased=self._has_erased,
            erasure_open=self._has_ordered and bool(open_erasures(file)),
        )
        return {"case": row}

    def _look_at(self, fact: Fact) -> None:
        self._has_remarks |= bool(fact.remarks)
        self._has_ordered |= isinstance(fact, ErasureOrdered)
        self._has_erased |= isinstance(fact, Erased)


def rows(file: CaseFile[Any], under: FileUnder, law_of: LawOf) -> Mapping[str, CaseRow]:
    return Moments()(file, under, law_of)


CASES = View("cases", CaseRow, rows, moments=Moments)
