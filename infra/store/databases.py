"""The two databases of an installation: the record, and the keys of its personal data."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql

from infra.settings import Settings
from infra.store.embedded import Embedded
from infra.store.migrations import KEYS, RECORD, let_in, prepare


@dataclass(frozen=True)
class Databases:
    """DSNs for the application's own roles: griffie_app on the record, griffie_keys on the keys.

    `server` is the embedded server when there is one, so that `server.start()` can revive it.
    """

    record: str
    keys: str
    server: Embedded | None = None


@contextmanager
def opened(settings: Settings, folders: Sequence[str] = RECORD) -> Iterator[Databases]:
    """The databases of these settings. Call it from the main thread.

    Given DSNs are passed on untouched: there, `prepare` is run apart and by an owner. Without
    them (demo, dev, test) the embedded server runs in `data_dir`/pg and both are kept up to date.
    """
    if settings.dsn and settings.keys_dsn:
        yield Databases(settings.dsn, settings.keys_dsn)
        return
    with Embedded(settings.data_dir / "pg", binaries=settings.pg_bin) as server:
        create(server.dsn, "griffie", "griffie_keys")
        prepare(server.dsn_of("griffie"), folders)
        prepare(server.dsn_of("griffie_keys"), KEYS)
        let_in(server.dsn, "griffie_app")
        let_in(server.dsn, "griffie_keys")
        yield Databases(
            server.dsn_of("griffie", "griffie_app"),
            server.dsn_of("griffie_keys", "griffie_keys"),
            server,
        )


def create(dsn: str, *names: str) -> None:
    """Make the databases that are not there, two processes at once included."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        for name in names:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name])
            if found.fetchone() is None:
                _create(connection, name)


def _create(connection: psycopg.Connection, name: str) -> None:
    try:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
        return  # another process was first
