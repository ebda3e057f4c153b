"""Personal values on their way into a fact's row and out of it: bound to that one fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from domain.personal import Sealed
from infra.store.keyring import KeyDestroyed, id_of


class Keys(Protocol):
    """What seals and opens personal values: the keyring, or the one in memory."""

    def seal(self, person: UUID, kept: str, value: object, bound_to: str) -> dict[str, Any]: ...

    def open(self, sealed: Mapping[str, Any], bound_to: str) -> object:
        """Raises KeyDestroyed."""


class SealedValue:
    """A personal value in a fact on record; opened while its key exists."""

    __slots__ = ("_keys", "bound_to", "person", "stored")

    def __init__(
        self, keys: Keys, stored: Mapping[str, Any], bound_to: str, person: UUID | None
    ) -> None:
        self._keys, self.stored, self.bound_to, self.person = keys, stored, bound_to, person

    def opened(self) -> tuple[bool, object]:
        """Raises SealBroken for a value that was changed, or moved from another fact."""
        try:
            return True, self._keys.open(self.stored, self.bound_to)
        except KeyDestroyed:
            return False, None


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

    def again(self, _: Sealed) -> None:
        """Nothing: what one fact holds does not open in another, so it is sealed anew."""

    def held(self, stored: Mapping[str, object]) -> SealedValue:
        person = id_of(str(stored["p"]))
        whose = None if person == self._subject else person
        return SealedValue(self._keys, stored, self._bound_to, whose)
