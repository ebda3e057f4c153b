"""5.2.5 The list of recognised centres (lijst met erkende opleiders)

- After signing, SSVV takes the new centre into the list of recognised centres on its website.

When it is put there: section_5_2_5_publication.py.
"""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import CentreFact
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import Line, LineFact
from domain.shown import MadePublic, RegisterLine

AT_5_2_5 = section("5.2.5")
TYPE = "SOG-P training centre"
PER_LINE = AT_5_2_5.read("the list shows location and qualification, as recognition is of those")
MADE_PUBLIC = MadePublic(
    says="SSVV publishes the list of recognised centres; nothing about a person is on it.",
    dutch="SSVV publiceert de lijst met erkende opleiders; over personen staat er niets op.",
    place=PER_LINE,
)
NOT_YET = AT_5_2_5.read("T-27: on the list after signing, with the day it takes effect")
TOLD_FROM = (*get_args(CentreFact), *get_args(LineFact))


def register(case: CaseFile[CentreFile]) -> tuple[RegisterLine, ...]:
    """Every recognition that was published, by the days it is in force; oldest first.

    Who is no longer recognised is off the list from that day (5.3). Organisations only: nothing
    about a person is on it.
    """
    return tuple(one for line in case.state.lines.values() for one in _readings(case, line))


def _readings(case: CaseFile[CentreFile], line: Line) -> Iterator[RegisterLine]:
    published = line.published_on
    if published is None:
        return
    for first, last in line.in_force:
        if published < first and line.in_force[0] == (first, last):
            yield _reads(case, line, "to-take-effect", first, published, first - ONE_DAY)
        if published <= last:
            yield _reads(case, line, "recognised", first, max(published, first), last)


def _reads(
    case: CaseFile[CentreFile], line: Line, status: str, day: date, since: date, until: date
) -> RegisterLine:
    centre = case.state.centre
    location = centre.locations[line.key.location]
    return RegisterLine(
        entry=f"{case.number}-{line.matter.removeprefix('line-')}",
        type=TYPE,
        status=status,
        day=day,
        day_means="recognised from this day",
        since=since,
        until=until,
        more={
            "centre": centre.name,
            "location": location.name,
            "qualification": line.key.qualification,
            "catalogue": line.catalogue,
        },
        under=PER_LINE if status == "recognised" else NOT_YET,
    )


def still_needed(file: CentreFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    needs = {
        "a recognition is held": any(one.is_held for one in file.lines.values()),
        "an application is open": any(one.is_open for one in file.applications.values()),
        "an agreement is not signed": any(
            one.standing == "offered" for one in file.agreements.values()
        ),
        "an audit is open": any(one.is_open for one in file.audits.values()),
        "an irregularity is open": any(
            one.standing != "closed" for one in file.irregularities.values()
        ),
    }
    return next((need for need, is_so in needs.items() if is_so), "")
