"""LVV certification, section 30: the yearly review. Dates are the worked example C-T12."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.own_file import FrameworkReviewed, SignalCollected
from domain.schemes.lvv_certification.section_30_framework import CollectSignal, ReviewFramework
from tests.schemes.lvv_certification.told import BODY, given_scheme

BOARD, SECRETARIAT = "lvv-board:b.meijer", "lvv-secretariat:s.kok"
file_opened = SchemeFileOpened(matter="scheme", on=date(2026, 1, 2), basis=section(30))
DEC_31_2026, DEC_31_2027 = date(2026, 12, 31), date(2027, 12, 31)


def review(on: date) -> ReviewFramework:
    return ReviewFramework(on=on, change_wanted=False, reasons="the profile of 2020 still fits")


@pytest.mark.passes("C-T12")
def test_30_reviewed_on_12_february_2026_it_is_due_again_by_the_end_of_2027() -> None:
    told = given_scheme(file_opened).when(review(date(2026, 2, 12)), BOARD)
    after = told.then_recorded(FrameworkReviewed)
    after.then_term("C-T12", on=DEC_31_2027, state="running", due=DEC_31_2027)


@pytest.mark.passes("C-T12")
def test_30_the_first_review_is_due_in_the_year_the_file_was_opened() -> None:
    term = given_scheme(file_opened).then_term(
        "C-T12", on=DEC_31_2026, state="running", due=DEC_31_2026
    )
    assert term.for_whom == "lvv-board"


@pytest.mark.refuses("C-T12")
def test_30_a_calendar_year_without_a_review_is_an_alarm() -> None:
    told = given_scheme(file_opened)
    told.then_term("C-T12", on=date(2027, 1, 1), state="missed", due=DEC_31_2026)


def test_30_the_secretariat_collects_signals_and_a_review_deals_with_them() -> None:
    signal = CollectSignal(on=date(2026, 2, 2), signal=Personal("a new law on reporting abuses"))
    told = given_scheme(file_opened).when(signal, SECRETARIAT).then_recorded(SignalCollected)
    assert told.file().state.signals == 1
    after = told.when(review(date(2026, 2, 12)), BOARD).then_recorded(FrameworkReviewed)
    assert after.file().state.signals == 0


def test_30_the_board_reviews_and_nobody_else() -> None:
    for other in (SECRETARIAT, BODY):
        given_scheme(file_opened).when(review(date(2026, 2, 12)), other).then_not_allowed()
