"""4.1 Counting participants (Minimaal activiteitenniveau per SOG-P kwalificatie)

- In a calendar year and per qualification, a centre trains at least 20 participants, or gives the
  course at least twice.
- Participants are counted as they are in the CDR, per centre.

Whether a year is met: section_4_1_assessment.py.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Remark, Rule, require, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.activity import (
    Activity,
    CdrCountImported,
    OwnCountClaimed,
    activity_matter,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, CLERK, SSVV
from domain.schemes.ssvv_sogp.standing import a_line
from domain.words import Code

AT_4_1 = section("4.1")
PER_CENTRE = AT_4_1.read("A-03: all locations of the centre together, per qualification")
TRAINED_IN = AT_4_1.read("A-06: a participant counts in the year of the training, as the CDR has")
Year = Annotated[int, Field(ge=1, le=9998)]
Count = Annotated[int, Field(ge=0, le=100_000)]

R_42 = Rule(id="R-42", place=AT_4_1, says="participants are counted as they are in the CDR")
R_43 = Rule(id="R-43", place=AT_4_1, says="each qualification is counted by itself")


class ImportCdrCount(Command):
    """Record how many participants of a qualification the CDR has for a year."""

    name = "import-cdr-count"
    year: Year
    qualifications: tuple[Code, ...]
    participants: Count


class ClaimOwnCount(Command):
    """Say how many participants of a qualification one counted oneself; it is never counted."""

    name = "claim-own-count"
    year: Year
    qualification: Code
    participants: Count


def was_recognised(at: Situation[CentreFile]) -> None:
    a_line(at, "in-force", "withdrawn", "lapsed")


@action(ImportCdrCount, by=SSVV | CLERK, place=TRAINED_IN, when=was_recognised)
def import_cdr_count(asked: ImportCdrCount, at: Situation[CentreFile]) -> Facts:
    """Record how many participants of a qualification the CDR has for a year."""
    require(
        R_43,
        len(asked.qualifications) == 1,
        "give the count of one qualification; they are not added up",
        qualifications=len(asked.qualifications),
    )
    (qualification,) = asked.qualifications
    recognised_in(asked.year, qualification, at)
    weigh(R_42, True, counted=asked.participants)
    return CdrCountImported(
        matter=activity_matter(asked.year, qualification),
        on=asked.on,
        basis=TRAINED_IN,
        year=asked.year,
        qualification=qualification,
        participants=asked.participants,
    )


@action(ClaimOwnCount, by=CENTRE, place=AT_4_1, when=was_recognised)
def claim_own_count(asked: ClaimOwnCount, at: Situation[CentreFile]) -> Facts:
    """Say how many participants one counted oneself; shown beside the CDR, and never counted."""
    recognised_in(asked.year, asked.qualification, at)
    matter = activity_matter(asked.year, asked.qualification)
    now = counted_so_far(asked.year, asked.qualification, at)
    counted = None if now is None else now.participants
    as_in_the_cdr = weigh(
        R_42, counted == asked.participants, claimed=asked.participants, counted=counted
    )
    remark = Remark(says="what the CDR has is counted, not this", place=AT_4_1)
    return OwnCountClaimed(
        matter=matter,
        on=asked.on,
        basis=AT_4_1,
        remarks=() if as_in_the_cdr else (remark,),
        year=asked.year,
        qualification=asked.qualification,
        participants=asked.participants,
    )


def recognised_in(year: int, qualification: str, at: Situation[CentreFile]) -> date:
    """The day on which its first recognition began. Refused when it had none in the year."""
    spells = [
        spell
        for line in at.file.lines.values()
        if line.key.qualification == qualification
        for spell in line.in_force
    ]
    first_day, last_day = date(year, 1, 1), date(year, 12, 31)
    if not any(first <= last_day and first_day <= last for first, last in spells):
        raise Refused(f"the centre was not recognised for {qualification} in {year}", PER_CENTRE)
    return min(first for first, _ in spells)


def counted_so_far(year: int, qualification: str, at: Situation[CentreFile]) -> Activity | None:
    """What was counted of a qualification in a year, if anything."""
    return at.file.activities.get(activity_matter(year, qualification))


def courses_held(year: int, qualification: str, at: Situation[CentreFile]) -> int:
    """How many courses were held; one counts in the year in which it ended (A-06)."""
    return sum(
        one.planned.qualification == qualification
        and one.held_on is not None
        and one.held_on.year == year
        for one in at.file.courses.values()
    )
