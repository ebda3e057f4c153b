"""Where views stand in each partition of the topic of facts, while workers share the partitions.

Rows are there only once workers read from Kafka. What moves a partition holds its row first and
the view's position last, so no two wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psycopg.rows import tuple_row

from infra.store.views import positions
from infra.store.views.faults import Connection
from infra.store.views.positions import Overtaken

STAY = "SELECT FROM views.positions WHERE view = ANY(%s) ORDER BY view FOR UPDATE"
BEGIN = """
INSERT INTO views.partitions (view, partition, upto)
SELECT view, n, position FROM views.positions, generate_series(0, %s - 1) AS n
WHERE view = ANY(%s) ON CONFLICT DO NOTHING
"""
LOAD = """
SELECT view, partition, next_offset, seen, upto, awaited FROM views.partitions
WHERE view = ANY(%s) AND partition = ANY(%s)
"""
MOVE = """
UPDATE views.partitions AS stood
SET next_offset = moved.next_offset, seen = moved.seen, upto = moved.upto,
    awaited = moved.awaited, moved_at = clock_timestamp()
FROM unnest(%s::int[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[],
    %s::bigint[]) AS moved (partition, seen_before, upto_before, next_offset, seen, upto, awaited)
WHERE stood.view = %s AND stood.partition = moved.partition
    AND stood.seen = moved.seen_before AND stood.upto = moved.upto_before
"""
HOLD = "SELECT partition, upto FROM views.partitions WHERE view = %s ORDER BY partition FOR UPDATE"
LEVEL = "UPDATE views.partitions SET upto = %s WHERE view = %s"
LEAST = """
UPDATE views.positions SET position = greatest(position, (
    SELECT min(upto) FROM views.partitions WHERE view = %s
)), moved_at = clock_timestamp() WHERE view = %s
"""
AWAITED = """
SELECT view, partition, seen, awaited FROM views.partitions WHERE awaited IS NOT NULL
ORDER BY view, partition
"""
ANY = "SELECT EXISTS (SELECT FROM views.partitions)"
END = "DELETE FROM views.partitions WHERE view = %s"


@dataclass(frozen=True)
class Stand:
    """Where a view stands in a partition; positions are those of the record.

    ``offset`` is only where to go on reading: that a fact was told is known by ``seen`` and
    ``upto``. ``awaited`` is a fact that should have come before what came.
    """

    offset: int = 0
    seen: int = 0
    upto: int = 0
    awaited: int | None = None


Stands = dict[int, Stand]
Moves = Mapping[int, tuple[Stand, Stand]]


@dataclass(frozen=True)
class Hole:
    """A view waits in a partition for a fact that did not come after the last it saw."""

    view: str
    partition: int
    seen: int
    awaited: int


def begin(connection: Connection, views: list[str], partitions: int) -> None:
    """From where each view stands, unless its partitions have moved before.

    Who feeds the view from the record meanwhile is waited for, and can move it no more.
    """
    positions.load(connection, views)
    with connection.transaction():
        connection.execute(STAY, [views])
        connection.execute(BEGIN, [partitions, views])


def load(connection: Connection, views: list[str], of: Iterable[int]) -> dict[str, Stands]:
    found: dict[str, Stands] = {view: {} for view in views}
    rows = connection.cursor(row_factory=tuple_row).execute(LOAD, [views, list(of)])
    for view, partition, *stand in rows:
        found[view][partition] = Stand(*stand)
    return found


def move(connection: Connection, view: str, moves: Moves) -> None:
    """The fence: nobody else moves these until the transaction ends. Raises Overtaken."""
    connection.execute(positions.QUICK)
    stands = list(moves.values())
    values = [
        list(moves),
        [before.seen for before, _ in stands],
        [before.upto for before, _ in stands],
        [after.offset for _, after in stands],
        [after.seen for _, after in stands],
        [after.upto for _, after in stands],
        [after.awaited for _, after in stands],
        view,
    ]
    if connection.execute(MOVE, values).rowcount != len(stands):
        raise Overtaken(view)


def follow(connection: Connection, view: str) -> None:
    """The view stands where its hindmost partition does. The last of a transaction.

    Waits for others that do the same, and only then looks what they left.
    """
    positions.hold(connection, view)
    connection.execute(LEAST, [view, view])


def hold(connection: Connection, view: str) -> Stands:
    """The partitions of a view, if it has any; they stay until the transaction ends."""
    rows = connection.cursor(row_factory=tuple_row).execute(HOLD, [view]).fetchall()
    return {partition: Stand(upto=upto) for partition, upto in rows}


def level(connection: Connection, view: str, upto: int) -> None:
    """Every partition of a view was told up to a position."""
    connection.execute(LEVEL, [upto, view])


def there_are(connection: Connection) -> bool:
    """Whether workers read, or have read last, from Kafka."""
    return connection.execute(ANY).fetchone() == (True,)


def end(connection: Connection, view: str) -> None:
    """One worker feeds the view from now on."""
    connection.execute(END, [view])


def holes(connection: Connection) -> list[Hole]:
    """Where views wait for facts that a broker lost."""
    return [Hole(*row) for row in connection.cursor(row_factory=tuple_row).execute(AWAITED)]
