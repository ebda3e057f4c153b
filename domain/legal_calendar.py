"""Days that do not count as working days: General Time-Limits Act (Algemene termijnenwet, Atw).

The five texts are private schemes, so the Act applies by analogy only (convention C3); what it
lists is our own dated data, because a library update may never move a past deadline.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from domain.law import Place, Value

ATW = Place(text="General Time-Limits Act", at="3", reading="C3: by analogy")
SATURDAY = 5

DECREE_DAYS: dict[date, str] = {
    date(2026, 5, 15): "the Friday after Ascension Day 2026, equated by royal decree",
}
"""Days equated with holidays by royal decree, Atw 3(3). Off unless a scheme switches them on."""


class Correction(Value):
    """A day that a scheme's own file says is, or is not, a recognised holiday after all."""

    day: date
    recognised: bool
    name: str


class LegalCalendar(Value):
    """The calendar as a scheme applies it: the Act, its switch for decree days, corrections."""

    decree_days_count: bool = False
    corrections: tuple[Correction, ...] = ()

    def holiday(self, day: date) -> str:
        """The name of the recognised holiday that this day is, or nothing."""
        for correction in reversed(self.corrections):
            if correction.day == day:
                return correction.name if correction.recognised else ""
        if self.decree_days_count and day in DECREE_DAYS:
            return DECREE_DAYS[day]
        return statutory_holidays(day.year).get(day, "")

    def why_not_working(self, day: date) -> str:
        """Why nothing is due on this day: its holiday or its place in the weekend, or nothing."""
        if holiday := self.holiday(day):
            return holiday
        return day.strftime("%A") if day.weekday() >= SATURDAY else ""

    def is_working(self, day: date) -> bool:
        return not self.why_not_working(day)


@lru_cache(maxsize=512)
def statutory_holidays(year: int) -> dict[date, str]:
    """The nine days of Atw 3(1)-(2), and the two Sundays that Easter and Whitsun begin with.

    5 May counts every year, and so does Good Friday. In a year in which two of them fall
    together (5 May and Ascension Day in 2016) that day goes by the name of the moving one.
    """
    easter = easter_sunday(year)
    moving = {
        -2: "Good Friday",
        0: "Easter Sunday",
        1: "Easter Monday",
        39: "Ascension Day",
        49: "Whit Sunday",
        50: "Whit Monday",
    }
    return {
        date(year, 1, 1): "New Year's Day",
        date(year, 5, 5): "Liberation Day",
        date(year, 12, 25): "Christmas Day",
        date(year, 12, 26): "second day of Christmas",
        kings_day(year): "King's Day",
        **{easter + timedelta(days=after): name for after, name in moving.items()},
    }


def kings_day(year: int) -> date:
    """27 April, or the day before when that is a Sunday (Queen's Day, 30 April, before 2014)."""
    if year < 2014:
        queens_day = date(year, 4, 30)
        return queens_day - timedelta(days=1) if queens_day.weekday() == 6 else queens_day
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day


def easter_sunday(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule (Nature, 20 April 1876)."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
