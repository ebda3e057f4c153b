"""Clearing what a destroyed key leaves in its table: until VACUUM, the page keeps the old row."""

from __future__ import annotations

import re
import time
from typing import Any, LiteralString

import psycopg
import structlog
from psycopg.errors import Diagnostic

log = structlog.get_logger()
LEFT = re.compile(r"(\d+) are dead but not yet removable|missed: (\d+) dead")
"""What VACUUM (VERBOSE) says it had to leave: for an old snapshot, or a page in somebody's use."""
TRIES, AGAIN = 30, 0.1  # seconds between


def clear(connection: psycopg.Connection[Any], vacuum: LiteralString) -> bool:
    """Vacuums until nothing is left behind; whether it came to that within a few seconds.

    ``vacuum`` is VACUUM (VERBOSE) of the table. Somebody else's snapshot, an autovacuum's too,
    keeps dead rows in place as long as it lasts; what is left then goes by the next VACUUM.
    """
    said: list[str] = []

    def heard(notice: Diagnostic) -> None:
        said.append(notice.message_primary or "")

    connection.add_notice_handler(heard)
    try:
        for _ in range(TRIES):
            said.clear()
            connection.execute(vacuum)
            if not _left("\n".join(said)):
                return True
            time.sleep(AGAIN)
    finally:
        connection.remove_notice_handler(heard)
    log.warning("a destroyed key stays in its table's pages until the next vacuum")
    return False


def _left(said: str) -> bool:
    return any(int(one or other) for one, other in LEFT.findall(said))
