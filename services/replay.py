"""Replay of a case under another edition: what would have been decided, and due. Writes nothing.

The record is read, and nothing else: what is taken again is taken in memory. See
docs/adr/0023-replay-under-another-edition.md for what is taken as given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache, partial
from itertools import groupby
from typing import Any

from domain.case import CaseFile, Command, Law
from domain.citation import cited_in
from domain.law import Edition, Value
from domain.replay.decisions import Redecided, Redeciding
from domain.replay.read_back import Asked, Reading, readings
from domain.replay.terms import Side, TermRedone, redone
from domain.replay.texts import RuleDiffers, rules_that_differ
from domain.schemes import Scheme
from services.casework import Casework
from services.commands import NotOnFile

PARTED = ("refused", "other")
"""Outcomes after which the file would have gone on otherwise."""


class NoSuchEdition(LookupError):
    """The scheme has no such edition; says which ones it has."""

    def __init__(self, scheme: Scheme) -> None:
        self.known = tuple(edition.id for edition in scheme.editions)
        super().__init__(f"{scheme.id} has no such edition; give one of {', '.join(self.known)}")


class Replayed(Value):
    """A case under another edition. ``parts_from`` is the first fact that would not be there.

    From that fact on the file is taken as it is on record: what people would have asked instead
    is not known.
    """

    number: str
    scheme: str
    edition: str
    recorded_under: tuple[str, ...]
    parts_from: int | None
    rules: tuple[RuleDiffers, ...]
    decisions: tuple[Redecided, ...]
    terms: tuple[TermRedone, ...]


class Replay:
    """One case, to be taken again as it stands or stood."""

    def __init__(
        self, casework: Casework, file: CaseFile[Any], known_at: datetime | None = None
    ) -> None:
        self._casework, self._file = casework, file
        self._scheme, self._under = casework.schemes[file.scheme], casework.under(file)
        self._own = casework.own_file(file.scheme, known_at)
        self._own_at = cache(self._own_known_at)

    def under(self, edition_id: str, on: date) -> Replayed:
        """What would differ, with the terms as they stand on a day. Raises NoSuchEdition."""
        editions = {edition.id: edition for edition in self._scheme.editions}
        if edition_id not in editions:
            raise NoSuchEdition(self._scheme)
        edition, terms = editions[edition_id], self._under.terms
        again = Redeciding(self._empty(), edition)
        decisions = tuple(again.take(asked) for asked in self._asked())
        parted = (one.first for one in decisions if one.outcome in PARTED)
        recorded_under = tuple(dict.fromkeys(record.edition for record in self._file.trail))
        on_record = [editions[id_] for id_ in recorded_under]
        return Replayed(
            number=self._file.number,
            scheme=self._scheme.id,
            edition=edition.id,
            recorded_under=recorded_under,
            parts_from=next(parted, None),
            rules=rules_that_differ(self._under.articles, on_record, edition),
            decisions=decisions,
            terms=redone(terms, self._recorded(), self._other(again.file, edition), on),
        )

    def readings(self) -> Iterator[tuple[Asked, tuple[Reading, ...]]]:
        """Each command on record, and every way in which what was asked can be read back."""
        return ((asked, readings(asked)) for asked in self._asked())

    def _asked(self) -> Iterator[Asked]:
        """Each command of the file, with what it found."""
        kind, before = self._under.kind, self._empty()
        for _, group in groupby(self._file.trail, key=lambda record: record.command_id):
            records = tuple(group)
            first = records[0]
            yield Asked(
                kind=kind,
                before=before,
                records=records,
                law_then=self._law_at(first.law_version),
                edition=self._scheme.edition(first.edition),
                today=self._casework.day_of(first.recorded_at),
                cited=partial(self._cited, first.recorded_at),
            )
            for record in records:
                before = kind.after(before, record)

    def _empty(self) -> CaseFile[Any]:
        file, start = self._file, self._under.kind.start
        return CaseFile(file.number, file.scheme, file.kind, file.person, start)

    def _law_at(self, version: int) -> Callable[[date], Law]:
        return lambda day: self._scheme.law_on(day, self._own_at(version))

    def _own_known_at(self, version: int) -> CaseFile[Any] | None:
        """The scheme's own file with so many facts, as a decision of the time knew it."""
        if self._own is None or not version:
            return None
        return self._casework.under(self._own).kind.as_of(self._own, None, version)

    def _cited(self, known_at: datetime, command: Command) -> Mapping[str, CaseFile[Any]]:
        """The files that a command cites, as they were known then."""
        then: dict[str, CaseFile[Any]] = {}
        for number in sorted(cited_in(command)):
            with suppress(NotOnFile):
                now = self._casework.file(number)
                if file := self._casework.under(now).kind.as_of(now, None, known_at):
                    then[number] = file
        return then

    def _recorded(self) -> Side:
        return Side(self._file, lambda record: self._scheme.law_for(record, self._own))

    def _other(self, file: CaseFile[Any], edition: Edition) -> Side:
        return Side(file, lambda r: self._scheme.law_on(r.fact.on, self._own).under(edition))
