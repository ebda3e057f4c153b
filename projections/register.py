"""The public register: one row for each time an entry reads differently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Fact
from domain.law import Place
from domain.personal import ErasedValue, Identity, Personal
from domain.schemes import FileUnder
from domain.shown import RegisterLine
from domain.terms import LawOf
from projections.view import View, keyed

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class RegisterRow:
    """An entry from ``since`` up to and including ``until``, as the register shows it."""

    entry: str
    type: str
    status: str
    day: date | None
    day_means: str
    since: date
    until: date | None
    name: str | None
    born: date | None
    erased: bool
    note: str
    more: Mapping[str, str]
    under: Place
    words: tuple[str, ...] = ()


Read = tuple[Any, bool]
"""What a personal value says, and whether it was erased."""


class Moments:
    """The rows of one case, moment after moment: a personal value in them is opened once."""

    def __init__(self) -> None:
        self._read: dict[int, tuple[Personal[Identity, Any], Read]] = {}

    def __call__(
        self, file: CaseFile[Any], under: FileUnder, _: LawOf
    ) -> Mapping[str, RegisterRow]:
        lines = (self._row(line, under.shown.named_by) for line in under.shown.register(file))
        return keyed(lines, lambda row: f"{row.entry}.{row.since}")

    def _row(self, line: RegisterLine, named_by: tuple[str, ...]) -> RegisterRow:
        name, no_name = self._said(line.name)
        born, no_day = self._said(line.born)
        return RegisterRow(
            entry=line.entry,
            type=line.type,
            status=line.status,
            day=line.day,
            day_means=line.day_means,
            since=line.since,
            until=line.until,
            name=name,
            born=born,
            erased=no_name or no_day,
            note=line.note,
            more=dict(line.more),
            under=line.under,
            words=words_of(" ".join((name or "", *(line.more.get(one, "") for one in named_by)))),
        )

    def _said(self, value: Personal[Identity, Any] | None) -> Read:
        """Known by which object it is: to compare two of them would open both."""
        if value is None:
            return None, False
        held = self._read.get(id(value))
        if held is None:
            held = self._read[id(value)] = value, _read(value)
        return held[1]


def _read(value: Personal[Identity, Any]) -> Read:
    try:
        return value.value, False
    except ErasedValue:
        return None, True


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are looked for: without accents, capitals or signs."""
    plain = text.casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return tuple(sorted(set(WORD.findall(plain))))


def rows(file: CaseFile[Any], under: FileUnder, law_of: LawOf) -> Mapping[str, RegisterRow]:
    return Moments()(file, under, law_of)


def told_from(under: FileUnder) -> tuple[type[Fact], ...] | None:
    return under.shown.register_from


REGISTER = View("register", RegisterRow, rows, personal=True, moments=Moments, told_from=told_from)
