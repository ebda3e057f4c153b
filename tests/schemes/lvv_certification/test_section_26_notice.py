"""LVV certification, section 26: the opinion reaches the applicant. Dates are those of C-T07."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    OpinionExplained,
    OpinionReceived,
    OpinionSent,
)
from domain.schemes.lvv_certification.section_26_notice import (
    ExplainOpinion,
    RecordOpinionReceived,
    SendOpinion,
)
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    REJECTION,
    SECRETARIAT,
    appeal,
    investigated,
    opinion,
    told_of_it,
    turned_down,
)

AUG_12, AUG_21, AUG_24 = date(2026, 8, 12), date(2026, 8, 21), date(2026, 8, 24)
rejected = told_of_it(turned_down, REJECTION, "rejected")
decided = asked(investigated(rejected), BOARD, opinion(False, "none"))
SEND = SendOpinion(on=AUG_12, appeal="appeal-1")
sent = asked(decided, BOARD, SEND)


def received(on: date) -> RecordOpinionReceived:
    return RecordOpinionReceived(on=on, appeal="appeal-1")


@pytest.mark.passes("C-T07")
def test_26_it_reaches_the_applicant_within_six_weeks_of_the_sending_of_the_appeal() -> None:
    told = decided.when(SEND, BOARD).then_recorded(OpinionSent)
    told.then_term("C-T07", on=AUG_21, state="running", due=AUG_21)
    after = told.when(received(AUG_21), SECRETARIAT).then_recorded(OpinionReceived)
    after.then_term("C-T07", on=AUG_24, state="met", due=AUG_21)


@pytest.mark.refuses("C-T07")
def test_26_sending_it_in_time_is_not_enough() -> None:
    after = sent.when(received(AUG_24), SECRETARIAT).then_recorded(OpinionReceived)
    after.then_term("C-T07", on=AUG_24, state="missed", due=AUG_21)


@pytest.mark.passes("C-T07")
def test_26_its_last_day_never_moves() -> None:
    letter = appeal(date(2026, 7, 11), "13", on=date(2026, 7, 13))
    saturday = date(2026, 8, 22)
    term = asked(rejected, PERSON, letter).then_term(
        "C-T07", on=date(2026, 7, 13), state="running", due=saturday
    )
    assert term.then == ""


def test_26_it_is_explained_by_telephone_after_it_was_sent() -> None:
    explain = ExplainOpinion(on=AUG_24, appeal="appeal-1")
    decided.when(explain, BOARD).then_refused("", "no opinion was sent")
    sent.when(explain, BOARD).then_recorded(OpinionExplained)


def test_26_it_is_sent_once_and_received_once() -> None:
    sent.when(SEND, BOARD).then_refused("", "no opinion waits to be sent")
    told = asked(sent, SECRETARIAT, received(AUG_21))
    told.when(received(AUG_24), SECRETARIAT).then_refused(
        "", "reached the applicant on 2026-08-21"
    )
    investigated(rejected).when(SEND, BOARD).then_refused("", "no opinion waits to be sent")
