"""The record kept in memory, for scenarios and tests of the law; nothing survives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.popo import POPOApplicationRecorder

from infra.store.keyring import KeyDestroyed
from services.commands import Answered


class RecorderInMemory(POPOApplicationRecorder):
    """The library's in-memory recorder, with the answers to past commands."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[UUID, Answered] = {}

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        positions = super().insert_events(stored_events)
        first, last = stored_events[0], stored_events[-1]
        self._answers[kwargs["command_id"]] = Answered(
            kwargs["request_sha256"],
            UUID(str(first.originator_id)),
            first.originator_version,
            last.originator_version,
        )
        return positions

    def answered(self, command_id: UUID) -> Answered | None:
        return self._answers.get(command_id)


class KeysInMemory:
    """Keeps values readable until their key is destroyed; no cipher, for nothing is stored."""

    def __init__(self) -> None:
        self._destroyed: set[tuple[str, str]] = set()

    def seal(self, person: UUID, kept: str, value: object, bound_to: str) -> dict[str, Any]:
        self._look(str(person), kept)
        return {"p": str(person), "k": kept, "e": value, "bound_to": bound_to}

    def open(self, stored: Mapping[str, Any], bound_to: str) -> object:
        self._look(stored["p"], stored["k"])
        return stored["e"] if stored["bound_to"] == bound_to else None

    def destroy(self, person: UUID, kept: Sequence[str]) -> None:
        self._destroyed |= {(str(person), one) for one in kept}

    def _look(self, person: str, kept: str) -> None:
        if (person, kept) in self._destroyed:
            raise KeyDestroyed(f"the key of {person} for {kept} was destroyed")
