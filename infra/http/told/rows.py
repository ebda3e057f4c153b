"""A fact told from its row as it is stored, in the words of ``told.facts``, without making it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import orjson
from eventsourcing.persistence import StoredEvent

from domain.schemes import all_facts
from infra.http.told.facts import fact_told
from infra.store.shapes import OtherShape, content_of
from infra.store.upcasts import UPCASTS
from services.casework import Casework

Json = dict[str, Any]


class Keys(Protocol):
    """What opens personal values: the keyring, or the one in memory."""

    def open(self, sealed: Mapping[str, Any], bound_to: str) -> object:
        """Raises KeyDestroyed."""


class Row(NamedTuple):
    """A fact as it is stored, and what it says; what is personal in it is still sealed."""

    stored: StoredEvent
    body: Json

    @classmethod
    def of(cls, stored: StoredEvent) -> Row:
        return cls(stored, orjson.loads(stored.state))

    @property
    def version(self) -> int:
        return self.stored.originator_version

    @property
    def matter(self) -> str:
        return str(self.body["fact"]["matter"])

    @property
    def on(self) -> str:
        """The legal day it takes effect, as YYYY-MM-DD."""
        return str(self.body["fact"]["on"])

    @property
    def recorded_at(self) -> datetime:
        return datetime.fromisoformat(self.body["recorded_at"])


def row_told(row: Row, keys: Keys, casework: Casework) -> Json:
    """What ``fact_told`` tells of the same fact, as JSON; it is asked where shapes differ."""
    try:
        return _told(row, keys)
    except (OtherShape, KeyError):
        record: Any = casework.mapper.to_domain_event(row.stored)
        return fact_told(record).model_dump(mode="json")


def _told(row: Row, keys: Keys) -> Json:
    body, stored = row.body, row.stored
    fact, by, moment = body["fact"], body["by"], body["recorded_at"]
    kind = all_facts().get(stored.topic)
    if kind is None or stored.topic in UPCASTS or not moment.endswith("Z"):
        raise OtherShape

    def opened(sealed: Mapping[str, Any]) -> object:
        return keys.open(sealed, f"{stored.originator_id}|{stored.originator_version}")

    return {
        "version": stored.originator_version,
        "fact": stored.topic,
        "matter": fact["matter"],
        "on": fact["on"],
        "recordedAt": moment,
        "by": {
            "id": by["id"],
            "role": by["role"],
            "organisation": by["organisation"] or None,
            "onBehalfOf": by["on_behalf_of"] or None,
        },
        "basis": _place(fact["basis"]),
        "edition": body["edition"],
        "remarks": [{**one, "place": _place(one["place"])} for one in fact["remarks"]],
        "checks": [{**one, "place": _place(one["place"])} for one in body["checks"]],
        "commandId": body["command_id"],
        "causedBy": body["caused_by"] or None,
        "content": content_of(kind)(fact, opened),
    }


def _place(place: Json) -> Json:
    return {**place, "reading": place["reading"] or None}
