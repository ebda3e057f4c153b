"""Personal values on their way into a fact's row and out of it: bound to that one fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from domain.personal import Sealed
from infra.store.keyring import KeyDestroyed
from infra.store.seals import id_of


class Keys(Protocol):
    """What seals and opens personal values: the keyring, or the one in memory."""

    def seal(self, person: UUID, kept: str, value: object, bound_to: str) -> dict[str, Any]: ...

    def open(self, stored: Mapping[str, Any], bound_to: str) -> object:
        """Raises KeyDestroyed."""


class Where:
    """The fact that a personal value is sealed in, and the person that its file is about."""

    __slots__ = ("person", "stream", "version")

    def __init__(self, stream: UUID, version: int, person: UUID | None = None) -> None:
        self.stream, self.version, self.person = stream, version, person

    @property
    def bound_to(self) -> str:
        return f"{self.stream}|{self.version}"

    @property
    def subject(self) -> UUID:
        """Whose a value is when nobody is named."""
        return self.person or self.stream


class SealedValue:
    """A personal value in a fact on record; opened while its key exists."""

    __slots__ = ("_keys", "stored", "where")

    def __init__(self, keys: Keys, stored: Mapping[str, Any], where: Where) -> None:
        self._keys, self.stored, self.where = keys, stored, where

    @property
    def person(self) -> UUID | None:
        person = id_of(self.stored["p"])
        return None if person == self.where.subject else person

    def opened(self) -> tuple[bool, object]:
        """Raises SealBroken for a value that was changed, or moved from another fact."""
        try:
            return True, self._keys.open(self.stored, self.where.bound_to)
        except KeyDestroyed:
            return False, None


class SealedIn(Where):
    """The cipher for what was read from one fact; whose file that is may be found after."""

    __slots__ = ("_keys",)

    def __init__(self, keys: Keys, stream: UUID, version: int) -> None:
        self._keys, self.stream, self.version, self.person = keys, stream, version, None

    def held(self, stored: Mapping[str, object]) -> SealedValue:
        return SealedValue(self._keys, stored, self)


class Seal:
    """The cipher for what is written in one fact."""

    def __init__(self, keys: Keys, where: Where) -> None:
        self._keys, self._where = keys, where
        self.failed: Exception | None = None

    def seal(self, person: UUID | None, kept: str, value: object) -> Mapping[str, object]:
        try:
            return self._keys.seal(
                person or self._where.subject, kept, value, self._where.bound_to
            )
        except Exception as failure:
            self.failed = failure
            raise

    def again(self, sealed: Sealed) -> None:
        """Nothing: what one fact holds does not open in another, so it is sealed anew.

        It has to open for that; that it does not is noted here, as a failure to seal is.
        """
        try:
            sealed.opened()
        except Exception as failure:
            self.failed = failure
            raise
