"""The schema, from numbered SQL files; and the refusal to run on a database that is not safe."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import tuple_row

FILES = Path(__file__).parent / "sql"
RECORD = ("record",)
KEYS = ("keys",)

MIGRATING = 7236002  # advisory lock: one migration at a time in a database
NUMBERED = re.compile(r"\d{4}_[a-z0-9_]+\.sql")

LEDGER = """
CREATE SCHEMA IF NOT EXISTS migrations;
CREATE TABLE IF NOT EXISTS migrations.applied (
    folder text NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (folder, name)
);
"""

# Each row: what is wrong, if the condition holds for the session that runs it.
DANGERS = """
SELECT danger FROM (VALUES
    ('PostgreSQL is older than 15; use 15 or later',
     current_setting('server_version_num')::int < 150000),
    ('this server is a replica; connect to the primary', pg_is_in_recovery()),
    ('fsync is off; set it on', current_setting('fsync') <> 'on'),
    ('full_page_writes is off; set it on', current_setting('full_page_writes') <> 'on'),
    ('synchronous_commit is off; set it on', current_setting('synchronous_commit') = 'off'),
    ('the role is superuser; log in as a member of griffie_app',
     (SELECT bool_or(rolsuper) FROM pg_roles WHERE rolname = current_user
         OR (rolname = session_user AND NOT %(embedded)s))),
    ('the role may become griffie_owner; revoke that membership',
     NOT %(embedded)s AND pg_has_role(session_user, 'griffie_owner', 'MEMBER')),
    ('the role may set the positions of facts; revoke UPDATE on the sequence',
     has_sequence_privilege('record.facts_notification_id_seq', 'UPDATE')),
    ('the role may choose the position of a fact; revoke INSERT on that column',
     has_column_privilege('record.facts', 'notification_id', 'INSERT'))
) AS checks (danger, found) WHERE found
UNION ALL
SELECT format('the role has %%s on record.%%s; revoke it', privilege, name)
FROM unnest(ARRAY['facts', 'commands']) AS name,
     unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege
WHERE has_table_privilege('record.' || name, privilege)
   OR (privilege = 'UPDATE' AND has_any_column_privilege('record.' || name, privilege))
UNION ALL
SELECT format('trigger %%s on record.%%s is missing or not ALWAYS; restore it', wanted, name)
FROM unnest(ARRAY['facts', 'commands']) AS name,
     unnest(ARRAY['immutable', 'no_truncate']) AS wanted
WHERE NOT EXISTS (
    SELECT FROM pg_trigger
    WHERE tgrelid = ('record.' || name)::regclass AND tgname = wanted
      AND tgenabled = 'A' AND tgfoid = 'record.refuse()'::regprocedure)
"""


class NotMigrated(Exception):
    """The SQL files and what was applied earlier do not agree; nothing was changed."""


class Unsafe(Exception):
    """The record could be changed or lost here; one line a danger, with what to do."""


@dataclass(frozen=True)
class Script:
    folder: str
    name: str
    text: str

    @property
    def digest(self) -> bytes:
        return sha256(self.text.encode()).digest()


def prepare(dsn: str, folders: Sequence[str] = RECORD, files: Path = FILES) -> list[str]:
    """Bring a database up to date as its owner or a superuser; the files applied, in order.

    Each file has its own transaction. Raises NotMigrated before any file is run, when one that
    was applied has since changed or gone, or when a new one would come before it.
    """
    scripts = [script for folder in folders for script in _scripts(files / folder)]
    with psycopg.connect(dsn, autocommit=True) as connection, _alone(connection):
        connection.execute(LEDGER)
        waiting = _waiting(connection, scripts, folders)
        for script in waiting:
            _apply(connection, script)
    return [f"{script.folder}/{script.name}" for script in waiting]


def assert_safe(connection: psycopg.Connection[Any], *, embedded: bool = False) -> None:
    """Refuse to work on a record that this session could change, or that a crash could lose.

    `embedded` allows a superuser's session that took on griffie_app (`SET ROLE`, or
    `options=-crole=griffie_app`), for demo, dev and tests. Raises Unsafe.
    """
    with connection.cursor(row_factory=tuple_row) as cursor:
        if cursor.execute("SELECT to_regclass('record.facts')").fetchone() == (None,):
            raise Unsafe("the record has no tables; run `griffie prepare` first")
        dangers = cursor.execute(DANGERS, {"embedded": embedded}).fetchall()
    if dangers:
        raise Unsafe("\n".join(danger for (danger,) in dangers))


def let_in(dsn: str, role: str) -> None:
    """Let a role of ours log in by itself: on the embedded server, which its socket guards."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(sql.SQL("ALTER ROLE {} LOGIN").format(sql.Identifier(role)))


def _scripts(folder: Path) -> list[Script]:
    found = sorted(folder.glob("*.sql"))
    if not found:
        raise NotMigrated(f"there are no SQL files in {folder}")
    for path in found:
        if not NUMBERED.fullmatch(path.name):
            raise NotMigrated(f"{folder.name}/{path.name}: name it like 0001_what_it_makes.sql")
    numbers = [path.name[:4] for path in found]
    if twice := {number for number in numbers if numbers.count(number) > 1}:
        raise NotMigrated(f"{folder.name}: number {min(twice)} is used twice")
    return [Script(folder.name, path.name, path.read_text(encoding="utf-8")) for path in found]


@contextmanager
def _alone(connection: psycopg.Connection[Any]) -> Iterator[None]:
    connection.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
    try:
        yield
    finally:
        if not connection.broken:
            connection.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def _waiting(
    connection: psycopg.Connection[Any], scripts: Sequence[Script], folders: Sequence[str]
) -> list[Script]:
    rows = connection.execute(
        "SELECT folder, name, sha256 FROM migrations.applied WHERE folder = ANY(%s)",
        [list(folders)],
    )
    applied = {(folder, name): digest for folder, name, digest in rows}
    present = {(script.folder, script.name) for script in scripts}
    for folder, name in sorted(applied.keys() - present):
        raise NotMigrated(f"{folder}/{name} was applied here and is gone; put it back")
    waiting = []
    for script in scripts:
        digest = applied.get((script.folder, script.name))
        if digest is None:
            _assert_last(script, applied)
            waiting.append(script)
        elif bytes(digest) != script.digest:
            raise NotMigrated(
                f"{script.folder}/{script.name} changed after it was applied; "
                "restore it, and put the change in a new file"
            )
    return waiting


def _assert_last(script: Script, applied: dict[tuple[str, str], bytes]) -> None:
    later = [name for folder, name in applied if folder == script.folder and name > script.name]
    if later:
        raise NotMigrated(
            f"{script.folder}/{script.name} comes before {max(later)}, which was applied; "
            "give it a higher number"
        )


def _apply(connection: psycopg.Connection[Any], script: Script) -> None:
    with connection.transaction():
        connection.execute(script.text.encode())
        connection.execute("RESET ROLE")
        connection.execute(
            "INSERT INTO migrations.applied (folder, name, sha256) VALUES (%s, %s, %s)",
            [script.folder, script.name, script.digest],
        )
