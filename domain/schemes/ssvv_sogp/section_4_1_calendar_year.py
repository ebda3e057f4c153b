"""4.1 The calendar year of the minimum activity (Minimaal activiteitenniveau)

- The minimum is of a calendar year, for each qualification by itself.

The first year is that in which a recognition begins, or comes back; each year that is assessed is
followed by the next, while the centre is recognised. A year is no longer awaited once the centre
is recognised for the qualification at no location; a year that was over by then is still assessed.
"""

from datetime import date

from domain.case import Law
from domain.days import ToYearEnd
from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.activity import ActivityAssessed
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionGranted,
    RecognitionLapsed,
    RecognitionRevived,
    RecognitionWithdrawn,
)
from domain.schemes.ssvv_sogp.still_recognised import ends_all_of, no_longer_from
from domain.terms import Term

AT_4_1 = section("4.1")


def _its_year(opening: Fact) -> tuple[str, int]:
    """Of which qualification and which year the activity is awaited from this fact on."""
    if isinstance(opening, ActivityAssessed):
        return opening.qualification, opening.year + 1
    if isinstance(opening, RecognitionRevived):
        return opening.awaited, opening.first_day.year
    assert isinstance(opening, RecognitionGranted)  # noqa: S101  nothing else opens the term
    return opening.qualification, opening.effective.year


def _settles(opening: Fact, later: Fact) -> bool:
    if isinstance(later, ActivityAssessed):
        return (later.qualification, later.year) == _its_year(opening)
    assert isinstance(later, RecognitionWithdrawn | RecognitionLapsed)  # noqa: S101  as declared
    qualification, year = _its_year(opening)
    within = no_longer_from(later) <= date(year, 12, 31)
    return within and (later.matter == opening.matter or ends_all_of(later, qualification))


def _the_first_year(fact: RecognitionGranted) -> date:
    return fact.effective


def _the_year_it_is_back(fact: RecognitionRevived) -> date | None:
    return fact.first_day if fact.awaited else None


def _the_next_year(fact: ActivityAssessed) -> date | None:
    return date(fact.year + 1, 1, 1) if fact.awaits_next else None


def _when_met(fact: ActivityAssessed) -> date:
    """A year that was met was so when it ended, whenever it was assessed."""
    return date(fact.year, 12, 31) if fact.met else fact.on


def _the_calendar_year(_: Fact, __: Law) -> ToYearEnd:
    return ToYearEnd(years_on=0, place=AT_4_1)


T_02 = Term(
    id="T-02",
    name="enough is taught of the qualification this year",
    place=AT_4_1,
    for_whom="centre",
    length=_the_calendar_year,
    opened_by={
        RecognitionGranted: _the_first_year,
        RecognitionRevived: _the_year_it_is_back,
        ActivityAssessed: _the_next_year,
    },
    met_by={ActivityAssessed: _when_met},
    ended_by={RecognitionWithdrawn: no_longer_from, RecognitionLapsed: no_longer_from},
    same=_settles,
    when_passed="SSVV assesses the year; what is short it may signal",
)
