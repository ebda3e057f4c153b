"""5.3 Withdrawal at the request of the centre (Intrekken van erkenning)

- A centre may decide to give no more effect to one or more recognitions, which cost money every
  year; it may ask SSVV to withdraw them.
- A withdrawal is confirmed in writing, here too.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import WithdrawalRequested
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_5_3_signals import is_held
from domain.schemes.ssvv_sogp.section_5_3_withdrawal import OWN_REQUEST, named_once, withdrawn
from domain.schemes.ssvv_sogp.still_recognised import kept_after
from domain.words import Code, Prose

AT_5_3 = section("5.3")

R_75 = Rule(
    id="R-75",
    place=AT_5_3,
    says="a centre asks for the withdrawal of its own recognitions; SSVV withdraws",
)


class RequestWithdrawal(Command):
    """Ask SSVV to withdraw one or more of one's own recognitions."""

    name = "request-withdrawal"
    lines: tuple[Code, ...]
    because: Personal[Content, Prose]


class WithdrawOnRequest(Command):
    """Withdraw recognitions that the centre asked to have withdrawn, from a day on."""

    name = "withdraw-on-request"
    lines: tuple[Code, ...]
    first_day: Day
    reasons: Personal[Content, Prose]


@action(RequestWithdrawal, by=CENTRE, place=AT_5_3, when=is_held)
def request_withdrawal(asked: RequestWithdrawal, at: Situation[CentreFile]) -> Facts:
    """Ask SSVV to withdraw one or more of one's own recognitions."""
    lines = named_once(asked.lines, at)
    if again := [one.matter for one in lines if one.requested_on is not None]:
        raise Refused(f"asked for already: {', '.join(again)}", AT_5_3)
    return tuple(
        WithdrawalRequested(matter=one.matter, on=asked.on, basis=AT_5_3, because=asked.because)
        for one in lines
    )


@action(WithdrawOnRequest, by=SSVV, place=AT_5_3, when=is_held)
def withdraw_on_request(asked: WithdrawOnRequest, at: Situation[CentreFile]) -> Facts:
    """Withdraw recognitions that the centre asked to have withdrawn, confirmed in writing."""
    lines = named_once(asked.lines, at)
    for line in lines:
        requested = line.requested_on is not None
        require(
            R_75,
            requested,
            f"the centre has not asked for the withdrawal of {line.matter}",
            requested=requested,
        )
    kept = kept_after(at.file, frozenset(asked.lines))
    return tuple(
        fact for line in lines for fact in withdrawn(line, asked, OWN_REQUEST, asked.reasons, kept)
    )
