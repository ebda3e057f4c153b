"""What may travel over the wire: strict shapes, whose JSON Schema tells the whole truth.

pydantic is lenient by default (0 is a day in 1970, "1" is a number, True is 1). A register that
guesses is a register that errs, so every shape here takes one spelling only. What a client gets
wrong is answered in the words of the `PydanticCustomError` raised here, never with its own input.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from annotated_types import GroupedMetadata, MaxLen, MinLen
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

Json = dict[str, Any]
"""A JSON object whose members are not for this API to name."""

LARGEST_WHOLE = 2**53 - 1  # beyond it JSON readers disagree about the number (RFC 8259, 6)

_YEAR = "(?:(?:19|20|21)[0-9]{2}|2200)"
_DAY = f"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_OFFSET = r"(?:Z|[+](?:[01][0-9]|2[0-3]):[0-5][0-9]|-(?!00:00)(?:[01][0-9]|2[0-3]):[0-5][0-9])"
DAY_PATTERN = f"^{_DAY}$"
MOMENT_PATTERN = f"^{_DAY}T{_TIME}{_OFFSET}$"
UUID_PATTERN = "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
CURSOR_PATTERN = "^[A-Za-z0-9_-]{1,512}$"


class ApiModel(BaseModel):
    """A JSON object of the API: camelCase names, and no member that we do not know."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, serialize_by_alias=True, extra="forbid"
    )


def _day(value: object) -> date:
    if type(value) is date:
        return value
    if isinstance(value, str) and re.fullmatch(_DAY, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError(
        "iso_date", "Expected a day that exists, from 1900 to 2200, written as 2026-03-31."
    )


def _moment(value: object) -> datetime:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    if isinstance(value, str) and re.fullmatch(f"{_DAY}T{_TIME}{_OFFSET}", value):
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            pass
    raise PydanticCustomError(
        "utc_moment",
        "Expected a moment with its offset, from 1900 to 2200, written as 2026-03-31T12:00:00Z.",
    )


def _uuid(value: object) -> UUID:
    if isinstance(value, UUID):
        return value
    if isinstance(value, str) and re.fullmatch(UUID_PATTERN, value):
        return UUID(value)
    raise PydanticCustomError(
        "uuid_text", "Expected a UUID, written as 123e4567-e89b-42d3-a456-426614174000."
    )


def _whole(value: object) -> object:
    """5.0 is 5 in JSON (JSON Schema, 6.1.1)."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _digits(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch("[0-9]{1,9}", value):
        raise PydanticCustomError("digits", "Expected a whole number in digits.")
    return value


IsoDate = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DAY_PATTERN}),
]
"""A legal day (Europe/Amsterdam), 1900 to 2200."""

UtcMoment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": MOMENT_PATTERN}),
]
"""An instant: any offset comes in, UTC goes out (RFC 9557; capital T and Z, never -00:00)."""

Uuid = Annotated[
    UUID,
    BeforeValidator(_uuid),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": UUID_PATTERN}),
]
"""A UUID in its canonical spelling, with hyphens."""

WholeNumber = Annotated[
    int, Strict(), Field(ge=-LARGEST_WHOLE, le=LARGEST_WHOLE), BeforeValidator(_whole)
]
"""A whole number every JSON reader agrees on. For bodies; a query carries text."""

YesNo = Annotated[bool, Strict()]
"""true or false, and not "yes" or 1. For bodies."""

Limit = Annotated[int, Field(ge=1, le=100), BeforeValidator(_digits)]
"""How many items a page holds at most, 1 to 100. For queries."""

Cursor = Annotated[
    str,
    StringConstraints(pattern=CURSOR_PATTERN),
    WithJsonSchema({"type": "string", "format": "cursor", "maxLength": 512}),
]
"""Where a page starts, as a former page said; opaque to its reader (see `cursors`)."""


@dataclass(frozen=True)
class Text(GroupedMetadata):
    """`Annotated[str, Text(200)]`: 1 to 200 characters and no NUL, which PostgreSQL lacks."""

    most: int
    least: int = 1

    def __iter__(self) -> Iterator[Any]:
        yield MinLen(self.least)
        yield MaxLen(self.most)
        yield StringConstraints(pattern=r"^[^\x00]*$")
