"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): the board looks into it

- The board looks into the way the certification body went about it, and tests that against the
  scheme. The body hands over all data on the handling at the first request, gives its view on
  the appeal in writing, and answers the further questions of the board.
- If the test needs it, the applicant may react to that view in writing.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    CaseDataProvided,
    CaseDataRequested,
    CbViewSubmitted,
    QuestionsAnswered,
    QuestionsAsked,
    ReactionGiven,
    ReactionInvited,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD, BODY, PERSON, SECRETARIAT
from domain.schemes.lvv_certification.section_26_appeal import (
    C_T06,
    R_32,
    an_appeal,
    is_late,
    is_open,
    the_appeal,
)
from domain.schemes.lvv_certification.section_26_completion import taken_as_it_is
from domain.words import Code, Prose

AT_26 = section(26)
SOD_C5 = Rule(
    id="SOD-C5",
    place=AT_26,
    says="the body hands over all data and gives its view before the board comes to an opinion",
)
under_investigation = an_appeal("investigating")


class RequestCaseData(Command):
    """Take up the appeal: ask the certification body for all data on the handling."""

    name = "request-case-data"
    appeal: Code


class ProvideCaseData(Command):
    """Hand over all data: the whole file as it stands."""

    name = "provide-case-data"
    appeal: Code


class SubmitView(Command):
    """Give the written view of the certification body on the appeal."""

    name = "submit-view"
    appeal: Code
    view: Personal[Content, Prose]


class AskQuestions(Command):
    """Put further questions to the certification body."""

    name = "ask-questions"
    appeal: Code
    questions: Personal[Content, Prose]


class AnswerQuestions(Command):
    """Answer the further questions of the board."""

    name = "answer-questions"
    appeal: Code
    answers: Personal[Content, Prose]


class InviteReaction(Command):
    """Invite the applicant to react in writing to the view of the certification body."""

    name = "invite-reaction"
    appeal: Code


class GiveReaction(Command):
    """React in writing to the view of the certification body."""

    name = "give-reaction"
    appeal: Code
    reaction: Personal[Content, Prose]


@action(RequestCaseData, by=BOARD, place=AT_26, when=an_appeal("filed", "incomplete"))
def request_case_data(asked: RequestCaseData, at: Situation[PersonFile]) -> Facts:
    """Take up an appeal that is open and in time: ask for all data on the handling."""
    now = the_appeal(at, asked.appeal, "filed", "incomplete")
    before = at.file.objections[now.objection]
    require(
        R_32,
        is_open(before),
        "no decision that rejects an objection was sent; refuse the appeal as no-objection",
        objection=before.standing,
    )
    require(
        C_T06,
        not is_late(now, at),
        "the appeal was sent late; refuse it as late",
        sent_on=now.sent_on,
        objection_decision_sent=before.sent_on,
    )
    remarks = taken_as_it_is(now, at)
    return CaseDataRequested(matter=now.matter, on=asked.on, basis=AT_26, remarks=remarks)


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


@action(AskQuestions, by=BOARD, place=AT_26, when=under_investigation)
def ask_questions(asked: AskQuestions, at: Situation[PersonFile]) -> Facts:
    """Put further questions to the certification body."""
    now = the_appeal(at, asked.appeal, "investigating")
    return QuestionsAsked(matter=now.matter, on=asked.on, basis=AT_26, questions=asked.questions)


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


@action(InviteReaction, by=BOARD, place=AT_26, when=under_investigation)
def invite_reaction(asked: InviteReaction, at: Situation[PersonFile]) -> Facts:
    """Invite the applicant to react in writing to the view of the certification body."""
    now = the_appeal(at, asked.appeal, "investigating")
    given = now.view_given
    require(SOD_C5, given, "the certification body has not given its view yet", view_given=given)
    return ReactionInvited(matter=now.matter, on=asked.on, basis=AT_26)


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
