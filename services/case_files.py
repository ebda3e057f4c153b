"""Case files as they stand: what was seen last is at hand, so that only what is new is read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Any, Protocol
from uuid import UUID

from domain.case import CaseFile, KindOfFile
from domain.fact import Recorded
from domain.number import stream_of

MOST_FACTS = 5_000
"""At hand, in all files together; some thirty megabytes."""
LONG = 50
"""From so many facts on, folding a file anew is worth a snapshot."""


class Snapshots(Protocol):
    """States of long files, folded before. Never the truth: what is missing is folded anew."""

    def find(self, file: CaseFile[Any], kind: KindOfFile[Any]) -> tuple[int, Any] | None:
        """The latest state that was kept, and after how many facts; no later than the file."""

    def keep(self, file: CaseFile[Any]) -> None:
        """Raises nothing: who reads a file does not fail for what would help the next."""


class CaseFiles:
    """Finds files. Safe between threads: a file never changes, and the newest stays at hand.

    ``read`` gives the facts of a stream from a version on; ``kind_of`` the kind of file that
    they belong to. What is personal in a file at hand is sealed: keys are asked at each look.
    """

    def __init__(
        self,
        read: Callable[[UUID, int], tuple[Recorded, ...]],
        kind_of: Callable[[Recorded], KindOfFile[Any]],
        snapshots: Snapshots | None,
        most_facts: int = MOST_FACTS,
    ) -> None:
        self._read, self._kind_of, self._snapshots = read, kind_of, snapshots
        self._most, self._facts = most_facts, 0
        self._at_hand: OrderedDict[UUID, CaseFile[Any]] = OrderedDict()
        self._guard = Lock()

    def find(self, number: str) -> CaseFile[Any] | None:
        """The file as it stands on record at this moment; nothing when there is none."""
        stream = stream_of(number)
        file = self._at_hand.get(stream)
        new = self._read(stream, file.version + 1 if file else 1)
        if new:
            file = self._opened(new) if file is None else self._kind_of(new[0]).after(file, *new)
        if file is not None:
            self._keep(stream, file)
        return file

    def clear(self) -> None:
        """Nothing is at hand any more; every file is read anew."""
        with self._guard:
            self._at_hand.clear()
            self._facts = 0

    def _opened(self, trail: tuple[Recorded, ...]) -> CaseFile[Any]:
        kind, first = self._kind_of(trail[0]), trail[0]
        if self._snapshots is None or len(trail) < LONG:
            return kind.recalled(trail)
        file = CaseFile(first.number, first.scheme, first.kind, first.person, kind.start, trail)
        version, state = self._snapshots.find(file, kind) or (0, kind.start)
        before = replace(file, state=state, trail=trail[:version])
        file = kind.after(before, *trail[version:])
        if len(trail) - version >= LONG:
            self._snapshots.keep(file)
        return file

    def _keep(self, stream: UUID, file: CaseFile[Any]) -> None:
        with self._guard:
            before = self._at_hand.pop(stream, None)
            if before is not None:
                self._facts -= len(before.trail)
                file = max(before, file, key=lambda one: one.version)
            self._at_hand[stream] = file
            self._facts += len(file.trail)
            while self._facts > self._most and len(self._at_hand) > 1:
                _, oldest = self._at_hand.popitem(last=False)
                self._facts -= len(oldest.trail)
