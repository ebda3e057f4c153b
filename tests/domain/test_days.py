"""Counting days: 29 February, month ends, Easter, King's Day on a Sunday, Christmas."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.days import (
    Counted,
    CountedBack,
    Day,
    Lasting,
    Length,
    NotSaid,
    Span,
    Stated,
    TimeToAct,
    ToYearEnd,
    WorkingDays,
    months_after,
)
from domain.law import Place
from domain.legal_calendar import Correction, LegalCalendar

AT = Place(text="A text", at="1")
PLAIN = LegalCalendar()
WITH_DECREES = LegalCalendar(decree_days_count=True)
DAYS = st.dates(date(1900, 1, 1), date(2190, 12, 31))
SIX_MONTHS = Lasting(span=Span(months=6), place=AT)


def says(counted: Counted) -> list[str]:
    return [step.says for step in counted.steps]


@pytest.mark.parametrize(
    ("first", "span", "last"),
    [
        (date(2026, 5, 15), Span(months=6), date(2026, 11, 14)),
        (date(2026, 8, 28), Span(months=6), date(2027, 2, 27)),
        (date(2026, 8, 29), Span(months=6), date(2027, 2, 28)),
        (date(2026, 8, 30), Span(months=6), date(2027, 2, 28)),
        (date(2026, 8, 31), Span(months=6), date(2027, 2, 28)),
        (date(2027, 8, 29), Span(months=6), date(2028, 2, 28)),
        (date(2027, 8, 30), Span(months=6), date(2028, 2, 29)),
        (date(2027, 8, 31), Span(months=6), date(2028, 2, 29)),
        (date(2024, 2, 29), Span(years=4), date(2028, 2, 28)),
        (date(2024, 2, 29), Span(years=3), date(2027, 2, 28)),
        (date(2026, 4, 1), Span(years=4), date(2030, 3, 31)),
        (date(2026, 1, 1), Span(years=1), date(2026, 12, 31)),
        (date(2026, 5, 1), Span(weeks=2), date(2026, 5, 14)),
        (date(2026, 5, 1), Span(days=1), date(2026, 5, 1)),
        (date(2026, 5, 15), Span(months=1, days=1), date(2026, 6, 15)),
    ],
)
def test_a_period_that_includes_its_first_day(first: date, span: Span, last: date) -> None:
    lasting = Lasting(span=span, place=AT)
    assert lasting.last_day(first) == last
    assert lasting.counted(first, WITH_DECREES).day == last


@given(DAYS, st.integers(1, 240))
def test_two_periods_that_follow_each_other_leave_no_day_out(first: date, months: int) -> None:
    """The next period begins on the day after; no day is in both, no day in neither."""
    last = Lasting(span=Span(months=months), place=AT).last_day(first)
    assert (last.year * 12 + last.month) - (first.year * 12 + first.month) in (months, months - 1)
    assert last < months_after(first, months) or last.day < first.day


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2096, 2, 29), 48, date(2100, 2, 28)),
    ],
)
def test_months_clip_to_the_end_of_the_month(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(DAYS, st.integers(-1200, 100))
def test_months_keep_the_day_number_or_give_the_last_of_the_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert (
        later.day == day.day
        or months_after(later, 0).month != date.fromordinal(later.toordinal() + 1).month
    )


def test_forward_and_back_are_not_each_others_mirror() -> None:
    """Clipped forward to 28 February, counted back from there it is the 28th of the month."""
    assert Span(months=1).after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert Span(months=1).before(date(2026, 2, 28)) == date(2026, 1, 28)


def test_counting_back_never_moves() -> None:
    """29 February counts back to 28 February; a Sunday stays a Sunday."""
    a_year = CountedBack(span=Span(years=1), place=AT)
    assert a_year.day(date(2028, 2, 29)) == date(2027, 2, 28)
    four_weeks = CountedBack(span=Span(weeks=4), place=AT)
    counted = four_weeks.counted(date(2026, 12, 27), PLAIN)
    assert counted.day == date(2026, 11, 29)
    assert counted.day.weekday() == 6
    assert counted.steps[-1].day == counted.day


@pytest.mark.parametrize(
    ("start", "weeks", "due", "why"),
    [
        (date(2026, 4, 13), 2, date(2026, 4, 28), ["King's Day"]),
        (date(2026, 3, 20), 2, date(2026, 4, 7), ["Good Friday", "Saturday", "Easter"]),
        (date(2026, 11, 13), 6, date(2026, 12, 28), ["Christmas Day", "second day of Christmas"]),
        (date(2026, 5, 1), 2, date(2026, 5, 15), []),
        (date(2025, 4, 12), 2, date(2025, 4, 28), ["King's Day", "Sunday"]),
        (date(2026, 6, 1), 2, date(2026, 6, 15), []),
    ],
)
def test_time_to_act_moves_on_to_a_working_day(
    start: date, weeks: int, due: date, why: list[str]
) -> None:
    counted = TimeToAct(span=Span(weeks=weeks), place=AT, moves=True).counted(start, PLAIN)
    assert counted.day == due
    told = " ".join(says(counted))
    assert all(word in told for word in why)
    assert counted.steps[-1].day == due


def test_kings_day_on_a_sunday_is_kept_on_the_saturday_before() -> None:
    """27 April 2025 was a Sunday; the day itself is then a Sunday and nothing more."""
    assert PLAIN.why_not_working(date(2025, 4, 26)) == "King's Day"
    assert PLAIN.why_not_working(date(2025, 4, 27)) == "Sunday"


def test_time_to_act_that_binds_the_body_stays_where_it_is() -> None:
    four_weeks = TimeToAct(span=Span(weeks=4), place=AT, moves=False)
    assert four_weeks.due(date(2026, 3, 30), PLAIN) == date(2026, 4, 27)


def test_christmas_and_the_weekend_after_it_are_five_steps() -> None:
    """Christmas Day 2026 is a Friday: it, the second day on Saturday, and Sunday."""
    two_weeks = TimeToAct(span=Span(weeks=2), place=AT, moves=True)
    counted = two_weeks.counted(date(2026, 12, 11), PLAIN)
    assert [step.day.day for step in counted.steps] == [11, 25, 26, 27, 28]
    assert [step.place.at for step in counted.steps] == ["1", "1", "3", "3", "3"]


def test_decree_days_count_when_they_are_switched_on() -> None:
    """Fri 15 May 2026 follows Ascension Day; equated by decree, and no holiday by itself."""
    two_weeks = TimeToAct(span=Span(weeks=2), place=AT, moves=True)
    assert two_weeks.due(date(2026, 5, 1), PLAIN) == date(2026, 5, 15)
    assert two_weeks.due(date(2026, 5, 1), WITH_DECREES) == date(2026, 5, 18)
    assert two_weeks.due(date(2026, 4, 30), PLAIN) == date(2026, 5, 15)
    assert two_weeks.due(date(2026, 4, 30), WITH_DECREES) == date(2026, 5, 18)


def test_a_correction_of_the_calendar_moves_a_last_day() -> None:
    day = date(2026, 6, 15)
    holiday = Correction(day=day, recognised=True, name="a day of mourning")
    two_weeks = TimeToAct(span=Span(weeks=2), place=AT, moves=True)
    counted = two_weeks.counted(date(2026, 6, 1), LegalCalendar(corrections=(holiday,)))
    assert counted.day == date(2026, 6, 16)
    assert "a day of mourning" in says(counted)[-1]


def test_a_later_correction_takes_back_an_earlier_one_and_a_decree() -> None:
    day = date(2026, 5, 15)
    on = Correction(day=day, recognised=True, name="bridge day")
    off = Correction(day=day, recognised=False, name="a slip")
    assert LegalCalendar(corrections=(on,)).holiday(day) == "bridge day"
    assert LegalCalendar(corrections=(on, off)).is_working(day)
    assert LegalCalendar(decree_days_count=True, corrections=(off,)).is_working(day)


def test_no_correction_makes_a_weekend_a_working_day() -> None:
    sunday = date(2026, 4, 5)
    not_easter = Correction(day=sunday, recognised=False, name="a slip")
    assert LegalCalendar(corrections=(not_easter,)).why_not_working(sunday) == "Sunday"


def test_working_days_skip_easter() -> None:
    """Five working days from Wed 1 April 2026: Thu, then Tue to Fri after Easter Monday."""
    counted = WorkingDays(days=5, place=AT).counted(date(2026, 4, 1), PLAIN)
    assert counted.day == date(2026, 4, 10)
    not_counted = [step for step in counted.steps if step.says.startswith("not counted")]
    assert [step.day.day for step in not_counted] == [3, 6]
    assert counted.steps[-1].day == counted.day


@given(st.dates(date(2014, 1, 1), date(2050, 1, 1)), st.integers(1, 60))
def test_working_days_end_on_a_working_day(start: date, days: int) -> None:
    end = WorkingDays(days=days, place=AT).counted(start, PLAIN).day
    assert end is not None
    assert PLAIN.is_working(end)
    between = [date.fromordinal(n) for n in range(start.toordinal() + 1, end.toordinal() + 1)]
    assert sum(PLAIN.is_working(day) for day in between) == days


def test_calendar_years_end_on_the_last_of_december() -> None:
    """Reviewed on 12 February 2026: next due on 31 December 2027."""
    assert ToYearEnd(years_on=1, place=AT).counted(date(2026, 2, 12), PLAIN).day == date(
        2027, 12, 31
    )
    assert ToYearEnd(years_on=0, place=AT).counted(date(2026, 12, 31), PLAIN).day == date(
        2026, 12, 31
    )


LENGTHS: list[Length] = [
    TimeToAct(span=Span(weeks=6), place=AT, moves=True),
    TimeToAct(span=Span(months=3), place=AT, moves=False),
    SIX_MONTHS,
    CountedBack(span=Span(weeks=4), place=AT),
    ToYearEnd(years_on=1, place=AT),
    WorkingDays(days=10, place=AT),
    Stated(last=date(2190, 1, 1), place=AT),
]


@pytest.mark.parametrize("length", LENGTHS, ids=lambda length: type(length).__name__)
@given(start=DAYS)
def test_every_step_has_a_place_and_the_last_is_the_day(length: Length, start: date) -> None:
    counted = length.counted(start, WITH_DECREES)
    assert counted.steps[0].day == start
    assert counted.steps[-1].day == counted.day
    assert all(step.place.at and step.says for step in counted.steps)


def test_a_length_that_is_not_said_stays_unknown() -> None:
    counted = NotSaid(look="look on the website", place=AT).counted(date(2026, 1, 1), PLAIN)
    assert counted.day is None
    assert counted.unknown == "look on the website"


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (Span(years=1), "1 year"),
        (Span(months=6), "6 months"),
        (Span(years=2, weeks=1, days=3), "2 years 1 week 3 days"),
    ],
)
def test_a_span_is_told_in_words(span: Span, told: str) -> None:
    assert str(span) == told


@pytest.mark.parametrize("written", ["2026-05-15", date(2026, 5, 15)])
def test_a_day_is_written_with_hyphens(written: object) -> None:
    assert TypeAdapter(Day).validate_python(written) == date(2026, 5, 15)


NO_DAYS: tuple[object, ...] = (
    *(0, 1.5, True, None, "", " 2026-05-1", "2026-5-15", "20260515", "15-05-2026"),
    *("2026-W20-5", "2026-05-15T00:00", "2026-02-30", "1899-12-31", "2201-01-01"),
    "２０２６-０５-１５",
)


@pytest.mark.parametrize("written", NO_DAYS)
def test_nothing_else_is_a_day(written: object) -> None:
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        TypeAdapter(Day).validate_python(written)
