"""19. Minimum level of education (Minimumniveau van PE)

- Only courses of continuing education that LVV accredited can be handed in.

23 asks for three areas and 24 gives intervision and extra activities a proof of their own, so
this section is about courses (D-23).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.citation import Accredits
from domain.days import ONE_DAY
from domain.law import Refused, Rule, require
from domain.number import NUMBER
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.education import ActivityRegistered, CourseCited

AT_19 = section(19).read("D-23: of courses, accredited on every day on which they were taken")

R_12 = Rule(
    id="R-12", place=AT_19, says="only courses that LVV had accredited when they were taken"
)


def was_accredited(course: CourseCited, first_day: date, last_day: date) -> bool:
    """Whether the accreditation that is cited held on every day from the first to the last.

    One that was withdrawn later still held on the days before. What the cited file itself said
    goes before the days on the proof.
    """
    if course.held_on_file is not None:
        return course.held_on_file
    until = course.accredited_until
    return course.accredited_from <= first_day and (until is None or last_day <= until)


def as_its_file_has_it(
    course: CourseCited, first_day: date, last_day: date, cited: Mapping[str, CaseFile[Any]]
) -> CourseCited:
    """The citation, with what the cited case file says when it cites one.

    Raises Refused for the number of a file that is not there, or that accredits nothing.
    """
    nothing: dict[str, object] = {
        "held_on_file": None,
        "on_file_from": None,
        "on_file_until": None,
    }
    if not NUMBER.fullmatch(course.accreditation):
        return course.model_copy(update=nothing)
    file = cited.get(course.accreditation)
    accredits: Accredits | None = file.state if file else None
    if not hasattr(accredits, "accredited_on") or accredits is None:
        says = f"{course.accreditation} is no case of an accreditation; cite the one of the course"
        raise Refused(says, AT_19, R_12.id)
    days = (first_day + n * ONE_DAY for n in range((last_day - first_day).days + 1))
    held = all(accredits.accredited_on(day) for day in days)
    said: dict[str, object] = {**nothing, "held_on_file": held}
    for one in accredits.stretches:
        if one.first_day <= first_day <= one.last_day:
            said |= {"on_file_from": one.first_day, "on_file_until": one.last_day}
    return course.model_copy(update=said)


def course_was_accredited(one: ActivityRegistered) -> None:
    """Refused when no accreditation is cited that held while the course was taken (R-12)."""
    course = one.course
    cited = "no accreditation is cited"
    if course is not None:
        cited = f"{course.accreditation} was accredited from {course.accredited_from}"
        cited += f" to {course.accredited_until}" if course.accredited_until else ""
    require(
        R_12,
        course is not None and was_accredited(course, one.first_day, one.last_day),
        f"{cited}; a course counts when LVV had accredited it on every day it was taken, here "
        f"{one.first_day} to {one.last_day}",
        first_day=one.first_day,
        last_day=one.last_day,
        accredited_from=course.accredited_from if course else None,
        accredited_until=course.accredited_until if course else None,
        held_on_file=course.held_on_file if course else None,
    )
