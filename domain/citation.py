"""Citing another case file: by its number, looked up at the door, recorded as evidence.

What crosses files is no part of the file that is decided on, so it may be stale by a moment; the
decision records what the cited file said, and is not derived again when that file moves on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from pydantic import BaseModel

from domain.days import Day
from domain.fact import Fact
from domain.law import Value
from domain.number import NUMBER


@dataclass(frozen=True)
class Cites:
    """Marks a field of a command or fact that may hold the number of a case file.

    ``Annotated[str, Cites()]``; what is no such number is a reference to something elsewhere.
    ``first`` and ``last`` are the fields of the fact that hold the days on which what is cited
    had to hold.
    """

    first: str = "on"
    last: str = "on"


class Stretch(Value):
    """What stood from its first up to and including its last day.

    ``ended_on`` is the first day without, when it ended; ``ended`` is how, in a word.
    """

    first_day: Day
    last_day: Day
    ended_on: Day | None = None
    ended: str = ""


class Accredits(Protocol):
    """A cited file that says whether something stood accredited, recognised or certified."""

    def accredited_on(self, day: date) -> bool: ...

    @property
    def stretches(self) -> tuple[Stretch, ...]: ...


@dataclass(frozen=True)
class Citation:
    """A case that a fact cites, and the days on which what it accredits had to hold."""

    number: str
    first_day: date
    last_day: date


def cited_in(asked: BaseModel) -> frozenset[str]:
    """The numbers of case files that a command cites, in fields marked so, however deep."""
    return frozenset(number for number, _ in _cited(asked))


def citations_in(fact: Fact) -> tuple[Citation, ...]:
    """The case files that a fact cites, by number, each with the days it was cited for."""
    cited = sorted(_cited(fact), key=lambda one: one[0])
    return tuple(
        Citation(number, getattr(fact, marked.first), getattr(fact, marked.last))
        for number, marked in dict(cited).items()
    )


def _cited(asked: BaseModel) -> Iterator[tuple[str, Cites]]:
    for name, field in type(asked).model_fields.items():
        value = getattr(asked, name)
        marked = next((one for one in field.metadata if isinstance(one, Cites)), None)
        if marked and isinstance(value, str) and NUMBER.fullmatch(value):
            yield value, marked
        for inner in _inside(value):
            yield from _cited(inner)


def _inside(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _inside(one)
