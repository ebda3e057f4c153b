"""The topic of the register: of every entry how it reads today, by scheme and entry number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from infra.kafka.comparing import Comparison
from infra.kafka.entries import Difference, as_events
from infra.kafka.ledger import Ledger, Stand
from infra.kafka.messages import binary
from infra.kafka.partitions import partition_of
from infra.kafka.sending import Outgoing, Sender
from infra.kafka.topics import Topic
from infra.store.views.faults import Connection

TELL = """
INSERT INTO relay.entries AS told (topic, scheme, entry, case_number, position, erased, digest)
SELECT %s, one.scheme, one.entry, one.case_number, %s, one.erased, one.digest
FROM unnest(%s::text[], %s::text[], %s::text[], %s::boolean[], %s::bytea[])
    AS one (scheme, entry, case_number, erased, digest)
ON CONFLICT (topic, scheme, entry) DO UPDATE SET case_number = excluded.case_number,
    position = excluded.position, erased = excluded.erased, digest = excluded.digest
"""
UNKNOWN = """
UPDATE relay.entries AS told SET digest = ''
FROM unnest(%s::text[], %s::text[]) AS one (scheme, entry)
WHERE topic = %s AND told.scheme = one.scheme AND told.entry = one.entry
"""
SENT_SINCE = "UPDATE relay.entries SET digest = '' WHERE topic = %s AND position > %s"


class Entries:
    """Compares, and says what differs. ``clock`` and ``day_of`` say which day it is."""

    def __init__(
        self,
        topic: Topic,
        source: str,
        clock: Callable[[], datetime],
        day_of: Callable[[datetime], date],
    ) -> None:
        self.topic, self._source = topic, source
        self._clock, self._day_of = clock, day_of
        self._comparison = Comparison(topic.name)
        self._under_way: Sequence[Difference] = ()

    def begin(self, ledger: Ledger) -> None:
        """Whoever takes over compares everything once."""
        ledger.stand(self.topic.name)
        self._comparison = Comparison(self.topic.name)

    def step(self, ledger: Ledger, sender: Sender, waiting: Callable[[], None]) -> bool:
        """The next page; whether there was one. Raises Deposed, NotDelivered and KafkaError."""
        now = self._clock()
        found = self._comparison.page(ledger.connection, self._day_of(now))
        # After the page: one that was rewound meanwhile says nothing that is to be said anew.
        stand = ledger.stand(self.topic.name)
        if found is None:
            return False
        page, position = found
        self._under_way = page
        sender.send_all(self._outgoing(page, position, now), waiting)
        with ledger.connection.transaction():
            ledger.move(self.topic.name, stand, Stand(position, {}))
            _tell(ledger.connection, self.topic.name, page, position)
        self._under_way = ()
        self._comparison.done(page)
        return True

    def hand_back(self, connection: Connection) -> None:
        """One that was away may have said what was old by then; who leads now says it again."""
        if self._under_way:
            names = [
                [one.scheme for one in self._under_way],
                [one.entry for one in self._under_way],
            ]
            connection.execute(UNKNOWN, [*names, self.topic.name])
            self._under_way = ()

    def _outgoing(
        self, page: Sequence[Difference], position: int, now: datetime
    ) -> Sequence[Outgoing]:
        window = []
        for one in page:
            partition = partition_of(one.key, self.topic.partitions)
            for event in as_events(one, self._source, position, now):
                headers, value = binary(event)
                window.append(
                    Outgoing(self.topic.name, partition, event.key.encode(), headers, value)
                )
        return window


def say_again(connection: Connection, topic: str, after: int) -> int:
    """What was said since a position is said again; how many entries that is."""
    return connection.execute(SENT_SINCE, [topic, after]).rowcount


def _tell(connection: Connection, topic: str, page: Sequence[Difference], position: int) -> None:
    columns = [
        (one.scheme, one.entry, one.case_number, bool(one.erased), one.digest) for one in page
    ]
    if columns:
        connection.execute(TELL, [topic, position, *map(list, zip(*columns, strict=True))])
