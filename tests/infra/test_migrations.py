"""The schema comes from numbered files, and the record takes additions only."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import psycopg
import pytest
from psycopg import errors

from infra.store.migrations import NotMigrated, Unsafe, assert_safe, prepare
from tests.infra.conftest import Database, TestServer

FILE = UUID("7b8f7f6e-0000-4000-8000-000000000001")
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ASKED = sha256(b"asked").digest()
APPEND = "SELECT record.append(%s, %s, %s, %s, %s, %s, %s, %s, %s)"

Connection = psycopg.Connection[Any]


@pytest.fixture
def app(database: Database) -> Iterator[Connection]:
    with psycopg.connect(database.record, autocommit=True) as connection:
        yield connection


@pytest.fixture
def superuser(database: Database) -> Iterator[Connection]:
    with psycopg.connect(database.record_owner, autocommit=True) as connection:
        yield connection


def append(
    connection: Connection, *versions: int, file: UUID = FILE, command: UUID | None = None
) -> list[int]:
    several = len(versions)
    rows = connection.execute(
        APPEND,
        [
            [file] * max(several, 1),
            list(versions),
            ["case.opened"] * several,
            [b"{}"] * several,
            [AT] * several,
            command,
            "m.bakker",
            ASKED,
            b"answer",
        ],
    )
    return [position for (position,) in rows]


# The files


def test_files_are_applied_once_and_in_order(server: TestServer) -> None:
    dsn = server.dsn_of(server.create(f"{server.prefix}_anew"))
    try:
        assert prepare(dsn) == [
            "record/0001_roles.sql",
            "record/0002_record.sql",
            "record/0003_append.sql",
        ]
        assert prepare(dsn) == []
    finally:
        server.drop(f"{server.prefix}_anew")


def test_two_processes_that_migrate_together_apply_each_file_once(server: TestServer) -> None:
    dsn = server.dsn_of(server.create(f"{server.prefix}_both"))
    try:
        with ThreadPoolExecutor(4) as threads:
            done = list(threads.map(lambda _: prepare(dsn), range(4)))
        assert sorted(len(applied) for applied in done) == [0, 0, 0, 3]
    finally:
        server.drop(f"{server.prefix}_both")


@pytest.fixture
def scripts(tmp_path: Path, database: Database) -> tuple[Path, str]:
    """A folder of our own with one file, applied."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "0002_first.sql").write_text("CREATE TABLE public.first (a int)")
    prepare(database.record_owner, ["own"], tmp_path)
    return folder, database.record_owner


def test_an_applied_file_that_changed_is_refused(scripts: tuple[Path, str]) -> None:
    folder, dsn = scripts
    (folder / "0002_first.sql").write_text("CREATE TABLE public.first (a bigint)")
    with pytest.raises(NotMigrated, match=r"own/0002_first\.sql changed after it was applied"):
        prepare(dsn, ["own"], folder.parent)


def test_an_applied_file_that_is_gone_is_refused(scripts: tuple[Path, str]) -> None:
    folder, dsn = scripts
    (folder / "0002_first.sql").rename(folder / "0003_renamed.sql")
    with pytest.raises(NotMigrated, match=r"own/0002_first\.sql was applied here and is gone"):
        prepare(dsn, ["own"], folder.parent)


def test_a_file_that_comes_too_late_is_refused(scripts: tuple[Path, str]) -> None:
    folder, dsn = scripts
    (folder / "0001_late.sql").write_text("SELECT 1")
    with pytest.raises(NotMigrated, match="give it a higher number"):
        prepare(dsn, ["own"], folder.parent)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("first.sql", "name it like"), ("0002_again.sql", "0002 is used twice")],
)
def test_a_misnamed_file_is_refused(scripts: tuple[Path, str], name: str, complaint: str) -> None:
    folder, dsn = scripts
    (folder / name).write_text("SELECT 1")
    with pytest.raises(NotMigrated, match=complaint):
        prepare(dsn, ["own"], folder.parent)


def test_a_folder_without_files_is_refused(database: Database) -> None:
    with pytest.raises(NotMigrated, match=r"no SQL files in .*nowhere"):
        prepare(database.record_owner, ["nowhere"])


def test_a_file_that_fails_leaves_nothing_and_the_files_before_it_stay(
    scripts: tuple[Path, str],
) -> None:
    folder, dsn = scripts
    (folder / "0003_good.sql").write_text("CREATE TABLE public.good (a int)")
    (folder / "0004_bad.sql").write_text("CREATE TABLE public.half (a int); SELECT 1 / 0")
    with pytest.raises(errors.DivisionByZero):
        prepare(dsn, ["own"], folder.parent)
    (folder / "0004_bad.sql").write_text("CREATE TABLE public.half (a int)")
    assert prepare(dsn, ["own"], folder.parent) == ["own/0004_bad.sql"]


# Appending


def test_facts_get_positions_in_the_order_they_were_given(app: Connection) -> None:
    positions = append(app, 1, 2, 3)
    assert positions == sorted(positions)
    rows = app.execute(
        "SELECT originator_version, recorded_at FROM record.facts ORDER BY notification_id"
    ).fetchall()
    assert rows == [(1, AT), (2, AT), (3, AT)]


def test_the_second_to_write_a_version_is_refused(app: Connection) -> None:
    append(app, 1)
    with pytest.raises(errors.UniqueViolation) as refused:
        append(app, 1)
    assert refused.value.diag.constraint_name == "facts_pkey"


def test_a_command_is_recorded_with_its_facts_and_answers_once(app: Connection) -> None:
    command = uuid5(FILE, "command")
    append(app, 1, 2, command=command)
    with pytest.raises(errors.UniqueViolation) as refused:
        append(app, 3, command=command)
    assert refused.value.diag.constraint_name == "commands_pkey"
    kept = "SELECT originator_id, first_version, last_version, answer FROM record.commands"
    assert app.execute(kept).fetchall() == [(FILE, 1, 2, b"answer")]


def test_a_command_whose_facts_are_refused_is_not_recorded(app: Connection) -> None:
    append(app, 1)
    with pytest.raises(errors.UniqueViolation):
        append(app, 1, command=uuid5(FILE, "command"))
    assert app.execute("SELECT count(*) FROM record.commands").fetchone() == (0,)


def test_a_command_without_facts_is_recorded_too(app: Connection) -> None:
    assert append(app, command=uuid5(FILE, "command")) == []
    kept = "SELECT originator_id, first_version FROM record.commands"
    assert app.execute(kept).fetchall() == [(FILE, None)]


@pytest.mark.parametrize("short", [0, 2, 3, 4])
def test_arrays_of_unequal_length_are_refused(app: Connection, short: int) -> None:
    arrays: list[list[object]] = [[FILE] * 2, [1, 2], ["a", "b"], [b"1", b"2"], [AT] * 2]
    arrays[short] = arrays[short][:1]
    with pytest.raises(errors.NotNullViolation):
        app.execute(APPEND, [*arrays, None, "m.bakker", ASKED, None])


# The head that a reader may trust


def test_the_head_of_an_empty_record_is_zero(app: Connection) -> None:
    assert app.execute("SELECT record.safe_head()").fetchone() == (0,)


def test_the_head_waits_for_writers_under_way_and_sees_what_they_wrote(
    app: Connection, database: Database
) -> None:
    heads: list[int] = []

    def read() -> None:
        with psycopg.connect(database.record, autocommit=True) as reader:
            row = reader.execute("SELECT record.safe_head()").fetchone()
            heads.append(row[0] if row else -1)

    with psycopg.connect(database.record) as slow:
        (first,) = append(slow, 1)
        (second,) = append(app, 1, file=uuid5(FILE, "other"))
        reading = threading.Thread(target=read)
        reading.start()
        wait_for_a_waiter(app)
        assert heads == []
        slow.commit()
        reading.join(30)
    assert first < second
    assert heads == [second]
    seen = app.execute("SELECT notification_id FROM record.facts ORDER BY 1").fetchall()
    assert seen == [(first,), (second,)]


def test_writers_do_not_wait_for_each_other(app: Connection, database: Database) -> None:
    with psycopg.connect(database.record) as slow:
        append(slow, 1)
        app.execute("SET lock_timeout = '1s'")
        assert append(app, 1, file=uuid5(FILE, "other"))


def test_the_head_is_refused_where_it_would_be_old(app: Connection) -> None:
    app.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    with pytest.raises(errors.RaiseException, match="use read committed"):
        app.execute("SELECT record.safe_head()")


def wait_for_a_waiter(connection: Connection) -> None:
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    deadline = time.monotonic() + 30
    while connection.execute(waiting).fetchone() != (1,):
        assert time.monotonic() < deadline, "nobody waits for the writer"
        time.sleep(0.01)


# What nobody may do

FORBIDDEN_TO_THE_APPLICATION = [
    "UPDATE record.facts SET topic = 'forged'",
    "UPDATE record.facts SET notification_id = -1",
    "DELETE FROM record.facts",
    "TRUNCATE record.facts",
    "UPDATE record.commands SET actor = 'somebody else'",
    "DELETE FROM record.commands",
    "TRUNCATE record.commands",
    "UPDATE record.snapshots SET state = ''",
    "SELECT setval('record.facts_notification_id_seq', 1)",
    "INSERT INTO record.facts (originator_id, originator_version, topic, state, recorded_at,"
    " notification_id) VALUES (gen_random_uuid(), 1, 'forged', '', now(), -5)",
    "INSERT INTO record.facts (originator_id, originator_version, topic, state, recorded_at,"
    " stored_at) VALUES (gen_random_uuid(), 1, 'forged', '', now(), '2020-01-01')",
    "ALTER TABLE record.facts DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "DROP TABLE record.facts",
    "CREATE TABLE record.more (a int)",
    "CREATE TABLE public.more (a int)",
    "CREATE OR REPLACE FUNCTION record.refuse() RETURNS trigger LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NEW; END'",
    "UPDATE migrations.applied SET sha256 = ''",
    "SET ROLE griffie_owner",
]


@pytest.mark.parametrize("attempt", FORBIDDEN_TO_THE_APPLICATION)
def test_the_application_may_not(server: TestServer, database: Database, attempt: str) -> None:
    with psycopg.connect(database.record_owner, autocommit=True) as connection:
        intruder = f"{server.prefix}_intruder"
        connection.execute(f"DROP ROLE IF EXISTS {intruder}")
        connection.execute(f"CREATE ROLE {intruder} LOGIN IN ROLE griffie_app")
        append(connection, 1, command=uuid5(FILE, "command"))
        # A session that was never anything else: SET ROLE by a superuser could be undone.
        connection.execute(f"SET SESSION AUTHORIZATION {intruder}")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(attempt)
        connection.execute("RESET SESSION AUTHORIZATION")
        connection.execute(f"DROP ROLE {intruder}")


@pytest.mark.parametrize("table", ["facts", "commands"])
@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE record.{} SET originator_id = originator_id",
        "DELETE FROM record.{}",
        "TRUNCATE record.{}",
    ],
)
@pytest.mark.parametrize("mode", ["origin", "replica"])
def test_a_superuser_is_refused_too(
    superuser: Connection, table: str, attempt: str, mode: str
) -> None:
    append(superuser, 1, command=uuid5(FILE, "command"))
    superuser.execute(f"SET session_replication_role = {mode}")
    with pytest.raises(errors.InsufficientPrivilege, match="append-only"):
        superuser.execute(attempt.format(table))


def test_the_reader_reads_and_writes_nothing(app: Connection, database: Database) -> None:
    append(app, 1)
    with psycopg.connect(database.reader, autocommit=True) as reader:
        assert reader.execute("SELECT count(*) FROM record.facts").fetchone() == (1,)
        assert reader.execute("SELECT record.safe_head()").fetchone() != (0,)
        with pytest.raises(errors.InsufficientPrivilege):
            append(reader, 2)


def test_snapshots_may_be_removed_because_they_are_not_the_truth(app: Connection) -> None:
    app.execute("INSERT INTO record.snapshots VALUES (%s, 3, 'snapshot', '')", [FILE])
    assert app.execute("DELETE FROM record.snapshots").rowcount == 1


# Where the application refuses to start


def test_the_application_starts_on_what_the_files_make(app: Connection) -> None:
    assert_safe(app, embedded=True)


def test_a_superuser_does_not_start(superuser: Connection, app: Connection) -> None:
    with pytest.raises(Unsafe, match="the role is superuser"):
        assert_safe(superuser, embedded=True)
    with pytest.raises(Unsafe, match="the role is superuser"):
        assert_safe(app)  # SET ROLE by a superuser is for demo, dev and tests only


@pytest.mark.parametrize(
    ("made_unsafe", "complaint"),
    [
        ("GRANT UPDATE ON record.facts TO griffie_app", "UPDATE on record.facts"),
        ("GRANT UPDATE (topic) ON record.facts TO griffie_app", "UPDATE on record.facts"),
        ("GRANT DELETE ON record.facts TO griffie_app", "DELETE on record.facts"),
        ("GRANT TRUNCATE ON record.commands TO griffie_app", "TRUNCATE on record.commands"),
        ("GRANT INSERT ON record.facts TO griffie_app", "choose the position of a fact"),
        (
            "GRANT UPDATE ON SEQUENCE record.facts_notification_id_seq TO griffie_app",
            "set the positions of facts",
        ),
        ("DROP TRIGGER immutable ON record.facts", "immutable on record.facts is missing"),
        (
            "ALTER TABLE record.commands ENABLE TRIGGER no_truncate",
            "no_truncate on record.commands is missing or not ALWAYS",
        ),
        ("ALTER TABLE record.facts DISABLE TRIGGER immutable", "immutable on record.facts"),
    ],
)
def test_the_application_does_not_start_when(
    superuser: Connection, app: Connection, made_unsafe: str, complaint: str
) -> None:
    superuser.execute(made_unsafe)
    with pytest.raises(Unsafe, match=complaint):
        assert_safe(app, embedded=True)


def test_the_application_does_not_start_when_commits_may_be_lost(app: Connection) -> None:
    app.execute("SET synchronous_commit = off")
    with pytest.raises(Unsafe, match="synchronous_commit is off"):
        assert_safe(app, embedded=True)


def test_the_application_does_not_start_without_tables(server: TestServer) -> None:
    name = server.create(f"{server.prefix}_empty")
    try:
        with (
            psycopg.connect(server.dsn_of(name)) as connection,
            pytest.raises(Unsafe, match="griffie prepare"),
        ):
            assert_safe(connection)
    finally:
        server.drop(name)


def test_what_the_library_reads_is_there(app: Connection) -> None:
    columns = "originator_id, originator_version, topic, state"
    app.execute(f"SELECT {columns}, notification_id FROM record.facts")
    app.execute(f"SELECT {columns} FROM record.snapshots")
    row = "ROW(gen_random_uuid(), 1, 'case.opened', '')::record.stored_event_uuid"
    assert app.execute(f"SELECT ({row}).originator_version").fetchone() == (1,)
