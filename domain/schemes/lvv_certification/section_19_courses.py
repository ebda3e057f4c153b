"""19. Minimum level of education (Minimumniveau van PE)

- Only courses of continuing education that LVV accredited can be handed in.

23 asks for three areas and 24 gives intervision and extra activities a proof of their own, so
this section is about courses (D-23).
"""

from datetime import date

from domain.law import Rule, require
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.education import ActivityRegistered, CourseCited

AT_19 = section(19).read("D-23: of courses, accredited on every day on which they were taken")

R_12 = Rule(
    id="R-12", place=AT_19, says="only courses that LVV had accredited when they were taken"
)


def was_accredited(course: CourseCited, first_day: date, last_day: date) -> bool:
    """Whether the accreditation that is cited held on every day from the first to the last.

    One that was withdrawn later still held on the days before.
    """
    until = course.accredited_until
    return course.accredited_from <= first_day and (until is None or last_day <= until)


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
    )
