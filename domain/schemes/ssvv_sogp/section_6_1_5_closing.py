"""6.1.5 Formal closing, and the last resort (Afronding en afsluiting)

- When, in SSVV's judgement, all findings are sufficiently dealt with, the audit is formally
  closed. The centre receives confirmation of that.
- When a centre proves unable to deal with reported findings correctly, SSVV can in the last
  resort proceed to the procedure for withdrawal of recognition (5.3).

No finding, of whatever class, starts a withdrawal by itself: SSVV decides to proceed, and 5.3 asks
there for signals before it.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    AuditClosed,
    AuditClosureConfirmed,
    AuditEscalated,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_5_2_3_conclusion import is_independent
from domain.schemes.ssvv_sogp.settings import ROUNDS_BEFORE_WITHDRAWAL
from domain.schemes.ssvv_sogp.standing import an_audit, audit_named, line_named
from domain.words import Code, Prose

AT_6_1_5 = section("6.1.5")
UNABLE = ROUNDS_BEFORE_WITHDRAWAL.place
ANSWERED = ("awaiting-reaction", "under-review", "ready-to-close")

R_84 = Rule(
    id="R-84",
    place=AT_6_1_5,
    says="an audit is closed once every finding of it is sufficiently dealt with",
)
R_85 = Rule(
    id="R-85",
    place=UNABLE,
    says="an audit leads to the procedure for withdrawal in the last resort only",
)


class CloseAudit(Command):
    """Formally close an audit: all findings are sufficiently dealt with."""

    name = "close-audit"
    audit: Code


class ConfirmClosure(Command):
    """Confirm to the centre that an audit was formally closed."""

    name = "confirm-audit-closure"
    audit: Code


class EscalateAudit(Command):
    """Proceed to withdrawal: the centre proves unable to deal with findings of an audit."""

    name = "escalate-audit"
    audit: Code
    lines: tuple[Code, ...]
    because: Personal[Content, Prose]


def reported_on(at: Situation[CentreFile]) -> None:
    an_audit(at, *ANSWERED)


@action(CloseAudit, by=SSVV, place=AT_6_1_5, when=reported_on)
def close_audit(asked: CloseAudit, at: Situation[CentreFile]) -> Facts:
    """Formally close an audit, once SSVV accepted the follow-up of every finding."""
    now = audit_named(at, asked.audit, *ANSWERED)
    waiting = ", ".join(f"{one.number} ({one.grade})" for one in now.open_findings)
    require(
        R_84,
        not waiting,
        f"not sufficiently dealt with yet: {waiting}",
        open_findings=len(now.open_findings),
    )
    is_independent(at, now)
    return AuditClosed(matter=now.matter, on=asked.on, basis=AT_6_1_5)


def closed_unconfirmed(at: Situation[CentreFile]) -> None:
    if not any(
        one.standing == "closed" and one.confirmed_on is None for one in at.file.audits.values()
    ):
        raise Refused("no closed audit waits for its confirmation", AT_6_1_5)


@action(ConfirmClosure, by=SSVV, place=AT_6_1_5, when=closed_unconfirmed)
def confirm_audit_closure(asked: ConfirmClosure, at: Situation[CentreFile]) -> Facts:
    """Confirm to the centre that an audit was formally closed."""
    now = audit_named(at, asked.audit, "closed")
    if now.confirmed_on is not None:
        raise Refused(f"the closing of {now.matter} was confirmed already", AT_6_1_5)
    return AuditClosureConfirmed(matter=now.matter, on=asked.on, basis=AT_6_1_5)


@action(EscalateAudit, by=SSVV, place=UNABLE, when=reported_on)
def escalate_audit(asked: EscalateAudit, at: Situation[CentreFile]) -> Facts:
    """Proceed to withdrawal over findings; each recognition has its own procedure (5.3)."""
    now = audit_named(at, asked.audit, "awaiting-reaction", "under-review")
    if not asked.lines or len(set(asked.lines)) < len(asked.lines):
        raise Refused("name each recognition at stake once, and at least one", AT_6_1_5)
    for line in asked.lines:
        line_named(at, line, "granted", "in-force")
    least = ROUNDS_BEFORE_WITHDRAWAL.number(at.law) or 0
    rounds = max(one.rounds for one in now.open_findings)
    tried = weigh(R_85, rounds >= least, rounds=rounds, at_least=least)
    remark = Remark(
        says=f"{rounds} rounds of follow-up went before; in the last resort takes {least}",
        place=UNABLE,
    )
    return AuditEscalated(
        matter=now.matter,
        on=asked.on,
        basis=AT_6_1_5,
        remarks=() if tried else (remark,),
        lines=asked.lines,
        because=asked.because,
    )
