"""What waits for whom about an accreditation that is held, or was withdrawn."""

from collections.abc import Iterator

from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    ended_with_its_accreditation,
)
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.shown import Step, Waiting

CERTIFICATE = Step("issue-certificate", "lvv-board", "gives the certificate with the mark")
WITHDRAW = Step("withdraw-mark-right", "lvv-board", "withdraws the right to carry the mark")
NOTIFY = Step("notify-withdrawal", "lvv-office", "tells the holder of the withdrawal")
PUBLISH = Step("publish-withdrawal", "lvv-office", "makes the withdrawal suitably known")
STOP = Step("stop-mark-use", "provider", "ends the use of the mark")
CONSULT = Step("consult-holder", "lvv-board", "consults with the holder on what is temporary")
WEIGH = Step("withdraw-accreditation", "lvv-board", "may withdraw on the holder's own statement")
CARRY_THROUGH = Step("confirm-implementation", "provider", "carries the conditions through")
ANEW = Step("submit-application", "provider", "asks for the mark anew, under the new text")
OF_A_CHECK = {
    "requested": Step("announce-interim-check", "hobeon", "announces the check"),
    "announced": Step("start-interim-check", "hobeon", "begins the check"),
    "running": Step("report-check", "hobeon", "reports to the board on the check"),
    "reported": Step("continue-accreditation", "lvv-board", "decides whether it goes on"),
}


def of_a_holder(file: TrainingFile) -> Iterator[Waiting]:
    """What waits about the latest accreditation; nothing when there never was one."""
    now = file.accreditation
    if now is None:
        return
    if now.is_held:
        yield from _held(now)
        yield from _while_held(file, now)
    elif now.standing == "withdrawn":
        yield from _withdrawn(now)
    if not now.is_held and now.standing != "replaced" and now.mark_use_stopped_on is None:
        yield STOP.waits(now.matter, now.since)


def _held(now: Accreditation) -> Iterator[Waiting]:
    if now.certificate_due:
        yield CERTIFICATE.waits(now.matter, now.since)
    if now.breached_on is not None:
        yield WITHDRAW.waits(now.matter, now.breached_on)


def _withdrawn(now: Accreditation) -> Iterator[Waiting]:
    if now.notified_on is None:
        yield NOTIFY.waits(now.matter, now.since)
    elif now.published_on is None:
        yield PUBLISH.waits(now.matter, now.notified_on)


def _while_held(file: TrainingFile, now: Accreditation) -> Iterator[Waiting]:
    for check in file.checks.values():
        if check.standing in OF_A_CHECK and not ended_with_its_accreditation(file, check.matter):
            yield OF_A_CHECK[check.standing].waits(check.matter, check.since)
    for deviation in file.deviations.values():
        if deviation.standing == "reported" and deviation.since >= now.periods[0].first:
            yield (WEIGH if deviation.permanent else CONSULT).waits(
                deviation.matter, deviation.since
            )
    for conditions in file.conditions.values():
        if conditions.implemented_on is None and conditions.since >= now.periods[0].first:
            yield CARRY_THROUGH.waits(conditions.matter, conditions.since)
    for change in file.changes.values():
        if change.old_text_until and change.notified_on >= now.periods[0].first:
            yield ANEW.waits(change.matter, change.notified_on)
