"""An.7(a). A fine (boete)

- LVV may impose a fine when a holder does not meet his obligations or misuses the mark.

The text gives no amount: it is decided with reasons (B-20). Not keeping to the criteria, (b),
carries no fine.
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_7_breach import KINDS
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation, FineImposed
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.words import Prose

AN_7 = annex(7)
R_17 = Rule(
    id="R-17",
    place=AN_7("a"),
    says="a fine only in the cases of (a): obligations not met, or the mark misused",
)


class ImposeFine(Command):
    """Impose a fine, with its amount in cents and reasons."""

    name = "impose-fine"
    cents: Annotated[int, Field(ge=1, le=100_000_000)]
    reasons: Personal[Content, Prose]


def may_be_fined(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation of which a breach or misuse under (a) was established."""
    now = at.file.accreditation
    if now is None or not now.breach:
        raise Refused("no breach or misuse is established", AN_7("a"))
    under_a = KINDS[now.breach] == AN_7("a")
    require(
        R_17,
        under_a,
        f"{now.breach} is no case of (a), and carries no fine",
        breach=now.breach,
    )
    if now.fined:
        raise Refused("a fine was imposed already", AN_7("a"))
    return now


@action(ImposeFine, by=BOARD, place=AN_7("a"), when=may_be_fined)
def impose_fine(asked: ImposeFine, at: Situation[TrainingFile]) -> Facts:
    """Impose a fine for obligations not met or misuse of the mark."""
    now = may_be_fined(at)
    return FineImposed(
        matter=now.matter,
        on=asked.on,
        basis=AN_7("a"),
        cents=asked.cents,
        reasons=asked.reasons,
    )
