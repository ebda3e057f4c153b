"""A finding of an audit: graded, reported, reacted on, followed up, accepted (6.1.3-6.1.5)."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal

Grade = Literal["major", "minor", "observation", "remark"]
"""Major non-conformity, minor non-conformity, observatie, opmerking."""


class FindingRecorded(Fact):
    """``finding`` numbers it within its audit; qualification and location when it is of one."""

    stored_as = "ssvv-sogp.finding-classified"
    finding: int
    grade: Grade
    norm: str
    qualification: str = ""
    location: str = ""
    what: Personal[Content, str]


class FindingReclassified(Fact):
    """``was`` and ``grade`` are the class before and after, with the reason for it."""

    stored_as = "ssvv-sogp.finding-reclassified"
    finding: int
    was: Grade
    grade: Grade
    because: Personal[Content, str]


class FindingReacted(Fact):
    """What the centre answers to a finding, and when it plans to be done with it.

    ``unanswered`` is how many findings of the audit have had no answer at all after this one.
    """

    stored_as = "ssvv-sogp.finding-reaction-submitted"
    finding: int
    reaction: Personal[Content, str]
    done_by: Day | None = None
    unanswered: int


class FollowUpRequested(Fact):
    """SSVV needs more information or action; ``round`` counts how often it asked."""

    stored_as = "ssvv-sogp.finding-follow-up-requested"
    finding: int
    round: int
    lacking: Personal[Content, str]


class FollowUpAccepted(Fact):
    """SSVV judges that the finding is sufficiently dealt with."""

    stored_as = "ssvv-sogp.finding-follow-up-accepted"
    finding: int
    done_by: Day | None = None


FindingFact = (
    FindingRecorded | FindingReclassified | FindingReacted | FollowUpRequested | FollowUpAccepted
)


class Finding(Value):
    """One finding. ``reported_as`` is the class that stood when the report was sent.

    ``graded_on`` is the day from which it has the class it has.
    """

    number: int
    grade: Grade
    first_grade: Grade
    graded_on: Day
    reported_as: Grade | None = None
    norm: str
    qualification: str
    location: str
    recorded: int
    standing: Literal["open", "reacted", "more-asked", "accepted"] = "open"
    since: Day
    answered: bool = False
    rounds: int = 0
    done_by: Day | None = None

    @property
    def is_open(self) -> bool:
        return self.standing != "accepted"


def evolve(now: Finding | None, record: Recorded) -> Finding:
    """The finding after one fact more; ``recorded`` is the version of the fact that made it."""
    fact = cast(FindingFact, record.fact)
    if isinstance(fact, FindingRecorded):
        return Finding(
            number=fact.finding,
            grade=fact.grade,
            first_grade=fact.grade,
            graded_on=fact.on,
            norm=fact.norm,
            qualification=fact.qualification,
            location=fact.location,
            recorded=record.version,
            since=fact.on,
        )
    now = begun(now, fact)
    match fact:
        case FindingReclassified():
            return now.model_copy(update={"grade": fact.grade, "graded_on": fact.on})
        case FindingReacted():
            update: dict[str, object] = {
                "standing": "reacted",
                "answered": True,
                "done_by": fact.done_by,
            }
        case FollowUpRequested():
            update = {"standing": "more-asked", "rounds": fact.round}
        case FollowUpAccepted():
            update = {"standing": "accepted", "done_by": fact.done_by or now.done_by}
    return now.model_copy(update={"since": fact.on, **update})
