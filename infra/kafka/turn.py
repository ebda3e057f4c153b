"""What one member of the group does with the partitions it was given."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any

import structlog

from infra.kafka.chain import Message, fresh
from infra.kafka.ledger import Stand as Sent
from infra.kafka.ledger import stood
from infra.kafka.member import Given
from infra.kafka.silence import Silence
from infra.kafka.telling import Came, Teller
from infra.kafka.topics import Topic
from infra.store.views import partitions, sweeping
from infra.store.views.facts import Stored
from infra.store.views.faults import UNREACHABLE, Connection, OnFault, reason_of
from infra.store.views.partitions import Stand, Stands
from infra.store.views.positions import Overtaken
from projections.view import View

log = structlog.get_logger()

PAUSE = 10.0  # seconds that a view which stands still is left alone

Way = tuple[Stand, Sequence[Stored]]
"""Where messages lead, and the facts on the way there."""


class Turn:
    """What one member does with the partitions it was given."""

    def __init__(
        self,
        teller: Teller,
        views: Mapping[str, View[Any]],
        topic: Topic,
        connection: Connection,
        on_fault: OnFault,
    ) -> None:
        self._teller, self._views, self._topic = teller, views, topic
        self._connection, self._on_fault = connection, on_fault
        self._stands: dict[str, Stands] = {}
        self._left_alone: dict[str, float] = {}
        self._overtaken = False
        self._silence = Silence()
        self._to_sweep = sweeping.noted(connection)

    @property
    def starts_over(self) -> bool:
        """Another moved what is read here, or it is time to try a view again that stood still."""
        now = time.monotonic()
        return self._overtaken or any(until <= now for until in self._left_alone.values())

    def start(self, owned: Collection[int]) -> dict[int, int]:
        """Looks where the views stand; from which offset each partition is to be read."""
        now = time.monotonic()
        self._overtaken = False
        self._left_alone = {v: until for v, until in self._left_alone.items() if until > now}
        views = [name for name in self._views if name not in self._left_alone]
        self._stands = partitions.load(self._connection, views, owned)
        offsets: dict[int, int] = {}
        for stands in self._stands.values():
            for partition, stand in stands.items():
                offsets[partition] = min(stand.offset, offsets.get(partition, stand.offset))
        return offsets

    def take(self, given: Given) -> None:
        """Tells every view what came, and how far the partitions are complete by now.

        Says something over the session with the database each time. Raises Silent.
        """
        sent = stood(self._connection, self._topic.name)

        @cache
        def way(partition: int, before: Stand) -> Way:
            """Found once for all views that stand at the same place."""
            return _way(partition, before, given.messages.get(partition, ()), sent)

        for name in list(self._stands):
            self._advance(self._views[name], way)
        self._listen(given, sent)
        if not given.messages:
            self._sweep()

    def _advance(self, view: View[Any], way: Callable[[int, Stand], Way]) -> None:
        """What is wrong with one view stops no other."""
        stands = self._stands[view.name]
        ways = {partition: way(partition, stand) for partition, stand in stands.items()}
        further = {partition: after for partition, (after, _) in ways.items()}
        moves = {p: (stands[p], after) for p, after in further.items() if _moved(stands[p], after)}
        facts = [fact for _, told in ways.values() for fact in told]
        try:
            if moves:
                self._tell(view, Came(moves, facts))
        except Overtaken:
            self._overtaken = True
        except UNREACHABLE:
            raise
        except Exception as error:
            log.error("a view stands still", view=view.name, reason=reason_of(error))
            self._left_alone[view.name] = time.monotonic() + PAUSE
            del self._stands[view.name]
        else:
            self._stands[view.name] = further

    def _tell(self, view: View[Any], came: Came) -> None:
        told = self._teller.tell(self._connection, view, came)
        if told.erased:
            self._to_sweep.add(view.name)
        for fault in told.faults:
            log.error(
                "a case was set aside",
                view=view.name,
                case=fault.number,
                position=fault.position,
                reason=fault.reason,
            )
            self._on_fault(view.name, fault)
        for partition, (before, after) in came.moves.items():
            if after.awaited is not None and before.awaited is None:
                log.error(
                    "facts are missing from the topic; rewind the relay",
                    view=view.name,
                    partition=partition,
                    rewind_to=after.seen,
                    awaited=after.awaited,
                )

    def _listen(self, given: Given, sent: Sent) -> None:
        owed = {
            partition
            for stands in self._stands.values()
            for partition, stand in stands.items()
            if stand.awaited is None and stand.seen < sent.chain.get(partition, 0)
        }
        self._silence.listen(owed, given.messages, given.there_is_more)

    def _sweep(self) -> None:
        swept = {name for name in self._to_sweep if sweeping.sweep(self._connection, name)}
        self._to_sweep -= swept


def _way(partition: int, before: Stand, came: Sequence[Message], sent: Sent) -> Way:
    """Where a partition's messages lead; when nothing more was sent to it, as far as the relay."""
    after, facts = fresh(before, came)
    if after.seen == sent.chain.get(partition, 0) and sent.position > after.upto:
        after = Stand(after.offset, after.seen, sent.position)
    return after, facts


def _moved(before: Stand, after: Stand) -> bool:
    """An offset alone is not worth a transaction: it only says where to go on reading."""
    return (before.seen, before.upto, before.awaited) != (after.seen, after.upto, after.awaited)
