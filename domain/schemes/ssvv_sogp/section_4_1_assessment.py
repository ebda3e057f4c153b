"""4.1, 3(b) Minimum activity (Minimaal activiteitenniveau per SOG-P kwalificatie)

- A centre keeps its expertise in training demonstrably current (3(b)).
- To show it, in a calendar year and per qualification, it trains at least 20 participants, or
  gives the course at least twice.

A year that is not met leads to nothing by itself: SSVV may signal it (5.3).

What is counted: section_4_1_activity.py. Which years: section_4_1_calendar_year.py.
"""

from datetime import date

from domain.case import Command, Facts, Situation, action
from domain.law import InTime, Refused, Remark, Rule, Value, require, weigh
from domain.schemes.ssvv_sogp.act import IN_FORCE, section
from domain.schemes.ssvv_sogp.record.activity import ActivityAssessed, activity_matter
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.requirement import requirement_matter
from domain.schemes.ssvv_sogp.roles import CLERK, SSVV
from domain.schemes.ssvv_sogp.section_4_1_activity import (
    R_42,
    Year,
    counted_so_far,
    courses_held,
    recognised_in,
    was_recognised,
)
from domain.schemes.ssvv_sogp.section_4_1_calendar_year import T_02
from domain.words import Code

AT_3_B, AT_4_1 = section("3(b)"), section("4.1")
NO_PRO_RATA = AT_4_1.read("A-07: the year in which a recognition began is only an indication")
MAY_BE_SIGNALLED = section("5.3").read("T-02: proof is missing, which SSVV may signal")
CURRENT_EXPERTISE = "current-expertise"
"""The requirement under which other evidence of being current is filed (3(b))."""


class Minimum(Value):
    """What shows that expertise is current: either is enough."""

    participants: int
    courses: int


MINIMUM = InTime({IN_FORCE: Minimum(participants=20, courses=2)})

R_02 = Rule(
    id="R-02", place=AT_3_B, says="a centre keeps its expertise in training demonstrably current"
)
R_41 = Rule(
    id="R-41",
    place=AT_4_1,
    says="at least 20 participants or at least 2 courses, per calendar year and qualification",
)


class AssessActivity(Command):
    """Assess whether enough was taught of a qualification in a calendar year that is over."""

    name = "assess-activity"
    year: Year
    qualification: Code


@action(AssessActivity, by=SSVV | CLERK, place=AT_4_1, when=was_recognised)
def assess_activity(asked: AssessActivity, at: Situation[CentreFile]) -> Facts:
    """Assess whether enough was taught of a qualification in a calendar year that is over."""
    _is_over(asked, at)
    began = recognised_in(asked.year, asked.qualification, at)
    courses = courses_held(asked.year, asked.qualification, at)
    participants = _as_in_the_cdr(asked, courses, at)
    met = _is_enough(participants, courses, at)
    current = met or _shown_otherwise(asked.year, at)
    weigh(R_02, current, participants=participants, courses=courses)
    indicative = began > date(asked.year, 1, 1)
    place = NO_PRO_RATA if indicative else MAY_BE_SIGNALLED
    short = Remark(says=f"{participants} participants and {courses} courses", place=place)
    return ActivityAssessed(
        matter=activity_matter(asked.year, asked.qualification),
        on=asked.on,
        basis=AT_4_1,
        remarks=() if met else (short,),
        year=asked.year,
        qualification=asked.qualification,
        participants=participants,
        courses=courses,
        met=met,
        indicative=indicative,
        awaits_next=_awaits_next(asked, at),
    )


def _is_over(asked: AssessActivity, at: Situation[CentreFile]) -> None:
    """The year is over; and where it was assessed already, something was counted since."""
    last_day = date(asked.year, 12, 31)
    require(
        T_02,
        asked.on > last_day,
        f"the year runs to {last_day}; assess it after that",
        last_day=last_day,
    )
    now = counted_so_far(asked.year, asked.qualification, at)
    if now is None or now.assessed_on is None:
        return
    if now.counted_on is None or now.counted_on <= now.assessed_on:
        raise Refused(f"assessed on {now.assessed_on}; import a new count first", AT_4_1)


def _as_in_the_cdr(asked: AssessActivity, courses: int, at: Situation[CentreFile]) -> int:
    """What the CDR has; it need not be known when the courses are enough."""
    now = counted_so_far(asked.year, asked.qualification, at)
    counted = None if now is None else now.participants
    claimed = None if now is None else now.claimed
    least = MINIMUM.of(at.law.edition)
    whole_year = (
        now is not None and now.counted_on is not None and now.counted_on.year > asked.year
    )
    settled = courses >= least.courses or (counted or 0) >= least.participants or whole_year
    require(
        R_42,
        settled,
        "import the count of the CDR first, of the whole year; no other count is taken instead",
        counted=counted,
        claimed=claimed,
    )
    return counted or 0


def _is_enough(participants: int, courses: int, at: Situation[CentreFile]) -> bool:
    least = MINIMUM.of(at.law.edition)
    return weigh(
        R_41,
        participants >= least.participants or courses >= least.courses,
        participants=participants,
        courses=courses,
    )


def _shown_otherwise(year: int, at: Situation[CentreFile]) -> bool:
    filed = at.file.requirements.get(requirement_matter(CURRENT_EXPERTISE))
    return filed is not None and any(one.dated.year == year for one in filed.filed)


def _awaits_next(asked: AssessActivity, at: Situation[CentreFile]) -> bool:
    """The recognition goes on, and an earlier assessment did not make the next year awaited."""
    now = counted_so_far(asked.year, asked.qualification, at)
    goes_on = any(
        one.key.qualification == asked.qualification and one.is_held and one.is_in_force(at.on)
        for one in at.file.lines.values()
    )
    return goes_on and (now is None or now.assessed_on is None)
