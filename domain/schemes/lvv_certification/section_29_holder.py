"""29. Public register (Openbaar register): the holder, as put right

- It shows (d) the name and the birth date of the holder.

What was wrong is put right (AVG 16) from the day of the correction on; on the days before, the
entry read as it did.
"""

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import NameCorrected
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.shown import RegisterLine

PUT_RIGHT = section(29).read(
    "AVG 16: what is wrong is put right; the register name stays the name on the VOG"
)


def as_corrected(
    case: CaseFile[PersonFile], granted_in: int, line: RegisterLine
) -> tuple[RegisterLine, ...]:
    """The line, in as many parts as there were corrections after the grant while it could be read.

    ``granted_in`` is the version of the fact that granted the certificate.
    """
    parts = [line]
    for record in case.trail:
        if record.version > granted_in and isinstance(record.fact, NameCorrected):
            parts = [*parts[:-1], *_put_right(parts[-1], record.fact)]
    return tuple(parts)


def _put_right(line: RegisterLine, fact: NameCorrected) -> list[RegisterLine]:
    if line.until is not None and line.until < fact.on:
        return [line]
    right = line.model_copy(
        update={
            "since": max(line.since, fact.on),
            "name": fact.name or line.name,
            "born": fact.born or line.born,
            "under": line.under if line.under.reading else PUT_RIGHT,
        }
    )
    if fact.on <= line.since:
        return [right]
    return [line.model_copy(update={"until": fact.on - ONE_DAY}), right]
