"""What of a partition came in its turn: by the chain of positions that each message carries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from infra.kafka.messages import Event
from infra.store.views.facts import Stored
from infra.store.views.partitions import Stand


class Message(NamedTuple):
    """A message, where it stands in its partition, and the fact in it."""

    offset: int
    event: Event
    fact: Stored


def fresh(before: Stand, came: Iterable[Message]) -> tuple[Stand, list[Stored]]:
    """Where a view stands after these messages, and the facts in them that it was not told.

    A message that was seen is skipped. One whose ``previous`` was not seen is skipped too, and
    what is missing is noted: it comes again once the relay was rewound, behind the missing one.
    """
    offset, seen, upto, awaited = before.offset, before.seen, before.upto, before.awaited
    facts: list[Stored] = []
    for one in came:
        offset = one.offset + 1
        if one.event.sequence <= seen or one.event.previous is None:
            continue
        if one.event.previous > seen:
            awaited = awaited or one.event.previous
            continue
        seen, awaited = one.event.sequence, None
        if seen > upto:
            facts.append(one.fact)
            upto = seen
    return Stand(offset, seen, upto, awaited), facts
