"""Personal values, sealed under a key per person and retention class.

Destroying a key makes every value under it unreadable, wherever it was copied, and changes no
stored byte: the salted commitment `h` stays, so every proof over the record stays valid.
"""

import base64
import hashlib
import json
import math
import os
import secrets
import threading
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from eventsourcing.persistence import OperationalError
from psycopg.rows import tuple_row
from psycopg_pool import ConnectionPool

from infra.settings import Misconfigured, Settings, read_kek
from infra.store.residue import clear

SALT, NONCE = 16, 12  # bytes
KEPT_IN_MEMORY = 60.0  # seconds; a key destroyed elsewhere is used no longer than this
MOST_IN_MEMORY = 10_000
CHANNEL = "griffie_keys"

Slot = tuple[UUID, str]
Seal = tuple[str, str, str]
"""What a sealed value is known by: "e", "h", and where it is bound to."""
NOT_SEALED = 'not a sealed value: it has "p", "k", "h" and "e"'


SELECT = "SELECT person, kept, wrapped FROM keys.person_key"
ONE = f"{SELECT} WHERE person = %s AND kept = %s"
MAKE = """
INSERT INTO keys.person_key (person, kept, wrapped) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING
RETURNING person, kept, wrapped
"""
MAKE_MANY = """
INSERT INTO keys.person_key (person, kept, wrapped)
SELECT person, %s, wrapped FROM unnest(%s::uuid[], %s::bytea[]) AS made (person, wrapped)
ON CONFLICT DO NOTHING
"""
CLOSE = """
INSERT INTO keys.person_key (person, kept, destroyed_at, destroyed_by, decided_in)
SELECT %s, kept, clock_timestamp(), %s, %s FROM unnest(%s::text[]) AS kept
ON CONFLICT DO NOTHING
"""
DESTROY = """
UPDATE keys.person_key
SET wrapped = NULL, destroyed_at = clock_timestamp(), destroyed_by = %s, decided_in = %s
WHERE person = %s AND destroyed_at IS NULL AND (%s::text[] IS NULL OR kept = ANY(%s))
"""
RECEIPTS = """
SELECT person, kept, version, destroyed_at, destroyed_by, decided_in FROM keys.person_key
WHERE person = %s AND destroyed_at IS NOT NULL AND (%s::text[] IS NULL OR kept = ANY(%s))
ORDER BY kept
"""


class KeyDestroyed(Exception):
    """The key of this person and class was destroyed: nothing is read, nothing is added."""


class KeyUnknown(Exception):
    """A sealed value names a key that was never here: this is not the database of its keys."""


class SealBroken(Exception):
    """A sealed value was changed, or moved to a place it was not sealed for."""


@dataclass(frozen=True)
class Destroyed:
    """The receipt of a destroyed key; says no more about the person than an id."""

    person: UUID
    kept: str
    version: int
    destroyed_at: datetime
    destroyed_by: str
    decided_in: str


@dataclass(frozen=True, eq=False)
class _Held:
    """A key, until when it may be used, and what it opened: they are forgotten together."""

    cipher: AESGCM
    until: float
    opened: dict[Seal, bytes] = field(default_factory=dict)


DESTROYED = _Held(AESGCM(bytes(32)), math.inf)
"""In the place of a key that was destroyed, which is for ever."""


class Keyring:
    """Seals, opens and destroys. Safe between threads and between processes.

    The pool is that of the keys database, under the role that owns keys.person_key; it is
    closed by whoever opened it. `kek` is 32 bytes and never stored.
    """

    def __init__(self, pool: ConnectionPool[Any], kek: bytes) -> None:
        if len(kek) != 32:
            raise ValueError(f"a KEK is 32 bytes, this one is {len(kek)}")
        self._pool = pool
        self._kek = kek
        self._held: dict[Slot, _Held] = {}
        self._guard = threading.Lock()

    def seal(self, person: UUID, kept: str, value: object, bound_to: str) -> dict[str, str]:
        """`value` as {"p": person, "k": kept, "h": commitment, "e": ciphertext}.

        It opens only where `bound_to` is the same. A key made for it is committed before this
        returns. Raises KeyDestroyed; TypeError or ValueError when the value is not plain JSON.
        """
        place = _place(person, kept, bound_to)
        plain = secrets.token_bytes(SALT) + canonical(value)
        nonce = secrets.token_bytes(NONCE)
        sealed = self._key((person, kept), make=True).cipher.encrypt(nonce, plain, place)
        return {
            "p": str(person),
            "k": kept,
            "h": base64.b64encode(hashlib.sha256(plain).digest()).decode(),
            "e": base64.b64encode(nonce + sealed).decode(),
        }

    def open(self, sealed: Mapping[str, Any], bound_to: str) -> object:
        """The value. Raises KeyDestroyed, KeyUnknown or SealBroken."""
        return _told(self._plain(sealed, bound_to))

    def disclose(self, sealed: Mapping[str, Any], bound_to: str) -> tuple[bytes, object]:
        """Salt and value: with both, anybody can check `h` = SHA-256(salt || canonical value)."""
        plain = self._plain(sealed, bound_to)
        return plain[:SALT], _told(plain)

    def _plain(self, sealed: Mapping[str, Any], bound_to: str) -> bytes:
        """Salt and canonical value; remembered once opened, no longer than its key is."""
        try:
            slot = id_of(sealed["p"]), str(sealed["k"])
            seal = str(sealed["e"]), str(sealed["h"]), bound_to
        except (KeyError, ValueError, TypeError, AttributeError):
            raise SealBroken(NOT_SEALED) from None
        held = self._key(slot, make=False)
        plain = held.opened.get(seal)
        if plain is None:
            plain = held.opened[seal] = _unsealed(held.cipher, slot, seal)
        return plain

    def destroy(
        self, person: UUID, kept_classes: Collection[str] | None, *, decided_in: str, by: str
    ) -> list[Destroyed]:
        """Destroy keys for good: those of the classes named, or every one the person has.

        A class named that has no key yet is closed too, so that none is made later. Repeating
        it is harmless and gives the first receipts. Other processes follow within a minute.
        """
        classes = None if kept_classes is None else sorted(set(kept_classes))
        with self._connection() as connection, connection.transaction():
            connection.execute(CLOSE, [person, by, decided_in, classes])
            connection.execute(DESTROY, [by, decided_in, person, classes, classes])
            connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(person)])
            with connection.cursor(row_factory=tuple_row) as cursor:
                rows = cursor.execute(RECEIPTS, [person, classes, classes]).fetchall()
        receipts = [Destroyed(*row) for row in rows]
        for receipt in receipts:
            self._hold((receipt.person, receipt.kept), None)
        self._vacuum()
        return receipts

    def warm(self, persons: Iterable[UUID]) -> None:
        """Fetch the keys of many persons in one query, before a batch that opens their values."""
        with self._connection() as connection, connection.cursor(row_factory=tuple_row) as c:
            c.execute(f"{SELECT} WHERE person = ANY(%s)", [list(set(persons))])
            for person, kept, wrapped in c:
                self._hold((person, kept), wrapped)

    def make(self, persons: Iterable[UUID], kept: str) -> None:
        """Make and fetch the keys of many persons at once, before a batch that seals values."""
        whose = sorted(set(persons))
        keys = [aes_key_wrap(self._kek, AESGCM.generate_key(256)) for _ in whose]
        with self._connection() as connection:
            connection.execute(MAKE_MANY, [kept, whose, keys])
        self.warm(whose)

    def forget(self, person: UUID) -> None:
        """Drop what is in memory of a person: for who listens on CHANNEL, which names them."""
        with self._guard:
            for slot in [slot for slot in self._held if slot[0] == person]:
                del self._held[slot]

    def _key(self, slot: Slot, *, make: bool) -> _Held:
        held = self._held.get(slot)
        if held is None or held.until < time.monotonic():
            held = self._hold(slot, self._fetch(slot, make=make))
        if held is DESTROYED:
            raise KeyDestroyed(
                f"the key of {slot[0]} for {slot[1]} was destroyed: what was sealed under it "
                "cannot be read, and nothing more may be recorded about this person in that class"
            )
        return held

    def _fetch(self, slot: Slot, *, make: bool) -> bytes | None:
        """The wrapped key, None when destroyed; made first if need be, by one process only."""
        with self._connection() as connection, connection.cursor(row_factory=tuple_row) as c:
            row = c.execute(ONE, slot).fetchone()
            if row is None and make:
                wrapped = aes_key_wrap(self._kek, AESGCM.generate_key(256))
                row = c.execute(MAKE, [*slot, wrapped]).fetchone()
                row = row or c.execute(ONE, slot).fetchone()  # another process was first
        if row is None:
            raise KeyUnknown(
                f"no key of {slot[0]} for {slot[1]} was ever made here; GRIFFIE_KEYS_DSN names "
                "another keys database, or an old copy of it was restored"
            )
        wrapped_key: bytes | None = row[2]
        return wrapped_key

    def _hold(self, slot: Slot, wrapped: bytes | None) -> _Held:
        try:
            key = None if wrapped is None else aes_key_unwrap(self._kek, wrapped)
        except InvalidUnwrap:
            raise Misconfigured(
                "GRIFFIE_KEK (or GRIFFIE_KEK_FILE) is not the key that wrapped this keys database"
            ) from None
        held = _Held(AESGCM(key), time.monotonic() + KEPT_IN_MEMORY) if key else DESTROYED
        with self._guard:
            if self._held.pop(slot, None) is DESTROYED:
                held = DESTROYED  # fetched just before its destruction: it does not come back
            self._held[slot] = held
            if len(self._held) > MOST_IN_MEMORY:
                del self._held[next(iter(self._held))]
        return held

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        """Raises the library's OperationalError when the keys can't be reached now."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            raise OperationalError(type(error).__name__) from error

    def _vacuum(self) -> None:
        """The old version of a row still holds the wrapped key, until VACUUM clears the page."""
        with self._connection() as connection:
            before = connection.autocommit
            connection.autocommit = True
            try:
                clear(connection, "VACUUM (VERBOSE) keys.person_key")
            finally:
                connection.autocommit = before


def _unsealed(cipher: AESGCM, slot: Slot, seal: Seal) -> bytes:
    (person, kept), (e, h, bound_to) = slot, seal
    try:
        body, commitment = base64.b64decode(e, validate=True), base64.b64decode(h, validate=True)
    except ValueError:
        raise SealBroken(NOT_SEALED) from None
    try:
        plain = cipher.decrypt(body[:NONCE], body[NONCE:], _place(person, kept, bound_to))
    except (InvalidTag, ValueError):
        raise SealBroken(
            f"a value of {person} ({kept}) was changed, or not sealed for {bound_to}"
        ) from None
    if hashlib.sha256(plain).digest() != commitment:
        raise SealBroken(f"a value of {person} ({kept}) does not match its commitment")
    return plain


@lru_cache(maxsize=MOST_IN_MEMORY)
def id_of(text: str) -> UUID:
    """The id that is written so; most facts name a person who was just named."""
    return UUID(text)


@lru_cache(maxsize=MOST_IN_MEMORY)
def _written(person: UUID) -> str:
    return str(person)


def _told(plain: bytes) -> object:
    return json.loads(plain[SALT:].decode())  # decoded, or json guesses at the encoding


def canonical(value: object) -> bytes:
    """The one spelling of a value: JSON, keys sorted, no spaces, UTF-8.

    Raises TypeError for what is not str, int, bool, None, list or dict with str keys (a day is
    its ISO text; a fraction too, because floats have no single spelling), and ValueError for
    text that is not Unicode.
    """
    _assert_plain(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError("text with half a surrogate pair cannot be stored") from None


def kek_of(settings: Settings) -> bytes:
    """The key-encryption key as set; outside production one is made in data_dir, for its owner.

    Raises Misconfigured.
    """
    if settings.kek:
        return read_kek(settings.kek.get_secret_value())
    path = settings.kek_file
    if path is None:
        if settings.mode == "production":
            raise Misconfigured("GRIFFIE_KEK_FILE is not set; production makes no key by itself")
        path = _made(settings.data_dir / "kek")
    try:
        return read_kek(path.read_text())
    except (OSError, ValueError) as reason:
        raise Misconfigured(f"GRIFFIE_KEK_FILE {path}: {reason}") from None


def _made(path: Path) -> Path:
    """Whole or not at all, and once: two processes that start together read the same key."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return path
    finally:
        draft.unlink()
    return path


def _place(person: UUID, kept: str, bound_to: str) -> bytes:
    if not kept or "|" in kept:
        raise ValueError(f"{kept!r} is not a retention class: a word, without a bar")
    return f"{_written(person)}|{kept}|{bound_to}".encode()


def _assert_plain(value: object) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key of type {type(key).__name__}; keys are text")
            _assert_plain(item)
    elif isinstance(value, list):
        for item in value:
            _assert_plain(item)
    elif not isinstance(value, str | int | bool | None):
        raise TypeError(
            f"a value of type {type(value).__name__} cannot be sealed; "
            "give text, a whole number, a truth value, None, a list or a dict"
        )
