"""28. Withdrawal (Intrekking van het certificaat)

- The certification body may withdraw a certificate: (a) when a suspension was not lifted within
  its period; (b) on fraud or gross negligence of any kind; (c) when the person asks for it.
- Ending the certification agreement counts as asking for withdrawal.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateWithdrawn,
    RegisterStatusChanged,
    Suspension,
    WithdrawalNotified,
    WithdrawalRequested,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_25_time import weeks_to_object
from domain.schemes.lvv_certification.section_27_running_out import procedure_opened
from domain.schemes.lvv_certification.standing import in_force
from domain.words import Code, Prose

AT_28 = section(28)
GROUNDS = {
    "suspension-not-lifted": AT_28("a"),
    "fraud-or-gross-negligence": AT_28("b"),
    "own-request": AT_28("c"),
}
NOT_BACK_DATED = AT_28.read("a withdrawal begins on the day it is decided, or later")
IN_WRITING = AT_28.read("a withdrawal is made known in writing, as a suspension is under 27")

R_30 = Rule(
    id="R-30",
    place=AT_28,
    says="withdrawn only on a suspension not lifted, on fraud or gross negligence, or on request",
)


class RequestWithdrawal(Command):
    """Ask for the withdrawal of one's own certificate."""

    name = "request-withdrawal"


class EndAgreement(Command):
    """End the certification agreement, which counts as asking for withdrawal."""

    name = "end-agreement"


class Withdraw(Command):
    """Withdraw the certificate from a first day on."""

    name = "withdraw"
    ground: Code
    first_day: Day
    reasons: Personal[Content, Prose]


class NotifyWithdrawal(Command):
    """Make the withdrawal known in writing, and mention it in the register."""

    name = "notify-withdrawal"


def not_requested(at: Situation[PersonFile]) -> Certificate:
    """The certificate, of which no withdrawal was asked."""
    now = in_force(at)
    if now.withdrawal_requested:
        raise Refused("the person has asked for withdrawal already", AT_28("c"))
    return now


@action(RequestWithdrawal, by=PERSON | BODY, place=AT_28("c"), when=not_requested)
def request_withdrawal(asked: RequestWithdrawal, at: Situation[PersonFile]) -> Facts:
    """Ask for the withdrawal of one's own certificate; the body records a letter."""
    return WithdrawalRequested(
        matter=not_requested(at).matter, on=asked.on, basis=AT_28("c"), agreement_ended=False
    )


@action(EndAgreement, by=PERSON | BODY, place=AT_28("c"), when=not_requested)
def end_agreement(asked: EndAgreement, at: Situation[PersonFile]) -> Facts:
    """End the certification agreement, which counts as asking for withdrawal."""
    return WithdrawalRequested(
        matter=not_requested(at).matter, on=asked.on, basis=AT_28("c"), agreement_ended=True
    )


@action(Withdraw, by=BODY, place=AT_28, when=in_force)
def withdraw(asked: Withdraw, at: Situation[PersonFile]) -> Facts:
    """Withdraw the certificate from a first day on, on a listed ground, with reasons."""
    now = in_force(at)
    _on_a_listed_ground(asked, at, now)
    require(
        R_30.model_copy(update={"place": NOT_BACK_DATED}),
        asked.on <= asked.first_day <= now.until,
        f"a withdrawal begins between the day it is decided and {now.until}, the last valid day",
        first_day=asked.first_day,
        last_valid_day=now.until,
    )
    return CertificateWithdrawn(
        matter=now.matter,
        on=asked.on,
        basis=GROUNDS[asked.ground],
        first_day=asked.first_day,
        ground=asked.ground,
        reasons=asked.reasons,
    )


def _on_a_listed_ground(asked: Withdraw, at: Situation[PersonFile], now: Certificate) -> None:
    listed = ", ".join(GROUNDS)
    require(
        R_30,
        asked.ground in GROUNDS,
        f"{asked.ground} is not among the grounds; give one of {listed}",
        ground=asked.ground,
    )
    if asked.ground == "suspension-not-lifted":
        ran_out = procedure_opened(at) or _ran_out(now.suspension, asked.on)
        require(R_30, ran_out, "no suspension ran out without being lifted", ran_out=ran_out)
    if asked.ground == "own-request":
        requested = now.withdrawal_requested
        require(R_30, requested, "the person has not asked for withdrawal", requested=requested)


def _ran_out(suspension: Suspension | None, on: Day) -> bool:
    return suspension is not None and on > suspension.until


def not_made_known(at: Situation[PersonFile]) -> CertificateWithdrawn:
    """The withdrawal that is still to be made known, of whichever certificate."""
    decided = [one.withdrawal_decision for one in at.file.certificates.values()]
    withdrawals = [at.file.decisions[version] for version in decided if version is not None]
    if not withdrawals:
        raise Refused("the certificate was not withdrawn", AT_28)
    for one in withdrawals:
        fact = at.case.trail[one.version - 1].fact
        if one.sent_on is None and isinstance(fact, CertificateWithdrawn):
            return fact
    raise Refused("the withdrawal was made known already", IN_WRITING)


@action(NotifyWithdrawal, by=BODY, place=IN_WRITING, when=not_made_known)
def notify_withdrawal(asked: NotifyWithdrawal, at: Situation[PersonFile]) -> Facts:
    """Make the withdrawal known in writing, and mention it in the register."""
    decided = not_made_known(at)
    return (
        WithdrawalNotified(
            matter=decided.matter,
            on=asked.on,
            basis=IN_WRITING,
            weeks_to_object=weeks_to_object(at.law),
        ),
        RegisterStatusChanged(
            matter=decided.matter,
            on=asked.on,
            basis=section(29)("c"),
            status="withdrawn",
            first_day=decided.first_day,
            day=decided.first_day,
        ),
    )
