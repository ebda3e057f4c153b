"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): what the board is answered

- At the first request the certification body hands over all data on the handling; it gives its
  view on the appeal in writing, and answers the further questions of the board.
- The applicant reacts to that view in writing, when given the opportunity.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    CaseDataProvided,
    CbViewSubmitted,
    QuestionsAnswered,
    ReactionGiven,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD, BODY, PERSON, SECRETARIAT
from domain.schemes.lvv_certification.section_26_appeal import the_appeal
from domain.schemes.lvv_certification.section_26_investigation import under_investigation
from domain.words import Code, Prose

AT_26 = section(26)


class ProvideCaseData(Command):
    """Hand over all data: the whole file as it stands."""

    name = "provide-case-data"
    appeal: Code


class SubmitView(Command):
    """Give the written view of the certification body on the appeal."""

    name = "submit-view"
    appeal: Code
    view: Personal[Content, Prose]


class AnswerQuestions(Command):
    """Answer the further questions of the board."""

    name = "answer-questions"
    appeal: Code
    answers: Personal[Content, Prose]


class GiveReaction(Command):
    """React in writing to the view of the certification body."""

    name = "give-reaction"
    appeal: Code
    reaction: Personal[Content, Prose]


@action(ProvideCaseData, by=BODY, place=AT_26, when=under_investigation)
def provide_case_data(asked: ProvideCaseData, at: Situation[PersonFile]) -> Facts:
    """Hand over all data: the whole file as it stands."""
    now = the_appeal(at, asked.appeal, "investigating")
    return CaseDataProvided(matter=now.matter, on=asked.on, basis=AT_26, up_to=at.case.version)


@action(SubmitView, by=BODY, place=AT_26, when=under_investigation)
def submit_view(asked: SubmitView, at: Situation[PersonFile]) -> Facts:
    """Give the written view of the certification body on the appeal."""
    now = the_appeal(at, asked.appeal, "investigating")
    return CbViewSubmitted(matter=now.matter, on=asked.on, basis=AT_26, view=asked.view)


def a_question_is_open(at: Situation[PersonFile]) -> None:
    if not any(_is_asked(one) for one in at.file.appeals.values()):
        raise Refused("the board has no question open", AT_26)


def _is_asked(appeal: Appeal) -> bool:
    return appeal.standing == "investigating" and appeal.question_open


@action(AnswerQuestions, by=BODY, place=AT_26, when=a_question_is_open)
def answer_questions(asked: AnswerQuestions, at: Situation[PersonFile]) -> Facts:
    """Answer the further questions of the board."""
    now = the_appeal(at, asked.appeal, "investigating")
    if not _is_asked(now):
        raise Refused(f"the board has no question open in {now.matter}", AT_26)
    return QuestionsAnswered(matter=now.matter, on=asked.on, basis=AT_26, answers=asked.answers)


def a_reaction_is_awaited(at: Situation[PersonFile]) -> None:
    if not any(_is_invited(one) for one in at.file.appeals.values()):
        raise Refused("no reaction was invited that was not given", AT_26)


def _is_invited(appeal: Appeal) -> bool:
    return (
        appeal.standing == "investigating"
        and appeal.reaction_invited
        and not appeal.reaction_given
    )


@action(GiveReaction, by=PERSON | BOARD | SECRETARIAT, place=AT_26, when=a_reaction_is_awaited)
def give_reaction(asked: GiveReaction, at: Situation[PersonFile]) -> Facts:
    """React in writing to the view of the certification body."""
    now = the_appeal(at, asked.appeal, "investigating")
    if not _is_invited(now):
        raise Refused(f"no reaction is awaited in {now.matter}", AT_26)
    return ReactionGiven(matter=now.matter, on=asked.on, basis=AT_26, reaction=asked.reaction)
