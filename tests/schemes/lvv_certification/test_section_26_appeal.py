"""LVV certification, section 26: sending an appeal. Dates are the worked example C-T06."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    AppealSent,
    CaseDataRequested,
    ObjectionDecisionSent,
)
from domain.schemes.lvv_certification.section_26_appeal import SendAppeal
from domain.schemes.lvv_certification.section_26_investigation import RequestCaseData
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    REJECTION,
    SECRETARIAT,
    SUSPENSION,
    WHY,
    appeal,
    investigated,
    objected,
    on_hold,
    opinion,
    told_of_it,
    turned_down,
)

JULY_14 = date(2026, 7, 14)


@pytest.mark.passes("C-T06")
def test_26_it_is_sent_within_six_weeks_of_the_sending_of_the_rejection() -> None:
    told = told_of_it(turned_down, REJECTION, "rejected")
    told.then_term("C-T06", on=JULY_14, state="running", due=JULY_14)
    after = told.when(appeal(JULY_14, "13"), PERSON).then_recorded(AppealSent)
    after.then_term("C-T06", on=JULY_14, state="met", due=JULY_14)


@pytest.mark.passes("C-T06")
def test_26_the_day_it_was_sent_counts_and_not_the_day_it_came_in() -> None:
    told = told_of_it(turned_down, REJECTION, "rejected")
    letter = appeal(JULY_14, "13", on=date(2026, 7, 17))
    after = told.when(letter, SECRETARIAT).then_recorded(AppealSent)
    after.then_term("C-T06", on=date(2026, 7, 17), state="met", due=JULY_14)


@pytest.mark.passes("C-T06")
def test_26_a_last_day_on_a_holiday_moves_to_the_next_working_day() -> None:
    sent = ObjectionDecisionSent(
        matter="objection-1", on=date(2025, 11, 14), basis=section(26), appeal_open=True
    )
    told = objected(turned_down, REJECTION, "rejected").given((sent, BODY))
    boxing_day, monday = date(2025, 12, 26), date(2025, 12, 29)
    term = told.then_term("C-T06", on=boxing_day, state="running", due=monday)
    assert [step.day for step in term.steps if step.says.startswith("one day on")] == [
        date(2025, 12, 27),
        date(2025, 12, 28),
        monday,
    ]


@pytest.mark.refuses("C-T06")
def test_26_the_term_passes() -> None:
    told = told_of_it(turned_down, REJECTION, "rejected")
    told.then_term("C-T06", on=date(2026, 7, 15), state="missed", due=JULY_14)


@pytest.mark.passes("C-T06")
def test_26_it_runs_after_an_objection_upheld_in_part_too() -> None:
    told = told_of_it(on_hold, SUSPENSION, "upheld-in-part")
    told.then_term("C-T06", on=JULY_14, state="running", due=JULY_14)


def test_26_and_not_after_one_that_was_upheld() -> None:
    told = told_of_it(on_hold, SUSPENSION, "upheld")
    with pytest.raises(AssertionError, match="no fact opened C-T06"):
        told.then_term("C-T06", on=JULY_14, state="running", due=None)


@pytest.mark.refuses("R-32")
def test_26_there_is_no_direct_appeal() -> None:
    turned_down.when(appeal(JULY_14, "13"), PERSON).then_refused("R-32", "no objection is on file")


@pytest.mark.refuses("R-32")
def test_26_nor_one_after_an_objection_that_does_not_exist() -> None:
    told = told_of_it(turned_down, REJECTION, "rejected")
    wrong = SendAppeal(on=JULY_14, objection="objection-7", sent_on=JULY_14, defects=WHY)
    told.when(wrong, PERSON).then_refused("R-32", "give one of: objection-1")


@pytest.mark.passes("R-32")
def test_26_after_a_rejected_objection_the_board_takes_it_up() -> None:
    told = asked(told_of_it(turned_down, REJECTION, "rejected"), PERSON, appeal(JULY_14, "13"))
    told.when(RequestCaseData(on=JULY_14, appeal="appeal-1"), BOARD).then_recorded(
        CaseDataRequested
    )


def test_26_nothing_is_put_on_file_before_it_was_sent() -> None:
    told = told_of_it(turned_down, REJECTION, "rejected")
    early = SendAppeal(on=JULY_14, objection="objection-1", sent_on=date(2026, 7, 15), defects=WHY)
    told.when(early, SECRETARIAT).then_refused("", "after the day it is put on file")


@pytest.mark.parametrize("nowhere", ["34", "0", "13(z)", "An.5", "somewhere", "13 "])
def test_26_a_reference_is_a_place_of_the_scheme(nowhere: str) -> None:
    with pytest.raises(ValidationError, match="cites"):
        appeal(JULY_14, nowhere)


def test_26_no_further_appeal_is_open_after_one_was_dismissed() -> None:
    told = investigated(told_of_it(turned_down, REJECTION, "rejected"))
    told = asked(told, BOARD, opinion(False, "none"))
    again = appeal(JULY_14, "14", on=date(2026, 8, 20))
    told.when(again, PERSON).then_refused("", "no further appeal is open")


@pytest.mark.passes("R-32")
@pytest.mark.parametrize(
    ("told", "decision", "outcome", "reading"),
    [
        (turned_down, REJECTION, "rejected", ""),
        (turned_down, REJECTION, "upheld-in-part", "D-27"),
        (on_hold, SUSPENSION, "rejected", "D-18"),
        (on_hold, SUSPENSION, "upheld-in-part", "D-18, D-27"),
    ],
)
def test_26_what_opens_it_is_the_text_or_a_reading(
    told: Scenario, decision: int, outcome: str, reading: str
) -> None:
    told = asked(told_of_it(told, decision, outcome), PERSON, appeal(JULY_14, "13"))
    take_up = RequestCaseData(on=JULY_14, appeal="appeal-1")
    told = told.when(take_up, BOARD).then_recorded(CaseDataRequested)
    basis = told.history[-1].fact.basis
    assert (basis.at, basis.reading.partition(":")[0]) == ("26", reading)
