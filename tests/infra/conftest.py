"""A real PostgreSQL for the tests: the embedded one, or that of GRIFFIE_TEST_DSN (superuser)."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg_pool import ConnectionPool

from infra.store.embedded import Embedded
from infra.store.keyring import Keyring
from infra.store.migrations import KEYS, RECORD, prepare

KEK = bytes(range(32))
MADE = count(1)
TEMPLATES = {"record": RECORD, "keys": KEYS}


@dataclass(frozen=True)
class TestServer:
    """A server, and templates of both databases that `database` copies for each test."""

    __test__ = False

    dsn: str
    prefix: str

    def dsn_of(self, database: str, role: str | None = None) -> str:
        """As the superuser, or under a role of ours from the first statement on."""
        options = {"options": f"-c role={role}"} if role else {}
        return make_conninfo(self.dsn, dbname=database, **options)

    def create(self, name: str, template: str = "template0") -> str:
        """A database, made anew."""
        self.drop(name)
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class Database:
    """The databases of one test, each copied from its template when it is first asked for."""

    def __init__(self, server: TestServer) -> None:
        self._server = server
        self._name = f"{server.prefix}_{next(MADE)}"
        self._made: list[str] = []

    @cached_property
    def record(self) -> str:
        """As griffie_app, the role the application has."""
        return self._server.dsn_of(self._record, "griffie_app")

    @cached_property
    def reader(self) -> str:
        return self._server.dsn_of(self._record, "griffie_reader")

    @cached_property
    def record_owner(self) -> str:
        """As the superuser, who could break everything but what triggers refuse him too."""
        return self._server.dsn_of(self._record)

    @cached_property
    def keys(self) -> str:
        """As griffie_keys, the role of the keyring."""
        return self._server.dsn_of(self._keys, "griffie_keys")

    @cached_property
    def keys_owner(self) -> str:
        return self._server.dsn_of(self._keys)

    @cached_property
    def _record(self) -> str:
        return self._copy("record")

    @cached_property
    def _keys(self) -> str:
        return self._copy("keys")

    def _copy(self, kind: str) -> str:
        name = self._server.create(f"{self._name}_{kind}", f"{self._server.prefix}_{kind}")
        self._made.append(name)
        return name

    def drop(self) -> None:
        for name in self._made:
            self._server.drop(name)


def environment(record: str | None, keys: str | None, folder: Path) -> dict[str, str]:
    """What a process of its own is told of a house in these databases."""
    return {
        "GRIFFIE_MODE": "test",
        "GRIFFIE_DSN": record or "",
        "GRIFFIE_KEYS_DSN": keys or "",
        "GRIFFIE_KEK": KEK.hex(),
        "GRIFFIE_DATA_DIR": str(folder),
    }


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that every account can enter; pytest's own are closed to `nobody`."""
    folder = Path(tempfile.mkdtemp(prefix="griffie-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def server(open_folder: Path) -> Iterator[TestServer]:
    """One server a session and a worker, with both templates migrated."""
    given = os.environ.get("GRIFFIE_TEST_DSN")
    if given:
        borrowed = _furnished(TestServer(given, f"griffie_test_{os.getpid()}"))
        yield borrowed
        for kind in TEMPLATES:
            borrowed.drop(f"{borrowed.prefix}_{kind}")
        return
    with Embedded(open_folder / "pg") as embedded:
        yield _furnished(TestServer(embedded.dsn, "test"))


@pytest.fixture
def database(server: TestServer) -> Iterator[Database]:
    """`database.record` and `database.keys`: DSNs of fresh, migrated databases."""
    database = Database(server)
    yield database
    database.drop()


@pytest.fixture
def keyrings(database: Database) -> Iterator[Callable[[], Keyring]]:
    """Makes keyrings on this test's keys, each with a pool of its own, as processes have."""
    pools: list[ConnectionPool] = []

    def another() -> Keyring:
        pool = ConnectionPool(database.keys, min_size=1, max_size=4, open=True)
        pools.append(pool)
        return Keyring(pool, KEK)

    yield another
    for pool in pools:
        pool.close()


@pytest.fixture
def keyring(keyrings: Callable[[], Keyring]) -> Keyring:
    return keyrings()


def _furnished(server: TestServer) -> TestServer:
    for kind, folders in TEMPLATES.items():
        prepare(server.dsn_of(server.create(f"{server.prefix}_{kind}")), folders)
    return server
