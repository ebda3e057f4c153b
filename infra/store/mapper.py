"""Facts as they are stored: a name that never changes, plain JSON, personal values sealed."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent
from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from domain.fact import Recorded
from domain.schemes import all_facts
from infra.store.reading_back import read_back
from infra.store.sealing import Keys, Seal, Where

IN_COLUMNS = {"originator_id", "originator_version"}
RECORDED: TypeAdapter[Recorded] = TypeAdapter(Recorded)


class FactMapper(Mapper[UUID]):
    """Between a fact on record and the row it is stored in."""

    def __init__(self, keys: Keys) -> None:
        super().__init__(JSONTranscoder())
        self._keys = keys

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Raises KeyDestroyed for a personal value about somebody who was erased."""
        record = cast(Recorded, domain_event)
        stream, version = record.originator_id, record.originator_version
        seal = Seal(self._keys, Where(stream, version, record.person))
        try:
            state = RECORDED.dump_json(record, exclude=IN_COLUMNS, context={"sealing": seal})
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
    """The fact on record that a row holds, decoded as somebody looks.

    Raises LookupError for a stored name that no fact has. A look raises pydantic's
    ValidationError for a body that does not fit, and a look at a personal value SealBroken when
    it was changed or moved.
    """
    fact_type = all_facts().get(topic)
    if fact_type is None:
        raise LookupError(f"no fact is stored as {topic}")
    return read_back(keys, stream, version, fact_type, state)
