"""LVV certification, section 26: the board looks into the appeal."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    CaseDataProvided,
    CaseDataRequested,
    CbViewSubmitted,
    QuestionsAnswered,
    QuestionsAsked,
    ReactionGiven,
    ReactionInvited,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    AnswerQuestions,
    AskQuestions,
    GiveReaction,
    InviteReaction,
    ProvideCaseData,
    RequestCaseData,
    SubmitView,
)
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OTHER,
    REJECTION,
    SUSPENSION,
    WHY,
    appeal,
    investigated,
    on_hold,
    told_of_it,
    turned_down,
)

JULY_15, JULY_20, JULY_27 = date(2026, 7, 15), date(2026, 7, 20), date(2026, 7, 27)
TAKE_UP = RequestCaseData(on=JULY_15, appeal="appeal-1")
rejected = told_of_it(turned_down, REJECTION, "rejected")


@pytest.mark.passes("R-32", "C-T06", "R-34")
def test_26_the_body_hands_over_the_whole_file() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = told.when(TAKE_UP, BOARD).then_recorded(CaseDataRequested)
    upto = told.file().version
    told = told.when(ProvideCaseData(on=JULY_15, appeal="appeal-1"), OTHER).then_recorded(
        CaseDataProvided
    )
    provided = told.file().trail[-1].fact
    assert isinstance(provided, CaseDataProvided)
    assert provided.up_to == upto
    view = SubmitView(on=JULY_20, appeal="appeal-1", view=WHY)
    told.when(view, OTHER).then_recorded(CbViewSubmitted)


@pytest.mark.refuses("C-T06")
def test_26_a_late_appeal_is_not_looked_into() -> None:
    told = asked(rejected, PERSON, appeal(JULY_15, "13"))
    told.when(TAKE_UP, BOARD).then_refused("C-T06", "refuse it as late")


@pytest.mark.refuses("R-32")
def test_26_nor_one_without_a_rejected_objection() -> None:
    told = asked(told_of_it(on_hold, SUSPENSION, "upheld"), PERSON, appeal(JULY_15, "27"))
    told.when(TAKE_UP, BOARD).then_refused("R-32", "refuse the appeal as no-objection")


def test_26_the_board_asks_and_the_body_answers() -> None:
    told = investigated(rejected)
    answer = AnswerQuestions(on=JULY_27, appeal="appeal-1", answers=WHY)
    told.when(answer, OTHER).then_refused("", "no question open")
    question = AskQuestions(on=JULY_27, appeal="appeal-1", questions=WHY)
    told = told.when(question, BOARD).then_recorded(QuestionsAsked)
    told.when(answer, OTHER).then_recorded(QuestionsAnswered)


def test_26_the_applicant_reacts_when_invited() -> None:
    told = investigated(rejected)
    reaction = GiveReaction(on=JULY_27, appeal="appeal-1", reaction=WHY)
    told.when(reaction, PERSON).then_refused("", "no reaction was invited")
    invitation = InviteReaction(on=JULY_27, appeal="appeal-1")
    told = told.when(invitation, BOARD).then_recorded(ReactionInvited)
    told.when(reaction, PERSON).then_recorded(ReactionGiven)


@pytest.mark.refuses("SOD-C5")
def test_26_there_is_nothing_to_react_to_before_the_view() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, TAKE_UP)
    invitation = InviteReaction(on=JULY_27, appeal="appeal-1")
    told.when(invitation, BOARD).then_refused("SOD-C5", "has not given its view")


def test_26_nothing_is_asked_of_an_appeal_that_was_not_taken_up() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    data = ProvideCaseData(on=JULY_15, appeal="appeal-1")
    told.when(data, OTHER).then_refused("", "no appeal stands investigating")
    asked_wrongly = SubmitView(on=JULY_20, appeal="appeal-2", view=WHY)
    investigated(rejected).when(asked_wrongly, OTHER).then_refused("", "give one of: appeal-1")
