"""The file of continuing education (PE): activities handed in, accepted, rejected."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Personal

Area = Literal["course", "intervision", "extra"]


class CourseCited(Value):
    """The accreditation of a course, by its reference, and the days it ran."""

    accreditation: str
    accredited_from: Day
    accredited_until: Day | None = None


class Meeting(Value):
    """An intervision meeting: the group, its registration with LVV, who was there."""

    group: str
    group_registered_on: Day | None
    follows_the_guide: bool
    participants: int
    facilitator_present: bool
    as_case_bringer: bool


class SelfStudy(Value):
    """Pages read, and how hard they were: easy, medium, or very hard or foreign."""

    pages: int
    difficulty: Literal["easy", "medium", "very-hard"]
    hours: int


class ActivityRegistered(Fact):
    """An activity as handed in; what it was and its proof are evidence about the person.

    ``hours`` are whole gross hours (ECTS) and include ``contact_hours``, hours of teaching with
    teacher and student physically present, ``online_hours`` and the hours of ``self_study``.
    ``fingerprint`` tells one activity from another without saying what it was.
    """

    stored_as = "lvv-certification.pe-activity-registered"
    area: Area
    first_day: Day
    last_day: Day
    hours: int
    contact_hours: int = 0
    online_hours: int = 0
    self_study: SelfStudy | None = None
    course: CourseCited | None = None
    meeting: Meeting | None = None
    proof: str
    fingerprint: str
    what: Personal[Evidence, str]
    relevance: Personal[Evidence, str] | None = None


class ActivityAccepted(Fact):
    stored_as = "lvv-certification.pe-activity-accepted"
    hours: int


class ActivityRejected(Fact):
    stored_as = "lvv-certification.pe-activity-rejected"
    ground: str
    reasons: Personal[Content, str]


class DuplicateRejected(Fact):
    """The same activity is on file already, in the matter named."""

    stored_as = "lvv-certification.pe-activity-duplicate-rejected"
    same_as: str


EducationFact = ActivityRegistered | ActivityAccepted | ActivityRejected | DuplicateRejected

Standing = Literal["registered", "accepted", "rejected", "duplicate"]


class Activity(Value):
    matter: str
    standing: Standing
    since: Day
    registered: ActivityRegistered
    hours: int = 0


def evolve(now: Activity | None, record: Recorded) -> Activity:
    """The activity after one fact more."""
    fact = cast(EducationFact, record.fact)
    if isinstance(fact, ActivityRegistered):
        return Activity(matter=fact.matter, standing="registered", since=fact.on, registered=fact)
    now = begun(now, fact)
    match fact:
        case ActivityAccepted():
            update: dict[str, object] = {"standing": "accepted", "hours": fact.hours}
        case ActivityRejected():
            update = {"standing": "rejected", "hours": 0}
        case DuplicateRejected():
            update = {"standing": "duplicate", "hours": 0}
    return now.model_copy(update={"since": fact.on, **update})
