"""What waits for whom about what an audit found wanting (An.6)."""

from collections.abc import Iterator

from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    ended_with_its_accreditation,
)
from domain.schemes.lvv_accreditation.record.audit import Audit
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.shown import Step, Waiting

RESPOND = Step("respond-to-nonconformity", "provider", "responds to what was found wanting")
VERIFY = Step("verify-improvement", "hobeon", "verifies the improvement")
CLOSE = Step("close-audit", "hobeon", "closes the audit")


def of_what_was_found(file: TrainingFile, now: Audit) -> Iterator[Waiting]:
    """A holder responds (An.6(b)); of an applicant Hobéon verifies, and closes the audit (a)."""
    application = file.applications.get(now.matter)
    if application is not None and not application.renewal:
        if application.standing == "with-hobeon":
            yield from _of_an_initial_audit(now)
    elif now.closed_on is None and not ended_with_its_accreditation(file, now.matter):
        for number in now.unverified:
            finding = now.findings[number]
            step = RESPOND if finding.stands == "found" else VERIFY
            yield step.waits(now.matter, finding.since)


def _of_an_initial_audit(now: Audit) -> Iterator[Waiting]:
    if now.closed_on is not None:
        return
    for number in now.unverified:
        yield VERIFY.waits(now.matter, now.findings[number].since)
    if now.first_day is not None and not now.unverified:
        days = [now.first_day, *(one.since for one in now.findings.values())]
        yield CLOSE.waits(now.matter, max(days))
