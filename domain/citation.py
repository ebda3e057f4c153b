"""Citing another case file: by its number, looked up at the door, recorded as evidence.

What crosses files is no part of the file that is decided on, so it may be stale by a moment; the
decision records what the cited file said, and is not derived again when that file moves on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from pydantic import BaseModel

from domain.number import NUMBER


class Cites:
    """Marks a field of a command that may hold the number of a case file.

    ``Annotated[str, Cites()]``; what is no such number is a reference to something elsewhere.
    """


class Accredits(Protocol):
    """A cited file that says whether something stood accredited, recognised or certified."""

    def accredited_on(self, day: date) -> bool: ...


def cited_in(asked: BaseModel) -> frozenset[str]:
    """The numbers of case files that a command cites, in fields marked so, however deep."""
    return frozenset(_cited(asked))


def _cited(asked: BaseModel) -> Iterator[str]:
    for name, field in type(asked).model_fields.items():
        value = getattr(asked, name)
        marked = any(isinstance(one, Cites) for one in field.metadata)
        if marked and isinstance(value, str) and NUMBER.fullmatch(value):
            yield value
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
