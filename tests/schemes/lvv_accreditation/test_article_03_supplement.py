"""LVV accreditation, 3(4): one supplement, a stop, and going on. Dates of A-T18."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_03_stop import (
    IssueSupplementaryInvoice,
    RecordSupplementaryPayment,
    ResumeApplication,
    StopApplication,
)
from domain.schemes.lvv_accreditation.article_03_supplement import (
    FindIncomplete,
    SupplementApplication,
)
from domain.schemes.lvv_accreditation.record.application import (
    ApplicationResumed,
    ApplicationStopped,
    ApplicationSupplemented,
    FoundIncomplete,
    SupplementaryInvoiceIssued,
    SupplementaryInvoicePaid,
)
from domain.schemes.lvv_accreditation.record.investigation import DocumentsDelivered
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    HOBEON,
    OFFER,
    OFFICE,
    PROVIDER,
    WITH_HOBEON,
    given,
)

FEB_3, FEB_17, MAR_2 = date(2026, 2, 3), date(2026, 2, 17), date(2026, 3, 2)
AT_3_4 = article(3)(4)


def find(on: date = FEB_3, by: date | None = FEB_17) -> FindIncomplete:
    return FindIncomplete(on=on, lacking=("outcomes",), supplement_by=by)


def supplemented() -> Scenario:
    found = FoundIncomplete(
        matter="application-1",
        on=FEB_3,
        basis=AT_3_4,
        lacking=("outcomes",),
        supplement_by=FEB_17,
    )
    told = given(*WITH_HOBEON).when(find(), HOBEON).then(found)
    asked = SupplementApplication(on=FEB_17, offer=OFFER)
    return told.when(asked, PROVIDER).then_recorded(ApplicationSupplemented, DocumentsDelivered)


def stopped() -> Scenario:
    asked = StopApplication(on=MAR_2, lacking=("outcomes",))
    return supplemented().when(asked, HOBEON).then_recorded(ApplicationStopped)


@pytest.mark.passes("R-04", "A-T18")
def test_3_4_an_incomplete_application_is_supplemented_once() -> None:
    supplemented().then_term("A-T18", FEB_17, "met", FEB_17)


@pytest.mark.refuses("R-04")
def test_3_4_but_it_is_not_found_incomplete_twice() -> None:
    supplemented().when(find(MAR_2, None), HOBEON).then_refused("R-04", "stopped when it is")


@pytest.mark.refuses("R-04")
def test_3_4_it_is_not_stopped_before_its_supplement() -> None:
    asked = StopApplication(on=MAR_2, lacking=("outcomes",))
    given(*WITH_HOBEON).when(asked, HOBEON).then_refused("R-04", "may be supplemented once")


@pytest.mark.refuses("R-04")
def test_3_4_a_third_file_is_not_taken_in_without_paying_again() -> None:
    asked = SupplementApplication(on=MAR_2, offer=OFFER)
    stopped().when(asked, PROVIDER).then_refused("R-04", "go on after paying")


@pytest.mark.passes("R-05")
def test_3_4_after_the_supplementary_invoice_it_goes_on() -> None:
    told = stopped().when(IssueSupplementaryInvoice(on=MAR_2, cents=30_000), OFFICE)
    told = told.then_recorded(SupplementaryInvoiceIssued)
    told = told.when(RecordSupplementaryPayment(on=MAR_2), OFFICE)
    told = told.then_recorded(SupplementaryInvoicePaid)
    told = told.when(ResumeApplication(on=MAR_2), PROVIDER).then_recorded(ApplicationResumed)
    told.when(find(MAR_2, None), HOBEON).then_recorded(FoundIncomplete)


@pytest.mark.refuses("R-05")
def test_3_4_and_not_before_it_is_paid() -> None:
    told = stopped()
    asked = ResumeApplication(on=MAR_2)
    told.when(asked, PROVIDER).then_refused("R-05", "to be paid")
    told = told.when(IssueSupplementaryInvoice(on=MAR_2, cents=30_000), OFFICE)
    told = told.then_recorded(SupplementaryInvoiceIssued)
    told.when(asked, PROVIDER).then_refused("R-05", "to be paid")


@pytest.mark.refuses("A-T18")
def test_3_4_a_late_supplement_is_missed_and_still_taken_in() -> None:
    told = given(*WITH_HOBEON).when(find(), HOBEON).then_recorded(FoundIncomplete)
    late = SupplementApplication(on=date(2026, 2, 18))
    told = told.when(late, PROVIDER).then_recorded(ApplicationSupplemented)
    told.then_term("A-T18", late.on, "missed", FEB_17)


def test_3_4_the_text_gives_no_time_so_it_stays_unknown() -> None:
    told = given(*WITH_HOBEON).when(find(by=None), HOBEON).then_recorded(FoundIncomplete)
    term = told.then_term("A-T18", FEB_17, "running", None)
    assert "Hobéon" in term.unknown


def test_3_4_a_day_to_supplement_by_is_to_come() -> None:
    given(*WITH_HOBEON).when(find(by=FEB_3), HOBEON).then_refused("", "a day after 2026-02-03")
