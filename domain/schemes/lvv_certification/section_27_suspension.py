"""27. Suspension (Schorsing van het certificaat): the decision

- The certification body may suspend for a period it sets, six months at most.
- The decision states the reasons and the period; it is made known in writing, and the public
  register mentions it.
- Grounds: (a) the framework is not met; (b) measures not taken in time; (c) other
  circumstances that make the certification manager question expertise, impartiality or
  results; (d) the person's own request.
- What the person did to remedy is assessed first.

Before it: section_27_remedy.py. During it: section_27_contracts.py. Longer:
section_27_extension.py. Its end: section_27_lifting.py, or else section_27_running_out.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day, Lasting, Span
from domain.law import InTime, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateSuspended,
    RegisterStatusChanged,
    SuspensionNotified,
    SuspensionRequested,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_25_time import weeks_to_object
from domain.schemes.lvv_certification.standing import suspended, valid
from domain.words import Code, Prose

AT_27 = section(27)
LEFT_TO_RUN = AT_27.read("a remedial period that was given is left to run")

GROUNDS = {
    "framework-not-met": AT_27("a"),
    "measures-not-in-time": AT_27("b"),
    "other-circumstances": AT_27("c"),
    "own-request": AT_27("d"),
}
LONGEST = InTime({IN_FORCE: Lasting(span=Span(months=6), place=AT_27)})

R_25 = Rule(
    id="R-25",
    place=AT_27,
    says="only on a ground (a) to (d), with reasons, for a stated period of six months at most",
)
R_27 = Rule(
    id="R-27",
    place=AT_27,
    says="measures that were taken are assessed before a suspension is decided",
)


class RequestSuspension(Command):
    """Ask for the suspension of one's own certificate."""

    name = "request-suspension"


class Suspend(Command):
    """Suspend the certificate, from a first day up to and including a last day."""

    name = "suspend"
    first_day: Day
    until: Day
    ground: Code
    reasons: Personal[Content, Prose]


class NotifySuspension(Command):
    """Make the suspension known in writing, and mention it in the register."""

    name = "notify-suspension"


@action(RequestSuspension, by=PERSON | BODY, place=AT_27("d"), when=valid)
def request_suspension(asked: RequestSuspension, at: Situation[PersonFile]) -> Facts:
    """Ask for the suspension of one's own certificate; the body records a letter."""
    return SuspensionRequested(matter=valid(at).matter, on=asked.on, basis=AT_27("d"))


@action(Suspend, by=BODY, place=AT_27, when=valid)
def suspend(asked: Suspend, at: Situation[PersonFile]) -> Facts:
    """Suspend the certificate for a stated period, on a listed ground, with reasons."""
    now = valid(at)
    _on_a_listed_ground(asked, at, now)
    last = LONGEST.of(at.law.edition).last_day(asked.first_day)
    within = asked.on <= asked.first_day <= asked.until <= last
    require(
        R_25,
        within,
        f"a suspension from {asked.first_day} runs to {last} at most, and starts no earlier "
        "than the day it is decided",
        first_day=asked.first_day,
        until=asked.until,
        last_allowed=last,
    )
    _measures_were_assessed(asked, now)
    return CertificateSuspended(
        matter=now.matter,
        on=asked.on,
        basis=GROUNDS[asked.ground],
        first_day=asked.first_day,
        until=asked.until,
        ground=asked.ground,
        reasons=asked.reasons,
    )


def _on_a_listed_ground(asked: Suspend, at: Situation[PersonFile], now: Certificate) -> None:
    listed = ", ".join(GROUNDS)
    require(
        R_25,
        asked.ground in GROUNDS,
        f"{asked.ground} is not among the grounds; give one of {listed}",
        ground=asked.ground,
    )
    if asked.ground == "other-circumstances":
        is_manager = at.by.role == "certification-manager"
        require(R_25, is_manager, "27(c) is for the certification manager to judge", by=at.by.role)
    if asked.ground == "own-request":
        requested = now.suspension_requested
        require(R_25, requested, "the person has not asked for a suspension", requested=requested)


def _measures_were_assessed(asked: Suspend, now: Certificate) -> None:
    remedy = now.remedy
    if remedy is None:
        return
    waiting = remedy.submitted_on is not None and remedy.adequate is None
    require(
        R_27,
        not waiting,
        "the measures that were handed in are assessed first",
        assessed=not waiting,
    )
    if asked.ground in ("framework-not-met", "measures-not-in-time"):
        over = remedy.until is None or asked.on > remedy.until
        fell_short = remedy.adequate is False and asked.ground == "framework-not-met"
        require(
            R_27.model_copy(update={"place": LEFT_TO_RUN}),
            (over or fell_short) and remedy.adequate is not True,
            f"the person has until {remedy.until} to take measures, and adequate ones end it",
            measures_until=remedy.until,
            adequate=remedy.adequate,
        )


@action(NotifySuspension, by=BODY, place=AT_27, when=suspended)
def notify_suspension(asked: NotifySuspension, at: Situation[PersonFile]) -> Facts:
    """Make the suspension known in writing, and mention it in the register."""
    now, suspension = suspended(at)
    require(R_25, not suspension.notified, "the suspension was made known already", notified=True)
    return (
        SuspensionNotified(
            matter=now.matter,
            on=asked.on,
            basis=AT_27,
            weeks_to_object=weeks_to_object(at.law),
        ),
        RegisterStatusChanged(
            matter=now.matter,
            on=asked.on,
            basis=section(29)("c"),
            status="suspended",
            first_day=suspension.first_day,
            day=suspension.until,
        ),
    )
