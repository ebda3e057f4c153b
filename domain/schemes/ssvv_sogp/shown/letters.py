"""What must be told to whom: every fact of a centre's file that calls for a letter."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.shown.letter import Write
from domain.schemes.ssvv_sogp.shown.letters_audits import ABOUT_AUDITS
from domain.schemes.ssvv_sogp.shown.letters_recognition import ABOUT_RECOGNITION
from domain.shown import Notice

LETTERS: Mapping[type[Fact], Write] = {**ABOUT_RECOGNITION, **ABOUT_AUDITS}


def letters(case: CaseFile[CentreFile]) -> tuple[Notice, ...]:
    """Every letter that the facts of a centre's file call for, oldest first, sent or not."""
    written = (
        write(record.fact, record, case)
        for record in case.trail
        if (write := LETTERS.get(type(record.fact)))
    )
    return tuple(letter for letter in written if letter is not None)
