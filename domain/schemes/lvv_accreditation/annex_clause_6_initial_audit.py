"""An.6(a), (c). Response times (Reactietermijnen): the initial audit

- (a) An initial audit, with the verification of improvements, is closed within 16 weeks of the
  first audit day. When that fails for reasons that are the applicant's, a part to be determined
  is assessed again: extra audit time, and so extra costs.
- (c) Improvements are verified on location, or at a distance by documents, as they ask for.

What a holder owes after an audit, (b): annex_clause_6_nonconformities.py.
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Span, TimeToAct
from domain.law import InTime, Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import IN_FORCE, annex
from domain.schemes.lvv_accreditation.record.application import AdviceGiven, ApplicationStopped
from domain.schemes.lvv_accreditation.record.audit import (
    Audit,
    AuditClosed,
    AuditStarted,
    PartialReassessmentOrdered,
)
from domain.schemes.lvv_accreditation.record.offer import Cents
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON
from domain.schemes.lvv_accreditation.standing import application_that
from domain.terms import Term, its_day
from domain.words import Prose

AN_6 = annex(6)
BINDS_BOTH = AN_6("a").read("decision on doubts: it binds the body too, and does not move")
TO_CLOSE = InTime({IN_FORCE: TimeToAct(span=Span(weeks=16), place=BINDS_BOTH, moves=False)})
Hours = Annotated[int, Field(ge=1, le=1000)]

R_41 = Rule(
    id="R-41",
    place=AN_6("c"),
    says="improvements are verified, on location or at a distance, before an audit is closed",
)


class StartInitialAudit(Command):
    """Record the first day of the audit."""

    name = "start-initial-audit"


class OrderPartialReassessment(Command):
    """Have a part assessed again: the audit overran for reasons that are the applicant's."""

    name = "order-partial-reassessment"
    extra_hours: Hours
    cents: Cents
    reasons: Personal[Content, Prose]


class CloseAudit(Command):
    """Close the audit, with every improvement verified."""

    name = "close-audit"


def not_audited_yet(at: Situation[TrainingFile]) -> str:
    """The application with Hobéon that has no audit yet."""
    matter = application_that(at, "with-hobeon").matter
    if at.file.applications[matter].renewal:
        raise Refused("16 weeks are for the audit of an application, not of a holder", AN_6("a"))
    audit = at.file.audits.get(matter)
    if audit is not None and audit.first_day is not None and audit.closed_on is None:
        raise Refused(f"the audit of {matter} began on {audit.first_day}", AN_6("a"))
    return matter


def audited(at: Situation[TrainingFile]) -> Audit:
    """The audit that runs in the application with Hobéon."""
    audit = at.file.audits.get(application_that(at, "with-hobeon").matter)
    if audit is None or audit.first_day is None or audit.closed_on is not None:
        raise Refused("no initial audit runs", AN_6("a"))
    return audit


@action(StartInitialAudit, by=HOBEON, place=AN_6("a"), when=not_audited_yet)
def start_initial_audit(asked: StartInitialAudit, at: Situation[TrainingFile]) -> Facts:
    """Record the first day of the audit, from which 16 weeks run."""
    return AuditStarted(matter=not_audited_yet(at), on=asked.on, basis=AN_6("a"))


@action(OrderPartialReassessment, by=HOBEON, place=AN_6("a"), when=audited)
def order_partial_reassessment(
    asked: OrderPartialReassessment, at: Situation[TrainingFile]
) -> Facts:
    """Have a part assessed again, at extra cost, once 16 weeks have passed (B-27)."""
    now = audited(at)
    assert now.first_day is not None  # noqa: S101  an audit that runs has begun
    last = TO_CLOSE.of(at.law.edition).due(now.first_day, at.law.calendar)
    require(
        A_T09,
        asked.on > last,
        f"the audit can still be closed until {last}; a part is assessed again after that",
        on=asked.on,
        last_day=last,
    )
    return PartialReassessmentOrdered(
        matter=now.matter,
        on=asked.on,
        basis=AN_6("a"),
        extra_hours=asked.extra_hours,
        cents=asked.cents,
        reasons=asked.reasons,
    )


@action(CloseAudit, by=HOBEON, place=AN_6("a"), when=audited)
def close_audit(asked: CloseAudit, at: Situation[TrainingFile]) -> Facts:
    """Close the audit, with every improvement verified."""
    now = audited(at)
    open_ones = now.unverified
    require(
        R_41,
        not open_ones,
        f"the improvement of {', '.join(map(str, open_ones))} is verified first, on location or "
        "at a distance",
        unverified=len(open_ones),
    )
    return AuditClosed(matter=now.matter, on=asked.on, basis=AN_6("a"))


def _sixteen_weeks(_: AuditStarted, law: Law) -> TimeToAct:
    return TO_CLOSE.of(law.edition)


A_T09 = Term(
    id="A-T09",
    name="the initial audit is closed, verification included",
    place=BINDS_BOTH,
    for_whom="hobeon",
    length=_sixteen_weeks,
    opened_by={AuditStarted: its_day},
    met_by={AuditClosed: its_day},
    ended_by={AdviceGiven: its_day, ApplicationStopped: its_day},
    when_passed="for reasons of the applicant's, a part is assessed again at extra cost",
)
