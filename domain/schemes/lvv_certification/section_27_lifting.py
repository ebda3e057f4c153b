"""27. Suspension (Schorsing van het certificaat): during it, lifting, and running out

- While a certificate is suspended, service contracts that mention it are not extended or renewed.
- The certification body lifts the suspension within its period once the person has shown
  adequate measures and they have been verified; the decision is made known in writing.
- If it is not lifted within the period, the procedure for withdrawal starts.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Span, TimeToAct
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateWithdrawn,
    ContractBanBreached,
    DecisionRetaken,
    LiftingNotified,
    MeasuresVerified,
    RegisterStatusChanged,
    ServiceContractRenewed,
    SuspensionLifted,
    WithdrawalProcedureOpened,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, CLERK, PERSON
from domain.schemes.lvv_certification.standing import held, suspended, valid
from domain.terms import Term, its_day
from domain.words import Prose

AT_27 = section(27)
LATE_VERIFICATION = AT_27.read(
    "decision on doubts: measures shown in time and verified late may still lead to lifting, "
    "until withdrawal is decided"
)
R_28 = Rule(
    id="R-28",
    place=AT_27,
    says="lifted only within the period, after measures were shown and verified",
)
R_29 = Rule(
    id="R-29",
    place=AT_27,
    says="during a suspension no service contract that mentions it is extended or renewed",
)


class RenewServiceContract(Command):
    """Report that a service contract that mentions the certificate is extended or renewed."""

    name = "renew-service-contract"


class RecordContractBreach(Command):
    """Record that a service contract was extended or renewed during the suspension."""

    name = "record-contract-breach"
    what: Personal[Content, Prose]


class VerifyMeasures(Command):
    """Record that the measures shown were verified."""

    name = "verify-measures"


class LiftSuspension(Command):
    """Lift the suspension: the certificate is valid again, to its own end date."""

    name = "lift-suspension"


class NotifyLifting(Command):
    """Make the lifting known in writing, and restore the register."""

    name = "notify-lifting"


class OpenWithdrawalProcedure(Command):
    """Open the procedure for withdrawal, because the suspension ran out."""

    name = "open-withdrawal-procedure"


@action(RenewServiceContract, by=PERSON, place=AT_27, when=held)
def renew_service_contract(asked: RenewServiceContract, at: Situation[PersonFile]) -> Facts:
    """Report that a service contract that mentions the certificate is extended or renewed."""
    now = held(at)
    free = now.standing != "suspended"
    require(R_29, free, "not during a suspension; existing contracts go on", standing=now.standing)
    return ServiceContractRenewed(matter=now.matter, on=asked.on, basis=AT_27)


@action(RecordContractBreach, by=BODY, place=AT_27, when=suspended)
def record_contract_breach(asked: RecordContractBreach, at: Situation[PersonFile]) -> Facts:
    """Record that a service contract was extended or renewed during the suspension."""
    now, _ = suspended(at)
    weigh(R_29, False, standing=now.standing)
    return ContractBanBreached(matter=now.matter, on=asked.on, basis=AT_27, what=asked.what)


@action(VerifyMeasures, by=BODY, place=AT_27, when=suspended)
def verify_measures(asked: VerifyMeasures, at: Situation[PersonFile]) -> Facts:
    """Record that the measures shown were verified."""
    now, suspension = suspended(at)
    shown = suspension.submitted_on is not None
    require(R_28, shown, "the person has not shown any measures", shown=shown)
    return MeasuresVerified(matter=now.matter, on=asked.on, basis=AT_27)


@action(LiftSuspension, by=BODY, place=AT_27, when=suspended)
def lift_suspension(asked: LiftSuspension, at: Situation[PersonFile]) -> Facts:
    """Lift the suspension once measures were shown and verified."""
    now, suspension = suspended(at)
    verified, shown_on = suspension.verified, suspension.submitted_on
    require(R_28, verified, "the measures are verified first", verified=verified)
    in_time = shown_on is not None and shown_on <= suspension.until
    require(
        R_28,
        in_time,
        f"the measures were shown after the suspension ran out on {suspension.until}",
        shown_on=shown_on,
        until=suspension.until,
    )
    late = asked.on > suspension.until
    remark = Remark(says=f"lifted after its last day, {suspension.until}", place=LATE_VERIFICATION)
    return SuspensionLifted(
        matter=now.matter,
        on=asked.on,
        basis=LATE_VERIFICATION if late else AT_27,
        remarks=(remark,) if late else (),
    )


def lifted(at: Situation[PersonFile]) -> date:
    """The day of the lifting that is still to be made known."""
    now = valid(at)
    if now.lifted_on is None or not now.lifting_to_be_told:
        raise Refused("no lifting waits to be made known", AT_27)
    return now.lifted_on


@action(NotifyLifting, by=BODY, place=AT_27, when=lifted)
def notify_lifting(asked: NotifyLifting, at: Situation[PersonFile]) -> Facts:
    """Make the lifting known in writing, and restore the register."""
    now = valid(at)
    return (
        LiftingNotified(matter=now.matter, on=asked.on, basis=AT_27),
        RegisterStatusChanged(
            matter=now.matter,
            on=asked.on,
            basis=section(29)("c"),
            status="valid",
            first_day=lifted(at),
            day=now.until,
        ),
    )


def ran_out(at: Situation[PersonFile]) -> None:
    now, suspension = suspended(at)
    if now.withdrawal_open:
        raise Refused("the withdrawal procedure is open already", AT_27)
    if at.on <= suspension.until:
        raise Refused(f"the suspension runs to {suspension.until}", AT_27)


@action(OpenWithdrawalProcedure, by=CLERK, place=AT_27, when=ran_out)
def open_withdrawal_procedure(asked: OpenWithdrawalProcedure, at: Situation[PersonFile]) -> Facts:
    """Open the procedure for withdrawal; the decision is left to the certification body."""
    now, _ = suspended(at)
    return WithdrawalProcedureOpened(matter=now.matter, on=asked.on, basis=AT_27)


def _at_once(_: MeasuresVerified, __: Law) -> TimeToAct:
    return TimeToAct(span=Span(), place=AT_27.read("lifting is a duty once verified"), moves=False)


DUTY_TO_LIFT = Term(
    id="C-T08",
    name="the suspension is to be lifted: measures were verified",
    place=AT_27.read("decision on doubts: lifting is a duty once measures are verified"),
    for_whom="certification-body",
    length=_at_once,
    opened_by={MeasuresVerified: its_day},
    met_by={SuspensionLifted: its_day},
    ended_by={
        CertificateWithdrawn: its_day,
        CertificateExpired: its_day,
        DecisionRetaken: its_day,
    },
    when_passed="an alarm: the suspension stands longer than the text allows",
)
