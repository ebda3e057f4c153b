"""Which partition a key belongs to: as Kafka's own clients choose, so that anybody can tell."""

from __future__ import annotations

from functools import lru_cache

from infra.kafka.client import murmur2


@lru_cache(maxsize=20_000)
def partition_of(key: str, partitions: int) -> int:
    """The same for ever, as long as the topic is not given more partitions."""
    hashed: int = murmur2(key.encode())
    return (hashed & 0x7FFFFFFF) % partitions
