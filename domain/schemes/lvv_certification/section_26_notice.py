"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): the opinion reaches the applicant

- The applicant receives the opinion in writing within six weeks of the day he sent the appeal.
- If wanted, the board explains its opinion by telephone.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Span, TimeToAct
from domain.law import InTime, Refused
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealRefused,
    AppealSent,
    OpinionExplained,
    OpinionReceived,
    OpinionSent,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD, SECRETARIAT
from domain.schemes.lvv_certification.section_26_appeal import the_appeal
from domain.terms import Term, its_day
from domain.words import Code

AT_26 = section(26)
TO_REACH_THE_APPLICANT = InTime(
    {IN_FORCE: TimeToAct(span=Span(weeks=6), place=AT_26, moves=False)}
)
DECIDED = ("upheld", "dismissed")


class SendOpinion(Command):
    """Send the opinion to the applicant, in writing."""

    name = "send-opinion"
    appeal: Code


class RecordOpinionReceived(Command):
    """Record the day on which the written opinion reached the applicant."""

    name = "record-opinion-received"
    appeal: Code


class ExplainOpinion(Command):
    """Explain the opinion by telephone, because the applicant asked for it."""

    name = "explain-opinion"
    appeal: Code


def not_sent(at: Situation[PersonFile]) -> None:
    if all(one.opinion_sent_on for one in at.file.appeals.values() if one.standing in DECIDED):
        raise Refused("no opinion waits to be sent", AT_26)


@action(SendOpinion, by=BOARD, place=AT_26, when=not_sent)
def send_opinion(asked: SendOpinion, at: Situation[PersonFile]) -> Facts:
    """Send the opinion to the applicant, in writing."""
    now = the_appeal(at, asked.appeal, *DECIDED)
    if now.opinion_sent_on is not None:
        raise Refused(f"the opinion was sent on {now.opinion_sent_on}", AT_26)
    return OpinionSent(matter=now.matter, on=asked.on, basis=AT_26)


def sent(at: Situation[PersonFile]) -> None:
    if not any(one.opinion_sent_on for one in at.file.appeals.values()):
        raise Refused("no opinion was sent", AT_26)


@action(RecordOpinionReceived, by=BOARD | SECRETARIAT, place=AT_26, when=sent)
def record_opinion_received(asked: RecordOpinionReceived, at: Situation[PersonFile]) -> Facts:
    """Record the day on which the written opinion reached the applicant."""
    now = _told(asked.appeal, at)
    if now.opinion_received_on is not None:
        raise Refused(f"the opinion reached the applicant on {now.opinion_received_on}", AT_26)
    return OpinionReceived(matter=now.matter, on=asked.on, basis=AT_26)


@action(ExplainOpinion, by=BOARD, place=AT_26, when=sent)
def explain_opinion(asked: ExplainOpinion, at: Situation[PersonFile]) -> Facts:
    """Explain the opinion by telephone, because the applicant asked for it."""
    now = _told(asked.appeal, at)
    return OpinionExplained(matter=now.matter, on=asked.on, basis=AT_26)


def _told(matter: str, at: Situation[PersonFile]) -> Appeal:
    now = the_appeal(at, matter, *DECIDED)
    if now.opinion_sent_on is None:
        raise Refused(f"the opinion in {matter} was not sent yet", AT_26)
    return now


def _the_day_it_was_sent(fact: AppealSent) -> Day:
    return fact.sent_on


def _six_weeks(_: AppealSent, law: Law) -> TimeToAct:
    return TO_REACH_THE_APPLICANT.of(law.edition)


C_T07 = Term(
    id="C-T07",
    name="the opinion reaches the applicant",
    place=AT_26,
    for_whom="lvv-board",
    length=_six_weeks,
    opened_by={AppealSent: _the_day_it_was_sent},
    met_by={OpinionReceived: its_day},
    ended_by={AppealRefused: its_day},
    when_passed="an alarm, no more: no opinion is deemed to have been given",
)
