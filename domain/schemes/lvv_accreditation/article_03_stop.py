"""3(4). An incomplete application: the stop, and going on after paying again

- When an application is wanting again after its supplement, the process is stopped and the
  payment is not given back.
- Once the supplementary invoice is paid, the provider may go on; there is one supplement again
  then, for each time that was paid (B-3).
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_03_supplement import R_04, Lacking, being_looked_at
from domain.schemes.lvv_accreditation.record.application import (
    Application,
    ApplicationResumed,
    ApplicationStopped,
    SupplementaryInvoiceIssued,
    SupplementaryInvoicePaid,
)
from domain.schemes.lvv_accreditation.record.offer import Cents
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, OFFICE, PROVIDER
from domain.schemes.lvv_accreditation.standing import an_application, application_that

AT_3 = article(3)
R_05 = Rule(
    id="R-05", place=AT_3(4), says="a stopped application goes on once the invoice is paid"
)


class StopApplication(Command):
    """Stop an application that is wanting again after its one supplement."""

    name = "stop-application"
    lacking: Lacking


class IssueSupplementaryInvoice(Command):
    """Send the invoice after whose payment the provider may go on."""

    name = "issue-supplementary-invoice"
    cents: Cents


class RecordSupplementaryPayment(Command):
    """Record that the supplementary invoice was paid."""

    name = "record-supplementary-payment"


class ResumeApplication(Command):
    """Go on with an application that was stopped, once the invoice is paid."""

    name = "resume-application"


@action(StopApplication, by=HOBEON | OFFICE, place=AT_3(4), when=being_looked_at)
def stop_application(asked: StopApplication, at: Situation[TrainingFile]) -> Facts:
    """Stop the application that is wanting again; what was paid is not given back."""
    now = being_looked_at(at)
    require(
        R_04,
        now.supplemented,
        "the application may be supplemented once before it is stopped",
        supplemented=now.supplemented,
    )
    return ApplicationStopped(matter=now.matter, on=asked.on, basis=AT_3(4), lacking=asked.lacking)


@action(IssueSupplementaryInvoice, by=OFFICE, place=AT_3(4), when=an_application("stopped"))
def issue_supplementary_invoice(
    asked: IssueSupplementaryInvoice, at: Situation[TrainingFile]
) -> Facts:
    """Send the invoice after whose payment the provider may go on."""
    now = application_that(at, "stopped")
    return SupplementaryInvoiceIssued(
        matter=now.matter, on=asked.on, basis=AT_3(4), cents=asked.cents
    )


@action(
    RecordSupplementaryPayment, by=OFFICE, place=AT_3(4), when=an_application("stopped-invoiced")
)
def record_supplementary_payment(
    asked: RecordSupplementaryPayment, at: Situation[TrainingFile]
) -> Facts:
    """Record that the supplementary invoice was paid."""
    now = application_that(at, "stopped-invoiced")
    return SupplementaryInvoicePaid(matter=now.matter, on=asked.on, basis=AT_3(4))


def to_be_resumed(at: Situation[TrainingFile]) -> Application:
    """The stopped application whose supplementary invoice is paid."""
    now = application_that(at, "stopped", "stopped-invoiced", "resumable")
    require(
        R_05,
        now.standing == "resumable",
        "the supplementary invoice is to be paid before the application goes on",
        paid=now.standing == "resumable",
    )
    return now


@action(ResumeApplication, by=PROVIDER, place=AT_3(4), when=to_be_resumed)
def resume_application(asked: ResumeApplication, at: Situation[TrainingFile]) -> Facts:
    """Go on with the application, which may be supplemented once again (B-3)."""
    return ApplicationResumed(matter=to_be_resumed(at).matter, on=asked.on, basis=AT_3(4))
