"""7(5)-(6). What an interim check costs, and the report it ends in

- (5) The costs are charged to the holder.
- (6) Hobéon reports to the board, and may add advice on whether the accreditation goes on.

After a report the board leaves the accreditation as it is, or may withdraw it when the advice is
negative: article_08_withdrawal.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.check import (
    AccreditationContinued,
    Advice,
    Check,
    CheckCostsCharged,
    CheckReported,
)
from domain.schemes.lvv_accreditation.record.offer import Cents
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, HOBEON, OFFICE
from domain.schemes.lvv_accreditation.standing import open_checks
from domain.words import Code, Prose

AT_7 = article(7)
R_13 = Rule(
    id="R-13", place=AT_7(5), says="the costs of an interim check are charged to the holder"
)
R_14 = Rule(
    id="R-14",
    place=AT_7(6),
    says="after an interim check Hobéon reports to the board; advice is optional",
)


class ChargeCheckCosts(Command):
    """Charge the costs of the interim check."""

    name = "charge-check-costs"
    to: Code = "holder"
    cents: Cents


class ReportCheck(Command):
    """Report to the board on the interim check, with advice or without."""

    name = "report-check"
    advice: Advice | None = None
    report: Personal[Content, Prose]


class ContinueAccreditation(Command):
    """Leave the accreditation as it is, after the report, with reasons."""

    name = "continue-accreditation"
    reasons: Personal[Content, Prose]


def begun(at: Situation[TrainingFile]) -> Check:
    """The latest check that has begun."""
    checks = [
        c for c in at.file.checks.values() if c.standing in ("running", "reported", "closed")
    ]
    if not checks:
        raise Refused("no interim check has begun", AT_7(5))
    return checks[-1]


@action(ChargeCheckCosts, by=OFFICE | HOBEON, place=AT_7(5), when=begun)
def charge_check_costs(asked: ChargeCheckCosts, at: Situation[TrainingFile]) -> Facts:
    """Charge the costs of the interim check to the holder, once."""
    now = begun(at)
    require(
        R_13, asked.to == "holder", f"the costs go to the holder, not to {asked.to}", to=asked.to
    )
    if now.charged:
        raise Refused(f"the costs of {now.matter} were charged already", AT_7(5))
    return CheckCostsCharged(
        matter=now.matter, on=asked.on, basis=AT_7(5), to=asked.to, cents=asked.cents
    )


def running(at: Situation[TrainingFile]) -> Check:
    """The check that is under way."""
    for one in at.file.checks.values():
        if one.standing == "running":
            return one
    raise Refused("no interim check is under way", AT_7(6))


@action(ReportCheck, by=HOBEON, place=AT_7(6), when=running)
def report_check(asked: ReportCheck, at: Situation[TrainingFile]) -> Facts:
    """Report to the board on the interim check; advice may be added."""
    return CheckReported(
        matter=running(at).matter,
        on=asked.on,
        basis=AT_7(6),
        advice=asked.advice,
        report=asked.report,
    )


def reported(at: Situation[TrainingFile]) -> Check:
    """The check that was reported on and not followed up yet. Refused without a report (R-14)."""
    under_way = [c for c in open_checks(at).values() if c.standing in ("running", "reported")]
    if not under_way:
        raise Refused("no interim check waits to be followed up", AT_7(6))
    now = under_way[-1]
    is_reported = now.standing == "reported"
    require(
        R_14,
        is_reported,
        "Hobéon reports to the board before the check is followed up",
        reported=is_reported,
        advice=now.advice,
    )
    return now


@action(ContinueAccreditation, by=BOARD, place=AT_7(6), when=reported)
def continue_accreditation(asked: ContinueAccreditation, at: Situation[TrainingFile]) -> Facts:
    """Leave the accreditation as it is, after the report; also after negative advice (8: may)."""
    return AccreditationContinued(
        matter=reported(at).matter, on=asked.on, basis=AT_7(6), reasons=asked.reasons
    )
