"""3 and 4. Documents: the required ones, within three weeks

- 3(3) The applicant delivers the required documents to Hobéon within three weeks, so that
  nothing is delayed without need. No consequence is named.
- 4(2) At Hobéon's first request the provider gives every document that shows that provider and
  training meet the criteria of Section 3.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Span, TimeToAct
from domain.law import InTime, Rule
from domain.personal import Evidence, Personal
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    ApplicationForwarded,
    ApplicationStopped,
    FoundIncomplete,
)
from domain.schemes.lvv_accreditation.record.investigation import DocumentsDelivered
from domain.schemes.lvv_accreditation.record.offer import Offer
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import PROVIDER
from domain.schemes.lvv_accreditation.standing import investigated, the_investigated
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_3, AT_4 = article(3), article(4)
FROM_FORWARDING = AT_3(3).read("B-1: three weeks from the day the application was forwarded")
TO_DELIVER = InTime({IN_FORCE: TimeToAct(span=Span(weeks=3), place=FROM_FORWARDING, moves=True)})

REQUIRED = (
    "description",
    "competences",
    "outcomes",
    "programme",
    "methods",
    "literature",
    "reader",
    "points",
    "participants",
    "workload",
    "attendance",
    "teachers",
)
"""What shows that the criteria of Section 3 are met: 12(a)-(h), 13(a)-(c) and 15."""

R_06 = Rule(
    id="R-06",
    place=AT_4(2),
    says="the documents cover every criterion of Section 3",
)


class DeliverDocuments(Command):
    """Deliver the required documents to Hobéon, with the training as it is described there."""

    name = "deliver-documents"
    matter: Code
    offer: Offer
    about: Personal[Evidence, Prose] | None = None


@action(DeliverDocuments, by=PROVIDER, place=AT_3(3), when=investigated)
def deliver_documents(asked: DeliverDocuments, at: Situation[TrainingFile]) -> Facts:
    """Deliver the required documents to Hobéon."""
    return DocumentsDelivered(
        matter=the_investigated(at, asked.matter),
        on=asked.on,
        basis=AT_4(2),
        offer=asked.offer,
        about=asked.about,
    )


def lacking(offer: Offer | None) -> tuple[str, ...]:
    """What the documents do not cover, in the order of the text."""
    covered = offer.items if offer else ()
    return tuple(item for item in REQUIRED if item not in covered)


def _three_weeks(_: ApplicationForwarded, law: Law) -> TimeToAct:
    return TO_DELIVER.of(law.edition)


A_T01 = Term(
    id="A-T01",
    name="the required documents are delivered",
    place=FROM_FORWARDING,
    for_whom="provider",
    length=_three_weeks,
    opened_by={ApplicationForwarded: its_day},
    met_by={DocumentsDelivered: its_day},
    ended_by={FoundIncomplete: its_day, ApplicationStopped: its_day, AdviceGiven: its_day},
    when_passed="a reminder; what is not delivered is found incomplete under 3(4) (B-2)",
)
