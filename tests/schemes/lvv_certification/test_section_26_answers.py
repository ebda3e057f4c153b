"""LVV certification, section 26: what the board is answered."""

from datetime import date

from domain.schemes.lvv_certification.record.objection import (
    CaseDataProvided,
    CbViewSubmitted,
    QuestionsAnswered,
    QuestionsAsked,
    ReactionGiven,
    ReactionInvited,
)
from domain.schemes.lvv_certification.section_26_answers import (
    AnswerQuestions,
    GiveReaction,
    ProvideCaseData,
    SubmitView,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    AskQuestions,
    InviteReaction,
    RequestCaseData,
)
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OTHER,
    REJECTION,
    WHY,
    appeal,
    investigated,
    told_of_it,
    turned_down,
)

JULY_15, JULY_20, JULY_27 = date(2026, 7, 15), date(2026, 7, 20), date(2026, 7, 27)
TAKE_UP = RequestCaseData(on=JULY_15, appeal="appeal-1")
rejected = told_of_it(turned_down, REJECTION, "rejected")


def test_26_the_body_hands_over_the_whole_file() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, TAKE_UP)
    upto = told.file().version
    told = told.when(ProvideCaseData(on=JULY_15, appeal="appeal-1"), OTHER).then_recorded(
        CaseDataProvided
    )
    provided = told.file().trail[-1].fact
    assert isinstance(provided, CaseDataProvided)
    assert provided.up_to == upto
    view = SubmitView(on=JULY_20, appeal="appeal-1", view=WHY)
    told.when(view, OTHER).then_recorded(CbViewSubmitted)


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


def test_26_nothing_is_asked_of_an_appeal_that_was_not_taken_up() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    data = ProvideCaseData(on=JULY_15, appeal="appeal-1")
    told.when(data, OTHER).then_refused("", "no appeal stands investigating")
    asked_wrongly = SubmitView(on=JULY_20, appeal="appeal-2", view=WHY)
    investigated(rejected).when(asked_wrongly, OTHER).then_refused("", "give one of: appeal-1")
