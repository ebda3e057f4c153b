"""A letter about one fact of a person's file, and what every letter says on objecting."""

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Recorded
from domain.law import Place
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_25_objection import is_objectionable
from domain.schemes.lvv_certification.shown.step import PERSON
from domain.schemes.lvv_certification.still_stands import still_stands
from domain.shown import Notice

OBJECTION_OPEN = "an objection is open with the certification body, as its website says"
NO_OBJECTION = "no objection is open, and so no appeal"


Write = Callable[[Any, Recorded, CaseFile[PersonFile]], Notice | None]
"""From a fact, its record and the file as it stands to the letter it calls for, if any."""


def letter(
    record: Recorded,
    says: str,
    place: Place,
    *,
    sent_on: date | None,
    to: str = PERSON,
    written: bool = True,
) -> Notice:
    """What must be told because of this fact, since its day."""
    fact = record.fact
    return Notice(
        key=f"{fact.matter}.{record.version}.{to}",
        matter=fact.matter,
        to=to,
        says=says,
        since=fact.on,
        written=written,
        sent_on=sent_on,
        place=place,
    )


def decision_letter(
    record: Recorded, case: CaseFile[PersonFile], says: str, place: Place
) -> Notice | None:
    """A letter on a decision that can be pointed at; on a negative one, with the way to object.

    None about a decision that was overtaken before it was sent.
    """
    decision = case.state.decisions[record.version]
    if decision.sent_on is None and not still_stands(case.state, decision):
        return None
    objecting = f"; {OBJECTION_OPEN}" if is_objectionable(record.fact) else ""
    return letter(record, says + objecting, place, sent_on=decision.sent_on)
