"""When two names are one name: the text asks a name to equal (29) or match (annex 4) the VOG's.

Both words ask for the same letters. How these are written makes no other name: capitals, for a
VOG may be printed in them, spaces, and the way a computer stores an accent. Another letter does,
and so does an accent that is lacking; a name that was typed wrongly can be put right (29).
"""

import unicodedata
from typing import Any

from domain.law import Place, Rule
from domain.personal import Personal
from domain.schemes.lvv_certification.act import annex, section

IN_THE_REGISTER = section(29).read("equal: capitals and spaces make no other name, a letter does")
ON_A_STATEMENT = annex(4)(1).read("matches: capitals and spaces make no other name, a letter does")

Name = Personal[Any, str] | None


def is_one_name(one: Name, other: Name) -> bool:
    """Whether both are the same name, however written. An erased name is nobody's."""
    if one is None or other is None or one.erased or other.erased:
        return False
    return _letters(one.value) == _letters(other.value)


def asked_by(rule: Rule, one: Name, other: Name, reading: Place) -> Rule:
    """The rule; with our reading when the names are one by that reading only."""
    by_reading = is_one_name(one, other) and one != other
    return rule.model_copy(update={"place": reading}) if by_reading else rule


def _letters(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
