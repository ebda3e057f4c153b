"""A letter about one fact of a person's file, and what every letter says on objecting."""

from functools import partial

from domain.case import CaseFile
from domain.fact import Recorded
from domain.law import Place
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_25_objection import is_objectionable
from domain.schemes.lvv_certification.shown.step import PERSON
from domain.schemes.lvv_certification.still_stands import still_stands
from domain.shown import Notice
from domain.shown import letter as letter_to

OBJECTION_OPEN = "an objection is open with the certification body, as its website says"
NO_OBJECTION = "no objection is open, and so no appeal"


letter = partial(letter_to, to=PERSON)


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
