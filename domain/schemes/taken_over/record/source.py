"""What a source says, in its own words: headings, values, moments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StringConstraints

from domain.days import FIRST_YEAR, LAST_YEAR
from domain.law import Value
from domain.personal import Content, Personal
from domain.words import Line, printable

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def _placed(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("give a moment with its offset from UTC")
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise ValueError(f"give a moment between {FIRST_YEAR} and {LAST_YEAR}")
    return moment


Moment = Annotated[datetime, AfterValidator(_placed)]
"""An instant, with the offset from UTC that the source gives it, to the microsecond."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=8000), AfterValidator(printable)]
"""A value as the source has it: not even a space is taken off."""

Row = Annotated[int, Field(ge=1, le=10**9)]
Kind = Literal["string", "date", "int", "float", "boolean", "id"]
"""The kinds of values that an event log has (IEEE 1849-2016, 5.5)."""


class Said(Value):
    """What the source says under one heading, when that is not about a person."""

    heading: Line
    kind: Kind = "string"
    says: Words


class SaidOfAPerson(Value):
    """What the source says under one heading about a person; it is sealed."""

    heading: Line
    kind: Kind = "string"
    sealed: Personal[Content, Words]


Saying = Said | SaidOfAPerson


def legal_day(moment: datetime) -> date:
    """The calendar day in Europe/Amsterdam that a moment falls on."""
    return moment.astimezone(AMSTERDAM).date()
