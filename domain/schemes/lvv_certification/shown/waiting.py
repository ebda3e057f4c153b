"""What waits for whom: for every open matter the action that is expected next."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_certification.record.application import (
    Application,
    ApplicationRejected,
    AssessmentRecorded,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateRenewed,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.objection import ObjectionUpheld, ReassessmentOrdered
from domain.schemes.lvv_certification.record.own_file import OwnFile
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile
from domain.schemes.lvv_certification.section_25_retaking import is_reassessed
from domain.schemes.lvv_certification.section_30_framework import FRAMEWORK
from domain.schemes.lvv_certification.shown.step import BOARD, BODY, PERSON
from domain.schemes.lvv_certification.shown.waiting_certificate import of_a_certificate
from domain.schemes.lvv_certification.shown.waiting_remedies import of_an_appeal, of_an_objection
from domain.schemes.lvv_certification.still_stands import still_stands
from domain.shown import Step, Waiting

OF_AN_APPLICATION = {
    "enrolled": Step("apply-for-assessment", PERSON, "fills the file and asks for its assessment"),
    "requested": Step("start-pre-check", BODY, "starts the pre-check"),
    "pre-check": Step(
        "accept-dossier", BODY, "accepts the file, or says in writing what it lacks"
    ),
    "awaiting-supplement": Step("supplement-dossier", PERSON, "supplements the file"),
    "too-late": Step(
        "reject-for-term-overrun", BODY, "rejects the application that came too late"
    ),
}
OF_A_REVIEW = {
    None: Step("record-assessment", BODY, "reviews the file"),
    True: Step("grant-certificate", BODY, "grants the certificate: the requirements are met"),
    False: Step("reject-application", BODY, "rejects the application, with an explanation"),
}
TO_BE_SENT = {
    ApplicationRejected.stored_as: Step("send-decision", BODY, "sends the rejection"),
    RejectedForTermOverrun.stored_as: Step("send-decision", BODY, "sends the rejection"),
    CertificateGranted.stored_as: Step(
        "send-decision", BODY, "sends the decision and publishes it"
    ),
    CertificateRenewed.stored_as: Step(
        "send-decision", BODY, "sends the decision and publishes it"
    ),
    CertificateSuspended.stored_as: Step(
        "notify-suspension", BODY, "makes the suspension known in writing"
    ),
    CertificateWithdrawn.stored_as: Step(
        "notify-withdrawal", BODY, "makes the withdrawal known in writing"
    ),
    DecisionRetaken.stored_as: Step(
        "send-retaken-decision", BODY, "sends the decision that was taken again"
    ),
}


def waiting(case: CaseFile[PersonFile]) -> tuple[Waiting, ...]:
    """Everything in a person's file that waits for somebody, in the order of the file."""
    return tuple(dict.fromkeys(_everything(case)))


def _everything(case: CaseFile[PersonFile]) -> Iterator[Waiting]:
    file = case.state
    for application in file.applications.values():
        yield from _of_an_application(case, application)
    for decision in file.decisions.values():
        yield from _of_a_decision(case, decision)
    for certificate in file.certificates.values():
        yield from of_a_certificate(case, certificate)
    for activity in file.activities.values():
        if activity.standing == "registered":
            says = "accepts the activity, or rejects it with reasons"
            yield Step("accept-activity", BODY, says).waits(activity.matter, activity.since)
    for objection in file.objections.values():
        yield from of_an_objection(objection)
    for appeal in file.appeals.values():
        yield from of_an_appeal(appeal)


def _of_an_application(case: CaseFile[PersonFile], now: Application) -> Iterator[Waiting]:
    if now.standing == "review":
        assessed = (AssessmentRecorded,) if now.meets is not None else ()
        since = case.last_day_of(now.matter, *assessed)
        yield OF_A_REVIEW[now.meets].waits(now.matter, since)
    elif now.standing == "enrolled" and now.recertification:
        certificate = case.state.certificate
        if certificate is not None and certificate.is_held:
            says = "fills the file and applies for recertification"
            step = Step("apply-for-recertification", PERSON, says)
            yield step.waits(now.matter, now.since)
    elif now.standing in OF_AN_APPLICATION:
        yield OF_AN_APPLICATION[now.standing].waits(now.matter, now.since)


def _of_a_decision(case: CaseFile[PersonFile], now: Decision) -> Iterator[Waiting]:
    if now.sent_on is None and now.stored_as in TO_BE_SENT and still_stands(case.state, now):
        yield TO_BE_SENT[now.stored_as].waits(now.matter, now.on)
    if now.to_be_retaken:
        again = is_reassessed(now, case.state)
        action = "reassess-application" if again else "retake-decision"
        since = case.last_day_of(now.to_be_retaken, ObjectionUpheld, ReassessmentOrdered)
        yield Step(action, BODY, "takes the contested decision again").waits(now.matter, since)


def waiting_in_the_scheme(case: CaseFile[OwnFile]) -> tuple[Waiting, ...]:
    """What waits for the board in the scheme's own file: the review, and requests for lists."""
    file = case.state
    since = file.reviewed_on or case.trail[0].fact.on
    review = Step("review-framework", BOARD, "decides once a year whether the framework changes")
    asked = Step("decide-listing", BOARD, "decides on the request for a place on the list")
    requests = (one for one in file.requests.values() if one.standing == "requested")
    return (
        review.waits(FRAMEWORK, since),
        *(asked.waits(one.matter, one.requested_on) for one in requests),
    )
