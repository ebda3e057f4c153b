"""Case files as the views fold them: fact by fact, with where and when each fact came."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from domain.case import CaseFile
from domain.erasure import Erased, subject_of
from domain.fact import Recorded
from domain.schemes import FileUnder, Scheme
from infra.store.views.facts import Facts, Stored
from infra.store.views.faults import UNREACHABLE, Fault, reason_of

MOST_FILES = 1000


class Opened(NamedTuple):
    """A file, the position of its first fact, and from when each of its facts was known.

    Moments never go back, whatever the clocks that facts were recorded by.
    """

    file: CaseFile[Any]
    began: int
    moments: tuple[datetime, ...]

    @property
    def at(self) -> datetime:
        return self.moments[-1]


class Event(NamedTuple):
    """A fact of a case, by its position in the record, and the file after it."""

    position: int
    on: date
    opened: Opened


@dataclass(frozen=True)
class Folded:
    """Facts of one case, folded as far as they could be."""

    events: tuple[Event, ...]
    fault: Fault | None = None


Before = tuple[Opened | None, Fault | None]
"""A file as far as it could be folded, and why no further."""


class Files:
    """Folds case files, and keeps those that moved last."""

    def __init__(self, facts: Facts, schemes: Mapping[str, Scheme]) -> None:
        self._facts, self._schemes = facts, schemes
        self._kept: OrderedDict[UUID, Opened] = OrderedDict()

    def under(self, file: CaseFile[Any]) -> FileUnder:
        return self._schemes[file.scheme].files[file.kind]

    def before(self, streams: Mapping[UUID, int]) -> dict[UUID, Before]:
        """Files after so many facts."""
        kept = {s: o for s, v in streams.items() if v and (o := self._kept_at(s, v))}
        wanted = {stream: v for stream, v in streams.items() if v and stream not in kept}
        loaded = self._facts.first(wanted)
        found: dict[UUID, Before] = {stream: (opened, None) for stream, opened in kept.items()}
        for stream, stored in loaded.items():
            folded = self.history(stored)
            found[stream] = (folded.events[-1].opened if folded.events else None, folded.fault)
        return found

    def history(self, stored: Sequence[Stored]) -> Folded:
        """All facts of a case, from its first.

        Where something was erased they are read anew: a key in memory may outlive its end.
        """
        folded = self.fold(None, stored)
        file = folded.events[-1].opened.file if folded.events else None
        if file is not None and _erased(file):
            for person in _erased(file):
                self._facts.keys.forget(person or subject_of(file))
            folded = self.fold(None, stored)
        return folded

    def fold(self, opened: Opened | None, stored: Sequence[Stored]) -> Folded:
        """A file and the facts that come next, one by one, up to one that cannot be read."""
        events: list[Event] = []
        for one in stored:
            try:
                opened = self._after(opened, self._facts.read(one), one)
            except UNREACHABLE:  # a database that is away says nothing about this case
                raise
            except Exception as error:  # whatever is wrong with this case stops no other
                number = opened.file.number if opened else number_in(one.state)
                fault = Fault(one.stream, number, one.position, f"{one.topic}: {reason_of(error)}")
                return Folded(tuple(events), fault)
            position = one.until or one.position
            events.append(Event(position, opened.file.trail[-1].fact.on, opened))
        return Folded(tuple(events))

    def keeps(self, stream: UUID) -> bool:
        return stream in self._kept

    def keep(self, stream: UUID, opened: Opened) -> None:
        self._kept[stream] = opened
        self._kept.move_to_end(stream)
        if len(self._kept) > MOST_FILES:
            self._kept.popitem(last=False)

    def drop(self, stream: UUID) -> None:
        self._kept.pop(stream, None)

    def _after(self, opened: Opened | None, record: Recorded, stored: Stored) -> Opened:
        kind, at = self._schemes[record.scheme].files[record.kind].kind, record.recorded_at
        if stored.at is not None:
            at = stored.at.astimezone(UTC)
        if opened is None:
            return Opened(kind.recalled((record,)), stored.position, (at,))
        at = max(opened.at, at)
        return Opened(kind.after(opened.file, record), opened.began, (*opened.moments, at))

    def _kept_at(self, stream: UUID, version: int) -> Opened | None:
        opened = self._kept.get(stream)
        if opened is None or opened.file.version < version:
            return None
        if opened.file.version == version:
            return opened
        kind = self.under(opened.file).kind
        trail = opened.file.trail[:version]
        return Opened(kind.recalled(trail), opened.began, opened.moments[:version])


def _erased(file: CaseFile[Any]) -> set[UUID | None]:
    """Of whom something was erased; nobody stands for the subject of the file."""
    return {r.fact.person for r in file.trail if isinstance(r.fact, Erased)}


def number_in(state: bytes) -> str:
    """The number that a row which holds no fact of ours may give all the same."""
    try:
        return str(orjson.loads(state)["number"])
    except (ValueError, TypeError, KeyError):
        return ""
