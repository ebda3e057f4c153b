"""An.7. Sanctions (Sancties): the right to carry the mark is withdrawn

- (a) On a breach or misuse LVV withdraws the right with immediate effect. (b) Not keeping to the
  criteria leads to withdrawal too.

What comes before it: annex_clause_7_breach.py. How it is told: annex_clause_7_making_known.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_7_breach import KINDS, in_breach
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationWithdrawn,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.words import Prose

AN_7 = annex(7)
A_T15 = Rule(id="A-T15", place=AN_7("a"), says="the withdrawal takes effect immediately")


class WithdrawMarkRight(Command):
    """Withdraw the right to carry the mark, with immediate effect."""

    name = "withdraw-mark-right"
    first_day: Day | None = None
    reasons: Personal[Content, Prose]


@action(WithdrawMarkRight, by=BOARD, place=AN_7, when=in_breach)
def withdraw_mark_right(asked: WithdrawMarkRight, at: Situation[TrainingFile]) -> Facts:
    """Withdraw the right to carry the mark, with immediate effect."""
    now = in_breach(at)
    require(
        A_T15,
        asked.first_day in (None, asked.on),
        f"the withdrawal takes effect immediately, on {asked.on}",
        first_day=asked.first_day,
        on=asked.on,
    )
    return AccreditationWithdrawn(
        matter=now.matter,
        on=asked.on,
        basis=KINDS[now.breach],
        ground=now.breach,
        reasons=asked.reasons,
    )
