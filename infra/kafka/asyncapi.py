"""The topics described for who reads them: AsyncAPI 3.0, made from the code that writes them."""

from __future__ import annotations

import inspect
from typing import Any

import yaml

from domain.schemes import all_facts
from infra.kafka import entries
from infra.kafka.facts import TYPES
from infra.kafka.messages import ENVELOPE, JSON
from infra.kafka.shapes import HERE, Shape, also, shapes
from infra.kafka.topics import Topic, named
from infra.settings import SOURCE

HEAD = "# Drawn from the code by `griffie draw`; a test compares. Change the code instead.\n\n"
BINDING = "0.5.0"
TOLD = f"""\
CloudEvents 1.0 by the NL GOV profile. Attributes stand in headers (binary mode); where the sender
is set to structured mode, topics of facts have one envelope as value ({ENVELOPE}).
Read both. `ce_sequence` is a position of the record: skip what you had.

In the topic of facts, `ce_prevsequence` is the position of the message before it in the same
partition: stop when it is beyond what you had, for something is missing; it will be sent again.
In the topic of register entries, a lower `ce_sequence` than you had for a key is old; a message
without value (a tombstone) says that the entry is no more: remove it, and your copies of it.
"""
POSITION: Shape = {"type": "string", "pattern": "^[0-9]{20}$"}
TEXT: Shape = {"type": "string", "minLength": 1}
ATTRIBUTES: dict[str, Shape] = {
    "ce_specversion": {"const": "1.0"},
    "ce_id": {**TEXT, "description": "The same on every retry"},
    "ce_type": TEXT,
    "ce_source": {"type": "string", "pattern": SOURCE},
    "ce_subject": TEXT,
    "ce_time": {"type": "string", "format": "date-time", "description": "Moment of recording"},
    "ce_partitionkey": TEXT,
    "ce_sequence": POSITION,
}
CONTENT: Shape = {"content-type": {"const": JSON}}
PREVIOUS: Shape = {"ce_prevsequence": POSITION}


def document() -> dict[str, Any]:
    """Every channel and message. Nothing in it depends on where it runs but the prefix."""
    topics = named("griffie")
    facts = {stored_as: _fact(stored_as) for stored_as in sorted(all_facts())}
    register = {"registerEntryShown": _shown(), "registerEntryRemoved": _removed()}
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Griffie on Kafka", "version": "1.0.0", "description": TOLD},
        "defaultContentType": JSON,
        "channels": {
            "facts": _channel(topics.facts, "Every fact on record, for ever", facts),
            "registerEntries": _channel(
                topics.register, "Every entry of the public register, as it reads now", register
            ),
        },
        "operations": {
            "sendFacts": _sends("facts"),
            "sendRegisterEntries": _sends("registerEntries"),
        },
        "components": {
            "messages": {**facts, **register},
            "messageBindings": {"CaseNumber": _key("case number"), "Entry": _key("scheme/entry")},
            "schemas": {
                "Attributes": _attributes(ATTRIBUTES),
                "FactAttributes": _attributes({**ATTRIBUTES, **PREVIOUS, **CONTENT}),
                **shapes(),
            },
        },
    }


def drawn() -> str:
    """The document as it stands in docs/asyncapi.yaml."""
    written = yaml.dump(document(), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=98)
    return HEAD + written


class _Plain(yaml.CSafeDumper):
    """Every value where it belongs: no anchors, and small things on one line."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **{**options, "default_flow_style": None})

    def ignore_aliases(self, _: Any) -> bool:
        return True


def _channel(topic: Topic, says: str, messages: dict[str, Any]) -> dict[str, Any]:
    configs: dict[str, Any] = {
        "cleanup.policy": [topic.configs["cleanup.policy"]],
        "max.message.bytes": int(topic.configs["max.message.bytes"]),
    }
    for name in ("retention.ms", "delete.retention.ms"):
        if name in topic.configs:
            configs[name] = int(topic.configs[name])
    kafka = {
        "partitions": topic.partitions,
        "topicConfiguration": configs,
        "bindingVersion": BINDING,
    }
    return {
        "address": topic.name,
        "description": f"{says}. Key: {topic.key}.",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"kafka": kafka},
    }


def _sends(channel: str) -> dict[str, Any]:
    return {"action": "send", "channel": {"$ref": f"#/channels/{channel}"}}


def _fact(stored_as: str) -> Shape:
    fact = all_facts()[stored_as]
    return {
        "name": TYPES + stored_as,
        "summary": _first_line(fact.__doc__) or stored_as,
        "headers": also("FactAttributes", {"ce_type": {"const": TYPES + stored_as}}),
        "payload": also("Recorded", {"fact": {"$ref": HERE + stored_as}}),
        "bindings": {"$ref": "#/components/messageBindings/CaseNumber"},
    }


def _shown() -> Shape:
    return {
        "name": entries.SHOWN,
        "summary": "How an entry reads now, as a list of the register shows it",
        "headers": also("Attributes", {"ce_type": {"const": entries.SHOWN}, **CONTENT}),
        "payload": {"$ref": f"{HERE}RegisterEntry"},
        "bindings": {"$ref": "#/components/messageBindings/Entry"},
    }


def _removed() -> Shape:
    return {
        "name": entries.REMOVED,
        "summary": "The entry is no more, or what was kept about its holder was erased",
        "headers": also("Attributes", {"ce_type": {"const": entries.REMOVED}}),
        "payload": {"type": "null"},
        "bindings": {"$ref": "#/components/messageBindings/Entry"},
    }


def _attributes(properties: Shape) -> Shape:
    return {"type": "object", "required": list(properties), "properties": properties}


def _first_line(told: str | None) -> str:
    return " ".join(inspect.cleandoc(told or "").partition("\n\n")[0].split())


def _key(says: str) -> Shape:
    return {"kafka": {"key": {"type": "string", "description": says}, "bindingVersion": BINDING}}
