"""The words the law is written in here: a place in a text, an edition, a rule, a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Annotated, Any, Generic, Protocol, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticSerializationError


class Value(BaseModel):
    """Something equal by its content and never changed.

    A message about bad input never repeats the input: it may be about a person.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        populate_by_name=True,
        hide_input_in_errors=True,
    )

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """As pydantic tells it, and what went wrong in a value comes out as it was raised.

        Pydantic hides it behind an error of its own; but a key that can't be had now is no fault
        of what is told, and who asked may ask again.
        """
        try:
            return super().model_dump(**options)
        except PydanticSerializationError as error:
            if error.__cause__ is None:
                raise
            raise error.__cause__ from None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic copies, in half the time: folding a file does little else."""
        if deep:
            return super().model_copy(update=update, deep=True)
        made = object.__new__(type(self))
        given = update or {}
        object.__setattr__(made, "__dict__", {**self.__dict__, **given})
        object.__setattr__(made, "__pydantic_fields_set__", self.model_fields_set | given.keys())
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made


class Edition(Value):
    """A dated version of a scheme's text."""

    id: str
    title: str
    adopted: date
    since: date


class Place(Value):
    """A place in a text, cited as it is printed there: ``AT_27("a")`` is 27(a).

    Where the text is silent or unclear the place carries our reading of it, so
    that a reading is never shown as if it were the text.
    """

    text: str
    at: str
    reading: str = ""

    def __call__(self, *parts: str | int) -> Place:
        return self.model_copy(update={"at": self.at + "".join(f"({p})" for p in parts)})

    def read(self, reading: str) -> Place:
        return self.model_copy(update={"reading": reading})

    def __str__(self) -> str:
        return f"{self.text}, {self.at}" + (f" as read in {self.reading}" if self.reading else "")


class Rule(Value):
    """One rule of a text, under the number the analysis of that text gave it."""

    id: str
    place: Place
    says: str


class Cited(Protocol):
    """What a check rests on: a rule or a term."""

    @property
    def id(self) -> str: ...

    @property
    def place(self) -> Place: ...


Given = bool | int | date | str | None
"""What a rule was asked about: a number, a day, a yes or no, or one of our own code words."""

CODE_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,()/:_-]{0,79}(@[0-9.]{1,9})?")
"""One word of ours, such as ``own-request``, ``27(a)`` or ``lvv-certification@6``."""
WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day_again(value: object) -> object:
    """A day comes back from the record as text; what is written as a day is a day."""
    if isinstance(value, str) and WRITTEN_DAY.fullmatch(value):
        return date.fromisoformat(value)
    return value


class Check(Value):
    """One question put to the law in a decision: the rule, what it was given, its answer."""

    rule: str
    place: Place
    given: Mapping[str, Annotated[Given, BeforeValidator(_day_again)]]
    holds: bool


class Remark(Value):
    """A soft rule that was not met: recorded with the fact, shown in the dossier."""

    says: str
    place: Place


class Refused(Exception):
    """The text does not allow what was asked; it says where, and what would be allowed."""

    def __init__(self, reason: str, place: Place, rule: str = "") -> None:
        super().__init__(f"{reason} ({place})")
        self.reason, self.place, self.rule = reason, place, rule


_checks: ContextVar[list[Check] | None] = ContextVar("checks", default=None)


@contextmanager
def weighing() -> Iterator[list[Check]]:
    """Keeps every check made inside it, so that a decision can carry what it was decided on."""
    checks: list[Check] = []
    token = _checks.set(checks)
    try:
        yield checks
    finally:
        _checks.reset(token)


def each_once(checks: Sequence[Check]) -> tuple[Check, ...]:
    """In the order they were first put: the guard and the decision may ask the same question."""
    return tuple(one for n, one in enumerate(checks) if one not in checks[:n])


def weigh(rule: Cited, holds: bool, **given: Given) -> bool:
    """One question put to the law; the answer is kept with the decision and handed back.

    Raises ValueError when something is given that is neither a number, a day, a yes or no,
    nor a code word: checks are stored in the clear and may never hold words about a person.
    """
    for name, value in given.items():
        if isinstance(value, str) and not CODE_WORD.fullmatch(value):
            raise ValueError(f"{name} of a check on {rule.id} is free text; give a code word")
    checks = _checks.get()
    if checks is not None:
        checks.append(Check(rule=rule.id, place=rule.place, given=given, holds=holds))
    return holds


def require(rule: Cited, holds: bool, otherwise: str, **given: Given) -> None:
    """One condition, stated as the text states it. Raises Refused when it does not hold."""
    if not weigh(rule, holds, **given):
        raise Refused(otherwise, rule.place, rule.id)


class NotYetInForce(LookupError):
    """An edition holds no version of a rule that came later."""

    def __init__(self, rule: InTime[Any], edition: Edition) -> None:
        super().__init__(f"no version of this rule had started in {edition.id}")
        self.rule = rule


T = TypeVar("T")


class InTime(Generic[T]):
    """A rule through the editions: the latest version that the edition had reached."""

    def __init__(self, versions: Mapping[date, T]) -> None:
        self._versions = dict(sorted(versions.items()))

    @property
    def latest(self) -> T:
        return next(reversed(self._versions.values()))

    def of(self, edition: Edition) -> T:
        """The version that this edition holds. Raises NotYetInForce when it held none yet."""
        started = [rule for start, rule in self._versions.items() if start <= edition.since]
        if not started:
            raise NotYetInForce(self, edition)
        return started[-1]
