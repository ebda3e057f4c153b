"""29. Public register (Openbaar register): a name or birth date is put right

- The name in the register is the name on the criminal-record statement (VOG).

That a person may have wrong data put right is AVG (GDPR) 16. It makes no other name: the
corrected one is read from the VOG, and so every VOG in the file bears it.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, require
from domain.personal import Content, Identity, Personal
from domain.schemes.lvv_certification.record.application import NameCorrected
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_29_holder import PUT_RIGHT
from domain.schemes.lvv_certification.section_29_register import R_36
from domain.words import Line, Prose


class CorrectName(Command):
    """Put right the name, the birth date or both; the name is read from the VOG."""

    name = "correct-name"
    full_name: Personal[Identity, Line] | None = None
    as_on_vog: bool = False
    born: Personal[Identity, Day] | None = None
    because: Personal[Content, Prose]


def holder_is_known(at: Situation[PersonFile]) -> None:
    if at.file.name is None or at.file.name.erased:
        raise Refused("there is no name on file to put right", PUT_RIGHT)


@action(CorrectName, by=BODY, place=PUT_RIGHT, when=holder_is_known)
def correct_name(asked: CorrectName, at: Situation[PersonFile]) -> Facts:
    """Put right the name, the birth date or both; the register follows from this day on."""
    unchanged = asked.full_name in (None, at.file.name) and asked.born in (None, at.file.born)
    if unchanged:
        raise Refused("give the name or the birth date as it should be", PUT_RIGHT)
    if asked.full_name is not None:
        require(
            R_36,
            asked.as_on_vog,
            "the register shows the name on the VOG; another name takes a VOG that bears it",
            as_on_vog=asked.as_on_vog,
        )
    return NameCorrected(
        matter="file",
        on=asked.on,
        basis=PUT_RIGHT,
        name=asked.full_name,
        born=asked.born,
        because=asked.because,
    )
