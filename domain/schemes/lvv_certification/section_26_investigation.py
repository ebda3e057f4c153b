"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): the board looks into it

- The board looks into the way the certification body went about it, and tests that against the
  scheme: it asks for all data on the handling, puts further questions, and gives the applicant
  the opportunity to react to the view of the body, if the test needs it.

What comes back: section_26_answers.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    CaseDataRequested,
    QuestionsAsked,
    ReactionInvited,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD
from domain.schemes.lvv_certification.section_26_appeal import (
    C_T06,
    R_32,
    an_appeal,
    is_late,
    is_open,
    open_under,
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


class AskQuestions(Command):
    """Put further questions to the certification body."""

    name = "ask-questions"
    appeal: Code
    questions: Personal[Content, Prose]


class InviteReaction(Command):
    """Invite the applicant to react in writing to the view of the certification body."""

    name = "invite-reaction"
    appeal: Code


@action(RequestCaseData, by=BOARD, place=AT_26, when=an_appeal("filed", "incomplete"))
def request_case_data(asked: RequestCaseData, at: Situation[PersonFile]) -> Facts:
    """Take up an appeal that is open and in time: ask for all data on the handling."""
    now = the_appeal(at, asked.appeal, "filed", "incomplete")
    before = at.file.objections[now.objection]
    opens = open_under(before, at) if is_open(before) else R_32
    require(
        opens,
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
    return CaseDataRequested(matter=now.matter, on=asked.on, basis=opens.place, remarks=remarks)


@action(AskQuestions, by=BOARD, place=AT_26, when=under_investigation)
def ask_questions(asked: AskQuestions, at: Situation[PersonFile]) -> Facts:
    """Put further questions to the certification body."""
    now = the_appeal(at, asked.appeal, "investigating")
    return QuestionsAsked(matter=now.matter, on=asked.on, basis=AT_26, questions=asked.questions)


@action(InviteReaction, by=BOARD, place=AT_26, when=under_investigation)
def invite_reaction(asked: InviteReaction, at: Situation[PersonFile]) -> Facts:
    """Invite the applicant to react in writing to the view of the certification body."""
    now = the_appeal(at, asked.appeal, "investigating")
    given = now.view_given
    require(SOD_C5, given, "the certification body has not given its view yet", view_given=given)
    return ReactionInvited(matter=now.matter, on=asked.on, basis=AT_26)
