"""The topic of facts: every fact in the order of the record, chained in each partition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from psycopg.rows import args_row

from infra.kafka.facts import OnRecord, as_event, number_in
from infra.kafka.ledger import Chain, Ledger, Stand
from infra.kafka.messages import Event, Written
from infra.kafka.partitions import partition_of
from infra.kafka.sending import Outgoing, Sender, UnderWay
from infra.kafka.topics import Topic
from infra.store.views.facts import LAST
from infra.store.views.faults import Connection

WINDOW = 1000
TURN = 10  # windows until the other lines have theirs
SINCE = """
SELECT notification_id AS position, originator_version AS version, topic, state, recorded_at
FROM record.facts WHERE notification_id > %s AND notification_id <= %s
ORDER BY notification_id LIMIT %s
"""
BEFORE = """
SELECT notification_id, convert_from(state, 'UTF8')::json ->> 'number' FROM record.facts
WHERE notification_id <= %s ORDER BY notification_id DESC LIMIT 500
"""


class AheadOfRecord(Exception):
    """The topic holds facts the record does not have: the record was restored to before them."""


class Window(NamedTuple):
    """What was sent, and where the topic stands once it was acknowledged."""

    under_way: UnderWay
    after: Stand


class Facts:
    """Follows the record; ``head`` gives the position that no writer can still get behind."""

    def __init__(
        self,
        topic: Topic,
        source: str,
        write: Callable[[Event], Written],
        head: Callable[[int], int],
        window: int = WINDOW,
    ) -> None:
        self.topic, self._source, self._write = topic, source, write
        self._head, self._window = head, window

    def begin(self, ledger: Ledger) -> None:
        """Raises AheadOfRecord."""
        position = ledger.stand(self.topic.name).position
        row = ledger.connection.execute(LAST).fetchone()
        if row is not None and row[0] < position:
            raise AheadOfRecord(
                f"{self.topic.name} stands at {position} and the record ends at {row[0]}; it was "
                "restored: give new topics a prefix of their own (GRIFFIE_KAFKA_PREFIX)"
            )

    def step(self, ledger: Ledger, sender: Sender, waiting: Callable[[], None]) -> bool:
        """The next windows; whether there were any. All that was sent is acknowledged then.

        While one is under way the next is read, made and sent, so there are two at most. Raises
        Deposed, NotDelivered and KafkaError: what was under way is not in the ledger then.
        """
        stand, before = ledger.stand(self.topic.name), None
        head = self._head(stand.position)
        for window in self._sent(ledger, sender, stand, head):
            if before is not None:
                stand = self._arrived(ledger, stand, before, waiting)
            before = window
        if before is not None:
            sender.flush(waiting)
            self._arrived(ledger, stand, before, waiting)
        return before is not None

    def hand_back(self, connection: Connection) -> None:
        """Nothing: a fact that comes twice has the position it had, and readers skip it."""

    def outgoing(self, fact: OnRecord, chain: dict[int, int]) -> Outgoing:
        """A fact as it is sent; it becomes the last of its partition in the chain."""
        number = number_in(fact.state)
        partition = partition_of(number, self.topic.partitions)
        event = as_event(fact, self._source, number, chain.get(partition, 0))
        chain[partition] = fact.position
        headers, value = self._write(event)
        return Outgoing(self.topic.name, partition, event.key.encode(), headers, value)

    def _sent(self, ledger: Ledger, sender: Sender, stand: Stand, head: int) -> Iterator[Window]:
        """Each is sent when it is asked for, unless another leads by then. Raises Deposed."""
        for _ in range(TURN):
            facts = _read(ledger.connection, stand.position, head, self._window)
            if not facts:
                return
            ledger.stand(self.topic.name)
            chain = dict(stand.chain)
            under_way = sender.send(self.outgoing(fact, chain) for fact in facts)
            stand = Stand(facts[-1].position, chain)
            yield Window(under_way, stand)

    def _arrived(
        self, ledger: Ledger, stand: Stand, window: Window, waiting: Callable[[], None]
    ) -> Stand:
        window.under_way.acknowledged(waiting)
        ledger.move(self.topic.name, stand, window.after)
        return window.after


def chain_at(connection: Connection, position: int, partitions: int) -> Chain:
    """What was sent last to each partition up to a position: the record tells it exactly."""
    chain: dict[int, int] = {}
    while len(chain) < partitions:
        found = connection.execute(BEFORE, [position]).fetchall()
        for at, number in found:
            chain.setdefault(partition_of(number, partitions), at)
        if not found:
            break
        position = found[-1][0] - 1
    return chain


def _read(connection: Connection, after: int, upto: int, most: int) -> Sequence[OnRecord]:
    with connection.cursor(row_factory=args_row(OnRecord), binary=True) as cursor:
        return cursor.execute(SINCE, [after, upto, most]).fetchall()
