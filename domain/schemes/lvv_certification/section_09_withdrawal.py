"""9. Enrolment (Aanmelden): taking an application back

- Who enrols makes known the wish to be assessed.

The text does not say that the wish can be taken back. Nobody is held to an application: until it
is decided on, or while its rejection is to be decided again, it can be taken back. In time, it
leads to no lock-out (D-6); one that came late came late all the same (D-5).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Place, Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import Application, ApplicationWithdrawn
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_16_window import LATEST

AT_9, AT_16 = section(9), section(16)
NOBODY_IS_HELD = AT_9.read("nobody is held to an application: it can be taken back, undecided")
NO_LOCK_OUT = AT_16.read("D-6: an application in time that is taken back leads to no lock-out")
STILL_LATE = AT_16.read("D-5: an application that came late did so, also when it is taken back")


class WithdrawApplication(Command):
    """Take the latest open application back; the body records a letter."""

    name = "withdraw-application"


def can_be_taken_back(at: Situation[PersonFile]) -> Application:
    """The latest application that is open, or of which the rejection is to be decided again."""
    applications = at.file.applications.values()
    undecided = [one for one in applications if one.is_open or _is_to_be_decided_again(one, at)]
    if not undecided:
        raise Refused("no application is open to be taken back", NOBODY_IS_HELD)
    return undecided[-1]


def _is_to_be_decided_again(application: Application, at: Situation[PersonFile]) -> bool:
    decisions = at.file.decisions.values()
    wanting = any(one.to_be_retaken and one.matter == application.matter for one in decisions)
    return wanting and application.standing == "rejected"


@action(WithdrawApplication, by=PERSON | BODY, place=NOBODY_IS_HELD, when=can_be_taken_back)
def withdraw_application(asked: WithdrawApplication, at: Situation[PersonFile]) -> Facts:
    """Take an application back that was not decided on; it is closed by that."""
    application = can_be_taken_back(at)
    return ApplicationWithdrawn(
        matter=application.matter,
        on=asked.on,
        basis=_ground(application),
        apply_by=_apply_by(application, asked.on, at),
    )


def _ground(application: Application) -> Place:
    if application.standing == "too-late":
        return STILL_LATE
    asked_again = application.recertification and application.reference_date is not None
    return NO_LOCK_OUT if asked_again else NOBODY_IS_HELD


def _apply_by(application: Application, on: Day, at: Situation[PersonFile]) -> Day | None:
    """The last day to apply for recertification again, when one in time was taken back."""
    now = at.file.certificate
    if _ground(application) != NO_LOCK_OUT or now is None or not now.is_held:
        return None
    latest = LATEST.of(at.law.edition).day(now.until)
    return latest if on <= latest else None
