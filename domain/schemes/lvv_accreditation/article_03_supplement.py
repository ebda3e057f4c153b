"""3(4). An incomplete application: one supplement

- An application that came in incomplete may be supplemented once.

What follows when it is wanting again: article_03_stop.py.
"""

from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Length, NotSaid, Stated
from domain.law import Refused, Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.application import (
    Application,
    ApplicationSupplemented,
    FoundIncomplete,
)
from domain.schemes.lvv_accreditation.record.investigation import DocumentsDelivered
from domain.schemes.lvv_accreditation.record.offer import Offer
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, OFFICE, PROVIDER
from domain.schemes.lvv_accreditation.standing import application_that
from domain.terms import Term, its_day
from domain.words import Code

AT_3 = article(3)
NO_TERM = AT_3(4).read("A-T18: the text sets no time to supplement; Hobéon may, case by case")
R_04 = Rule(
    id="R-04",
    place=AT_3(4),
    says="one supplement; wanting again, the process stops and nothing is paid back",
)
Lacking = Annotated[tuple[Code, ...], Field(min_length=1, max_length=20)]


class FindIncomplete(Command):
    """Find the application incomplete, and say what it lacks and by when that is awaited."""

    name = "find-incomplete"
    lacking: Lacking
    supplement_by: Day | None = None


class SupplementApplication(Command):
    """Supplement the application with what it lacks."""

    name = "supplement-application"
    offer: Offer | None = None


def being_looked_at(at: Situation[TrainingFile]) -> Application:
    """The application that is with Hobéon; 3(4) is about applications, not about renewals."""
    now = application_that(at, "with-hobeon")
    if now.renewal:
        raise Refused("3(4) is about applications; ask for further documents", AT_3(4))
    return now


@action(FindIncomplete, by=HOBEON | OFFICE, place=AT_3(4), when=being_looked_at)
def find_incomplete(asked: FindIncomplete, at: Situation[TrainingFile]) -> Facts:
    """Find the application incomplete, the first time since it was paid for."""
    now = being_looked_at(at)
    require(
        R_04,
        not now.supplemented,
        "the application was supplemented once already; it is stopped when it is wanting again",
        supplemented=now.supplemented,
    )
    by = asked.supplement_by
    if by is not None and by <= asked.on:
        raise Refused(f"give a day after {asked.on} to supplement by, or none", AT_3(4))
    return FoundIncomplete(
        matter=now.matter, on=asked.on, basis=AT_3(4), lacking=asked.lacking, supplement_by=by
    )


def to_be_supplemented(at: Situation[TrainingFile]) -> Application:
    """The application that was found incomplete and may be supplemented."""
    now = application_that(at, "awaiting-supplement", "stopped", "stopped-invoiced", "resumable")
    require(
        R_04,
        now.standing == "awaiting-supplement",
        f"the application stands {now.standing}: it was supplemented once; go on after paying",
        stands=now.standing,
    )
    return now


@action(SupplementApplication, by=PROVIDER, place=AT_3(4), when=to_be_supplemented)
def supplement_application(asked: SupplementApplication, at: Situation[TrainingFile]) -> Facts:
    """Supplement the application with what it lacks, once."""
    now = to_be_supplemented(at)
    supplemented = ApplicationSupplemented(matter=now.matter, on=asked.on, basis=AT_3(4))
    if asked.offer is None:
        return supplemented
    delivered = DocumentsDelivered(
        matter=now.matter, on=asked.on, basis=AT_3(4), offer=asked.offer
    )
    return supplemented, delivered


def _as_hobeon_set(fact: FoundIncomplete, _: Law) -> Length:
    if fact.supplement_by is None:
        return NotSaid(look="look in the letter of Hobéon", place=NO_TERM)
    return Stated(last=fact.supplement_by, place=NO_TERM)


A_T18 = Term(
    id="A-T18",
    name="the application is supplemented",
    place=NO_TERM,
    for_whom="provider",
    length=_as_hobeon_set,
    opened_by={FoundIncomplete: its_day},
    met_by={ApplicationSupplemented: its_day},
    when_passed="an alarm for Hobéon; the text names no consequence",
)
