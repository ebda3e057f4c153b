"""5.3 The procedure for withdrawal (Intrekken van erkenning)

- A withdrawal mostly rests on agreements not kept, or on (quality) norms not met; or on findings
  that the centre proves unable to deal with, in the last resort (6.1.5).
- It is started by a decision of SSVV only: nothing that happens starts it by itself.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    WithdrawalProcedureDropped,
    WithdrawalProcedureStarted,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_5_3_signals import is_held, was_signalled
from domain.schemes.ssvv_sogp.standing import line_named
from domain.words import Code, Prose

AT_5_3, AT_6_1_5 = section("5.3"), section("6.1.5")
GROUNDS = {
    "agreements-not-kept": AT_5_3,
    "norms-not-met": AT_5_3,
    "findings-not-remedied": AT_6_1_5,
    "other": AT_5_3.read("'mostly': another ground is possible; the agreement sets the frame"),
}

R_74 = Rule(
    id="R-74",
    place=AT_5_3,
    says="a withdrawal rests on a ground, with what shows it, and with reasons",
)


class StartWithdrawal(Command):
    """Start the procedure for withdrawal of a recognition, on a ground."""

    name = "start-withdrawal"
    line: Code
    ground: Code
    reference: Code | None = None


class DropWithdrawal(Command):
    """End the procedure for withdrawal without withdrawing."""

    name = "drop-withdrawal"
    line: Code
    because: Personal[Content, Prose]


@action(StartWithdrawal, by=SSVV, place=AT_5_3, when=is_held)
def start_withdrawal(asked: StartWithdrawal, at: Situation[CentreFile]) -> Facts:
    """Start the procedure for withdrawal of a recognition; the centre was told before."""
    line = line_named(at, asked.line, "granted", "in-force")
    if line.procedure:
        raise Refused(f"the procedure about {line.matter} runs already", AT_5_3)
    grounded = asked.ground in GROUNDS and asked.reference is not None
    require(
        R_74,
        grounded,
        f"give a ground out of {', '.join(GROUNDS)}, and the matter that shows it",
        ground=asked.ground,
        shown=asked.reference is not None,
    )
    was_signalled(line)
    return WithdrawalProcedureStarted(
        matter=line.matter,
        on=asked.on,
        basis=GROUNDS[asked.ground],
        ground=asked.ground,
        reference=asked.reference or "",
        signalled_on=min(line.signals),
    )


def procedure_runs(at: Situation[CentreFile]) -> None:
    if not any(one.is_held and one.procedure for one in at.file.lines.values()):
        raise Refused("no procedure for withdrawal runs", AT_5_3)


@action(DropWithdrawal, by=SSVV, place=AT_5_3, when=procedure_runs)
def drop_withdrawal(asked: DropWithdrawal, at: Situation[CentreFile]) -> Facts:
    """End the procedure for withdrawal without withdrawing; the signals stay."""
    line = line_named(at, asked.line, "granted", "in-force")
    if not line.procedure:
        raise Refused(f"no procedure about {line.matter} runs", AT_5_3)
    return WithdrawalProcedureDropped(
        matter=line.matter, on=asked.on, basis=AT_5_3, because=asked.because
    )
