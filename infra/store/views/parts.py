"""The cases of a record in parts, for who works side by side: a part is a range of their ids.

Ids are hashes of numbers, so they are spread evenly, and parts of the same width are much alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

IDS = 1 << 128


@dataclass(frozen=True)
class Part:
    """The cases from one id to another, both included."""

    first: UUID
    last: UUID

    def gone(self, case: UUID) -> float:
        """How much of the part lies before a case of it, from 0 to 1."""
        return (case.int - self.first.int) / (self.last.int + 1 - self.first.int)


def parts(many: int) -> tuple[Part, ...]:
    """All cases, in so many parts."""
    edges = [IDS * n // many for n in range(many + 1)]
    return tuple(Part(UUID(int=first), UUID(int=after - 1)) for first, after in pairwise(edges))


(WHOLE,) = parts(1)
