"""5.2.2 The three outcomes (Aanvraag beoordeling: conclusies)

- Accepted: a recognition audit on location is planned, in consultation with the centre.
- Not accepted: the centre gets the opportunity to hand in its application again.
- Not accepted: the centre is advised to withdraw its application.

An advice closes nothing: the application waits for the applicant.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    Application,
    ApplicationAccepted,
    RecognitionAuditScheduled,
    ResubmissionOffered,
    WithdrawalAdvised,
)
from domain.schemes.ssvv_sogp.record.audit import AuditPlanned
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import AUDITOR, SSVV
from domain.schemes.ssvv_sogp.section_5_2_1_completeness import is_complete
from domain.schemes.ssvv_sogp.section_5_2_2_assessment import assessed_by, in_assessment
from domain.schemes.ssvv_sogp.section_5_2_2_resubmission import is_open
from domain.schemes.ssvv_sogp.standing import application_named
from domain.words import Code, Prose

AT_5_2_2 = section("5.2.2")

R_63 = Rule(
    id="R-63",
    place=AT_5_2_2,
    says="accepted, or handed in again, or advised to withdraw; an advice rejects nothing",
)
R_64 = Rule(
    id="R-64",
    place=AT_5_2_2,
    says="a recognition audit is planned on location, in consultation, once accepted",
)


class AcceptApplication(Command):
    """Accept an application: the documents meet what is asked."""

    name = "accept-application"
    application: Code


class OfferResubmission(Command):
    """Not accept an application, and let the centre hand it in again."""

    name = "offer-resubmission"
    application: Code
    reasons: Personal[Content, Prose]


class AdviseWithdrawal(Command):
    """Not accept an application, and advise the centre to withdraw it."""

    name = "advise-withdrawal"
    application: Code
    reasons: Personal[Content, Prose]


class ScheduleRecognitionAudit(Command):
    """Plan the recognition audit at one of the locations, on a day agreed with the centre."""

    name = "schedule-recognition-audit"
    application: Code
    location: Code
    planned_for: Day
    in_consultation: bool


@action(AcceptApplication, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def accept_application(asked: AcceptApplication, at: Situation[CentreFile]) -> Facts:
    """Accept an application that is complete and fits, line by line."""
    now = assessed_by(at, asked.application)
    is_complete(now, at)
    fits = all(one.matches for one in now.lines)
    organised = not now.first or bool(now.organisation_meets)
    require(
        R_63,
        fits and organised,
        "every line fits, and in a first application the organisation too; or else offer to hand "
        "it in again, or advise to withdraw it",
        fits=fits,
        organised=organised,
    )
    return ApplicationAccepted(matter=now.matter, on=asked.on, basis=AT_5_2_2)


@action(OfferResubmission, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def offer_resubmission(asked: OfferResubmission, at: Situation[CentreFile]) -> Facts:
    """Not accept an application, and let the centre hand it in again."""
    now = assessed_by(at, asked.application)
    weigh(R_63, True, outcome="resubmission")
    return ResubmissionOffered(
        matter=now.matter, on=asked.on, basis=AT_5_2_2, reasons=asked.reasons
    )


@action(AdviseWithdrawal, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def advise_withdrawal(asked: AdviseWithdrawal, at: Situation[CentreFile]) -> Facts:
    """Not accept an application, and advise the centre to withdraw it."""
    now = assessed_by(at, asked.application)
    weigh(R_63, True, outcome="advice")
    return WithdrawalAdvised(matter=now.matter, on=asked.on, basis=AT_5_2_2, reasons=asked.reasons)


@action(ScheduleRecognitionAudit, by=SSVV, place=AT_5_2_2, when=is_open)
def schedule_recognition_audit(
    asked: ScheduleRecognitionAudit, at: Situation[CentreFile]
) -> Facts:
    """Plan the recognition audit at one of the locations, in consultation with the centre."""
    now = application_named(at, asked.application)
    accepted = now.standing in ("accepted", "audit-pending")
    require(
        R_64,
        accepted and asked.in_consultation,
        "an audit is planned for an accepted application, in consultation with the centre",
        standing=now.standing,
        in_consultation=asked.in_consultation,
    )
    _at_an_asked_location(asked, now)
    audit = at.file.next_matter("audit")
    return (
        RecognitionAuditScheduled(matter=now.matter, on=asked.on, basis=AT_5_2_2, audit=audit),
        AuditPlanned(
            matter=audit,
            on=asked.on,
            basis=AT_5_2_2,
            kind="recognition",
            location=asked.location,
            planned_for=asked.planned_for,
            application=now.matter,
        ),
    )


def _at_an_asked_location(asked: ScheduleRecognitionAudit, now: Application) -> None:
    locations = sorted({one.key.location for one in now.lines})
    if asked.location not in locations:
        raise Refused(f"{now.matter} is about {', '.join(locations)}; audit there", AT_5_2_2)
    if asked.planned_for < asked.on:
        raise Refused(f"plan the audit for {asked.on} or later", AT_5_2_2)
