"""The file of continuing education (PE): activities handed in, accepted, rejected."""

from __future__ import annotations

from typing import Annotated, Literal, cast

from pydantic import Field, StringConstraints

from domain.citation import Cites
from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Personal
from domain.words import Line

Area = Literal["course", "intervision", "extra"]
Form = Literal["institute-proof", "lvv-form", "cb-form", "other-form"]
"""What the proof is: by the institute, on LVV's form, on the certification body's, or neither."""

Number = Annotated[int, Field(ge=0, le=100_000)]
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9./-]{0,79}$")]
"""What an accreditation, a group or a proof is known by; never the name of a person."""


class CourseCited(Value):
    """The accreditation of a course, by its reference, and the days it ran.

    When the reference is the number of a case file, ``held_on_file`` is what that file said, on
    the day of handing in, of every day on which the course was taken; and ``on_file_from`` and
    ``on_file_until`` the first and last day of the accreditation it held then, if it did.
    """

    accreditation: Annotated[Reference, Cites(first="first_day", last="last_day")]
    accredited_from: Day
    accredited_until: Day | None = None
    held_on_file: bool | None = None
    on_file_from: Day | None = None
    on_file_until: Day | None = None


class Meeting(Value):
    """An intervision meeting: the group, its registration with LVV, who was there."""

    group: Reference
    group_registered_on: Day | None
    follows_the_guide: bool
    participants: Number
    facilitator_present: bool
    as_case_bringer: bool


class SelfStudy(Value):
    """Pages read, and how hard they were: easy, medium, or very hard or foreign."""

    pages: Number
    difficulty: Literal["easy", "medium", "very-hard"]
    hours: Number


class Statement(Value):
    """What the statement of an extra activity shows; who issues it may be the person."""

    name: Personal[Evidence, Line]
    issuer_named: bool
    organisation_named: bool
    signed: bool
    activities: Number = 1
    self_issued: bool = False


class ActivityRegistered(Fact):
    """An activity as handed in; what it was and its proof are evidence about the person.

    ``hours`` are whole gross hours (ECTS) and include ``contact_hours``, hours of teaching with
    teacher and student physically present, ``online_hours`` and the hours of ``self_study``.
    ``proof`` is the reference of what proves it; ``fingerprint`` tells one activity from another
    without saying what it was.
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
    statement: Statement | None = None
    form: Form
    proof: str
    fingerprint: str
    what: Personal[Evidence, str]
    relevance: Personal[Evidence, str] | None = None


class ActivityAccepted(Fact):
    """Accepted for the period of one certificate, the one named, and for no other."""

    stored_as = "lvv-certification.pe-activity-accepted"
    hours: int
    certificate: str


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
    """An activity; once accepted, the hours it has and the certificate it ``counts_for``."""

    matter: str
    standing: Standing
    since: Day
    registered: ActivityRegistered
    hours: int = 0
    counts_for: str = ""
    same_as: str = ""


def evolve(now: Activity | None, record: Recorded) -> Activity:
    """The activity after one fact more."""
    fact = cast(EducationFact, record.fact)
    if isinstance(fact, ActivityRegistered):
        return Activity(matter=fact.matter, standing="registered", since=fact.on, registered=fact)
    now = begun(now, fact)
    match fact:
        case ActivityAccepted():
            update: dict[str, object] = {
                "standing": "accepted",
                "hours": fact.hours,
                "counts_for": fact.certificate,
            }
        case ActivityRejected():
            update = {"standing": "rejected", "hours": 0}
        case DuplicateRejected():
            update = {"standing": "duplicate", "hours": 0, "same_as": fact.same_as}
    return now.model_copy(update={"since": fact.on, **update})
