"""4(3). Further documents (aanvullende documenten), within the term that Hobéon sets

- Hobéon may ask the provider for further documents, with a term.
- What is given after that term is left out of the assessment.

The same goes for an additional investigation (5(2)), a renewal (6(3)) and a check (7(5)).
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Stated
from domain.law import Refused, require, weigh
from domain.personal import Content, Evidence, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    of_its_matter_or_its_end,
)
from domain.schemes.lvv_accreditation.record.accreditation import ENDS
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    ApplicationStopped,
)
from domain.schemes.lvv_accreditation.record.check import CheckReported
from domain.schemes.lvv_accreditation.record.investigation import (
    FurtherDocumentsDelivered,
    FurtherDocumentsRequested,
    LateDocumentsLeftOut,
)
from domain.schemes.lvv_accreditation.record.offer import Offer
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, PROVIDER
from domain.schemes.lvv_accreditation.standing import investigated, the_investigated
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_4 = article(4)
AS_STATED = AT_4(3).read("A-T02: the day that Hobéon states counts whole, and does not move")


class RequestFurtherDocuments(Command):
    """Ask the provider for further documents, by a day."""

    name = "request-further-documents"
    matter: Code
    by: Day
    what: Personal[Content, Prose]


class DeliverFurtherDocuments(Command):
    """Deliver the further documents that were asked for."""

    name = "deliver-further-documents"
    matter: Code
    offer: Offer | None = None
    about: Personal[Evidence, Prose]


@action(RequestFurtherDocuments, by=HOBEON, place=AT_4(3), when=investigated)
def request_further_documents(
    asked: RequestFurtherDocuments, at: Situation[TrainingFile]
) -> Facts:
    """Ask the provider for further documents, within a stated term."""
    matter = the_investigated(at, asked.matter)
    require(A_T02, asked.by > asked.on, f"give a day after {asked.on} to deliver by", by=asked.by)
    return FurtherDocumentsRequested(
        matter=matter, on=asked.on, basis=AT_4(3), by=asked.by, what=asked.what
    )


@action(DeliverFurtherDocuments, by=PROVIDER, place=AT_4(3), when=investigated)
def deliver_further_documents(
    asked: DeliverFurtherDocuments, at: Situation[TrainingFile]
) -> Facts:
    """Deliver further documents; what comes after the term is left out of the assessment."""
    matter = the_investigated(at, asked.matter)
    now = at.file.investigations.get(matter)
    if now is None or now.deliver_by is None:
        raise Refused(f"no further documents were asked for in {matter}", AT_4(3))
    in_time = weigh(A_T02, asked.on <= now.deliver_by, deliver_by=now.deliver_by, on=asked.on)
    kind = FurtherDocumentsDelivered if in_time else LateDocumentsLeftOut
    return kind(matter=matter, on=asked.on, basis=AT_4(3), offer=asked.offer, about=asked.about)


def _as_stated(fact: FurtherDocumentsRequested, _: Law) -> Stated:
    return Stated(last=fact.by, place=AS_STATED)


A_T02 = Term(
    id="A-T02",
    name="further documents are delivered",
    place=AS_STATED,
    for_whom="provider",
    length=_as_stated,
    opened_by={FurtherDocumentsRequested: its_day},
    met_by={FurtherDocumentsDelivered: its_day, LateDocumentsLeftOut: its_day},
    ended_by={
        FurtherDocumentsRequested: its_day,
        AdviceGiven: its_day,
        ApplicationStopped: its_day,
        CheckReported: its_day,
        **dict.fromkeys(ENDS, its_day),
    },
    same=of_its_matter_or_its_end,
    when_passed="what comes later is left out of the assessment",
)
