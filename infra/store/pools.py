"""Connections of a process, within bounds."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

LOCK_TIMEOUT, IDLE_TIMEOUT = "5s", "30s"
PATIENCE = 5.0
"""Seconds in which a pool finds a connection, or else says that there is none. Attempts to connect
are given up as soon: each failure doubles the wait for the next, to minutes after an outage."""


def pool_on(dsn: str, size: int) -> ConnectionPool[Any]:
    """An open pool of connections that commit each statement; whoever asked for it closes it."""
    return ConnectionPool(
        dsn,
        min_size=1,
        max_size=size,
        timeout=PATIENCE,
        reconnect_timeout=PATIENCE,
        kwargs={"autocommit": True, "connect_timeout": int(PATIENCE)},
        configure=_within_bounds,
        open=True,
    )


def _within_bounds(connection: psycopg.Connection[Any]) -> None:
    """No connection waits for ever, nor holds up the readers' barrier by doing nothing."""
    connection.execute("SELECT set_config('lock_timeout', %s, false)", [LOCK_TIMEOUT])
    connection.execute(
        "SELECT set_config('idle_in_transaction_session_timeout', %s, false)", [IDLE_TIMEOUT]
    )
