"""What is wrong with a file from elsewhere: a row of it, or the whole file."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """The file as a whole can't be read, so nothing of it is stored; says where and what to do."""


class NotMapped(Exception):
    """The mapping says nothing that can be followed; one line a mistake, with what is right."""


@dataclass(frozen=True)
class Fault:
    """A row that keeps its case from being taken over. It never repeats what the row says.

    ``maybe`` are the numbers of cases that the row may be about, where that can't be told.
    """

    row: int
    wrong: str
    right: str
    case: str = ""
    maybe: tuple[str, ...] = ()


class Wrong(ValueError):
    """Something in a row, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(f"{wrong}; {right}")
        self.wrong, self.right = wrong, right

    def at(self, row: int) -> Fault:
        return Fault(row, self.wrong, self.right)
