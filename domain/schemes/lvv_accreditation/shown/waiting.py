"""What waits for whom: for every open matter the action that is expected next."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_accreditation.article_05_sending import unsent
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import still_open
from domain.schemes.lvv_accreditation.record.application import Application
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.shown.waiting_findings import of_what_was_found
from domain.schemes.lvv_accreditation.shown.waiting_holder import of_a_holder
from domain.schemes.lvv_accreditation.shown.waiting_remedies import of_a_dispute, of_an_objection
from domain.shown import Step, Waiting

OF_AN_APPLICATION = {
    "submitted": Step("invoice-fee", "lvv-office", "sends the invoice for the fee"),
    "invoiced": Step("record-fee-payment", "lvv-office", "records the payment of the fee"),
    "paid": Step("forward-application", "lvv-board", "forwards the application to Hobéon"),
    "awaiting-supplement": Step(
        "supplement-application", "provider", "supplements the application, once"
    ),
    "stopped": Step(
        "issue-supplementary-invoice", "lvv-office", "sends the supplementary invoice"
    ),
    "stopped-invoiced": Step(
        "record-supplementary-payment", "lvv-office", "records the supplementary payment"
    ),
    "resumable": Step("resume-application", "provider", "goes on with the application"),
    "advised": Step("receive-advice", "lvv-board", "records when the advice came in"),
    "additional-requested": Step("consult-board", "hobeon", "consults the board"),
    "board-consulted": Step(
        "start-additional-investigation", "hobeon", "investigates further, or declines to"
    ),
}
DELIVER = Step("deliver-documents", "provider", "delivers the required documents")
DELIVER_FURTHER = Step("deliver-further-documents", "provider", "delivers what was asked for")
ASSESS_QUALITY = Step("record-assessment", "quality-auditor", "assesses the training")
ASSESS_CONTENT = Step("record-assessment", "content-expert", "assesses the content")
ADVISE = Step("give-advice", "hobeon", "reports to the board and advises it")
GRANT = Step("grant-accreditation", "lvv-board", "grants the accreditation, as advised")
RENEW = Step("renew-accreditation", "lvv-board", "renews the accreditation, as advised")
REJECT = Step("reject-application", "lvv-board", "rejects the application, as advised")
SEND = Step("send-decision", "lvv-office", "sends the decision")


def waiting(case: CaseFile[TrainingFile]) -> tuple[Waiting, ...]:
    """Everything in a training's file that waits for somebody, in the order of the file."""
    return tuple(dict.fromkeys(_everything(case)))


def _everything(case: CaseFile[TrainingFile]) -> Iterator[Waiting]:
    file = case.state
    for application in file.applications.values():
        yield from _of_an_application(case, application)
    for record in unsent(case.trail):
        yield SEND.waits(record.fact.matter, record.fact.on)
    yield from of_a_holder(file)
    for audit in file.audits.values():
        yield from of_what_was_found(file, audit)
    for objection in file.objections.values():
        yield from of_an_objection(objection)
    for dispute in file.disputes.values():
        yield from of_a_dispute(dispute)


def _of_an_application(case: CaseFile[TrainingFile], now: Application) -> Iterator[Waiting]:
    if not still_open(case.state, now):
        return
    if now.standing in OF_AN_APPLICATION:
        yield OF_AN_APPLICATION[now.standing].waits(now.matter, now.since)
    elif now.standing == "received":
        granted = RENEW if now.renewal else GRANT
        yield (granted if now.positive else REJECT).waits(now.matter, now.since)
    elif now.standing == "with-hobeon":
        yield from _with_hobeon(case, now)


def _with_hobeon(case: CaseFile[TrainingFile], now: Application) -> Iterator[Waiting]:
    looked_at = case.state.investigations.get(now.matter)
    if looked_at is None or looked_at.offer is None:
        yield DELIVER.waits(now.matter, now.since)
        return
    if looked_at.asked_on is not None:
        yield DELIVER_FURTHER.waits(now.matter, looked_at.asked_on)
    since = max(r.fact.on for r in case.trail if r.fact.matter == now.matter)
    steps = (("quality", ASSESS_QUALITY), ("content", ASSESS_CONTENT))
    missing = [step for capacity, step in steps if capacity not in looked_at.assessments]
    for step in missing or ([] if _in_audit(case, now) else [ADVISE]):
        yield step.waits(now.matter, since)


def _in_audit(case: CaseFile[TrainingFile], now: Application) -> bool:
    """Whether an initial audit stands open, which is closed before the advice."""
    audit = case.state.audits.get(now.matter)
    return not now.renewal and audit is not None and audit.closed_on is None
