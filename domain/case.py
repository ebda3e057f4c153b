"""The case file: all that is on record about one subject under one scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, ClassVar, Generic, TypeVar, cast
from uuid import UUID

from domain.days import Day
from domain.fact import Actor, Fact, Recorded
from domain.law import Edition, Place, Refused, Value
from domain.legal_calendar import LegalCalendar
from domain.number import stream_of

S = TypeVar("S")
C = TypeVar("C", bound="Command")


@dataclass(frozen=True)
class CaseFile(Generic[S]):
    """A case file as it stands: its state, folded from the facts, and the facts themselves."""

    number: str
    scheme: str
    kind: str
    person: UUID | None
    state: S
    trail: tuple[Recorded, ...] = ()

    @property
    def id(self) -> UUID:
        return stream_of(self.number)

    @property
    def version(self) -> int:
        return self.trail[-1].version if self.trail else 0

    def fact(self, version: int) -> Recorded | None:
        """The fact with this number in the file, or nothing."""
        return next((r for r in self.trail if r.version == version), None)

    def last_day_of(self, matter: str, *kinds: type[Fact]) -> date:
        """The day of the latest fact in a matter, out of these kinds when any are given.

        Raises ValueError when there is none.
        """
        return max(
            r.fact.on
            for r in self.trail
            if r.fact.matter == matter and (not kinds or isinstance(r.fact, kinds))
        )

    def who_had_a_hand_in(self, matter: str) -> frozenset[str]:
        """Every account that recorded something in a matter, clerk and subject included."""
        return frozenset(r.by.id for r in self.trail if r.fact.matter == matter)


class Command(Value):
    """What somebody asks to be done, and the day on which it is done.

    The name is what the doors call it; it never changes, whatever the class is called.
    """

    name: ClassVar[str]

    on: Day


@dataclass(frozen=True)
class Law:
    """The law of one day: the edition that applies, the calendar, the scheme's own settings.

    ``version`` is that of the scheme's own file, in which calendar and settings are decided.
    """

    edition: Edition
    calendar: LegalCalendar = field(default_factory=LegalCalendar)
    settings: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0

    def under(self, edition: Edition) -> Law:
        return replace(self, edition=edition)


class Setting(Value):
    """What a text leaves to policy, or is silent about: a value the scheme's owner decides.

    ``default`` holds until the scheme's own file says otherwise. A switch is true or false; any
    other setting is a number, of which ``None`` says that it is not known.
    """

    name: str
    default: bool | int | None
    place: Place
    says: str

    @property
    def is_switch(self) -> bool:
        return isinstance(self.default, bool)

    def is_on(self, law: Law) -> bool:
        return bool(law.settings.get(self.name, self.default))

    def number(self, law: Law) -> int | None:
        value = law.settings.get(self.name, self.default)
        return value if isinstance(value, int) else None


@dataclass(frozen=True)
class Situation(Generic[S]):
    """Everything a decision may look at: the file, who asks, the day, and the law of that day.

    ``cited`` are the files of other schemes that the command refers to, as they stand.
    """

    case: CaseFile[S]
    by: Actor
    on: date
    law: Law
    cited: Mapping[str, CaseFile[Any]] = field(default_factory=dict)

    @property
    def file(self) -> S:
        return self.case.state


Facts = Fact | tuple[Fact, ...]


@dataclass(frozen=True)
class Action(Generic[C, S]):
    """Something that may be asked in a case file: what it takes, who may ask, what it decides."""

    asks: type[C]
    by: frozenset[str]
    place: Place
    decide: Callable[[C, Situation[S]], Facts]
    open_when: Callable[[Situation[S]], object]
    opens_file: bool = False

    @property
    def name(self) -> str:
        return self.asks.name

    @property
    def says(self) -> str:
        return (self.decide.__doc__ or self.asks.__doc__ or "").strip().split("\n")[0]

    def __call__(self, asked: C, at: Situation[S]) -> Facts:
        return self.decide(asked, at)

    def closed_because(self, at: Situation[S]) -> Refused | None:
        """Why this can't be asked of the file as it stands, or nothing when it can."""
        try:
            self.open_when(at)
        except Refused as refusal:
            return refusal
        return None


def always(_: Situation[Any]) -> None:
    """Open at any time."""


def action(
    asks: type[C],
    *,
    by: frozenset[str],
    place: Place,
    when: Callable[[Situation[Any]], object] = always,
    opens_file: bool = False,
) -> Callable[[Callable[[C, Situation[S]], Facts]], Action[C, S]]:
    """Makes a decision askable: ``@action(Suspend, by=CERTIFICATION_BODY, place=AT_27)``.

    ``when`` raises Refused while the file does not stand so that this can be asked at all; what
    depends on the asked content itself is required in the decision.
    """

    def made(decide: Callable[[C, Situation[S]], Facts]) -> Action[C, S]:
        return Action(asks, by, place, decide, when, opens_file)

    return made


@dataclass(frozen=True)
class KindOfFile(Generic[S]):
    """One kind of case file under a scheme, and everything the house asks about it."""

    name: str
    says: str
    start: S
    evolve: Callable[[S, Recorded], S]
    facts: tuple[type[Fact], ...]
    actions: Mapping[str, Action[Any, S]]
    about_a_person: bool = False

    def after(self, file: CaseFile[S], *records: Recorded) -> CaseFile[S]:
        """The file with some facts more."""
        state = file.state
        for record in records:
            state = self.evolve(state, record)
        told = (file.number, file.scheme, file.kind, file.person)
        return CaseFile(*told, state, (*file.trail, *records))

    def recalled(self, records: tuple[Recorded, ...]) -> CaseFile[S]:
        """The file, folded from its facts. Takes at least one."""
        first, state = records[0], self.start
        for record in records:
            state = self.evolve(state, record)
        return CaseFile(first.number, first.scheme, first.kind, first.person, state, records)

    def as_of(
        self, file: CaseFile[S], on: date | None, known_at: datetime | int | None
    ) -> CaseFile[S] | None:
        """The file as it stood on a day, as known at a moment or after a number of facts.

        Nothing when there was no file yet.
        """
        known = [r for r in file.trail if _was_known(r, known_at)]
        seen = tuple(r for r in known if on is None or r.fact.on <= on)
        return self.recalled(seen) if seen else None


def _was_known(record: Recorded, known_at: datetime | int | None) -> bool:
    if known_at is None:
        return True
    if isinstance(known_at, int):
        return record.version <= known_at
    return record.recorded_at <= known_at


def actions_of(*given: Action[Any, Any]) -> Mapping[str, Action[Any, Any]]:
    """Actions by their name. Raises ValueError when two have the same."""
    named = {one.name: one for one in given}
    if len(named) != len(given):
        raise ValueError("two actions have the same name")
    return cast(Mapping[str, Action[Any, Any]], named)
