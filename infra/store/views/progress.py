"""How far the views have come, what was set aside; and waiting until they have seen a fact."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row, tuple_row

from domain.number import stream_of
from infra.store.views.asking import Pool
from projections import VIEWS

LOOK_AGAIN = 0.01  # seconds
POSITIONS = "SELECT view, position FROM views.positions"
POSITION_OF = """
SELECT notification_id FROM record.facts WHERE originator_id = %s AND originator_version = %s
"""
SET_ASIDE = """
SELECT view, stream, case_number AS number, position, reason, at FROM views.set_aside
ORDER BY view, position
"""


@dataclass(frozen=True)
class SetAside:
    """A case that a view could not follow from a position on; the reason names nobody."""

    view: str
    stream: UUID
    number: str
    position: int
    reason: str
    at: datetime


class Progress:
    """Positions are those of the record; 0 is before its first fact."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def positions(self) -> dict[str, int]:
        """How far each view has come."""
        with self._pool.connection() as connection:
            rows = connection.cursor(row_factory=tuple_row).execute(POSITIONS).fetchall()
        found: dict[str, int] = dict(rows)
        return {view.name: found.get(view.name, 0) for view in VIEWS}

    def position_of(self, number: str, version: int) -> int | None:
        """Where in the record a fact of a case stands, or nothing."""
        with self._pool.connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row)
            row = cursor.execute(POSITION_OF, [stream_of(number), version]).fetchone()
        return row[0] if row else None

    def wait(self, position: int, timeout: float, views: Iterable[str] = ()) -> bool:
        """Whether the views (all, if none are named) came this far within so many seconds."""
        deadline = time.monotonic() + timeout
        while True:
            reached = self.positions()
            if all(reached[name] >= position for name in views or reached):
                return True
            if time.monotonic() >= deadline:
                return False
            time.sleep(LOOK_AGAIN)

    def wait_for(self, number: str, version: int, timeout: float) -> bool:
        """Whether the views saw this fact of a case in time; not, when there is no such fact."""
        position = self.position_of(number, version)
        return position is not None and self.wait(position, timeout)

    def set_aside(self) -> list[SetAside]:
        """Every case that some view could not follow."""
        with (
            self._pool.connection() as connection,
            connection.cursor(row_factory=class_row(SetAside)) as cursor,
        ):
            return cursor.execute(SET_ASIDE).fetchall()
