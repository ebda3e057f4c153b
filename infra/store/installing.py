"""Installing on a PostgreSQL of one's own: databases, logins, schemas; run by their owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from infra.settings import Misconfigured
from infra.store.databases import create
from infra.store.migrations import KEYS, prepare


@dataclass(frozen=True)
class Login:
    """What a DSN of the application says: which database, as whom, with which password."""

    database: str
    user: str
    password: str | None

    @classmethod
    def of(cls, dsn: str, variable: str) -> Login:
        """Raises Misconfigured when the DSN names no database or no user."""
        parts = conninfo_to_dict(dsn)
        database, user = parts.get("dbname"), parts.get("user")
        if not database or not user:
            raise Misconfigured(f"{variable} names no database or no user; give both")
        password = parts.get("password")
        return cls(str(database), str(user), None if password is None else str(password))


def install(
    owner_dsn: str, dsn: str, folders: Sequence[str], *, role: str, variable: str
) -> list[str]:
    """Makes the database and the login that ``dsn`` names, and brings the schemas up to date.

    ``owner_dsn`` is a superuser's, on any database of that server; ``role`` is what the login
    becomes a member of. Gives the SQL files applied. Run again it does only what is left to do.
    """
    login = Login.of(dsn, variable)
    create(owner_dsn, login.database)
    applied = prepare(make_conninfo(owner_dsn, dbname=login.database), folders)
    with psycopg.connect(owner_dsn, autocommit=True) as connection:
        _let_in(connection, login, role)
    return applied


def install_keys(owner_dsn: str, keys_dsn: str) -> list[str]:
    """The same for the database of the keys."""
    return install(owner_dsn, keys_dsn, KEYS, role="griffie_keys", variable="GRIFFIE_KEYS_DSN")


def _let_in(connection: psycopg.Connection, login: Login, role: str) -> None:
    user = sql.Identifier(login.user)
    found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [login.user]).fetchone()
    if found is None:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(user))
    if login.password is not None:
        connection.execute(
            sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(user, sql.Literal(login.password))
        )
    connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), user))
