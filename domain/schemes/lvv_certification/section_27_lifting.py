"""27. Suspension (Schorsing van het certificaat): lifting

- The certification body lifts the suspension within its period once the person has shown
  adequate measures and they have been verified; the decision is made known in writing.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Counted, Step
from domain.law import Place, Refused, Remark, Rule, Value, require
from domain.legal_calendar import LegalCalendar
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateExpired,
    LiftingNotified,
    MeasuresVerified,
    RegisterStatusChanged,
    Suspension,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_27_extension import ENDS_A_SUSPENSION
from domain.schemes.lvv_certification.standing import suspended
from domain.terms import Term, its_day

AT_27 = section(27)
LATE_VERIFICATION = AT_27.read(
    "decision on doubts: measures shown in time and verified late may still lead to lifting, "
    "until withdrawal is decided"
)
REASON_IS_OVER = AT_27.read(
    "D-21: after the person's own request, what is shown and verified is that its reason is over"
)
R_28 = Rule(
    id="R-28",
    place=AT_27,
    says="lifted only within the period, after measures were shown and verified",
)


class VerifyMeasures(Command):
    """Record that the measures shown were verified."""

    name = "verify-measures"


class LiftSuspension(Command):
    """Lift the suspension: the certificate is valid again, to its own end date."""

    name = "lift-suspension"


class NotifyLifting(Command):
    """Make the lifting known in writing, and restore the register."""

    name = "notify-lifting"


@action(VerifyMeasures, by=BODY, place=AT_27, when=suspended)
def verify_measures(asked: VerifyMeasures, at: Situation[PersonFile]) -> Facts:
    """Record that the measures shown were verified."""
    now, suspension = suspended(at)
    again = suspension.verified
    require(R_28, not again, "the measures were verified already", verified=again)
    _shown_in_time(suspension)
    return MeasuresVerified(matter=now.matter, on=asked.on, basis=_shown(suspension))


@action(LiftSuspension, by=BODY, place=AT_27, when=suspended)
def lift_suspension(asked: LiftSuspension, at: Situation[PersonFile]) -> Facts:
    """Lift the suspension once measures were shown and verified."""
    now, suspension = suspended(at)
    verified = suspension.verified
    require(R_28, verified, "the measures are verified first", verified=verified)
    _shown_in_time(suspension)
    late = asked.on > suspension.until
    remark = Remark(says=f"lifted after its last day, {suspension.until}", place=LATE_VERIFICATION)
    return SuspensionLifted(
        matter=now.matter,
        on=asked.on,
        basis=LATE_VERIFICATION if late else _shown(suspension),
        remarks=(remark,) if late else (),
    )


def _shown(suspension: Suspension) -> Place:
    return REASON_IS_OVER if suspension.ground == "own-request" else AT_27


def _shown_in_time(suspension: Suspension) -> None:
    shown_on, until = suspension.submitted_on, suspension.until
    shown = shown_on is not None
    require(R_28, shown, "the person has not shown any measures", shown=shown)
    require(
        R_28,
        shown_on is not None and shown_on <= until,
        f"the measures were shown after the suspension ran out on {until}",
        shown_on=shown_on,
        until=until,
    )


def lifted(at: Situation[PersonFile]) -> tuple[Certificate, date]:
    """The certificate, also one that was renewed since, and the day it was lifted untold."""
    for now in at.file.certificates.values():
        if now.lifted_on is not None and now.lifting_to_be_told:
            return now, now.lifted_on
    raise Refused("no lifting waits to be made known", AT_27)


@action(NotifyLifting, by=BODY, place=AT_27, when=lifted)
def notify_lifting(asked: NotifyLifting, at: Situation[PersonFile]) -> Facts:
    """Make the lifting known in writing, and restore the register if it is valid still."""
    now, first_day = lifted(at)
    told = LiftingNotified(matter=now.matter, on=asked.on, basis=AT_27)
    if now.standing != "valid" or asked.on > now.until:
        return told
    restored = RegisterStatusChanged(
        matter=now.matter,
        on=asked.on,
        basis=section(29)("c").read("D-30: valid again, with the original end date"),
        status="valid",
        first_day=first_day,
        day=now.until,
    )
    return told, restored


class AtOnce(Value):
    """A duty on the day itself."""

    place: Place

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        step = Step(says="a duty from this day on", day=start, place=self.place)
        return Counted(day=start, steps=(step,))


IS_A_DUTY = AT_27.read("decision on doubts: lifting is a duty once measures are verified")


def _at_once(_: MeasuresVerified, __: Law) -> AtOnce:
    return AtOnce(place=IS_A_DUTY)


DUTY_TO_LIFT = Term(
    id="C-T08",
    name="the suspension is to be lifted: measures were verified",
    place=IS_A_DUTY,
    for_whom="certification-body",
    length=_at_once,
    opened_by={MeasuresVerified: its_day},
    met_by={SuspensionLifted: its_day},
    ended_by={**ENDS_A_SUSPENSION, CertificateExpired: its_day},
    when_passed="an alarm: the suspension stands longer than the text allows",
)
