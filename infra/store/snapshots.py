"""States of long files, folded before: never the truth, and dropped at any time.

A snapshot holds no personal value but as it is sealed in its fact, so destroying a key is all
that an erasure takes. It is used only by the very code that folded it, and only when the stamp
on it is ours: whoever can write to the table can't make a decision rest on something else.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import psycopg
import structlog
from psycopg.rows import TupleRow, tuple_row
from psycopg_pool import ConnectionPool, PoolTimeout

import domain
from domain.case import CaseFile, KindOfFile
from domain.personal import Sealed
from infra.store.sealing import Keys, SealedValue, Where
from infra.store.seals import id_of

log = structlog.get_logger()
LATEST = """
SELECT originator_version, state FROM record.snapshots
WHERE originator_id = %b AND originator_version <= %b AND topic = %b
ORDER BY originator_version DESC LIMIT 1
"""
KEEP = """
INSERT INTO record.snapshots (originator_id, originator_version, topic, state)
VALUES (%b, %b, %b, %b) ON CONFLICT DO NOTHING
"""
DROP = "DELETE FROM record.snapshots WHERE originator_id = %b AND originator_version <= %b"
STAMP = 32  # bytes, HMAC-SHA-256
AWAY = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout)

Pool = ConnectionPool[psycopg.Connection[TupleRow]]


class Unopened(Exception):
    """A state holds something personal that is not as it was sealed: no snapshot of it."""


class Table(Protocol):
    """Where snapshots lie."""

    def latest(self, stream: UUID, upto: int, code: str) -> tuple[int, bytes] | None: ...

    def put(self, stream: UUID, version: int, code: str, held: bytes) -> None: ...


class SnapshotTable:
    """record.snapshots; the application may add to it and drop from it."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def latest(self, stream: UUID, upto: int, code: str) -> tuple[int, bytes] | None:
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=tuple_row, binary=True) as cursor,
        ):
            row = cursor.execute(LATEST, (stream, upto, code), prepare=True).fetchone()
        return (row[0], bytes(row[1])) if row else None

    def put(self, stream: UUID, version: int, code: str, held: bytes) -> None:
        """In the place of every earlier one, and of one that was of no use."""
        with self._pool.connection() as connection, connection.transaction():
            connection.execute(DROP, (stream, version))
            connection.execute(KEEP, (stream, version, code, held))


class StampedSnapshots:
    """What casework asks for snapshots. Whatever is wrong with one, it is told and left aside."""

    def __init__(self, table: Table, keys: Keys, secret: bytes) -> None:
        self._table, self._keys = table, keys
        self._secret = hmac.digest(secret, b"stamps of snapshots", "sha256")

    def find(self, file: CaseFile[Any], kind: KindOfFile[Any]) -> tuple[int, Any] | None:
        try:
            found = self._table.latest(file.id, file.version, code_of_the_domain())
            if found is None:
                return None
            version, held = found
            stamp, told = held[:STAMP], held[STAMP:]
            if not hmac.compare_digest(stamp, self._stamp(file, version, told)):
                raise ValueError("the stamp is not ours")
            sealing = {"sealing": _FromSnapshot(self._keys, file.person)}
            state = type(kind.start).model_validate_json(
                told, context=sealing, by_alias=False, by_name=True
            )
            return version, state
        except AWAY:
            raise
        except Exception as error:  # whatever it is, the facts tell the same
            log.warning("a snapshot was left aside", case=file.number, reason=type(error).__name__)
            return None

    def keep(self, file: CaseFile[Any]) -> None:
        try:
            sealing = {"sealing": _IntoSnapshot()}
            told = file.state.model_dump_json(context=sealing).encode()
            held = self._stamp(file, file.version, told) + told
            self._table.put(file.id, file.version, code_of_the_domain(), held)
        except Exception as error:  # who reads a file does not fail for it
            log.warning("no snapshot was kept", case=file.number, reason=type(error).__name__)

    def _stamp(self, file: CaseFile[Any], version: int, told: bytes) -> bytes:
        said = f"{file.id}|{version}|{code_of_the_domain()}|".encode() + told
        return hmac.digest(self._secret, said, "sha256")


class _IntoSnapshot:
    """Takes over what is sealed as it is."""

    def again(self, sealed: Sealed) -> Mapping[str, object] | None:
        if not isinstance(sealed, SealedValue):
            return None
        return {"in": str(sealed.where.stream), "n": sealed.where.version, "as": sealed.stored}

    def seal(self, _: UUID | None, kept: str, __: object) -> Mapping[str, object]:
        raise Unopened(f"a value kept as {kept} is not sealed")


class _FromSnapshot:
    """Gives it back, to be opened where it was sealed for."""

    def __init__(self, keys: Keys, person: UUID | None) -> None:
        self._keys, self._person = keys, person

    def held(self, stored: Mapping[str, Any]) -> Sealed:
        where = Where(id_of(stored["in"]), stored["n"], self._person)
        return SealedValue(self._keys, stored["as"], where)


@cache
def code_of_the_domain() -> str:
    """A digest of the code that folds: other code folds anew."""
    folder, digest = Path(domain.__file__ or "").parent, sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(f"{file.relative_to(folder)}\n".encode() + file.read_bytes())
    return digest.hexdigest()
