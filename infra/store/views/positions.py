"""The position of each view: moved before its rows, in the same transaction, by one at a time."""

from __future__ import annotations

from psycopg.rows import tuple_row

from infra.store.views.faults import Connection

BEGIN = """
INSERT INTO views.positions (view, position) SELECT unnest(%s::text[]), 0
ON CONFLICT (view) DO NOTHING
"""
ALL = "SELECT view, position FROM views.positions WHERE view = ANY(%s)"
MOVE = """
UPDATE views.positions SET position = %s, moved_at = clock_timestamp()
WHERE view = %s AND position = %s
    AND NOT EXISTS (SELECT FROM views.partitions WHERE partitions.view = positions.view)
"""
HOLD = "SELECT position FROM views.positions WHERE view = %s FOR UPDATE"
PLACE = "UPDATE views.positions SET position = %s WHERE view = %s"
QUICK = "SET LOCAL synchronous_commit = off"  # rows and position are lost together, or not at all


class Overtaken(Exception):
    """Somebody else moved the view; look again where it stands."""


def load(connection: Connection, views: list[str]) -> dict[str, int]:
    """Where the views stand; those that never stood anywhere start at 0."""
    connection.execute(BEGIN, [views])
    return dict(connection.cursor(row_factory=tuple_row).execute(ALL, [views]).fetchall())


def move(connection: Connection, view: str, before: int, after: int) -> None:
    """The fence: nobody else moves this view until the transaction ends. Raises Overtaken."""
    connection.execute(QUICK)
    if connection.execute(MOVE, [after, view, before]).rowcount != 1:
        raise Overtaken(view)


def hold(connection: Connection, view: str) -> int:
    """Where a view stands; it stays there until the transaction ends."""
    row = connection.cursor(row_factory=tuple_row).execute(HOLD, [view]).fetchone()
    return row[0] if row else 0


def place(connection: Connection, view: str, position: int) -> None:
    """What a view shows was told up to here. While it is held."""
    connection.execute(PLACE, [position, view])
