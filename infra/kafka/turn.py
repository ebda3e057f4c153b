"""What one member of the group does with the partitions it was given."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import structlog

from infra.kafka.chain import Message, fresh
from infra.kafka.ledger import Stand as Sent
from infra.kafka.ledger import stood
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
SILENT = 5.0  # seconds in which a partition to which more was sent brings nothing

Read = Mapping[int, Sequence[Message]]
"""The messages that came, by partition."""


class Silent(Exception):
    """More was sent to a partition than this member was given: it has to join anew."""


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
        self._silent_since: dict[int, float] = {}
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

    def take(self, came: Read) -> None:
        """Tells every view what came, and how far the partitions are complete by now.

        Raises Silent.
        """
        sent = stood(self._connection, self._topic.name)
        for name in list(self._stands):
            self._advance(self._views[name], came, sent)
        self._listen(came, sent)
        if not came:
            self._sweep()

    def _advance(self, view: View[Any], came: Read, sent: Sent) -> None:
        """What is wrong with one view stops no other."""
        stands = self._stands[view.name]
        ways = {p: _way(p, stand, came.get(p, ()), sent) for p, stand in stands.items()}
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

    def _listen(self, came: Read, sent: Sent) -> None:
        """kafka-python 3.0.12 may not go on with a partition that was sought, and say nothing."""
        now = time.monotonic()
        owed = {
            partition
            for stands in self._stands.values()
            for partition, stand in stands.items()
            if stand.awaited is None and stand.seen < sent.chain.get(partition, 0)
        } - came.keys()
        self._silent_since = {p: self._silent_since.get(p, now) for p in owed}
        silent = sorted(p for p, since in self._silent_since.items() if now - since > SILENT)
        if silent:
            raise Silent(f"nothing comes of partitions {', '.join(map(str, silent))}")

    def _sweep(self) -> None:
        swept = {name for name in self._to_sweep if sweeping.sweep(self._connection, name)}
        self._to_sweep -= swept


def _way(
    partition: int, before: Stand, came: Sequence[Message], sent: Sent
) -> tuple[Stand, Sequence[Stored]]:
    """Where a partition's messages lead; when nothing more was sent to it, as far as the relay."""
    after, facts = fresh(before, came)
    if after.seen == sent.chain.get(partition, 0) and sent.position > after.upto:
        after = Stand(after.offset, after.seen, sent.position)
    return after, facts


def _moved(before: Stand, after: Stand) -> bool:
    """An offset alone is not worth a transaction: it only says where to go on reading."""
    return (before.seen, before.upto, before.awaited) != (after.seen, after.upto, after.awaited)
