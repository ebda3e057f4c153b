"""Personal values, sealed under a key per person and retention class.

Destroying a key makes every value under it unreadable, wherever it was copied, and changes no
stored byte: the salted commitment `h` stays, so every proof over the record stays valid.
"""

import math
import threading
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from eventsourcing.persistence import OperationalError
from psycopg.rows import tuple_row
from psycopg_pool import ConnectionPool

from infra.settings import Misconfigured
from infra.store.residue import clear
from infra.store.seals import (
    Seal,
    Slot,
    known_by,
    place_of,
    salt_and_value,
    salted,
    sealed,
    unsealed,
    value_in,
)

KEPT_IN_MEMORY = 60.0  # seconds; a key destroyed elsewhere is used no longer than this
MOST_IN_MEMORY = 10_000
CHANNEL = "griffie_keys"

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
        slot = person, kept
        plain, place = salted(value), place_of(slot, bound_to)
        return sealed(self._key(slot, make=True).cipher, slot, plain, place)

    def open(self, stored: Mapping[str, Any], bound_to: str) -> object:
        """The value. Raises KeyDestroyed, KeyUnknown or SealBroken."""
        return value_in(self._plain(stored, bound_to))

    def disclose(self, stored: Mapping[str, Any], bound_to: str) -> tuple[bytes, object]:
        """Salt and value: with both, anybody can check `h` = SHA-256(salt || canonical value)."""
        return salt_and_value(self._plain(stored, bound_to))

    def _plain(self, stored: Mapping[str, Any], bound_to: str) -> bytes:
        """Salt and canonical value; remembered once opened, no longer than its key is."""
        slot, seal = known_by(stored, bound_to)
        held = self._key(slot, make=False)
        plain = held.opened.get(seal)
        if plain is None:
            plain = held.opened[seal] = unsealed(held.cipher, slot, seal)
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
