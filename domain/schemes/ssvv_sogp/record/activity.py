"""The minimum activity of one qualification in one calendar year (4.1)."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value


def activity_matter(year: int, qualification: str) -> str:
    return f"activity-{year}.{qualification.lower()}"


class CdrCountImported(Fact):
    """Participants trained in the year, as found in the CDR; the latest count holds."""

    stored_as = "ssvv-sogp.cdr-count-imported"
    year: int
    qualification: str
    participants: int


class OwnCountClaimed(Fact):
    """What the centre counted itself: shown beside the CDR, and never counted."""

    stored_as = "ssvv-sogp.own-count-claimed"
    year: int
    qualification: str
    participants: int


class ActivityAssessed(Fact):
    """``indicative`` for the year in which the recognition began: no signal follows.

    ``awaits_next``: the next year is awaited from now on, for the recognition goes on.
    """

    stored_as = "ssvv-sogp.activity-assessed"
    year: int
    qualification: str
    participants: int
    courses: int
    met: bool
    indicative: bool
    awaits_next: bool


ActivityFact = CdrCountImported | OwnCountClaimed | ActivityAssessed


class Activity(Value):
    """How much was taught of a qualification in a year, as far as it was counted."""

    matter: str
    year: int
    qualification: str
    participants: int | None = None
    counted_on: Day | None = None
    claimed: int | None = None
    standing: Literal["counting", "met", "not-met"] = "counting"
    indicative: bool = False
    assessed_on: Day | None = None


def evolve(now: Activity | None, record: Recorded) -> Activity:
    """The year's activity after one fact more; any of them begins it."""
    fact = cast(ActivityFact, record.fact)
    if now is None:
        now = Activity(matter=fact.matter, year=fact.year, qualification=fact.qualification)
    match fact:
        case CdrCountImported():
            update: dict[str, object] = {
                "participants": fact.participants,
                "counted_on": fact.on,
            }
        case OwnCountClaimed():
            update = {"claimed": fact.participants}
        case ActivityAssessed():
            update = {
                "standing": "met" if fact.met else "not-met",
                "indicative": fact.indicative,
                "assessed_on": fact.on,
            }
    return now.model_copy(update=update)
