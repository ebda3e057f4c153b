"""4(1). The investigation ends in a report and advice to the board (Onderzoek en advies)

- Hobéon investigates, reports to the board and advises it; the advice binds (2(2)).
- The board's time to decide runs from the day it received the advice (5(1)).

Advice is positive only on a description that meets the criteria; it is negative on Hobéon's word.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Remark, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.annex_clause_6_initial_audit import R_41
from domain.schemes.lvv_accreditation.article_10_assessment import AT_10, two_have_assessed
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    AdviceReceived,
    Application,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, HOBEON
from domain.schemes.lvv_accreditation.section_3_criteria import meets_the_criteria
from domain.schemes.lvv_accreditation.standing import an_application, application_that
from domain.words import Code, Prose

AT_4 = article(4)


class GiveAdvice(Command):
    """Report to the board and give it binding advice."""

    name = "give-advice"
    matter: Code
    positive: bool
    report: Personal[Content, Prose]


class ReceiveAdvice(Command):
    """Record that the board received the advice."""

    name = "receive-advice"


@action(GiveAdvice, by=HOBEON, place=AT_4(1), when=an_application("with-hobeon"))
def give_advice(asked: GiveAdvice, at: Situation[TrainingFile]) -> Facts:
    """Report to the board and give it binding advice, after two experts assessed."""
    now = _with_hobeon(asked.matter, at)
    investigation = at.file.investigations.get(now.matter)
    two_have_assessed(investigation)
    audit = at.file.audits.get(now.matter)
    is_closed = now.renewal or audit is None or audit.closed_on is not None
    require(R_41, is_closed, "the audit is closed before the advice is given", closed=is_closed)
    if asked.positive:
        meets_the_criteria(investigation.offer if investigation else None)
    found = investigation.assessments.values() if investigation else ()
    differs = asked.positive and not all(one.meets for one in found)
    remarks = (Remark(says="an expert found that the criteria are not met", place=AT_10),)
    return AdviceGiven(
        matter=now.matter,
        on=asked.on,
        basis=AT_4(1),
        remarks=remarks if differs else (),
        positive=asked.positive,
        report=asked.report,
    )


def _with_hobeon(matter: str, at: Situation[TrainingFile]) -> Application:
    now = at.file.applications.get(matter)
    if now is None or now.standing != "with-hobeon":
        waits = [m for m, a in at.file.applications.items() if a.standing == "with-hobeon"]
        raise Refused(f"{matter} waits for no advice; give one of {', '.join(waits)}", AT_4(1))
    return now


@action(ReceiveAdvice, by=BOARD, place=AT_4(1), when=an_application("advised"))
def receive_advice(asked: ReceiveAdvice, at: Situation[TrainingFile]) -> Facts:
    """Record that the board received the advice; its time to decide runs from this day."""
    now = application_that(at, "advised")
    return AdviceReceived(matter=now.matter, on=asked.on, basis=AT_4(1))
