"""What must be told to whom, and the day it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.law import Place
from domain.schemes import FileUnder
from domain.shown import Notice
from domain.terms import LawOf
from projections.view import View, keyed


@dataclass(frozen=True)
class NoticeRow:
    """To be told from ``since``, until ``until`` when it fell away or was shown no longer."""

    notice: str
    matter: str
    recipient: str
    says: str
    since: date
    until: date | None
    written: bool
    sent_on: date | None
    place: Place


def _row(notice: Notice) -> NoticeRow:
    return NoticeRow(
        notice=notice.key,
        matter=notice.matter,
        recipient=notice.to,
        says=notice.says,
        since=notice.since,
        until=None,
        written=notice.written,
        sent_on=notice.sent_on,
        place=notice.place,
    )


def rows(file: CaseFile[Any], under: FileUnder, _: LawOf) -> Mapping[str, NoticeRow]:
    return keyed((_row(one) for one in under.shown.notices(file)), lambda row: row.notice)


def ended(row: NoticeRow, on: date) -> NoticeRow:
    return row if row.until else replace(row, until=on)


NOTICES = View("notices", NoticeRow, rows, ended=ended)
