"""What waits for whom about applications, recognitions and agreements (3.2, 5)."""

from collections.abc import Iterator

from domain.schemes.ssvv_sogp.record.agreement import Agreement
from domain.schemes.ssvv_sogp.record.application import Application
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import Line
from domain.schemes.ssvv_sogp.shown.step import AUDITOR, CENTRE, SSVV
from domain.shown import Step, Waiting

OF_AN_APPLICATION = {
    "submitted": Step("assign-assessor", SSVV, "assigns an auditor to assess the application"),
    "awaiting-resubmission": Step(
        "resubmit-application", CENTRE, "may hand the application in again"
    ),
    "withdrawal-advised": Step(
        "withdraw-application", CENTRE, "is advised to withdraw the application"
    ),
    "accepted": Step(
        "schedule-recognition-audit", SSVV, "plans the recognition audit with the centre"
    ),
}
COMPLETENESS = Step("assess-completeness", AUDITOR, "assesses whether it is complete")
CONTENT = Step("assess-line", AUDITOR, "assesses whether each qualification fits its files")
ORGANISATION = Step("assess-organisation", AUDITOR, "assesses the organisation of the centre")
OUTCOME = Step(
    "accept-application",
    AUDITOR,
    "accepts it, lets it be handed in again, or advises to withdraw it",
)
SCHEDULE = OF_AN_APPLICATION["accepted"]
CONCLUDE = Step("conclude-audit", SSVV, "concludes how the recognition audit ended")
GRANT = Step("grant-recognition", SSVV, "recognises the centre for it")
REJECT = Step("reject-line", SSVV, "rejects it, with the reasons")

NOTICE = Step("send-recognition-notice", SSVV, "sends the official notice, with its day")
OFFER = Step("offer-agreement", SSVV, "offers the standard agreement and the price list")
CONTACT = Step("report-change", CENTRE, "contacts SSVV to have it put into the agreement")
CONSULT = Step("record-consultation", SSVV, "discusses with the centre what follows from a change")
AMEND = Step("amend-agreement", SSVV, "decides whether and how the agreement is adapted or ended")
PUBLISH = Step("publish-recognition", SSVV, "puts the recognition on the public list")
PROPAGATE = Step("propagate-recognition", SSVV, "puts the recognition into the exam systems")
ON_REQUEST = Step("withdraw-on-request", SSVV, "withdraws what the centre asked to withdraw")
WITHDRAW = Step("withdraw-recognition", SSVV, "withdraws the recognition, or drops the procedure")
END = Step("end-publication", SSVV, "takes the recognition off the list and the exam systems")
SIGN = {
    "centre": Step("sign-agreement", CENTRE, "signs the agreement"),
    "ssvv": Step("sign-agreement", SSVV, "signs the agreement"),
}


def of_an_application(file: CentreFile, now: Application) -> Iterator[Waiting]:
    """The next steps in an application."""
    if now.standing == "under-assessment":
        for step in _assessing(now):
            yield step.waits(now.matter, now.since)
    elif now.standing == "audit-pending":
        for step in dict.fromkeys(_after_the_audit(file, now)):
            yield step.waits(now.matter, now.since)
    elif now.standing in OF_AN_APPLICATION:
        yield OF_AN_APPLICATION[now.standing].waits(now.matter, now.since)


def _assessing(now: Application) -> list[Step]:
    to_do = {
        COMPLETENESS: now.lacking is None,
        CONTENT: any(one.matches is None for one in now.lines),
        ORGANISATION: now.first and now.organisation_meets is None,
    }
    return [step for step, is_to_do in to_do.items() if is_to_do] or [OUTCOME]


def _after_the_audit(file: CentreFile, now: Application) -> Iterator[Step]:
    audits = [one for one in file.audits.values() if one.application == now.matter]
    for line in now.lines:
        if line.outcome:
            continue
        here = [one for one in audits if one.location == line.key.location]
        if not here:
            yield SCHEDULE
        elif line.positive is not None:
            yield GRANT if line.positive else REJECT
        elif not here[-1].is_open:
            yield CONCLUDE


def of_a_line(file: CentreFile, now: Line) -> Iterator[Waiting]:
    """The next steps about a recognition."""
    if now.is_held:
        yield from (step.waits(now.matter, now.since) for step in _held(now))
        if now.procedure_since is not None:
            yield WITHDRAW.waits(now.matter, now.procedure_since)
        if now.requested_on is not None:
            yield ON_REQUEST.waits(now.matter, now.requested_on)
        if now.standing == "granted" and not _is_offered(file, now):
            running = any(one.standing == "concluded" for one in file.agreements.values())
            yield (CONTACT if running else OFFER).waits(now.matter, now.since)
    elif now.published_on is not None and now.unpublished_on is None:
        yield END.waits(now.matter, now.withdrawn_from or now.since)


def _held(now: Line) -> list[Step]:
    in_force = now.standing == "in-force"
    to_do = {
        NOTICE: now.notice_sent_on is None,
        PUBLISH: in_force and now.published_on is None,
        PROPAGATE: in_force and now.propagated_on is None,
    }
    return [step for step, is_to_do in to_do.items() if is_to_do]


def _is_offered(file: CentreFile, now: Line) -> bool:
    return any(
        (one.standing == "offered" and now.key in one.lines) or one.change == "extra-recognition"
        for one in file.agreements.values()
    )


def of_an_agreement(now: Agreement) -> Iterator[Waiting]:
    """Whose signature an offered agreement waits for; what a reported change waits for."""
    if now.change:
        step = CONSULT if now.consulted_on is None else AMEND
        yield step.waits(now.matter, now.consulted_on or now.since)
    if now.standing != "offered":
        return
    for party, day in (("centre", now.signed_by_centre_on), ("ssvv", now.signed_by_ssvv_on)):
        if day is None:
            yield SIGN[party].waits(now.matter, now.since)
