"""LVV accreditation, article 3: the application, its form and its fee."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.lvv_accreditation.act import EDITION
from domain.schemes.lvv_accreditation.article_03_application import (
    OpenTraining,
    SubmitApplication,
)
from domain.schemes.lvv_accreditation.article_03_fee import (
    ForwardApplication,
    InvoiceFee,
    RecordFeePayment,
)
from domain.schemes.lvv_accreditation.record.own_file import FORMS
from tests.schemes.lvv_accreditation.told import (
    BOARD,
    HOBEON,
    OFFICE,
    PROVIDER,
    forwarded,
    given,
    invoiced,
    opened,
    paid,
    submitted,
)

JAN_7 = date(2026, 1, 7)


def apply(form: str | None = "form-2026", applies_to: str = "training") -> SubmitApplication:
    return SubmitApplication(on=JAN_7, form=form, applies_to=applies_to, regulations_accepted=True)


def test_3_1_every_provider_may_have_a_file_opened() -> None:
    asked = OpenTraining(on=opened.on, title=opened.title, provider=opened.provider)
    given().when(asked, PROVIDER).then(opened)


@pytest.mark.passes("R-02", "R-10")
def test_3_2_a_provider_applies_on_the_form_of_lvv() -> None:
    given(opened).when(apply(), PROVIDER).then(submitted)


@pytest.mark.refuses("R-02")
@pytest.mark.parametrize("form", [None, "form-2019"])
def test_3_2_and_not_by_email_or_on_another_form(form: str | None) -> None:
    given(opened).when(apply(form), PROVIDER).then_refused("R-02", "form-2026")


@pytest.mark.refuses("R-02")
def test_3_2_nor_before_a_form_was_published() -> None:
    law = Law(edition=EDITION, settings={FORMS: ()})
    given(opened).under(law).when(apply(), PROVIDER).then_refused("R-02", "none is yet")


@pytest.mark.refuses("R-10")
def test_an_3_a_an_institute_is_not_accredited() -> None:
    asked = apply(applies_to="institute")
    given(opened).when(asked, PROVIDER).then_refused("R-10", "not to institute")


def test_3_1_an_application_comes_from_a_provider() -> None:
    given(opened).when(apply(), HOBEON).then_not_allowed()


def test_3_one_application_at_a_time() -> None:
    given(opened, submitted).when(apply(), PROVIDER).then_refused("", "application-1 stands")


@pytest.mark.passes("A-T16")
def test_3_2_the_fee_of_the_year_is_invoiced() -> None:
    given(opened, submitted).when(InvoiceFee(on=JAN_7), OFFICE).then(invoiced)


@pytest.mark.refuses("A-T16")
def test_3_2_without_a_fee_for_the_year_nothing_is_invoiced() -> None:
    told = given(opened, submitted).under(Law(edition=EDITION))
    told.when(InvoiceFee(on=JAN_7), OFFICE).then_refused("A-T16", "no application fee for 2026")


@pytest.mark.passes("R-03")
def test_4_1_a_paid_application_goes_on_to_hobeon() -> None:
    told = given(opened, submitted, invoiced)
    told = told.when(RecordFeePayment(on=paid.on), OFFICE).then(paid)
    told.when(ForwardApplication(on=forwarded.on), BOARD).then(forwarded)


@pytest.mark.refuses("R-03")
def test_4_1_an_unpaid_application_does_not() -> None:
    asked = ForwardApplication(on=forwarded.on)
    given(opened, submitted, invoiced).when(asked, BOARD).then_refused("R-03", "once the fee")
