"""An audit: its first day, what was found wanting, what was done about it, its closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.personal import Content, Evidence, Personal

How = Literal["on-site", "remote", "both"]
Stands = Literal["found", "answered", "verified", "not-demonstrated"]


class AuditStarted(Fact):
    """The first day of the audit of an application."""

    stored_as = "lvv-accreditation.audit-started"


class NonconformityRecorded(Fact):
    """``last_audit_day`` is that of a holder's audit; an applicant has the time of the audit."""

    stored_as = "lvv-accreditation.nonconformity-recorded"
    finding: int
    last_audit_day: Day | None = None
    says: Personal[Content, str]


class NonconformityAnswered(Fact):
    stored_as = "lvv-accreditation.nonconformity-answered"
    finding: int
    response: Personal[Evidence, str]


class ImprovementVerified(Fact):
    stored_as = "lvv-accreditation.improvement-verified"
    finding: int
    how: How


class ImprovementNotDemonstrated(Fact):
    stored_as = "lvv-accreditation.improvement-not-demonstrated"
    finding: int
    how: How


class PartialReassessmentOrdered(Fact):
    """The audit overran for reasons that are the applicant's: extra audit time, extra costs."""

    stored_as = "lvv-accreditation.partial-reassessment-ordered"
    extra_hours: int
    cents: int
    reasons: Personal[Content, str]


class AuditClosed(Fact):
    stored_as = "lvv-accreditation.audit-closed"


AuditFact = (
    AuditStarted
    | NonconformityRecorded
    | NonconformityAnswered
    | ImprovementVerified
    | ImprovementNotDemonstrated
    | PartialReassessmentOrdered
    | AuditClosed
)


class Finding(Value):
    """What was found wanting; ``recorded`` is the version of the fact that made it."""

    number: int
    recorded: int
    since: Day
    stands: Stands = "found"
    last_audit_day: Day | None = None


class Audit(Value):
    """An audit in an application, a renewal or an interim check, by its matter."""

    matter: str
    first_day: Day | None = None
    findings: Mapping[int, Finding] = {}
    closed_on: Day | None = None
    reassessment_ordered: bool = False

    @property
    def unverified(self) -> tuple[int, ...]:
        return tuple(n for n, one in self.findings.items() if one.stands != "verified")


STANDS: dict[type[Fact], Stands] = {
    NonconformityAnswered: "answered",
    ImprovementVerified: "verified",
    ImprovementNotDemonstrated: "not-demonstrated",
}


def evolve(now: Audit | None, record: Recorded) -> Audit:
    """The audit after one fact more; the first fact begins it."""
    fact = cast(AuditFact, record.fact)
    now = now or Audit(matter=fact.matter)
    match fact:
        case AuditStarted():
            return now.model_copy(update={"first_day": fact.on})
        case PartialReassessmentOrdered():
            return now.model_copy(update={"reassessment_ordered": True})
        case AuditClosed():
            return now.model_copy(update={"closed_on": fact.on})
        case NonconformityRecorded():
            one = Finding(
                number=fact.finding,
                recorded=record.version,
                since=fact.on,
                last_audit_day=fact.last_audit_day,
            )
        case _:
            update = {"stands": STANDS[type(fact)], "since": fact.on}
            one = now.findings[fact.finding].model_copy(update=update)
    return now.model_copy(update={"findings": {**now.findings, one.number: one}})
