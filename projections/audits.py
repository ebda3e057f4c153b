"""Audit status: what is assessed, stands suspended or under remedy, is to be reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.law import Place
from domain.schemes import FileUnder
from domain.shown import AuditStatus
from domain.terms import LawOf
from projections.view import View, keyed


@dataclass(frozen=True)
class AuditRow:
    """Looked into from ``since`` until ``until``, the day on which it was over."""

    matter: str
    status: str
    since: date
    until: date | None
    for_whom: str
    next: str
    due: date | None
    under: Place


def _row(audit: AuditStatus) -> AuditRow:
    return AuditRow(
        matter=audit.matter,
        status=audit.status,
        since=audit.since,
        until=None,
        for_whom=audit.for_whom,
        next=audit.next,
        due=audit.due,
        under=audit.under,
    )


def rows(file: CaseFile[Any], under: FileUnder, _: LawOf) -> Mapping[str, AuditRow]:
    audits = (_row(audit) for audit in under.shown.audits(file))
    return keyed(audits, lambda row: f"{row.matter}.{row.status}.{row.since}")


def ended(row: AuditRow, on: date) -> AuditRow:
    return row if row.until else replace(row, until=on)


AUDITS = View("audits", AuditRow, rows, ended=ended)
