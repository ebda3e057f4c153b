"""17. Continuing education (Eisen Permanente Educatie): handing in

- The person is expected to keep developing, and shows it by keeping a file of continuing
  education (PE), which is open on the website.

What is handed in waits to be accepted or rejected (section_17_acceptance.py). The same activity
handed in again goes on file as a duplicate at once (annex 1).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, weigh
from domain.personal import Evidence, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.annex_1_framework import (
    AGAIN,
    R_20,
    fingerprint,
    handed_in_before,
    was_rejected_before,
)
from domain.schemes.lvv_certification.annex_4_statement import ClaimedHours, whole
from domain.schemes.lvv_certification.record.education import (
    ActivityRegistered,
    Area,
    CourseCited,
    DuplicateRejected,
    Form,
    Meeting,
    Number,
    Reference,
    SelfStudy,
    Statement,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_18_hours import hours_add_up
from domain.schemes.lvv_certification.section_19_courses import as_its_file_has_it
from domain.schemes.lvv_certification.section_21_period import in_a_period
from domain.words import Prose

AT_17 = section(17)


class RegisterActivity(Command):
    """Hand in an activity, with its hours and its proof.

    ``hours`` is the whole of it. ``reference`` is what the proof is known by, the same wherever
    the activity is handed in: with the days, it tells one activity from another.
    """

    name = "register-activity"
    area: Area
    first_day: Day
    last_day: Day
    hours: ClaimedHours
    contact_hours: Number = 0
    online_hours: Number = 0
    self_study: SelfStudy | None = None
    course: CourseCited | None = None
    meeting: Meeting | None = None
    statement: Statement | None = None
    form: Form
    reference: Reference
    what: Personal[Evidence, Prose]
    relevance: Personal[Evidence, Prose] | None = None


@action(RegisterActivity, by=PERSON | BODY, place=AT_17, when=in_a_period)
def register_activity(asked: RegisterActivity, at: Situation[PersonFile]) -> Facts:
    """Hand in an activity; one that is on file already is rejected as a duplicate at once."""
    _is_well_formed(asked)
    mark = fingerprint(at.case.number, asked.reference, asked.first_day, asked.last_day)
    one = ActivityRegistered(
        matter=at.file.next_matter("pe"),
        on=asked.on,
        basis=AGAIN if was_rejected_before(at.file, mark) else AT_17,
        hours=whole(asked.hours, asked.area),
        proof=asked.reference,
        fingerprint=mark,
        course=_as_cited(asked, at),
        **{field: getattr(asked, field) for field in _AS_HANDED_IN},
    )
    hours_add_up(one)
    earlier = handed_in_before(at.file, one.fingerprint)
    if earlier is None:
        return one
    weigh(R_20, False, same_as=earlier.matter)
    duplicate = DuplicateRejected(
        matter=one.matter, on=asked.on, basis=R_20.place, same_as=earlier.matter
    )
    return one, duplicate


_AS_HANDED_IN = RegisterActivity.model_fields.keys() & ActivityRegistered.model_fields.keys() - {
    "on",
    "hours",
    "course",
}
_PART_OF: dict[str, Area] = {"course": "course", "meeting": "intervision", "statement": "extra"}


def _as_cited(asked: RegisterActivity, at: Situation[PersonFile]) -> CourseCited | None:
    if asked.course is None:
        return None
    return as_its_file_has_it(asked.course, asked.first_day, asked.last_day, at.cited)


def _is_well_formed(asked: RegisterActivity) -> None:
    """Refused when the days or the parts of what is handed in can't be right."""
    if asked.last_day < asked.first_day:
        raise Refused(
            f"the last day, {asked.last_day}, is before the first, {asked.first_day}", AT_17
        )
    if asked.last_day > asked.on:
        raise Refused(f"the activity ends on {asked.last_day}; hand it in from then on", AT_17)
    for part, area in _PART_OF.items():
        if getattr(asked, part) is not None and asked.area != area:
            raise Refused(
                f"a {part} belongs to {area}, and this is {asked.area}; leave it out", AT_17
            )
    if asked.area == "intervision" and asked.first_day != asked.last_day:
        raise Refused("an intervision meeting is on one day; hand in each on its own", AT_17)
