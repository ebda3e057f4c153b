"""6.1.4, 6.1.5 Reaction and follow-up (Afronding en afsluiting)

- After receiving the report the centre reacts in substance to the findings. When there are none
  an acknowledgement of receipt is enough (6.1.4).
- On that reaction SSVV judges whether the findings are sufficiently dealt with.
- More information or action may be needed; then SSVV and centre stay in contact until, in SSVV's
  judgement, all are sufficiently dealt with.

Every finding is followed up by itself, in as many rounds as it takes; all four classes are
findings (A-09). It suffices how one is dealt with; what is planned may end later (A-28).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import Audit, ReceiptAcknowledged
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import (
    FindingReacted,
    FollowUpAccepted,
    FollowUpRequested,
)
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.standing import an_audit, audit_named, finding_of
from domain.words import Code, Prose

AT_6_1_4, AT_6_1_5 = section("6.1.4"), section("6.1.5")
ASKED = ("awaiting-acknowledgement", "awaiting-reaction", "under-review")
WITH_FINDINGS = ("awaiting-reaction", "under-review", "ready-to-close")

R_83 = Rule(
    id="R-83",
    place=AT_6_1_4,
    says="findings take a reaction in substance; without any, a receipt is enough",
)


class AcknowledgeReceipt(Command):
    """Acknowledge the receipt of an audit report without findings."""

    name = "acknowledge-receipt"
    audit: Code


class SubmitReaction(Command):
    """React to a finding: how it is dealt with, and by which day if that is planned."""

    name = "submit-reaction"
    audit: Code
    finding: int
    reaction: Personal[Content, Prose]
    done_by: Day | None = None


class AcceptFollowUp(Command):
    """Judge that a finding is sufficiently dealt with."""

    name = "accept-follow-up"
    audit: Code
    finding: int
    done_by: Day | None = None


class RequestFollowUp(Command):
    """Ask for more information or action about a finding."""

    name = "request-follow-up"
    audit: Code
    finding: int
    lacking: Personal[Content, Prose]


def asked_to_answer(at: Situation[CentreFile]) -> None:
    an_audit(at, *ASKED)


def followed_up(at: Situation[CentreFile]) -> None:
    an_audit(at, *WITH_FINDINGS)


@action(AcknowledgeReceipt, by=CENTRE, place=AT_6_1_4, when=asked_to_answer)
def acknowledge_receipt(asked: AcknowledgeReceipt, at: Situation[CentreFile]) -> Facts:
    """Acknowledge the receipt of a report; enough only when it holds no findings."""
    now = audit_named(at, asked.audit, *ASKED)
    require(
        R_83,
        not now.findings,
        f"{now.matter} has {len(now.findings)} findings; react to each of them",
        findings=len(now.findings),
    )
    return ReceiptAcknowledged(matter=now.matter, on=asked.on, basis=AT_6_1_4)


@action(SubmitReaction, by=CENTRE, place=AT_6_1_5, when=followed_up)
def submit_reaction(asked: SubmitReaction, at: Situation[CentreFile]) -> Facts:
    """React to a finding, for the first time or again."""
    now = audit_named(at, asked.audit, "awaiting-reaction", "under-review")
    finding = finding_of(now, asked.finding)
    if not finding.is_open:
        raise Refused(f"SSVV accepted the follow-up of finding {finding.number}", AT_6_1_5)
    weigh(R_83, True, findings=len(now.findings))
    return FindingReacted(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_5,
        finding=finding.number,
        reaction=asked.reaction,
        done_by=asked.done_by,
        unanswered=_unanswered_after(now, finding.number),
    )


def _unanswered_after(now: Audit, answered: int) -> int:
    others = (one for one in now.findings.values() if one.number != answered)
    return sum(not one.answered for one in others)


@action(AcceptFollowUp, by=SSVV, place=AT_6_1_5, when=followed_up)
def accept_follow_up(asked: AcceptFollowUp, at: Situation[CentreFile]) -> Facts:
    """Judge, on the reaction, that a finding is sufficiently dealt with."""
    now = audit_named(at, asked.audit, "awaiting-reaction", "under-review")
    finding = finding_of(now, asked.finding)
    if finding.standing != "reacted":
        raise Refused(
            f"finding {finding.number} stands {finding.standing}; SSVV judges a reaction", AT_6_1_5
        )
    return FollowUpAccepted(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_5,
        finding=finding.number,
        done_by=asked.done_by,
    )


@action(RequestFollowUp, by=SSVV, place=AT_6_1_5, when=followed_up)
def request_follow_up(asked: RequestFollowUp, at: Situation[CentreFile]) -> Facts:
    """Ask for more about a finding, also when it was accepted before: one round more."""
    now = audit_named(at, asked.audit, *WITH_FINDINGS)
    finding = finding_of(now, asked.finding)
    return FollowUpRequested(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_5,
        finding=finding.number,
        round=finding.rounds + 1,
        lacking=asked.lacking,
    )
