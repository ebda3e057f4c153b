"""Counting days, as the five texts count them (conventions C1-C5, docs/adr/0007).

The day a period is counted from is day 0, unless the period includes its first day. A length
says how it is counted and gives the day with every step that led there, each with its place.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Protocol

from pydantic import BeforeValidator, Field

from domain.law import WRITTEN_DAY, Place, Value
from domain.legal_calendar import ATW, LegalCalendar

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2200


def _written_day(value: Any) -> Any:
    """Days come in as YYYY-MM-DD text or as a date; a number is no day (0 is not 1970)."""
    if isinstance(value, str):
        value = _day_of(value)
    if type(value) is not date or not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"give a day as YYYY-MM-DD between {FIRST_YEAR} and {LAST_YEAR}")
    return value


@lru_cache(maxsize=10_000)
def _day_of(text: str) -> date | None:
    """Kept, for what is read from the record names the same days over and over."""
    try:
        return date.fromisoformat(text) if WRITTEN_DAY.fullmatch(text) else None
    except ValueError:
        return None


Day = Annotated[
    date,
    BeforeValidator(_written_day),
    Field(json_schema_extra={"format": "date", "examples": ["2026-05-15"]}),
]


class Step(Value):
    """One step on the way to a day: what was done, where that led, on which ground."""

    says: str
    day: date
    place: Place


class Counted(Value):
    """A day, and how it was reached. No day when the text gives none; then where to look."""

    day: date | None
    steps: tuple[Step, ...] = ()
    unknown: str = ""


class Length(Protocol):
    """How long something lasts or how long there is to act, counted from a day."""

    def counted(self, start: date, calendar: LegalCalendar, /) -> Counted: ...


class Span(Value):
    """So many years, months, weeks and days."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """So much later; a month without that day number gives its last day (C4)."""
        later = months_after(day, 12 * self.years + self.months)
        return later + timedelta(weeks=self.weeks, days=self.days)

    def before(self, day: date) -> date:
        """So much earlier; a month without that day number gives its last day (C4)."""
        earlier = months_after(day, -12 * self.years - self.months)
        return earlier - timedelta(weeks=self.weeks, days=self.days)

    def __str__(self) -> str:
        parts = [(self.years, "year"), (self.months, "month")]
        parts += [(self.weeks, "week"), (self.days, "day")]
        return " ".join(f"{n} {unit}" + ("s" if n > 1 else "") for n, unit in parts if n)


class TimeToAct(Value):
    """Time somebody has to act: the day it is counted from is day 0 (C1).

    With ``moves`` the last day goes on to the next working day when it falls on a Saturday,
    a Sunday or a recognised holiday (C3: terms that a person must meet); without, never.
    """

    span: Span
    place: Place
    moves: bool

    def counted(self, start: date, calendar: LegalCalendar, /) -> Counted:
        day = self.span.after(start)
        steps = [
            Step(says="counted from this day, which is day 0", day=start, place=self.place),
            Step(says=f"{self.span} later", day=day, place=self.place),
        ]
        if self.moves:
            steps += to_a_working_day(day, calendar)
        return Counted(day=steps[-1].day, steps=tuple(steps))

    def due(self, start: date, calendar: LegalCalendar) -> date:
        """The last day on which the act is in time."""
        day = self.counted(start, calendar).day
        assert day is not None  # noqa: S101  this length always gives a day
        return day


class Lasting(Value):
    """Time that runs from a day, that day included: a validity, a suspension (C5).

    The last day is the day before the same day number; where the end month has no such day
    number, the last of that month.
    """

    span: Span
    place: Place

    def last_day(self, first: date) -> date:
        span = self.span
        months_on = months_after(first, 12 * span.years + span.months)
        clipped = months_on.day != first.day and not (span.weeks or span.days)
        return months_on if clipped else span.after(first) - ONE_DAY

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        last = self.last_day(start)
        steps = (
            Step(says="runs from this day, which counts", day=start, place=self.place),
            Step(says=f"the last day of {self.span}; it never moves", day=last, place=self.place),
        )
        return Counted(day=last, steps=steps)


class CountedBack(Value):
    """A day so long before another; it never moves (C3)."""

    span: Span
    place: Place

    def day(self, end: date) -> date:
        return self.span.before(end)

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        steps = (
            Step(says="counted back from this day", day=start, place=self.place),
            Step(
                says=f"{self.span} earlier; it never moves", day=self.day(start), place=self.place
            ),
        )
        return Counted(day=self.day(start), steps=steps)


class ToYearEnd(Value):
    """To the last day of a calendar year: the year of the start, or so many years on."""

    years_on: int
    place: Place

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        last = date(start.year + self.years_on, 12, 31)
        steps = (
            Step(says="counted from this day", day=start, place=self.place),
            Step(
                says=f"the last day of the calendar year {last.year}", day=last, place=self.place
            ),
        )
        return Counted(day=last, steps=steps)


class WorkingDays(Value):
    """Time to act counted in working days; the day it is counted from is not one of them."""

    days: int
    place: Place

    def counted(self, start: date, calendar: LegalCalendar, /) -> Counted:
        day, left = start, self.days
        steps = [Step(says="counted from this day, which is day 0", day=start, place=self.place)]
        while left:
            day += ONE_DAY
            why = calendar.why_not_working(day)
            left -= not why
            if why and day.weekday() < 5:
                steps.append(Step(says=f"not counted: {why}", day=day, place=ATW))
        steps.append(Step(says=f"{self.days} working days later", day=day, place=self.place))
        return Counted(day=day, steps=tuple(steps))


class Stated(Value):
    """A last day that the decision itself states."""

    last: date
    place: Place

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        steps = (
            Step(says="from this day", day=start, place=self.place),
            Step(says="to the last day the decision states", day=self.last, place=self.place),
        )
        return Counted(day=self.last, steps=steps)


class NotSaid(Value):
    """The text gives no length: the day stays unknown, and this is where to look."""

    look: str
    place: Place

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        step = Step(says="counted from this day", day=start, place=self.place)
        return Counted(day=None, steps=(step,), unknown=self.look)


def ends_on_a_working_day(length: Length) -> bool:
    """Whether the last day goes on to a working day, also when it moved because of a pause."""
    return isinstance(length, WorkingDays) or (isinstance(length, TimeToAct) and length.moves)


def to_a_working_day(day: date, calendar: LegalCalendar) -> tuple[Step, ...]:
    """The steps from a last day on to the next working day (C3); none when it is one."""
    steps: list[Step] = []
    while why := calendar.why_not_working(day):
        day += ONE_DAY
        steps.append(Step(says=f"one day on, for that was {why}", day=day, place=ATW))
    return tuple(steps)


def months_after(day: date, months: int) -> date:
    """The same date so many months on, or the last day of a month that has no such date."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
