"""An.6(b), (c). Response times: what was found wanting

- (b) A holder responds within 4 weeks of the audit to what was found wanting. Within 3 months of
  the last audit day the measures demonstrably have effect, by convincing evidence. For possible
  sanctions it names "article 8".
- (c) Verification is on location or at a distance, by documents, depending on what was found.

An applicant's improvements go by the 16 weeks of (a) (B-14).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, weigh
from domain.personal import Content, Evidence, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_6_initial_audit import R_41
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    ended_with_its_accreditation,
)
from domain.schemes.lvv_accreditation.record.audit import (
    Finding,
    How,
    ImprovementNotDemonstrated,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, PROVIDER
from domain.schemes.lvv_accreditation.standing import investigated, the_investigated
from domain.words import Code, Prose

AN_6 = annex(6)


class RecordNonconformity(Command):
    """Record what was found wanting; in a holder's audit, with its last day."""

    name = "record-nonconformity"
    matter: Code
    last_audit_day: Day | None = None
    says: Personal[Content, Prose]


class RespondToNonconformity(Command):
    """Respond to what was found wanting."""

    name = "respond-to-nonconformity"
    matter: Code
    finding: int
    response: Personal[Evidence, Prose]


class VerifyImprovement(Command):
    """Record whether the improvement was shown to have effect, and how that was verified."""

    name = "verify-improvement"
    matter: Code
    finding: int
    how: How
    demonstrated: bool


@action(RecordNonconformity, by=HOBEON, place=AN_6("b"), when=investigated)
def record_nonconformity(asked: RecordNonconformity, at: Situation[TrainingFile]) -> Facts:
    """Record what was found wanting; a holder then has 4 weeks and 3 months."""
    matter, last = the_investigated(at, asked.matter), asked.last_audit_day
    application = at.file.applications.get(matter)
    is_holder = application is None or application.renewal
    if is_holder and (last is None or last > asked.on):
        raise Refused("give the last day of the audit, not later than this one", AN_6("b"))
    audit = at.file.audits.get(matter)
    return NonconformityRecorded(
        matter=matter,
        on=asked.on,
        basis=AN_6("b") if is_holder else AN_6("a"),
        finding=len(audit.findings) + 1 if audit else 1,
        last_audit_day=last if is_holder else None,
        says=asked.says,
    )


def something_found(at: Situation[TrainingFile]) -> None:
    """Open while something is not verified as improved, and the training is held to it."""
    audits = at.file.audits.items()
    if not any(a.unverified and not ended_with_its_accreditation(at.file, m) for m, a in audits):
        raise Refused("nothing that was found wanting is open", AN_6("b"))


@action(RespondToNonconformity, by=PROVIDER, place=AN_6("b"), when=something_found)
def respond_to_nonconformity(asked: RespondToNonconformity, at: Situation[TrainingFile]) -> Facts:
    """Respond to what was found wanting."""
    matter = asked.matter
    finding_in(at, matter, asked.finding)
    return NonconformityAnswered(
        matter=matter,
        on=asked.on,
        basis=AN_6("b"),
        finding=asked.finding,
        response=asked.response,
    )


@action(VerifyImprovement, by=HOBEON, place=AN_6("c"), when=something_found)
def verify_improvement(asked: VerifyImprovement, at: Situation[TrainingFile]) -> Facts:
    """Record whether the improvement has effect, verified on location or at a distance."""
    matter = asked.matter
    finding_in(at, matter, asked.finding)
    weigh(R_41, True, how=asked.how, demonstrated=asked.demonstrated)
    kind = ImprovementVerified if asked.demonstrated else ImprovementNotDemonstrated
    return kind(matter=matter, on=asked.on, basis=AN_6("c"), finding=asked.finding, how=asked.how)


def finding_in(at: Situation[TrainingFile], matter: str, number: int) -> Finding:
    """What was found wanting under this number. Raises Refused when nothing was."""
    audit = at.file.audits.get(matter)
    found = audit.findings.get(number) if audit else None
    if found is None:
        numbers = ", ".join(map(str, audit.findings)) if audit else "none"
        raise Refused(f"{matter} has no finding {number}; it has {numbers}", AN_6("b"))
    return found
