"""LVV accreditation, 3(2): the form and the fee that LVV makes known, in its own file."""

from datetime import date

import pytest

from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.article_03_yearly import PublishForm, SetFee
from domain.schemes.lvv_accreditation.record.own_file import FEES, FORMS, FeeSet, FormPublished
from tests.schemes.lvv_accreditation.told import BOARD, OFFICE, SCHEME, given_scheme

opened = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=annex(4))
JAN_2 = date(2026, 1, 2)


def test_3_2_lvv_publishes_the_form_once() -> None:
    asked = PublishForm(on=JAN_2, form="form-2026")
    told = given_scheme(opened).when(asked, OFFICE).then_recorded(FormPublished)
    told.when(asked, OFFICE).then_refused("", "published already")


def test_3_2_the_fee_is_set_once_a_year_for_every_file() -> None:
    asked = SetFee(on=JAN_2, cents=95_000)
    told = given_scheme(opened).when(asked, OFFICE).then_recorded(FeeSet)
    assert SCHEME.law_on(JAN_2, told.file()).settings[FEES] == {2026: 95_000}
    assert SCHEME.law_on(date(2026, 1, 1), told.file()).settings[FEES] == {}
    told.when(asked, OFFICE).then_refused("", "set already")


@pytest.mark.refuses("A-T16")
def test_3_2_a_year_without_a_fee_is_missed() -> None:
    given_scheme(opened).then_term("A-T16", date(2027, 1, 1), "missed", date(2026, 12, 31))


def test_3_2_other_files_see_the_form_from_its_day_on() -> None:
    told = given_scheme(opened).when(PublishForm(on=JAN_2, form="f-1"), OFFICE)
    file = told.then_recorded(FormPublished).file()
    assert SCHEME.law_on(JAN_2, file).settings[FORMS] == ("f-1",)


def test_3_2_the_fee_is_not_for_the_board_to_set() -> None:
    given_scheme(opened).when(SetFee(on=JAN_2, cents=1), BOARD).then_not_allowed()
