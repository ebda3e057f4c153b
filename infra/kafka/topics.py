"""The topics: their names, partitions and settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LARGEST = 4 * 1024 * 1024
"""Bytes of a message at most: a fact with everything a body of one megabyte brings, and more."""
LARGEST_REQUEST = LARGEST + 64 * 1024
"""Bytes that a client lets pass at once: such a message, with what is around it."""


@dataclass(frozen=True)
class Topic:
    """A topic as it has to be. Never give one more partitions: keys would change theirs."""

    name: str
    partitions: int
    key: str
    configs: Mapping[str, str]


@dataclass(frozen=True)
class Topics:
    """What the relay writes."""

    facts: Topic
    register: Topic

    def __iter__(self) -> Iterator[Topic]:
        return iter((self.facts, self.register))


def named(prefix: str) -> Topics:
    """Every fact is kept for ever, its personal values sealed; of an entry, how it reads now.

    In the register's topic a tombstone, or a newer state, removes the older one from the disk
    within a day and what one run of the cleaner takes.
    """
    kept = {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}
    compacted = {
        "cleanup.policy": "compact",
        "max.compaction.lag.ms": "86400000",
        "segment.ms": "3600000",
        "min.cleanable.dirty.ratio": "0.1",
        "delete.retention.ms": "604800000",
    }
    size = {"max.message.bytes": str(LARGEST)}
    return Topics(
        Topic(f"{prefix}.facts.v1", 12, "case number", kept | size),
        Topic(f"{prefix}.register-entries.v1", 6, "scheme/entry", compacted | size),
    )
