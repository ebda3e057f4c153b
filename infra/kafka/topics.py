"""The topics: their names, partitions and settings, and the check that a broker has them so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infra.kafka.client import Admin, ConfigResource, TopicAlreadyExists

LARGEST = 4 * 1024 * 1024
"""Bytes of a message at most: a fact with everything a body of one megabyte brings, and more."""


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

    def __iter__(self) -> Any:
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


class NotAsItShould(Exception):
    """A topic is missing or set up otherwise; the message says what is and what should be."""


def furnish(topics: Topics, options: Mapping[str, Any], replicas: int) -> list[str]:
    """Makes the topics that are not there, and checks all. Gives the names of those made.

    Raises NotAsItShould; nothing that exists is changed.
    """
    made = []
    with Admin(**options) as admin:
        for topic in topics:
            wanted = {
                "num_partitions": topic.partitions,
                "replication_factor": replicas,
                "configs": {**topic.configs, "min.insync.replicas": str(max(1, replicas - 1))},
            }
            try:
                admin.create_topics({topic.name: wanted}, wait_for_metadata=True)
            except TopicAlreadyExists:
                continue
            made.append(topic.name)
        check(topics, admin)
    return made


def check(topics: Topics, admin: Any) -> None:
    """Raises NotAsItShould."""
    names = [topic.name for topic in topics]
    found = {told["name"]: told for told in admin.describe_topics(names)}
    resources = [ConfigResource("TOPIC", name) for name in names]
    told = admin.describe_configs(resources, config_filter="all")["topic"]
    wrong = [line for topic in topics for line in _wrong(topic, found, told)]
    if wrong:
        raise NotAsItShould("\n".join(wrong))


def _wrong(topic: Topic, found: Mapping[str, Any], told: Mapping[str, Any]) -> list[str]:
    partitions = found.get(topic.name, {}).get("partitions") or ()
    if not partitions:
        return [f"there is no topic {topic.name}; make it by griffie relay topics"]
    wrong = []
    if len(partitions) != topic.partitions:
        wrong.append(
            f"{topic.name} has {len(partitions)} partitions and should have {topic.partitions}; "
            "keys would change theirs: give new topics a prefix of their own"
        )
    for name, value in topic.configs.items():
        there = told.get(topic.name, {}).get(name, {}).get("value")
        if there != value:
            wrong.append(f"{topic.name} has {name}={there} and should have {value}")
    return wrong
