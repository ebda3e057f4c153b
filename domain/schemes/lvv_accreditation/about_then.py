"""A day that a text gives only about ("omstreeks"): counted back, give or take some days."""

from datetime import date, timedelta

from domain.days import Counted, CountedBack, Step
from domain.law import Place, Value
from domain.legal_calendar import LegalCalendar


class About(Value):
    """A day counted back, give or take some days: the last day that is still about then."""

    aim: CountedBack
    give_or_take: int
    place: Place

    def counted(self, start: date, calendar: LegalCalendar, /) -> Counted:
        aimed = self.aim.counted(start, calendar)
        last = self.aim.day(start) + timedelta(days=self.give_or_take)
        step = Step(
            says=f"about then: up to {self.give_or_take} days on", day=last, place=self.place
        )
        return Counted(day=last, steps=(*aimed.steps, step))
