"""LVV certification, section 26: an appeal that points to nothing may be completed."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    AppealCompleted,
    AppealCompletionAsked,
    CaseDataRequested,
)
from domain.schemes.lvv_certification.section_26_completion import AskCompletion, CompleteAppeal
from domain.schemes.lvv_certification.section_26_investigation import RequestCaseData
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    REJECTION,
    SECRETARIAT,
    WHY,
    appeal,
    told_of_it,
    turned_down,
)

JULY_1, JULY_3, JULY_14, JULY_15 = (date(2026, 7, day) for day in (1, 3, 14, 15))
rejected = told_of_it(turned_down, REJECTION, "rejected")
a_general_complaint = asked(rejected, PERSON, appeal(JULY_1, on=JULY_1))
ASK = AskCompletion(on=JULY_3, appeal="appeal-1")


def take_up(on: date) -> RequestCaseData:
    return RequestCaseData(on=on, appeal="appeal-1")


def complete(sent_on: date, *cites: str, on: date | None = None) -> CompleteAppeal:
    return CompleteAppeal(
        on=on or sent_on, appeal="appeal-1", sent_on=sent_on, cites=cites, defects=WHY
    )


@pytest.mark.refuses("R-34")
def test_26_a_general_complaint_may_be_completed_in_what_remains() -> None:
    told = a_general_complaint.when(ASK, BOARD).then_recorded(AppealCompletionAsked)
    told.then_term("C-T06", on=JULY_14, state="running", due=JULY_14)


@pytest.mark.passes("R-34", "C-T06")
def test_26_it_cites_13() -> None:
    told = asked(a_general_complaint, BOARD, ASK)
    after = told.when(complete(JULY_14, "13"), PERSON).then_recorded(AppealCompleted)
    after.then_term("C-T06", on=JULY_14, state="met", due=JULY_14)
    after.when(take_up(JULY_14), BOARD).then_recorded(CaseDataRequested)


@pytest.mark.passes("C-T06")
def test_26_the_day_the_completion_was_sent_counts() -> None:
    told = asked(a_general_complaint, BOARD, ASK)
    letter = complete(JULY_14, "13", on=date(2026, 7, 16))
    told.when(letter, SECRETARIAT).then_recorded(AppealCompleted)


@pytest.mark.refuses("C-T06")
def test_26_and_not_a_day_later() -> None:
    told = asked(a_general_complaint, BOARD, ASK)
    told.when(complete(JULY_15, "13"), PERSON).then_refused("C-T06", "completed up to 2026-07-14")


@pytest.mark.refuses("R-34")
def test_26_completing_it_takes_a_reference() -> None:
    told = asked(a_general_complaint, BOARD, ASK)
    told.when(complete(JULY_14), PERSON).then_refused("R-34", "refer to a place")


@pytest.mark.refuses("R-34")
def test_26_it_is_not_taken_up_while_it_can_be_completed() -> None:
    a_general_complaint.when(take_up(JULY_14), BOARD).then_refused("R-34", "up to 2026-07-14")


@pytest.mark.refuses("R-34")
def test_26_and_taken_as_it_is_after_that() -> None:
    told = asked(a_general_complaint, BOARD, ASK)
    told.then_term("C-T06", on=JULY_15, state="missed", due=JULY_14)
    after = told.when(take_up(JULY_15), BOARD).then_recorded(CaseDataRequested)
    (remark,) = after.file().trail[-1].fact.remarks
    assert remark.says == "the appeal refers to no place of the scheme"


@pytest.mark.refuses("R-34")
def test_26_an_appeal_with_references_needs_no_completion() -> None:
    told = asked(rejected, PERSON, appeal(JULY_1, "13", "An.1", on=JULY_1))
    told.when(ASK, BOARD).then_refused("R-34", "refers to the scheme")


def test_26_nothing_is_asked_when_nothing_remains() -> None:
    late = AskCompletion(on=JULY_15, appeal="appeal-1")
    a_general_complaint.when(late, BOARD).then_refused("", "nothing of the six weeks remains")
