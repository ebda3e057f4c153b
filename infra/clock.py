"""What time it is. Nothing else in the house reads a clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where time enters


def today_in_amsterdam(moment: datetime) -> date:
    """The legal day a moment falls on: the calendar day in Europe/Amsterdam.

    Raises ValueError for a moment without a time zone.
    """
    return _placed(moment).astimezone(AMSTERDAM).date()


class MovedClock:
    """A clock that stands still until it is moved, for the demonstration and for scenarios."""

    def __init__(self, moment: datetime) -> None:
        self._moment = _placed(moment)

    def __call__(self) -> datetime:
        return self._moment

    def move_to(self, moment: datetime) -> None:
        """Set the clock, backwards too: a scenario may tell two stories one after the other."""
        self._moment = _placed(moment)

    def advance(self, by: timedelta) -> None:
        self._moment += by


def _placed(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone; say which, for instance UTC")
    return moment.astimezone(UTC)
