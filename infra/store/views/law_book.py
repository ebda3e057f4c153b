"""Which law held at which position: every decision on calendar or settings, scheme by scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.case import CaseFile
from domain.number import number_of, stream_of
from domain.schemes import Scheme
from domain.terms import LawOf
from infra.store.views.facts import Facts
from infra.store.views.files import Event, Files, Opened
from projections.view import laws


@dataclass(frozen=True)
class Decided:
    """From this position on, a scheme's own file has another calendar or other settings."""

    position: int
    at: datetime
    on: date
    scheme: str
    own: CaseFile[Any]


class LawBook:
    """Filled from the record as far as ``read_to`` was asked."""

    def __init__(self, facts: Facts, files: Files, schemes: Mapping[str, Scheme]) -> None:
        self._facts, self._files, self._schemes = facts, files, schemes
        self._streams = {own_stream(scheme): scheme.id for scheme in schemes.values()}
        self._own: dict[UUID, Opened] = {}
        self._stuck: set[UUID] = set()
        self._decided: list[Decided] = []
        self._laws: dict[tuple[str, int], LawOf] = {}
        self._upto = 0

    def read_to(self, upto: int) -> None:
        """A scheme's own file that cannot be read leaves the law as it was before that fact."""
        if upto <= self._upto:
            return
        found = self._facts.of(list(self._streams), upto, self._upto)
        for stream, stored in found.items():
            if stream in self._stuck:
                continue
            folded = self._files.fold(self._own.get(stream), stored)
            for event in folded.events:
                self._note(stream, event)
            if folded.fault:
                self._stuck.add(stream)
        self._decided.sort(key=lambda one: one.position)
        self._upto = upto

    def first_between(self, after: int, upto: int) -> Decided | None:
        """The first decision after a position and up to another."""
        return next((one for one in self._decided if after < one.position <= upto), None)

    def of(self, scheme: str, after: int, upto: int) -> list[Decided]:
        """The decisions under a scheme after a position and up to another."""
        return [d for d in self._decided if d.scheme == scheme and after < d.position <= upto]

    def law(self, scheme: str, position: int) -> LawOf:
        """The law of each fact, with calendar and settings as they were decided by a position.

        The very same while nothing else is decided.
        """
        held = None
        for one in self._decided:
            if one.position > position:
                break
            held = one if one.scheme == scheme else held
        slot = (scheme, held.position if held else 0)
        if slot not in self._laws:
            self._laws[slot] = laws(self._schemes[scheme], held.own if held else None)
        return self._laws[slot]

    def _note(self, stream: UUID, event: Event) -> None:
        before = self._own.get(stream)
        self._own[stream] = event.opened
        now = event.opened.file.state
        if before is None:
            start = self._files.under(event.opened.file).kind.start
            then = (start.calendar, start.settings)
        else:
            then = (before.file.state.calendar, before.file.state.settings)
        if (now.calendar, now.settings) != then:
            one = Decided(
                event.position,
                event.opened.at,
                event.on,
                self._streams[stream],
                event.opened.file,
            )
            self._decided.append(one)


def own_stream(scheme: Scheme) -> UUID:
    """The stream of a scheme's own file."""
    return stream_of(number_of(scheme.id, scheme.own_file, scheme.id))
