"""A value as it is sealed: ciphertext and commitment, under one key, bound to one fact.

It is stored as {"p": person, "k": kept, "h": commitment, "e": nonce and ciphertext}. The cipher is
AES-256-GCM (NIST SP 800-38D). The commitment is SHA-256 over a salt and the value in its one
spelling, so whoever is given both can check it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.store.canonical import canonical

SALT, NONCE = 16, 12  # bytes
MOST_REMEMBERED = 10_000  # ids
NOT_SEALED = 'not a sealed value: it has "p", "k", "h" and "e"'

Slot = tuple[UUID, str]
"""What a key is for: a person, and the reason something about him is kept for."""
Seal = tuple[str, str, str]
"""What a sealed value is known by: "e", "h", and where it is bound to."""


class SealBroken(Exception):
    """A sealed value was changed, or moved to a place it was not sealed for."""


def salted(value: object) -> bytes:
    """What is sealed: a salt and the value. Raises TypeError, ValueError as ``canonical`` does."""
    return secrets.token_bytes(SALT) + canonical(value)


def salt_and_value(plain: bytes) -> tuple[bytes, object]:
    return plain[:SALT], value_in(plain)


def value_in(plain: bytes) -> object:
    return json.loads(plain[SALT:].decode())  # decoded, or json guesses at the encoding


def sealed(cipher: AESGCM, slot: Slot, plain: bytes, place: bytes) -> dict[str, str]:
    nonce = secrets.token_bytes(NONCE)
    hidden = cipher.encrypt(nonce, plain, place)
    return {
        "p": str(slot[0]),
        "k": slot[1],
        "h": base64.b64encode(hashlib.sha256(plain).digest()).decode(),
        "e": base64.b64encode(nonce + hidden).decode(),
    }


def known_by(stored: Mapping[str, Any], bound_to: str) -> tuple[Slot, Seal]:
    """Under which key a value was sealed, and what it is known by. Raises SealBroken."""
    try:
        slot = id_of(stored["p"]), str(stored["k"])
        return slot, (str(stored["e"]), str(stored["h"]), bound_to)
    except (KeyError, ValueError, TypeError, AttributeError):
        raise SealBroken(NOT_SEALED) from None


def unsealed(cipher: AESGCM, slot: Slot, seal: Seal) -> bytes:
    """Salt and value. Raises SealBroken."""
    (person, kept), (e, h, bound_to) = slot, seal
    try:
        body, commitment = base64.b64decode(e, validate=True), base64.b64decode(h, validate=True)
    except ValueError:
        raise SealBroken(NOT_SEALED) from None
    try:
        plain = cipher.decrypt(body[:NONCE], body[NONCE:], place_of(slot, bound_to))
    except (InvalidTag, ValueError):
        raise SealBroken(
            f"a value of {person} ({kept}) was changed, or not sealed for {bound_to}"
        ) from None
    if hashlib.sha256(plain).digest() != commitment:
        raise SealBroken(f"a value of {person} ({kept}) does not match its commitment")
    return plain


def place_of(slot: Slot, bound_to: str) -> bytes:
    """What a value is bound to. Raises ValueError for a reason that is no word."""
    person, kept = slot
    if not kept or "|" in kept:
        raise ValueError(f"{kept!r} is not a retention class: a word, without a bar")
    return f"{_written(person)}|{kept}|{bound_to}".encode()


@lru_cache(maxsize=MOST_REMEMBERED)
def id_of(text: str) -> UUID:
    """The id that is written so; most facts name a person who was just named."""
    return UUID(text)


@lru_cache(maxsize=MOST_REMEMBERED)
def _written(person: UUID) -> str:
    return str(person)
