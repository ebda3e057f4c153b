"""What happened, and how it stands on record: a fact, who recorded it, and when."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import ClassVar, TypeVar
from uuid import UUID

from pydantic import SerializeAsAny

from domain.days import Day
from domain.law import Check, Place, Remark, Value


class Fact(Value):
    """Something that happened on a day, and the place in the text it rests on.

    ``stored_as`` is its name on file for ever: classes may be renamed, it may not. ``matter``
    is the procedure inside the case file that it belongs to, such as ``objection-2``.
    """

    stored_as: ClassVar[str]

    matter: str
    on: Day
    basis: Place
    remarks: tuple[Remark, ...] = ()


class Actor(Value):
    """Who asks or decides: an account, in which role, for which organisation or person."""

    id: str
    role: str
    organisation: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Recorded:
    """A fact on record: whose file, which number, under which edition, when and by whom.

    ``recorded_at`` is a UTC instant; ``checks`` are the rules that were weighed and what each
    was given; ``law_version`` is the version of the scheme's own file (its settings and its
    calendar) that the decision was taken under. Equal by content, wherever it was read from.
    """

    originator_id: UUID
    originator_version: int
    number: str
    scheme: str
    kind: str
    edition: str
    person: UUID | None
    recorded_at: datetime
    by: Actor
    command_id: UUID
    # Made, not given, so that no class holds them: what was not read yet is found to be missing.
    caused_by: str = field(default_factory=str)
    law_version: int = field(default_factory=int)
    checks: tuple[Check, ...] = field(default_factory=tuple)
    fact: SerializeAsAny[Fact]

    @property
    def version(self) -> int:
        return self.originator_version

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Recorded):
            return NotImplemented
        return all(getattr(self, one.name) == getattr(other, one.name) for one in fields(Recorded))

    __hash__ = None  # type: ignore[assignment]  # told apart by what it says, and that is much


T = TypeVar("T")


def begun(now: T | None, fact: Fact) -> T:
    """The matter that a fact continues. Raises ValueError when nothing had begun it."""
    if now is None:
        raise ValueError(f"{fact.stored_as} in {fact.matter}, which no fact has begun")
    return now
