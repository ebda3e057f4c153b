"""A stretch of the record, case by case: what every view is told next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from domain.erasure import Erased
from infra.store.views.facts import Facts, Stored
from infra.store.views.faults import Fault
from infra.store.views.files import Before, Event, Files, Opened
from infra.store.views.law_book import Decided, LawBook
from infra.store.views.moments import Moment, moments_of


@dataclass(frozen=True)
class Touched:
    """What happened in one case: the file before, the file after each fact, and a fault if any.

    ``afresh`` (something was erased) says that the events are all facts of the case, read anew:
    everything that is kept of it is to be replaced.
    """

    stream: UUID
    number: str
    before: Opened | None
    events: tuple[Event, ...]
    fault: Fault | None = None
    afresh: bool = False

    @property
    def latest(self) -> Opened | None:
        return self.events[-1].opened if self.events else self.before

    @property
    def floor(self) -> datetime | None:
        """The moment up to which the case was told."""
        return self.before.at if self.before else None

    @cached_property
    def moments(self) -> list[Moment]:
        """Found once for all views; who follows the law looks again when it was decided on."""
        return moments_of(self.before, self.events, (), self.floor)


@dataclass(frozen=True)
class Batch:
    """Facts after a position up to another. A decision on the law is the last of its batch."""

    after: int
    upto: int
    touched: tuple[Touched, ...]
    decided: Decided | None = None


class Batches:
    """Reads each stretch once for all views that stand at the same position."""

    def __init__(self, facts: Facts, files: Files, book: LawBook, most: int) -> None:
        self._facts, self._files, self._book, self._most = facts, files, book, most
        self._last: Batch | None = None

    def after(self, position: int, head: int) -> Batch:
        """The next stretch after a position, up to the head of the record at most."""
        if self._last is None or self._last.after != position or self._last.upto > head:
            self._last = self._read(position, head)
        return self._last

    def of(self, stored: Sequence[Stored], after: int, upto: int) -> Batch:
        """These facts, after a position and up to another, or to the first decision on the law.

        All facts of their cases between the two have to be among them.
        """
        self._book.read_to(upto)
        decided = self._book.first_between(after, upto)
        if decided is not None:
            upto = decided.position
        by_case: dict[UUID, list[Stored]] = {}
        for one in stored:
            if one.position <= upto:
                by_case.setdefault(one.stream, []).append(one)
        self._facts.warm([f for s, f in by_case.items() if not self._files.keeps(s)])
        before = self._files.before({s: f[0].version - 1 for s, f in by_case.items()})
        nothing: Before = (None, None)
        touched = [self._touched(s, f, before.get(s, nothing)) for s, f in by_case.items()]
        return Batch(after, upto, tuple(touched), decided)

    def _read(self, after: int, head: int) -> Batch:
        stored = self._facts.since(after, head, self._most)
        upto = stored[-1].position if len(stored) == self._most else head
        return self.of(stored, after, upto)

    def _touched(self, stream: UUID, stored: Sequence[Stored], before: Before) -> Touched:
        opened, fault = before
        afresh = any(one.topic == Erased.stored_as for one in stored)
        if fault is not None:
            return Touched(stream, fault.number, opened, (), fault, afresh)
        folded = self._files.fold(opened, stored)
        if afresh:
            folded = self._files.history(self._facts.of([stream], stored[-1].position)[stream])
            opened = None
        latest = folded.events[-1].opened if folded.events else opened
        if latest is not None:
            self._files.keep(stream, latest)
        number = latest.file.number if latest else folded.fault.number if folded.fault else ""
        return Touched(stream, number, opened, folded.events, folded.fault, afresh)
