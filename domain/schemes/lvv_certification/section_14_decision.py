"""14. Substantive review and decision (Inhoudelijke beoordeling en certificatiebesluit)

- The certification body decides on a certificate, by this scheme, on the file that was handed in.
- The decision is recorded and sent to the applicant; a rejection carries an explanation.

The text sets no time for it (C-T15). What is granted: section_14_grant.py. How the decision is
sent: section_14_sending.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import NotSaid
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    Application,
    ApplicationGranted,
    ApplicationRejected,
    ApplicationWithdrawn,
    AssessmentRecorded,
    DossierAccepted,
    ReassessmentStarted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_handling import SOD_C3
from domain.terms import Term, its_day
from domain.words import Prose

AT_12, AT_14 = section(12), section(14)
TWO_PEOPLE = AT_14.read("SOD-C6: who assessed does not decide; the text is silent")

R_08 = Rule(
    id="R-08",
    place=AT_12,
    says="first the pre-check, then the substantive review, then the decision",
)
R_09 = Rule(id="R-09", place=AT_14, says="a rejection carries an explanation")
SOD_C6 = Rule(id="SOD-C6", place=TWO_PEOPLE, says="who assessed the file does not decide on it")


class RecordAssessment(Command):
    """Record the substantive review of the file: whether the requirements are met."""

    name = "record-assessment"
    meets: bool
    findings: Personal[Content, Prose]


class RejectApplication(Command):
    """Reject the application, with an explanation."""

    name = "reject-application"
    explanation: Personal[Content, Prose] | None = None


def in_review(at: Situation[PersonFile]) -> Application:
    """The application whose file was accepted in the pre-check (R-08)."""
    applications = list(at.file.applications.values())
    if not applications:
        raise Refused("no application is on file", AT_12)
    in_review = [one for one in applications if one.standing == "review"]
    latest = (in_review or applications)[-1]
    require(
        R_08,
        bool(in_review),
        f"the file is accepted in the pre-check first; the application stands {latest.standing}",
        standing=latest.standing,
    )
    return latest


def not_assessed(at: Situation[PersonFile]) -> Application:
    """The application in review that was not assessed yet."""
    application = in_review(at)
    if application.meets is not None:
        raise Refused(f"{application.matter} was assessed already; decide on it", AT_14)
    return application


@action(RecordAssessment, by=BODY, place=AT_14, when=not_assessed)
def record_assessment(asked: RecordAssessment, at: Situation[PersonFile]) -> Facts:
    """Record the substantive review of the file."""
    return AssessmentRecorded(
        matter=not_assessed(at).matter,
        on=asked.on,
        basis=AT_14,
        meets=asked.meets,
        findings=asked.findings,
    )


def ready_for_decision(asked: Command, at: Situation[PersonFile]) -> Application:
    """The assessed application, asked by somebody who may decide on it."""
    application = in_review(at)
    assessed = application.meets is not None
    require(R_08, assessed, "the substantive review is recorded first", assessed=assessed)
    _is_independent(application, at)
    days = (asked.on - application.since).days
    require(C_T15, days >= 0, f"the file was accepted on {application.since}", days=days)
    return application


def _is_independent(application: Application, at: Situation[PersonFile]) -> None:
    """Refused to who assessed, and after a reassessment to who decided before."""
    another = at.by.id != application.assessed_by
    require(SOD_C6, another, "who assessed the file does not decide on it", another=another)
    before = {one.by for one in at.file.decisions.values() if one.matter == application.matter}
    independent = at.by.id not in before
    taken_again = "whoever took the decision does not take it again; somebody else does"
    require(SOD_C3, independent, taken_again, independent=independent)


@action(RejectApplication, by=BODY, place=AT_14, when=in_review)
def reject_application(asked: RejectApplication, at: Situation[PersonFile]) -> Facts:
    """Reject the application, with an explanation."""
    application = ready_for_decision(asked, at)
    explained = asked.explanation is not None
    require(R_09, explained, "a rejection carries an explanation; give one", explained=explained)
    assert asked.explanation is not None  # noqa: S101  required in the line above
    return ApplicationRejected(
        matter=application.matter, on=asked.on, basis=AT_14, explanation=asked.explanation
    )


def _no_time(_: DossierAccepted | ReassessmentStarted, __: Law) -> NotSaid:
    return NotSaid(look="the scheme sets no time for the decision; it is measured", place=AT_14)


C_T15 = Term(
    id="C-T15",
    name="the application is decided on",
    place=AT_14.read("C-T15: the text sets no time; the days from acceptance are measured"),
    for_whom="certification-body",
    length=_no_time,
    opened_by={DossierAccepted: its_day, ReassessmentStarted: its_day},
    met_by={ApplicationGranted: its_day, ApplicationRejected: its_day},
    ended_by={ApplicationWithdrawn: its_day},
)
