"""Commands as they come in, and what they are answered with."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from domain.fact import Actor, Recorded


class NotOnFile(LookupError):
    """There is no file, scheme or action under this name."""


class FileMoved(Exception):
    """The file is no longer at the version the caller had seen; nothing was recorded."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the file is at version {version} now; look again and decide anew")
        self.version = version


class OnFileAlready(Exception):
    """The subject has a file under this scheme; this is its number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"there is a file already: {number}")
        self.number = number


class RepeatedOtherwise(Exception):
    """The command id was used before, for another request; nothing was recorded."""


@dataclass(frozen=True)
class Asked:
    """A command as it comes in: its id, who asks, which action, with which content.

    ``seen_version`` is the version of the file that the caller decided on, when he says so.
    """

    command_id: UUID
    by: Actor
    action: str
    data: Mapping[str, Any]
    seen_version: int | None = None
    caused_by: str = ""
    person: UUID | None = None

    def digest(self, number: str, secret: bytes) -> bytes:
        """Tells a repeat from another request under one command id (HMAC-SHA-256, RFC 2104).

        Keyed, because it outlives an erasure: nobody may guess at a name by it.
        """
        said = [number, self.by.id, self.by.role, self.action, self.data]
        text = json.dumps(said, sort_keys=True, default=str)
        return hmac.digest(secret, text.encode(), "sha256")


@dataclass(frozen=True)
class Receipt:
    """What was recorded: the facts, and whether this command had been answered before."""

    number: str
    records: tuple[Recorded, ...]
    repeated: bool = False

    @property
    def version(self) -> int:
        return self.records[-1].version


@dataclass(frozen=True)
class Answered:
    """What a command id was answered with: the digest of the request, and the facts' versions."""

    digest: bytes
    stream: UUID
    first: int
    last: int


class CommandLog(Protocol):
    """What the record's recorder offers beside the library's: the answers to past commands."""

    def answered(self, command_id: UUID) -> Answered | None: ...
