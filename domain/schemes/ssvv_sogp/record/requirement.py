"""What the centre shows to meet a requirement, and what SSVV found of it (3, 4).

The text asks that much is demonstrable. Here is which evidence is on file for which requirement,
and how it was judged; whether it is true is what an audit looks into.
"""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Content, Evidence, Personal


def requirement_matter(requirement: str) -> str:
    return f"requirement-{requirement}"


class EvidenceFiled(Fact):
    """``dated`` is the day of the evidence itself; ``until`` the last day it is good, if any.

    ``kind`` is a word for what it is; ``qualification`` and ``location`` when it is of one.
    """

    stored_as = "ssvv-sogp.requirement-evidence-filed"
    requirement: str
    kind: str
    dated: Day
    until: Day | None = None
    qualification: str = ""
    location: str = ""
    evidence: Personal[Evidence, str]


class RequirementJudged(Fact):
    """``audit`` is the audit in which it was looked into, if it was."""

    stored_as = "ssvv-sogp.requirement-judged"
    requirement: str
    meets: bool
    audit: str = ""
    findings: Personal[Content, str]


RequirementFact = EvidenceFiled | RequirementJudged


class Filed(Value):
    kind: str
    dated: Day
    until: Day | None
    qualification: str
    location: str


class Requirement(Value):
    """One requirement: what was filed for it, oldest first, and the latest judgement."""

    matter: str
    requirement: str
    filed: tuple[Filed, ...] = ()
    standing: Literal["filed", "met", "not-met"] = "filed"
    since: Day


def evolve(now: Requirement | None, record: Recorded) -> Requirement:
    """The requirement after one fact more; either fact begins it."""
    fact = cast(RequirementFact, record.fact)
    if now is None:
        now = Requirement(matter=fact.matter, requirement=fact.requirement, since=fact.on)
    match fact:
        case EvidenceFiled():
            one = Filed(
                kind=fact.kind,
                dated=fact.dated,
                until=fact.until,
                qualification=fact.qualification,
                location=fact.location,
            )
            update: dict[str, object] = {"filed": (*now.filed, one), "standing": "filed"}
        case RequirementJudged():
            update = {"standing": "met" if fact.meets else "not-met"}
    return now.model_copy(update={"since": fact.on, **update})
