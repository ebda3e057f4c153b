"""2.3 Qualification documents (Kwalificatiedocumenten SOG-P)

- What is specific to a qualification stands in its qualification document: target group, learning
  goals, facilities, exam requirements.
- For all qualifications one is developed in 2024 and 2025.

From when which of them holds: section_2_3_norms.py.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Stated
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import DocumentAdopted, DocumentDrafted, OwnFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_2_2_qualifications import catalogue_that_has
from domain.schemes.ssvv_sogp.section_2_3_norms import forerunners
from domain.terms import Term, its_day
from domain.words import Code

AT_2_3 = section("2.3")
PROGRAMME_ENDS = date(2025, 12, 31)
Minutes = Annotated[int, Field(ge=1, le=100_000)]
Goals = Annotated[int, Field(ge=1, le=1000)]


class DraftDocument(Command):
    """Begin a qualification document; nothing follows from it until it is laid down."""

    name = "draft-document"
    document: Code
    qualification: Code


class AdoptDocument(Command):
    """Lay down a qualification document from a day on, with a transition period if any."""

    name = "adopt-document"
    document: Code
    since: Day
    parallel_until: Day | None = None
    minutes: Minutes | None = None
    goals: Goals | None = None
    criteria_changed: bool = False
    diplomas: tuple[Code, ...] = ()


def matter_of(document: str) -> str:
    return f"document-{document}"


@action(DraftDocument, by=SSVV, place=AT_2_3)
def draft_document(asked: DraftDocument, at: Situation[OwnFile]) -> Facts:
    """Begin a qualification document; nothing follows from it until it is laid down."""
    catalogue_that_has(at.law, at.on, asked.qualification)
    taken = asked.document in at.file.documents
    if taken or asked.document == forerunners(asked.qualification):
        raise Refused(f"{asked.document} is there already; give another name", AT_2_3)
    return DocumentDrafted(
        matter=matter_of(asked.document),
        on=asked.on,
        basis=AT_2_3,
        document=asked.document,
        qualification=asked.qualification,
    )


def a_draft(at: Situation[OwnFile]) -> None:
    if not any(one.standing == "draft" for one in at.file.documents.values()):
        raise Refused("no qualification document is drafted", AT_2_3)


@action(AdoptDocument, by=SSVV, place=AT_2_3, when=a_draft)
def adopt_document(asked: AdoptDocument, at: Situation[OwnFile]) -> Facts:
    """Lay down a qualification document from a day on, with a transition period if any."""
    draft = at.file.documents.get(asked.document)
    if draft is None or draft.standing != "draft":
        raise Refused(f"{asked.document} is no draft; draft it first", AT_2_3)
    _begins_in_turn(asked, draft.qualification, at)
    return DocumentAdopted(
        matter=matter_of(asked.document),
        on=asked.on,
        basis=AT_2_3,
        document=asked.document,
        qualification=draft.qualification,
        since=asked.since,
        parallel_until=asked.parallel_until,
        minutes=asked.minutes,
        goals=asked.goals,
        criteria_changed=asked.criteria_changed,
        diplomas=asked.diplomas,
    )


def _begins_in_turn(asked: AdoptDocument, qualification: str, at: Situation[OwnFile]) -> None:
    """Not before it is laid down, after the one before it, and any transition after that."""
    if asked.since < asked.on:
        raise Refused(f"a document does not work back; give {asked.on} or later", AT_2_3)
    held = [
        one.since
        for one in at.file.documents.values()
        if one.qualification == qualification and one.since is not None
    ]
    if held and asked.since <= max(held):
        raise Refused(f"the document before it holds from {max(held)}; give a later day", AT_2_3)
    if asked.parallel_until is not None and asked.parallel_until < asked.since:
        raise Refused(f"a transition ends on {asked.since} or later", AT_2_3)


def _in_the_programme(fact: DocumentDrafted) -> date | None:
    return fact.on if fact.on <= PROGRAMME_ENDS else None


def _end_of_the_programme(_: DocumentDrafted, __: Law) -> Stated:
    return Stated(last=PROGRAMME_ENDS, place=AT_2_3)


T_12 = Term(
    id="T-12",
    name="the qualification document is laid down in 2024 or 2025",
    place=AT_2_3,
    for_whom="ssvv",
    length=_end_of_the_programme,
    opened_by={DocumentDrafted: _in_the_programme},
    met_by={DocumentAdopted: its_day},
    when_passed="nothing for centres: the documents before it still apply",
)
