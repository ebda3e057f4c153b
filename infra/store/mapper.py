"""Facts as they are stored: a name that never changes, plain JSON, personal values sealed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, cast
from uuid import UUID

import orjson
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent
from pydantic_core import PydanticSerializationError

from domain.fact import Recorded
from domain.schemes import all_facts
from infra.store.keyring import KeyDestroyed
from infra.store.upcasts import UPCASTS

IN_COLUMNS = {"originator_id", "originator_version"}


class Keys(Protocol):
    """What seals and opens personal values: the keyring, or the one in memory."""

    def seal(self, person: UUID, kept: str, value: object, bound_to: str) -> dict[str, Any]: ...

    def open(self, sealed: Mapping[str, Any], bound_to: str) -> object:
        """Raises KeyDestroyed."""


class Seal:
    """The cipher for the personal values of one fact: bound to the file and version it is in."""

    def __init__(self, keys: Keys, stream: UUID, version: int, person: UUID | None) -> None:
        self._keys = keys
        self._bound_to = f"{stream}|{version}"
        self._subject = person or stream
        self.failed: Exception | None = None

    def seal(self, person: UUID | None, kept: str, value: object) -> Mapping[str, object]:
        try:
            return self._keys.seal(person or self._subject, kept, value, self._bound_to)
        except Exception as failure:
            self.failed = failure
            raise

    def open(self, sealed: Mapping[str, object]) -> tuple[UUID | None, bool, object]:
        person = UUID(str(sealed["p"]))
        whose = None if person == self._subject else person
        try:
            return whose, True, self._keys.open(sealed, self._bound_to)
        except KeyDestroyed:
            return whose, False, None


class FactMapper(Mapper[UUID]):
    """Between a fact on record and the row it is stored in."""

    def __init__(self, keys: Keys) -> None:
        super().__init__(JSONTranscoder())
        self._keys = keys

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Raises KeyDestroyed for a personal value about somebody who was erased."""
        record = cast(Recorded, domain_event)
        stream, version = record.originator_id, record.originator_version
        seal = Seal(self._keys, stream, version, record.person)
        try:
            state = record.__pydantic_serializer__.to_json(
                record, exclude=IN_COLUMNS, context={"sealing": seal}
            )
        except PydanticSerializationError:
            if seal.failed is not None:  # the serializer hides what a field raised
                raise seal.failed from None
            raise
        return StoredEvent(stream, version, record.fact.stored_as, state)

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        stream = cast(UUID, stored_event.originator_id)
        version, topic = stored_event.originator_version, stored_event.topic
        return recorded(self._keys, stream, version, topic, stored_event.state)


def recorded(keys: Keys, stream: UUID, version: int, topic: str, state: bytes) -> Recorded:
    """The fact on record that a row holds.

    Raises LookupError for a stored name that no fact has, pydantic's ValidationError for a body
    that does not fit it, and SealBroken for a personal value that was changed or moved.
    """
    fact_type = all_facts().get(topic)
    if fact_type is None:
        raise LookupError(f"no fact is stored as {topic}")
    body: dict[str, Any] = orjson.loads(state)
    person = UUID(body["person"]) if body["person"] else None
    seal = Seal(keys, stream, version, person)
    told = UPCASTS[topic](body["fact"]) if topic in UPCASTS else body["fact"]
    body["fact"] = fact_type.model_validate(told, context={"sealing": seal})
    return Recorded.model_validate(
        {**body, "originator_id": stream, "originator_version": version}
    )
