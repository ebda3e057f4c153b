"""30. Maintenance of the framework (Onderhoud toetsingskader en eisen Permanente Educatie)

- The LVV board answers for the framework and the requirements on permanent education.
- The LVV secretariat collects signals of changes, in society and otherwise, and sees to it that
  they are dealt with.
- At least once a year the board decides whether a change is wanted.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ToYearEnd
from domain.law import InTime
from domain.personal import Content, Personal
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.own_file import (
    FrameworkReviewed,
    OwnFile,
    SignalCollected,
)
from domain.schemes.lvv_certification.roles import BOARD, SECRETARIAT
from domain.terms import Term, its_day
from domain.words import Prose

AT_30 = section(30)
FRAMEWORK = "framework"
"""The matter under which signals and reviews are recorded."""

A_CALENDAR_YEAR = AT_30.read("C-T12: a year is a calendar year")
THIS_YEAR = InTime({IN_FORCE: ToYearEnd(years_on=0, place=A_CALENDAR_YEAR)})
NEXT_YEAR = InTime({IN_FORCE: ToYearEnd(years_on=1, place=A_CALENDAR_YEAR)})


class CollectSignal(Command):
    """Note a change, in society or otherwise, that may ask for another framework."""

    name = "collect-signal"
    signal: Personal[Content, Prose]


class ReviewFramework(Command):
    """Decide whether a change of the framework is wanted, with reasons."""

    name = "review-framework"
    change_wanted: bool
    reasons: Prose


@action(CollectSignal, by=SECRETARIAT, place=AT_30)
def collect_signal(asked: CollectSignal, _: Situation[OwnFile]) -> Facts:
    """Note a change, in society or otherwise, that may ask for another framework."""
    return SignalCollected(matter=FRAMEWORK, on=asked.on, basis=AT_30, signal=asked.signal)


@action(ReviewFramework, by=BOARD, place=AT_30)
def review_framework(asked: ReviewFramework, _: Situation[OwnFile]) -> Facts:
    """Decide whether a change of the framework is wanted, on the signals that came in."""
    return FrameworkReviewed(
        matter=FRAMEWORK,
        on=asked.on,
        basis=AT_30,
        change_wanted=asked.change_wanted,
        reasons=asked.reasons,
    )


def _years(fact: SchemeFileOpened | FrameworkReviewed, law: Law) -> ToYearEnd:
    first = isinstance(fact, SchemeFileOpened)
    return (THIS_YEAR if first else NEXT_YEAR).of(law.edition)


C_T12 = Term(
    id="C-T12",
    name="the framework is reviewed",
    place=A_CALENDAR_YEAR,
    for_whom="lvv-board",
    length=_years,
    opened_by={SchemeFileOpened: its_day, FrameworkReviewed: its_day},
    met_by={FrameworkReviewed: its_day},
    whole_file=True,
    when_passed="an alarm: a calendar year went by without a review",
)
