"""Our own calendar beside two others, as oracles; where they differ, the Act says why."""

from datetime import date

import holidays
import pytest
from dateutil.easter import easter  # type: ignore[import-untyped]  # it ships no types

from domain.legal_calendar import (
    DECREE_DAYS,
    LegalCalendar,
    easter_sunday,
    kings_day,
    statutory_holidays,
)

THE_NINE = {
    "New Year's Day",
    "Good Friday",
    "Easter Monday",
    "King's Day",
    "Liberation Day",
    "Ascension Day",
    "Whit Monday",
    "Christmas Day",
    "second day of Christmas",
}
SUNDAYS_BY_NAME = {"Easter Sunday", "Whit Sunday"}


@pytest.mark.parametrize("year", range(1900, 2201))
def test_easter_is_where_dateutil_finds_it(year: int) -> None:
    assert easter_sunday(year) == easter(year)


@pytest.mark.parametrize("year", range(2014, 2051))
def test_nine_days_a_year(year: int) -> None:
    """Beside the two Sundays they follow; fewer names only where two fall on one day."""
    found = statutory_holidays(year)
    together = {date(year, 5, 5)} & {easter_sunday_plus(year, 39), easter_sunday_plus(year, 50)}
    assert set(found.values()) == (
        (THE_NINE | SUNDAYS_BY_NAME) - ({"Liberation Day"} if together else set())
    )
    assert all(day.year == year for day in found)


def easter_sunday_plus(year: int, days: int) -> date:
    return date.fromordinal(easter_sunday(year).toordinal() + days)


def test_liberation_day_and_ascension_day_fell_together_in_2016() -> None:
    assert statutory_holidays(2016)[date(2016, 5, 5)] == "Ascension Day"


@pytest.mark.parametrize("year", range(2024, 2036))
def test_the_same_days_as_the_holidays_package(year: int) -> None:
    """No difference with its public and optional holidays.

    Public alone has Liberation Day in lustrum years only (a day off then by custom), while
    Atw 3(1) names 5 May for every year.
    """
    assert set(statutory_holidays(year)) == set(_oracle(year, ("public", "optional")))
    lacking = set(statutory_holidays(year)) - set(_oracle(year, ("public",)))
    assert lacking == (set() if year % 5 == 0 else {date(year, 5, 5)})


def _oracle(year: int, categories: tuple[str, ...]) -> list[date]:
    return list(holidays.country_holidays("NL", years=year, categories=categories))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2025, date(2025, 4, 26)),
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),
        (2014, date(2014, 4, 26)),
        (2013, date(2013, 4, 30)),
        (2006, date(2006, 4, 29)),
    ],
)
def test_kings_day_is_never_a_sunday(year: int, day: date) -> None:
    assert kings_day(year) == day


def test_nothing_is_due_on_a_holiday_or_in_a_weekend() -> None:
    calendar = LegalCalendar()
    assert calendar.why_not_working(date(2026, 5, 5)) == "Liberation Day"
    assert calendar.why_not_working(date(2026, 5, 16)) == "Saturday"
    assert calendar.why_not_working(date(2026, 5, 17)) == "Sunday"
    assert calendar.why_not_working(date(2026, 5, 18)) == ""
    assert calendar.is_working(date(2026, 5, 18))


def test_decree_days_are_friday_after_ascension_and_off_by_default() -> None:
    for day in DECREE_DAYS:
        assert day == easter_sunday_plus(day.year, 40)
        assert LegalCalendar().is_working(day)
        assert LegalCalendar(decree_days_count=True).holiday(day) == DECREE_DAYS[day]
