"""LVV accreditation, 14(b): the points of the congress, and what is set yearly (A-T16)."""

from datetime import date

import pytest

from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.article_14_congress import SetCongressPoints
from domain.schemes.lvv_accreditation.record.own_file import CONGRESS, CongressPointsSet
from tests.schemes.lvv_accreditation.told import BOARD, OFFICE, SCHEME, given_scheme

opened = SchemeFileOpened(matter="scheme", on=date(2026, 1, 5), basis=annex(4))
FEB_2 = date(2026, 2, 2)


def points(of: int) -> SetCongressPoints:
    return SetCongressPoints(on=FEB_2, points=of)


@pytest.mark.passes("R-32", "A-T16")
@pytest.mark.parametrize("number", [2, 3, 4])
def test_14_b_the_board_sets_two_to_four_points(number: int) -> None:
    told = given_scheme(opened).when(points(number), BOARD).then_recorded(CongressPointsSet)
    told.then_term("A-T16", FEB_2, "running", date(2027, 12, 31))
    told.when(points(3), BOARD).then_refused("", "once a year")
    assert SCHEME.law_on(FEB_2, told.file()).settings[CONGRESS] == {2026: number}


@pytest.mark.refuses("R-32")
@pytest.mark.parametrize("number", [0, 1, 5])
def test_14_b_and_no_fewer_or_more(number: int) -> None:
    given_scheme(opened).when(points(number), BOARD).then_refused("R-32", "2 to 4 points")


@pytest.mark.refuses("A-T16")
def test_14_b_a_year_without_points_is_missed() -> None:
    told = given_scheme(opened).when(points(3), BOARD).then_recorded(CongressPointsSet)
    told.then_term("A-T16", date(2028, 1, 1), "missed", date(2027, 12, 31))


def test_14_b_it_is_for_the_board() -> None:
    given_scheme(opened).when(points(3), OFFICE).then_not_allowed()
