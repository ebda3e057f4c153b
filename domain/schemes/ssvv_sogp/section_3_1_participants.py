"""3.1 Participants (Verantwoordelijkheden)

- The centre checks whether a participant meets the entry requirements: age, VCA diploma, and for a
  refresher (herhalingstraining) the diplomas earned before.
- It treats all learning goals, and conveys them to each participant as well as it can.
"""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require, weigh
from domain.personal import Evidence, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import (
    Course,
    EntryRefused,
    EntryVerified,
    Participant,
    ParticipantEnrolled,
)
from domain.schemes.ssvv_sogp.roles import CENTRE
from domain.words import Code, Line

AT_3_1 = section("3.1")
Number = Annotated[int, Field(ge=1, le=10_000)]

R_15 = Rule(
    id="R-15",
    place=AT_3_1,
    says="age and VCA diploma are checked, and for a refresher the diploma earned before",
)
R_16 = Rule(
    id="R-16", place=AT_3_1, says="all learning goals are treated, and conveyed to everybody"
)


class VerifyEntry(Command):
    """Check whether somebody meets the entry requirements of a course."""

    name = "verify-entry"
    course: Code
    person: UUID
    full_name: Personal[Identity, Line]
    old_enough: bool
    holds_vca: bool
    earlier_diploma: Personal[Evidence, Line] | None = None


class EnrolParticipant(Command):
    """Enrol somebody whose entry requirements were checked."""

    name = "enrol-participant"
    course: Code
    participant: Number


def course_named(at: Situation[CentreFile], matter: str, *stands: str) -> Course:
    """The course of this name, which stands so, out of these (any when none is given)."""
    now = at.file.courses.get(matter)
    if now is None:
        named = ", ".join(at.file.courses) or "there is none"
        raise Refused(f"{matter} is no course in this file; give one of {named}", AT_3_1)
    if stands and now.standing not in stands:
        raise Refused(f"{matter} stands {now.standing}; this takes {' or '.join(stands)}", AT_3_1)
    return now


def participant_of(course: Course, number: int) -> Participant:
    """The participant with this number in a course."""
    now = course.participants.get(number)
    if now is None:
        named = ", ".join(str(n) for n in course.participants) or "there is none"
        raise Refused(f"{number} is nobody in {course.matter}; give one of {named}", AT_3_1)
    return now


def a_course_is_planned(at: Situation[CentreFile]) -> None:
    if not any(one.standing == "planned" for one in at.file.courses.values()):
        raise Refused("no course is planned", AT_3_1)


@action(VerifyEntry, by=CENTRE, place=AT_3_1, when=a_course_is_planned)
def verify_entry(asked: VerifyEntry, at: Situation[CentreFile]) -> Facts:
    """Check the entry requirements of a course; who does not meet them is not let in."""
    course = course_named(at, asked.course, "planned")
    number = len(course.participants) + 1
    earlier = asked.earlier_diploma
    meets = {
        "age": asked.old_enough,
        "vca-diploma": asked.holds_vca,
        "earlier-diploma": earlier is not None or not course.planned.refresher,
    }
    lacking = tuple(one for one, there in meets.items() if not there)
    weigh(R_15, not lacking, refresher=course.planned.refresher, lacking=len(lacking))
    if lacking:
        return EntryRefused(
            matter=course.matter,
            on=asked.on,
            basis=AT_3_1,
            participant=number,
            lacking=lacking,
        )
    return EntryVerified(
        matter=course.matter,
        on=asked.on,
        basis=AT_3_1,
        participant=number,
        person=asked.person,
        name=asked.full_name.about(asked.person),
        earlier_diploma=None if earlier is None else earlier.about(asked.person),
    )


@action(EnrolParticipant, by=CENTRE, place=AT_3_1, when=a_course_is_planned)
def enrol_participant(asked: EnrolParticipant, at: Situation[CentreFile]) -> Facts:
    """Enrol somebody whose entry requirements were checked, and met."""
    course = course_named(at, asked.course, "planned")
    now = participant_of(course, asked.participant)
    if now.standing == "enrolled":
        raise Refused(f"{now.number} is enrolled in {course.matter} already", AT_3_1)
    require(
        R_15,
        now.standing == "verified",
        f"{now.number} does not meet the entry requirements; they are checked and met first",
        standing=now.standing,
    )
    return ParticipantEnrolled(
        matter=course.matter, on=asked.on, basis=AT_3_1, participant=now.number
    )
