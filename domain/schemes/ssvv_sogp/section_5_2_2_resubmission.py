"""5.2.2 Handing in again, and withdrawing (Aanvraag beoordeling)

- A centre whose application was not accepted gets the opportunity to hand it in again.
- Or it was advised to withdraw its application: that is for the centre itself to do.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Evidence, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationResubmitted,
    ApplicationWithdrawn,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_5_2_1_application import LineAsked, is_free, lines_asked
from domain.schemes.ssvv_sogp.standing import an_application, application_named
from domain.words import Code, Prose

AT_5_2_2 = section("5.2.2")
ADVICE_IS_NO_DECISION = AT_5_2_2.read(
    "who was advised to withdraw may hand the application in again: an advice is no decision"
)


class ResubmitApplication(Command):
    """Hand in an application again that was not accepted, with every line it now holds."""

    name = "resubmit-application"
    application: Code
    lines: tuple[LineAsked, ...]
    experience: Personal[Evidence, Prose] | None = None


class WithdrawApplication(Command):
    """Withdraw one's own application."""

    name = "withdraw-application"
    application: Code


def may_be_handed_in_again(at: Situation[CentreFile]) -> None:
    an_application(at, "awaiting-resubmission", "withdrawal-advised")


@action(ResubmitApplication, by=CENTRE | SSVV, place=AT_5_2_2, when=may_be_handed_in_again)
def resubmit_application(asked: ResubmitApplication, at: Situation[CentreFile]) -> Facts:
    """Hand in an application again that was not accepted: its next round."""
    now = application_named(at, asked.application, "awaiting-resubmission", "withdrawal-advised")
    lines = lines_asked(asked.lines, at)
    for line in lines:
        is_free(line, at, but=now.matter)
    advised = now.standing == "withdrawal-advised"
    return ApplicationResubmitted(
        matter=now.matter,
        on=asked.on,
        basis=ADVICE_IS_NO_DECISION if advised else AT_5_2_2,
        round=now.round + 1,
        lines=lines,
        experience=asked.experience,
    )


def is_open(at: Situation[CentreFile]) -> None:
    if not any(one.is_open for one in at.file.applications.values()):
        raise Refused("no application is open", AT_5_2_2)


@action(WithdrawApplication, by=CENTRE, place=AT_5_2_2, when=is_open)
def withdraw_application(asked: WithdrawApplication, at: Situation[CentreFile]) -> Facts:
    """Withdraw one's own application; nobody else can, SSVV only advises it."""
    now = application_named(at, asked.application)
    if not now.is_open:
        raise Refused(f"{now.matter} stands {now.standing}", AT_5_2_2)
    return ApplicationWithdrawn(matter=now.matter, on=asked.on, basis=AT_5_2_2)
