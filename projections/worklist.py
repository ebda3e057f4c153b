"""What waits for whom: the action that is expected, of which role, since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.schemes import FileUnder
from domain.shown import Waiting
from domain.terms import LawOf
from projections.view import View, keyed


@dataclass(frozen=True)
class WorkRow:
    """Waits from ``since`` until ``until``, the day on which it no longer did."""

    matter: str
    action: str
    for_whom: str
    since: date
    until: date | None
    says: str


def _row(waiting: Waiting) -> WorkRow:
    return WorkRow(
        matter=waiting.matter,
        action=waiting.action,
        for_whom=waiting.for_whom,
        since=waiting.since,
        until=None,
        says=waiting.says,
    )


def rows(file: CaseFile[Any], under: FileUnder, _: LawOf) -> Mapping[str, WorkRow]:
    waiting = (_row(one) for one in under.shown.waiting(file))
    return keyed(waiting, lambda row: f"{row.matter}.{row.action}.{row.for_whom}.{row.since}")


def ended(row: WorkRow, on: date) -> WorkRow:
    return row if row.until else replace(row, until=on)


WORKLIST = View("worklist", WorkRow, rows, ended=ended)
