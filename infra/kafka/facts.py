"""A fact as a message: exactly what is stored, so personal values stay sealed under their keys.

The value is the stored JSON, untouched: whoever has the keys reads it as the views do, and when a
key is destroyed it can't be read in any copy of the topic. Nothing personal is in the attributes.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

import orjson

from domain.number import stream_of
from infra.kafka.messages import Event, NotAnEvent
from infra.store.views.facts import Stored

TYPES = "nl.griffie."
FIRST = re.compile(rb'\{"number":"([0-9A-Z-]+)"')


class OnRecord(NamedTuple):
    """A fact as it is read for the topic."""

    position: int
    version: int
    topic: str
    state: bytes
    recorded_at: datetime


def as_event(fact: OnRecord, source: str, number: str, previous: int) -> Event:
    """``number`` is that of the case; ``previous`` the position before it in its partition."""
    return Event(
        key=number,
        id=f"{number}/{fact.version}",
        type=TYPES + fact.topic,
        source=source,
        subject=number,
        time=fact.recorded_at.astimezone(UTC),
        sequence=fact.position,
        previous=previous,
        data=fact.state,
    )


def number_in(state: bytes) -> str:
    """The number of the case that a stored fact belongs to. It stands first in what we store."""
    if first := FIRST.match(state):
        return first[1].decode()
    number: str = orjson.loads(state)["number"]
    return number


def stored(event: Event) -> Stored:
    """The row of the record that a message holds. Raises NotAnEvent."""
    number, _, version = event.id.partition("/")
    if not event.type.startswith(TYPES) or not version.isdecimal() or event.data is None:
        raise NotAnEvent(f"{event.type} {event.id} is no fact of ours")
    topic = event.type.removeprefix(TYPES)
    return Stored(event.sequence, _stream_of(number), int(version), topic, event.data)


_stream_of = lru_cache(maxsize=1000)(stream_of)  # several messages of a case come together
