"""What must be told to whom: every fact of a person's file that calls for a letter."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.shown.letter import Write
from domain.schemes.lvv_certification.shown.letters_application import ABOUT_AN_APPLICATION
from domain.schemes.lvv_certification.shown.letters_certificate import ABOUT_A_CERTIFICATE
from domain.schemes.lvv_certification.shown.letters_remedies import ABOUT_REMEDIES
from domain.shown import Notice

LETTERS: Mapping[type[Fact], Write] = {
    **ABOUT_AN_APPLICATION,
    **ABOUT_A_CERTIFICATE,
    **ABOUT_REMEDIES,
}


def letters(case: CaseFile[PersonFile]) -> tuple[Notice, ...]:
    """Every letter that the facts of a person's file call for, oldest first, sent or not."""
    written = (
        write(record.fact, record, case)
        for record in case.trail
        if (write := LETTERS.get(type(record.fact)))
    )
    return tuple(letter for letter in written if letter is not None)
