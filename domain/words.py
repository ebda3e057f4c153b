"""Text that comes in from outside: trimmed, never empty, no control characters, not endless."""

from typing import Annotated
from unicodedata import category

from pydantic import AfterValidator, StringConstraints


def printable(text: str) -> str:
    if any(category(c) in ("Cc", "Cs") and c not in "\n\t" for c in text):
        raise ValueError("give text without control characters or broken characters")
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(printable),
]
"""A name, a title, a reference: up to 200 characters."""

Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=8000),
    AfterValidator(printable),
]
"""Reasons, explanations, notes: up to 8,000 characters."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,79}$")]
"""One of our own words: a ground, a kind, a reference without a name in it."""
