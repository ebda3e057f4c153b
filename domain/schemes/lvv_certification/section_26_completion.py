"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): an appeal that points to nothing

- The appeal says, short and clear and with specific references to the scheme, which defects
  there were in the assessment or in the objection procedure.
- The text attaches no consequence to an appeal without references: it may be completed within
  what remains of the six weeks, and is looked into as it is when it was not (D-29).
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Stated
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealCompleted,
    AppealCompletionAsked,
    AppealRefused,
    CaseDataRequested,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD, PERSON, SECRETARIAT
from domain.schemes.lvv_certification.section_26_appeal import (
    PlaceInScheme,
    an_appeal,
    last_day_to_appeal,
    not_after,
    the_appeal,
)
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_26 = section(26)
TO_COMPLETE = AT_26.read("D-29: completed within what remains of the six weeks to appeal")

R_34 = Rule(
    id="R-34",
    place=AT_26,
    says="an appeal says briefly and clearly, with specific references, what was defective",
)


class AskCompletion(Command):
    """Ask for references to the scheme, while something of the six weeks remains."""

    name = "ask-completion"
    appeal: Code


class CompleteAppeal(Command):
    """Complete the appeal with references to the scheme; the day it was sent counts."""

    name = "complete-appeal"
    appeal: Code
    sent_on: Day
    cites: tuple[PlaceInScheme, ...]
    defects: Personal[Content, Prose]


@action(AskCompletion, by=BOARD, place=TO_COMPLETE, when=an_appeal("filed"))
def ask_completion(asked: AskCompletion, at: Situation[PersonFile]) -> Facts:
    """Ask for references to the scheme, while something of the six weeks remains."""
    now = the_appeal(at, asked.appeal, "filed")
    if now.cites:
        raise Refused("the appeal refers to the scheme", R_34.place, R_34.id)
    last = last_day_to_appeal(now, at)
    if last is None or asked.on > last:
        raise Refused("nothing of the six weeks remains; take the appeal as it is", TO_COMPLETE)
    weigh(R_34, False, references=0)
    return AppealCompletionAsked(matter=now.matter, on=asked.on, basis=TO_COMPLETE, until=last)


@action(
    CompleteAppeal,
    by=PERSON | BOARD | SECRETARIAT,
    place=TO_COMPLETE,
    when=an_appeal("incomplete"),
)
def complete_appeal(asked: CompleteAppeal, at: Situation[PersonFile]) -> Facts:
    """Complete the appeal with specific references to the scheme."""
    now = the_appeal(at, asked.appeal, "incomplete")
    not_after(asked.sent_on, asked.on)
    references = len(asked.cites)
    require(R_34, references > 0, "refer to a place, such as 13 or 27(a)", references=references)
    in_time = now.complete_by is not None and asked.sent_on <= now.complete_by
    require(
        C_T06_COMPLETION,
        in_time,
        f"the appeal could be completed up to {now.complete_by}",
        sent_on=asked.sent_on,
        last_day=now.complete_by,
    )
    return AppealCompleted(
        matter=now.matter,
        on=asked.on,
        basis=TO_COMPLETE,
        sent_on=asked.sent_on,
        cites=asked.cites,
        defects=asked.defects,
    )


def taken_as_it_is(now: Appeal, at: Situation[PersonFile]) -> tuple[Remark, ...]:
    """What is to be said when an appeal without references is looked into all the same.

    Raises Refused while it can still be completed.
    """
    if weigh(R_34, bool(now.cites), references=len(now.cites)):
        return ()
    last = last_day_to_appeal(now, at)
    if last is not None and at.on <= last:
        raise Refused(f"it can be completed up to {last}", TO_COMPLETE, R_34.id)
    return (Remark(says="the appeal refers to no place of the scheme", place=TO_COMPLETE),)


def _until(fact: AppealCompletionAsked, _: Law) -> Stated:
    return Stated(last=fact.until, place=TO_COMPLETE)


def _the_day_it_was_sent(fact: AppealCompleted) -> Day:
    return fact.sent_on


C_T06_COMPLETION = Term(
    id="C-T06",
    name="the appeal is completed",
    place=TO_COMPLETE,
    for_whom="person",
    length=_until,
    opened_by={AppealCompletionAsked: its_day},
    met_by={AppealCompleted: _the_day_it_was_sent},
    ended_by={AppealRefused: its_day, CaseDataRequested: its_day},
    when_passed="the board looks into the appeal as it is",
)
