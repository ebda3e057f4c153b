"""What happened, and how it stands on record: a fact, who recorded it, and when."""

from __future__ import annotations

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


class Recorded(Value):
    """A fact on record: whose file, which number, under which edition, when and by whom.

    ``recorded_at`` is a UTC instant; ``checks`` are the rules that were weighed and what each
    was given; ``law_version`` is the version of the scheme's own file (its settings and its
    calendar) that the decision was taken under.
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
    caused_by: str = ""
    law_version: int = 0
    checks: tuple[Check, ...] = ()
    fact: SerializeAsAny[Fact]

    @property
    def version(self) -> int:
        return self.originator_version


T = TypeVar("T")


def begun(now: T | None, fact: Fact) -> T:
    """The matter that a fact continues. Raises ValueError when nothing had begun it."""
    if now is None:
        raise ValueError(f"{fact.stored_as} in {fact.matter}, which no fact has begun")
    return now
