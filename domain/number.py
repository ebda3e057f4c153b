"""The number of a case file: one for each subject under a scheme, and it tells nothing."""

from __future__ import annotations

import hashlib
import re
from uuid import UUID, uuid5

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMBER = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")
CASES = UUID("6f1f52e0-5b3a-5d0e-9c55-0d3c1b6a7e11")
"""Our namespace for case files (RFC 9562, section 5.5)."""


def number_of(scheme: str, kind: str, subject: str) -> str:
    """The number of the file of this subject: the same each time, so a subject has one file.

    Sixty bits of a digest; a subject is a random id of a person, or the scheme's own name.
    """
    digest = hashlib.sha256(f"{scheme}/{kind}/{subject}".encode()).digest()
    bits = int.from_bytes(digest[:8], "big") >> 4
    letters = "".join(CROCKFORD[bits >> shift & 31] for shift in range(55, -5, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def stream_of(number: str) -> UUID:
    """The id of the stream that the file with this number is kept in."""
    return uuid5(CASES, number)
