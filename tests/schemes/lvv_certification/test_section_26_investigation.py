"""LVV certification, section 26: the board looks into the appeal."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    CaseDataRequested,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    InviteReaction,
    RequestCaseData,
)
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    REJECTION,
    SUSPENSION,
    appeal,
    on_hold,
    told_of_it,
    turned_down,
)

JULY_15, JULY_20, JULY_27 = date(2026, 7, 15), date(2026, 7, 20), date(2026, 7, 27)
TAKE_UP = RequestCaseData(on=JULY_15, appeal="appeal-1")
rejected = told_of_it(turned_down, REJECTION, "rejected")


@pytest.mark.passes("R-32", "C-T06", "R-34")
def test_26_the_board_asks_for_all_data() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told.when(TAKE_UP, BOARD).then_recorded(CaseDataRequested)


@pytest.mark.refuses("C-T06")
def test_26_a_late_appeal_is_not_looked_into() -> None:
    told = asked(rejected, PERSON, appeal(JULY_15, "13"))
    told.when(TAKE_UP, BOARD).then_refused("C-T06", "refuse it as late")


@pytest.mark.refuses("R-32")
def test_26_nor_one_without_a_rejected_objection() -> None:
    told = asked(told_of_it(on_hold, SUSPENSION, "upheld"), PERSON, appeal(JULY_15, "27"))
    told.when(TAKE_UP, BOARD).then_refused("R-32", "refuse the appeal as no-objection")


@pytest.mark.refuses("SOD-C5")
def test_26_there_is_nothing_to_react_to_before_the_view() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, TAKE_UP)
    invitation = InviteReaction(on=JULY_27, appeal="appeal-1")
    told.when(invitation, BOARD).then_refused("SOD-C5", "has not given its view")
