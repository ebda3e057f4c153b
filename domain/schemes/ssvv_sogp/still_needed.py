"""What still needs the data of one person in a centre's file, or in the scheme's own (AVG 17(3)).

What needs those of the centre itself: section_5_2_5_register.py.
"""

from collections.abc import Iterator
from uuid import UUID

from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.own_file import OwnFile


def of_a_person(file: CentreFile, person: UUID) -> str:
    """What still needs the data of a trainer, a participant or a signatory, or nothing."""
    return next(_duties(file, person), "")


def _duties(file: CentreFile, person: UUID) -> Iterator[str]:
    mine = {one.matter for one in file.trainers.values() if one.person == person}
    for course in file.courses.values():
        if course.standing == "completed":
            continue
        if any(one.person == person for one in course.participants.values()):
            yield f"{course.matter} is not in the CDR yet (3.1.2)"
        if mine & set(course.planned.trainers):
            yield f"{course.matter} is given by this trainer (4.2)"
    if any(one.has_access for one in file.accesses.values() if one.person == person):
        yield "there is access to exam material under a declaration of confidentiality (3.1.1)"


def of_a_party(file: OwnFile, party: UUID) -> str:
    """What still needs the data of who asked to use the logo, or misused it, or nothing."""
    if any(c.standing == "granted" for c in file.consents.values() if c.party == party):
        return "the logo may be used (3.3)"
    over = ("closed", "dismissed")
    if any(m.standing not in over for m in file.misuses.values() if m.party == party):
        return "a misuse of the logo is open (3.3.1)"
    return ""


def for_the_scheme(_: OwnFile) -> str:
    """The scheme's own file is kept as long as the scheme is."""
    return "every file of the scheme stands under what its own file decided"
