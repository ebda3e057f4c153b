"""3. Application: the fee (aanvraagkosten)

- (2) At submission the provider owes the application fee. LVV sets it each year and makes it
  known, as it does with the form.
- 4(1): the board forwards an application once the fee is paid.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused, Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_03_yearly import A_T16_FEE
from domain.schemes.lvv_accreditation.record.application import (
    Application,
    ApplicationForwarded,
    FeeInvoiced,
    FeePaid,
)
from domain.schemes.lvv_accreditation.record.own_file import FEES
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE
from domain.schemes.lvv_accreditation.standing import an_application, application_that

AT_3, AT_4 = article(3), article(4)
R_03 = Rule(
    id="R-03",
    place=AT_4(1),
    says="an application goes on to Hobéon once the application fee is paid",
)


class InvoiceFee(Command):
    """Send the invoice for the application fee of the year."""

    name = "invoice-fee"


class RecordFeePayment(Command):
    """Record that the application fee was paid."""

    name = "record-fee-payment"


class ForwardApplication(Command):
    """Forward the application to Hobéon."""

    name = "forward-application"


@action(InvoiceFee, by=OFFICE, place=AT_3(2), when=an_application("submitted"))
def invoice_fee(asked: InvoiceFee, at: Situation[TrainingFile]) -> Facts:
    """Send the invoice for the fee of the year in which the application came in."""
    now = application_that(at, "submitted")
    year = now.since.year
    cents = fee_of(at.law, now.since)
    return FeeInvoiced(matter=now.matter, on=asked.on, basis=AT_3(2), cents=cents, year=year)


def fee_of(law: Law, submitted_on: date) -> int:
    """The fee of the year, in cents. Refused while LVV has not set it (A-T16)."""
    cents = law.settings.get(FEES, {}).get(submitted_on.year)
    require(
        A_T16_FEE,
        cents is not None,
        f"LVV has set no application fee for {submitted_on.year}; set it first",
        year=submitted_on.year,
    )
    return int(cents)


@action(RecordFeePayment, by=OFFICE, place=AT_3(2), when=an_application("invoiced"))
def record_fee_payment(asked: RecordFeePayment, at: Situation[TrainingFile]) -> Facts:
    """Record that the application fee was paid."""
    now = application_that(at, "invoiced")
    return FeePaid(matter=now.matter, on=asked.on, basis=AT_3(2))


def to_be_forwarded(at: Situation[TrainingFile]) -> Application:
    """The application that came in and was paid for."""
    now = application_that(at, "submitted", "invoiced", "paid")
    require(
        R_03,
        now.standing == "paid",
        f"the application stands {now.standing}; it goes on once the fee is paid",
        paid=now.standing == "paid",
    )
    return now


@action(ForwardApplication, by=BOARD, place=AT_4(1), when=to_be_forwarded)
def forward_application(asked: ForwardApplication, at: Situation[TrainingFile]) -> Facts:
    """Forward the paid application to Hobéon, which investigates it."""
    now = to_be_forwarded(at)
    if now.renewal:
        raise Refused("a renewal is with Hobéon already", AT_4(1))
    return ApplicationForwarded(matter=now.matter, on=asked.on, basis=AT_4(1))
