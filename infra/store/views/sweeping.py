"""Clearing the pages after an erasure: what was deleted is still in them, and in the indexes.

A plain VACUUM leaves the bytes where they were, and a GIN index keeps every word it ever held; so
the table is written anew. Its readers wait that long. That it is to be done is noted with the
erasure itself, in one transaction, so a crash does not forget it.
"""

from __future__ import annotations

import psycopg
from psycopg import sql
from psycopg.rows import tuple_row

from infra.store.views.faults import Connection

NOTE = "UPDATE views.positions SET to_sweep = true WHERE view = %s"
NOTED = "SELECT view FROM views.positions WHERE to_sweep"
DONE = "UPDATE views.positions SET to_sweep = false WHERE view = %s"
SWEEP = "VACUUM (FULL) {table}"
PATIENCE = "SET lock_timeout = '2s'"  # readers queue behind who waits for a table
NO_LIMIT = "RESET lock_timeout"


def note(connection: Connection, view: str) -> None:
    """The table of a view is to be swept. Within the transaction of the erasure."""
    connection.execute(NOTE, [view])


def noted(connection: Connection) -> set[str]:
    """The views whose tables are to be swept."""
    return {row[0] for row in connection.cursor(row_factory=tuple_row).execute(NOTED).fetchall()}


def sweep(connection: Connection, view: str) -> bool:
    """Whether the table could be had and was swept. In no transaction, in autocommit."""
    connection.execute(PATIENCE)
    try:
        connection.execute(sql.SQL(SWEEP).format(table=sql.Identifier("views", view)))
    except psycopg.errors.LockNotAvailable:
        return False
    finally:
        connection.execute(NO_LIMIT)
    connection.execute(DONE, [view])
    return True
