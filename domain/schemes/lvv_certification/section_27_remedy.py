"""27. Suspension (Schorsing van het certificaat): remedy before it

- Before it decides to suspend, the certification body may give the person a period, four weeks
  at most, to take adequate measures: to repair what was found, and to keep it from recurring.
- The measures that were taken are assessed before a suspension is decided.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Span, Stated, TimeToAct
from domain.law import InTime, Refused, Remark, require, weigh
from domain.personal import Content, Evidence, Personal
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateSucceeded,
    CertificateSuspended,
    CertificateWithdrawn,
    MeasuresAssessed,
    MeasuresSubmitted,
    RemedialPeriodGranted,
    Remedy,
    SuspensionAverted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_27_suspension import R_27
from domain.schemes.lvv_certification.standing import in_force, valid
from domain.terms import Term, its_day
from domain.words import Prose

AT_27 = section(27)
ONCE = AT_27.read("one remedial period before a suspension; it is not renewed")
MAY = AT_27.read("may suspend: when the measures fell short no suspension has to follow")
CEILING = AT_27.read("C3: four weeks is a ceiling on what is granted; it never moves")
LONGEST = InTime({IN_FORCE: TimeToAct(span=Span(weeks=4), place=CEILING, moves=False)})


class GrantRemedialPeriod(Command):
    """Give the person a period to take measures before a suspension is decided."""

    name = "grant-remedial-period"
    until: Day
    to_remedy: Personal[Content, Prose]


class SubmitMeasures(Command):
    """Hand in the measures that were taken."""

    name = "submit-measures"
    measures: Personal[Evidence, Prose]


class AssessMeasures(Command):
    """Assess the measures that were handed in before a suspension."""

    name = "assess-measures"
    adequate: bool
    findings: Personal[Content, Prose]


class EndWithoutSuspension(Command):
    """End the remedial period without a suspension, also when the measures fell short."""

    name = "end-without-suspension"


@action(GrantRemedialPeriod, by=BODY, place=AT_27, when=valid)
def grant_remedial_period(asked: GrantRemedialPeriod, at: Situation[PersonFile]) -> Facts:
    """Give the person a period, four weeks at most, to take measures."""
    now = valid(at)
    last = LONGEST.of(at.law.edition).due(asked.on, at.law.calendar)
    first = now.remedy is None
    once = R_27.model_copy(update={"place": ONCE})
    require(once, first, "a remedial period was granted already; it is not renewed", first=first)
    require(
        C_T10,
        asked.on < asked.until <= last,
        f"the remedial period runs to {last} at most",
        until=asked.until,
        last_allowed=last,
    )
    return RemedialPeriodGranted(
        matter=now.matter,
        on=asked.on,
        basis=AT_27,
        until=asked.until,
        to_remedy=asked.to_remedy,
    )


def measures_are_awaited(at: Situation[PersonFile]) -> None:
    now = in_force(at)
    if now.suspension is None and now.remedy is None:
        raise Refused("no measures were asked for", AT_27)


@action(SubmitMeasures, by=PERSON | BODY, place=AT_27, when=measures_are_awaited)
def submit_measures(asked: SubmitMeasures, at: Situation[PersonFile]) -> Facts:
    """Hand in the measures that were taken, before or during a suspension."""
    now = in_force(at)
    return MeasuresSubmitted(matter=now.matter, on=asked.on, basis=AT_27, measures=asked.measures)


def measures_wait(at: Situation[PersonFile]) -> None:
    remedy = valid(at).remedy
    if remedy is None or remedy.submitted_on is None or remedy.adequate is not None:
        raise Refused("no measures wait to be assessed", AT_27)


@action(AssessMeasures, by=BODY, place=AT_27, when=measures_wait)
def assess_measures(asked: AssessMeasures, at: Situation[PersonFile]) -> Facts:
    """Assess the measures that were handed in before a suspension is decided."""
    now = valid(at)
    weigh(R_27, True, adequate=asked.adequate)
    return MeasuresAssessed(
        matter=now.matter,
        on=asked.on,
        basis=AT_27,
        adequate=asked.adequate,
        findings=asked.findings,
    )


def remedy_is_over(at: Situation[PersonFile]) -> Remedy:
    """The remedy that ran: its measures were assessed, or none came within its period."""
    remedy = valid(at).remedy
    if remedy is None:
        raise Refused("no remedial period runs", AT_27)
    waits = remedy.submitted_on is not None and remedy.adequate is None
    runs = remedy.until is None or at.on <= remedy.until
    if waits or (remedy.adequate is None and runs):
        raise Refused("no measures were found adequate; assess them, or let the period run", AT_27)
    return remedy


@action(EndWithoutSuspension, by=BODY, place=AT_27, when=remedy_is_over)
def end_without_suspension(asked: EndWithoutSuspension, at: Situation[PersonFile]) -> Facts:
    """End the remedial period without a suspension: the measures were adequate, or fell short."""
    adequate = remedy_is_over(at).adequate is True
    fell_short = Remark(says="no suspension follows, though no measures sufficed", place=MAY)
    return SuspensionAverted(
        matter=valid(at).matter,
        on=asked.on,
        basis=AT_27 if adequate else MAY,
        remarks=() if adequate else (fell_short,),
    )


def _granted(fact: RemedialPeriodGranted, _: Law) -> Stated:
    return Stated(last=fact.until, place=CEILING)


C_T10 = Term(
    id="C-T10",
    name="measures are handed in",
    place=CEILING,
    for_whom="person",
    length=_granted,
    opened_by={RemedialPeriodGranted: its_day},
    met_by={MeasuresSubmitted: its_day},
    ended_by={
        CertificateSuspended: its_day,
        CertificateWithdrawn: its_day,
        CertificateExpired: its_day,
        CertificateSucceeded: its_day,
        SuspensionAverted: its_day,
    },
    when_passed="the certification body may decide on a suspension",
)
