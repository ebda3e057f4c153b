"""Days, names and values as they are told: written out, and never a value about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.fact import Actor, Fact
from domain.law import Place, Value
from domain.personal import Personal

HEAD = set(Fact.model_fields)
"""What every fact has; the telling says these in its own way."""


def of_day(day: date) -> str:
    """``Fri 15 May 2026``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def of_name(stored_as: str) -> str:
    """``certificate suspended``, for the fact that is stored so."""
    return stored_as.rpartition(".")[2].replace("-", " ")


def of_actor(by: Actor) -> str:
    return "the clerk" if by.id == by.role == "clerk" else f"{by.id}, {by.role.replace('-', ' ')}"


def of_place(place: Place) -> str:
    """``27(a)``, with our reading behind it where the text is silent."""
    return place.at + (f" [{place.reading}]" if place.reading else "")


def of_value(value: object) -> str:
    """A value in words: days written out, yes and no, lists with commas."""
    if isinstance(value, date):
        return of_day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return ", ".join(of_value(one) for one in value) or "none"
    return str(value)


def outcome_of(fact: Fact) -> str:
    """What a fact says beside its name: ``until Sat 14 Nov 2026``; nothing about the person."""
    return "; ".join(f"{name} {value}" for name, value in _outcome(fact))


def _outcome(fact: Fact) -> Iterator[tuple[str, str]]:
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if name not in HEAD and value is not None and not isinstance(value, Personal | Value):
            yield name.replace("_", " "), of_value(value)
