"""27. Suspension (Schorsing van het certificaat): running out

- If it is not lifted within the period, the procedure for withdrawal starts: on the day after
  the last, whenever that is put on record.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import ONE_DAY
from domain.law import Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import WithdrawalProcedureOpened
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import CLERK
from domain.schemes.lvv_certification.standing import on_record_from, suspended

AT_27 = section(27)


class OpenWithdrawalProcedure(Command):
    """Open the procedure for withdrawal, because the suspension ran out."""

    name = "open-withdrawal-procedure"


def procedure_opened(at: Situation[PersonFile]) -> bool:
    """Whether the suspension ran out and the procedure for withdrawal was opened over it."""
    now = at.file.certificate
    if now is None or now.suspension is None:
        return False
    since = at.case.trail[now.suspension.decision :]
    return any(isinstance(r.fact, WithdrawalProcedureOpened) for r in since)


def ran_out(at: Situation[PersonFile]) -> None:
    _, suspension = suspended(at)
    if procedure_opened(at):
        raise Refused("the withdrawal procedure is open already", AT_27)
    if at.on <= suspension.until:
        raise Refused(f"the suspension runs to {suspension.until}", AT_27)


@action(OpenWithdrawalProcedure, by=CLERK, place=AT_27, when=ran_out)
def open_withdrawal_procedure(_: OpenWithdrawalProcedure, at: Situation[PersonFile]) -> Facts:
    """Open the procedure for withdrawal; the decision is left to the certification body."""
    now, suspension = suspended(at)
    on = on_record_from(at, now.matter, suspension.until + ONE_DAY)
    return WithdrawalProcedureOpened(matter=now.matter, on=on, basis=AT_27)
