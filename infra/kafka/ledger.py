"""How far each topic has come, and who leads: moved by one relay at a time, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from psycopg.rows import tuple_row

from infra.store.views.faults import Connection

BEGIN = "INSERT INTO relay.topics (topic) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING"
LEAD = """
UPDATE relay.topics SET leader = %s,
    epoch = (SELECT max(epoch) + 1 FROM relay.topics WHERE topic = ANY(%s))
WHERE topic = ANY(%s) RETURNING epoch
"""
STAND = "SELECT position, chain, epoch FROM relay.topics WHERE topic = %s"
MOVE = """
UPDATE relay.topics SET position = %s, chain = %s, moved_at = clock_timestamp()
WHERE topic = %s AND epoch = %s AND position = %s
"""
PUT_BACK = """
UPDATE relay.topics SET position = %s, chain = %s, epoch = epoch + 1 WHERE topic = %s
"""

Chain = Mapping[int, int]
"""The last position that was sent to each partition."""


class Deposed(Exception):
    """Another relay leads, or the topic was put back: look again where it stands."""


@dataclass(frozen=True)
class Stand:
    """Everything up to this position was acknowledged."""

    position: int
    chain: Chain


class Ledger:
    """The topics of one leader. Over the session that holds the leader's lock, and no other."""

    def __init__(self, connection: Connection, topics: list[str], me: str) -> None:
        """Takes over: whoever led before can move nothing from here on."""
        self.connection = connection
        connection.execute(BEGIN, [topics])
        row = (
            connection.cursor(row_factory=tuple_row).execute(LEAD, [me, topics, topics]).fetchone()
        )
        self.epoch: int = row[0] if row else 0

    def stand(self, topic: str) -> Stand:
        """Raises Deposed."""
        position, chain, epoch = _stand(self.connection, topic)
        if epoch != self.epoch:
            raise Deposed(f"epoch {epoch} leads, this is {self.epoch}")
        return Stand(position, chain)

    def move(self, topic: str, before: Stand, after: Stand) -> None:
        """Raises Deposed, and then nothing was moved."""
        values = [after.position, _written(after.chain), topic, self.epoch, before.position]
        if self.connection.execute(MOVE, values).rowcount != 1:
            raise Deposed(f"{topic} is not at {before.position} under epoch {self.epoch}")


def stood(connection: Connection, topic: str) -> Stand:
    """How far a topic has come, to whoever asks."""
    position, chain, _ = _stand(connection, topic)
    return Stand(position, chain)


def put_back(connection: Connection, topic: str, stand: Stand) -> int | None:
    """What comes after is sent again, by whoever leads: it has to take over anew.

    Gives where the topic stood, or nothing if it never was.
    """
    with connection.transaction():
        row = (
            connection.cursor(row_factory=tuple_row)
            .execute(f"{STAND} FOR UPDATE", [topic])
            .fetchone()
        )
        if row is not None:
            connection.execute(PUT_BACK, [stand.position, _written(stand.chain), topic])
    return row[0] if row else None


def _stand(connection: Connection, topic: str) -> tuple[int, Chain, int]:
    row = connection.cursor(row_factory=tuple_row).execute(STAND, [topic]).fetchone()
    if row is None:
        return 0, {}, 0
    return row[0], {int(partition): position for partition, position in row[1].items()}, row[2]


def _written(chain: Chain) -> str:
    return json.dumps({str(partition): position for partition, position in chain.items()})
