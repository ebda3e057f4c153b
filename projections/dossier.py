"""One file told as a story, fact by fact, with the remarks. It holds nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.case import CaseFile
from domain.fact import Recorded
from domain.law import Place, Remark
from domain.schemes import FileUnder
from domain.terms import LawOf
from projections.view import View


@dataclass(frozen=True)
class DossierRow:
    """A fact: ``day`` is the legal day it takes effect, ``recorded_at`` a UTC instant."""

    version: int
    day: date
    recorded_at: datetime
    matter: str
    stored_as: str
    place: Place
    edition: str
    role: str
    remarks: tuple[Remark, ...]


def _row(record: Recorded) -> DossierRow:
    return DossierRow(
        version=record.version,
        day=record.fact.on,
        recorded_at=record.recorded_at,
        matter=record.fact.matter,
        stored_as=record.fact.stored_as,
        place=record.fact.basis,
        edition=record.edition,
        role=record.by.role,
        remarks=record.fact.remarks,
    )


def rows(file: CaseFile[Any], _: FileUnder, __: LawOf) -> Mapping[str, DossierRow]:
    return {str(record.version): _row(record) for record in file.trail}


DOSSIER = View("dossier", DossierRow, rows, each_fact=True)
