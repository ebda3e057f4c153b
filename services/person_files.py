"""The files of a person, as their subject or as somebody in them; and erasures begun in files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from services.casework import Casework


class PersonFiles(Protocol):
    """Where the files of a person are found."""

    def holding(self, person: UUID) -> Iterable[str]:
        """The numbers of every file on record that holds something under this person's id."""

    def with_open_erasure(self) -> Iterable[str]:
        """Files with an erasure that was ordered and is not on record as done."""


def found_holding(
    person: UUID, files: PersonFiles, casework: Casework, numbers: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The numbers of the files that hold a person; of those given, when some are.

    Raises NotOnFile for a number without a file, ValueError for a file that does not hold him.
    """
    holding = tuple(files.holding(person))
    if numbers is None:
        return holding
    for number in numbers:
        casework.file(number)
        if number not in holding:
            raise ValueError(f"file {number} is not about this person; give files that are")
    return tuple(numbers)
