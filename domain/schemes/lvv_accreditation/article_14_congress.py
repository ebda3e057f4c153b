"""14(b). The LVV congress (LVV-congres)

- Attending it gives 2 to 4 points; the board decides how many each year.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Length, Stated
from domain.law import InTime, Refused, Rule, require
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.record.offer import Number
from domain.schemes.lvv_accreditation.record.own_file import CongressPointsSet, OwnFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.terms import Term, its_day

AT_14 = article(14)
CONGRESS = "congress"
"""The matter under which the points of the congress are recorded."""

A_CALENDAR_YEAR = AT_14("b").read("A-T16: a year is a calendar year")
FEWEST_AND_MOST = InTime({IN_FORCE: (2, 4)})

R_32 = Rule(
    id="R-32", place=AT_14("b"), says="the congress gives 2 to 4 points, as the board sets yearly"
)


class SetCongressPoints(Command):
    """Set how many points the congress of this year, or the next, gives."""

    name = "set-congress-points"
    next_year: bool = False
    points: Number


@action(SetCongressPoints, by=BOARD, place=AT_14("b"))
def set_congress_points(asked: SetCongressPoints, at: Situation[OwnFile]) -> Facts:
    """Set how many points the congress of a year gives, 2 to 4."""
    fewest, most = FEWEST_AND_MOST.of(at.law.edition)
    require(
        R_32,
        fewest <= asked.points <= most,
        f"the congress gives {fewest} to {most} points, not {asked.points}",
        points=asked.points,
    )
    year = asked.on.year + asked.next_year
    if any(year == one for _, one, _ in at.file.congress):
        raise Refused(f"the points of {year} are set already, once a year", AT_14("b"))
    return CongressPointsSet(
        matter=CONGRESS, on=asked.on, basis=AT_14("b"), year=year, points=asked.points
    )


def _in_the_next_year(fact: CongressPointsSet, _: Law) -> Length:
    return Stated(last=date(fact.year + 1, 12, 31), place=A_CALENDAR_YEAR)


A_T16_POINTS = Term(
    id="A-T16",
    name="the points of the congress are set",
    place=A_CALENDAR_YEAR,
    for_whom="lvv-board",
    length=_in_the_next_year,
    opened_by={CongressPointsSet: its_day},
    met_by={CongressPointsSet: its_day},
    whole_file=True,
    when_passed="an alarm: the congress of the year gives no points",
)
