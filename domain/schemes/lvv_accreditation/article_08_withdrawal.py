"""8. Withdrawal in between (Tussentijdse intrekking)

- The board may withdraw the accreditation when Hobéon gives negative advice after an interim
  check, or when the holder said that he can permanently no longer meet the criteria.

It may: the board can also leave the accreditation as it is. What must be withdrawn, for a breach
or misuse, is in An.7, and the two grounds are kept apart (B-12).
"""

from datetime import date

from domain.case import Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Place, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationWithdrawn,
)
from domain.schemes.lvv_accreditation.record.check import CheckFollowedByWithdrawal
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.schemes.lvv_accreditation.standing import in_force
from domain.words import Code, Prose

AT_8 = article(8)
ON_THE_DAY = AT_8.read(
    "the text names no day: the withdrawal takes effect on the day it is decided"
)
GROUNDS: dict[str, Place] = {
    "negative-advice-after-check": ON_THE_DAY,
    "permanent-own-statement": ON_THE_DAY,
}
R_15 = Rule(
    id="R-15",
    place=AT_8,
    says="may be withdrawn on negative advice after an interim check, or on the holder's own word",
)


class WithdrawAccreditation(Command):
    """Withdraw the accreditation under article 8, on a listed ground, with reasons."""

    name = "withdraw-accreditation"
    ground: Code
    reasons: Personal[Content, Prose]


@action(WithdrawAccreditation, by=BOARD, place=AT_8, when=in_force)
def withdraw_accreditation(asked: WithdrawAccreditation, at: Situation[TrainingFile]) -> Facts:
    """Withdraw the accreditation, on negative advice or on the holder's own statement."""
    now = in_force(at)
    require(
        R_15,
        asked.ground in GROUNDS,
        f"{asked.ground} is no ground of 8; give one of {', '.join(GROUNDS)}",
        ground=asked.ground,
    )
    facts: list[Fact] = []
    if asked.ground == "negative-advice-after-check":
        basis = CheckFollowedByWithdrawal(matter=_advised_against(at), on=asked.on, basis=AT_8)
        facts.append(basis)
    else:
        _said_so(at, now.periods[0].first)
    withdrawn = AccreditationWithdrawn(
        matter=now.matter,
        on=asked.on,
        basis=GROUNDS[asked.ground],
        ground=asked.ground,
        reasons=asked.reasons,
    )
    return (*facts, withdrawn)


def _advised_against(at: Situation[TrainingFile]) -> str:
    """The check after which Hobéon advised against going on."""
    found = [
        one.matter
        for one in at.file.checks.values()
        if one.standing == "reported" and one.advice == "negative"
    ]
    require(
        R_15,
        bool(found),
        "no interim check ended in negative advice that waits for a decision",
        negative_advice=bool(found),
    )
    return found[0]


def _said_so(at: Situation[TrainingFile], since: date) -> None:
    """The holder said so of this accreditation, not of one before it."""
    said = any(one.permanent and one.since >= since for one in at.file.deviations.values())
    require(
        R_15,
        said,
        "the holder has not said that he can permanently no longer meet the criteria",
        own_statement=said,
    )
