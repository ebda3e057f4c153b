"""The files of a person: those the views know, and those that are too new for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from domain.number import number_of
from services.casework import Casework, NotOnFile


class PersonFiles(Protocol):
    """Where the files of a person are found."""

    def about(self, person: UUID) -> Iterable[str]:
        """The numbers of every file about a person."""

    def with_open_erasure(self) -> Iterable[tuple[str, UUID]]:
        """Files with an erasure that was ordered and is not on record as done, and whose."""


def found_about(
    person: UUID, files: PersonFiles, casework: Casework, numbers: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The numbers of a person's files; of those given, when some are.

    Raises NotOnFile for a number without a file, ValueError for the file of somebody else.
    """
    if numbers is not None:
        for number in numbers:
            if casework.file(number).person != person:
                raise ValueError(f"file {number} is not about this person; give their own files")
        return tuple(numbers)
    kinds = [
        (scheme.id, under.kind.name)
        for scheme in casework.schemes.values()
        for under in scheme.files.values()
        if under.kind.about_a_person
    ]
    own = (number_of(scheme, kind, str(person)) for scheme, kind in kinds)
    there = [number for number in own if _is_on_file(casework, number)]
    return tuple(dict.fromkeys([*files.about(person), *there]))


def _is_on_file(casework: Casework, number: str) -> bool:
    try:
        return casework.file(number).version > 0
    except NotOnFile:
        return False
