"""Making the topics on a broker, and checking that they are as they have to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from infra.kafka.client import Admin, ConfigResource, TopicAlreadyExists
from infra.kafka.topics import Topic, Topics


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


def assert_partitions(topic: Topic, found: int) -> None:
    """What sends to a topic or reads it looks at this first. Raises NotAsItShould."""
    if found != topic.partitions:
        raise NotAsItShould(
            f"{topic.name} has {found} partitions and should have {topic.partitions}; "
            "see griffie relay topics"
        )


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
