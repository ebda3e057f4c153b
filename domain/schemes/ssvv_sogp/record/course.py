"""A course as it is planned and held, and the participants in it (3.1, 3.1.2, 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast
from uuid import UUID

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Identity, Personal


class CoursePlanned(Fact):
    """``trainers`` and ``lesson_plan`` are matters of this file; ``norms`` the documents used.

    ``examiner`` is the account of who examines the group, when the centre knows it.
    """

    stored_as = "ssvv-sogp.course-planned"
    location: str
    qualification: str
    first_day: Day
    last_day: Day
    trainers: tuple[str, ...]
    lesson_plan: str
    norms: tuple[str, ...]
    refresher: bool = False
    examiner: str = ""


class EntryVerified(Fact):
    """Age, VCA diploma and, for a refresher, the earlier diploma were checked (3.1).

    ``person`` is the random id under whose own key everything about the participant is kept.
    """

    stored_as = "ssvv-sogp.entry-requirements-verified"
    participant: int
    person: UUID
    name: Personal[Identity, str]
    earlier_diploma: Personal[Evidence, str] | None = None


class EntryRefused(Fact):
    stored_as = "ssvv-sogp.participant-entry-refused"
    participant: int
    lacking: tuple[str, ...]


class ParticipantEnrolled(Fact):
    stored_as = "ssvv-sogp.participant-enrolled"
    participant: int


class CourseHeld(Fact):
    """Taught to its last day; ``participants`` were there."""

    stored_as = "ssvv-sogp.course-held"
    participants: int


class ConcernSignalled(Fact):
    """A participant does not master the learning goals; discussed by ``discuss_by``, in time."""

    stored_as = "ssvv-sogp.learning-concern-signalled"
    participant: int
    discuss_by: Day
    goals: Personal[Content, str]


class ConcernDiscussed(Fact):
    """``partner`` is with whom: the participant, or the trainer's manager."""

    stored_as = "ssvv-sogp.learning-concern-discussed"
    participant: int
    partner: str
    discussed: Personal[Content, str]


class ConcernReported(Fact):
    """Told outside the centre, which is for exceptional cases."""

    stored_as = "ssvv-sogp.learning-concern-reported"
    participant: int
    to: Literal["exam-centre", "ssvv"]
    exceptional_because: Personal[Content, str]


class ParticipantDataShared(Fact):
    """``exam_centre`` is a recognised one; ``purpose`` is exam and diploma registration."""

    stored_as = "ssvv-sogp.participant-data-shared"
    exam_centre: str
    purpose: str
    encrypted: bool


class DiplomasSeen(Fact):
    """So many diplomas of this course were found in the CDR."""

    stored_as = "ssvv-sogp.diplomas-seen-in-cdr"
    diplomas: int


CourseFact = (
    CoursePlanned
    | EntryVerified
    | EntryRefused
    | ParticipantEnrolled
    | CourseHeld
    | ConcernSignalled
    | ConcernDiscussed
    | ConcernReported
    | ParticipantDataShared
    | DiplomasSeen
)


class Participant(Value):
    """``concern`` is the day of a concern that was signalled and not discussed yet."""

    number: int
    person: UUID | None = None
    standing: Literal["verified", "refused", "enrolled"]
    concern: Day | None = None
    signalled: bool = False
    discussed_on: Day | None = None


class Course(Value):
    matter: str
    planned: CoursePlanned
    standing: Literal["planned", "held", "shared", "completed"] = "planned"
    since: Day
    participants: Mapping[int, Participant] = {}
    held_on: Day | None = None


COURSE_STANDS: dict[type[Fact], str] = {
    CourseHeld: "held",
    ParticipantDataShared: "shared",
    DiplomasSeen: "completed",
}


def evolve(now: Course | None, record: Recorded) -> Course:
    """The course after one fact more."""
    fact = cast(CourseFact, record.fact)
    if isinstance(fact, CoursePlanned):
        return Course(matter=fact.matter, planned=fact, since=fact.on)
    now = begun(now, fact)
    if isinstance(fact, CourseHeld | ParticipantDataShared | DiplomasSeen):
        update: dict[str, object] = {"standing": COURSE_STANDS[type(fact)], "since": fact.on}
        if isinstance(fact, CourseHeld):
            update["held_on"] = now.planned.last_day
        return now.model_copy(update=update)
    after = _participant(now.participants.get(fact.participant), fact)
    return now.model_copy(update={"participants": {**now.participants, fact.participant: after}})


OfAParticipant = (
    EntryVerified
    | EntryRefused
    | ParticipantEnrolled
    | ConcernSignalled
    | ConcernDiscussed
    | ConcernReported
)


def _participant(now: Participant | None, fact: OfAParticipant) -> Participant:
    if isinstance(fact, EntryVerified):
        return Participant(number=fact.participant, person=fact.person, standing="verified")
    if isinstance(fact, EntryRefused):
        return Participant(number=fact.participant, standing="refused")
    now = begun(now, fact)
    match fact:
        case ParticipantEnrolled():
            return now.model_copy(update={"standing": "enrolled"})
        case ConcernSignalled():
            return now.model_copy(update={"concern": fact.on, "signalled": True})
        case ConcernDiscussed():
            return now.model_copy(update={"concern": None, "discussed_on": fact.on})
        case ConcernReported():
            return now
