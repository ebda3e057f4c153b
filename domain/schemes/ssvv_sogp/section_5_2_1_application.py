"""5.1, 5.2.1 Application (Aanvraag erkenning)

- A centre may apply at any moment, for a first recognition or for an extension.
- It is of one or more qualifications, each at a location.

What it holds: section_5_2_1_completeness.py. Handed in again, or withdrawn:
section_5_2_2_resubmission.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, Value, require
from domain.personal import Evidence, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationSubmitted,
    AskedLine,
)
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_2_2_qualifications import catalogue_that_has
from domain.schemes.ssvv_sogp.section_5_2_3_reapplying import may_be_asked_again
from domain.words import Code, Line, Prose

AT_5_1, AT_5_2_1, AT_5_2_2 = section("5.1"), section("5.2.1"), section("5.2.2")
R_62 = Rule(
    id="R-62",
    place=AT_5_2_1.read("first is who was never recognised before; a new location extends"),
    says="a first application is of a centre that SSVV has not registered, any other extends",
)
T_13 = Rule(
    id="T-13",
    place=AT_5_2_1.read("any moment; but not again while the same is asked for or held"),
    says="an application may be handed in at any moment",
)


class LineAsked(Value):
    """A qualification asked for at a location, with references to what was handed in for it."""

    location: Code
    qualification: Code
    lesson_plan: Line | None = None
    material: Line | None = None
    facility: Line | None = None


class SubmitApplication(Command):
    """Apply for recognition: a first one, or an extension of what is recognised."""

    name = "submit-application"
    extension: bool
    lines: tuple[LineAsked, ...]
    experience: Personal[Evidence, Prose] | None = None


@action(SubmitApplication, by=CENTRE | SSVV, place=AT_5_2_1)
def submit_application(asked: SubmitApplication, at: Situation[CentreFile]) -> Facts:
    """Apply for recognition, per qualification and location."""
    known = at.file.is_registered
    otherwise = "extend what is recognised" if known else "apply for a first recognition"
    require(R_62, asked.extension == known, otherwise, extension=asked.extension, known=known)
    lines = lines_asked(asked.lines, at)
    for line in lines:
        is_free(line, at)
    return ApplicationSubmitted(
        matter=at.file.next_matter("application"),
        on=asked.on,
        basis=AT_5_2_1,
        first=not asked.extension,
        contact_person_given=at.file.centre.contact_person is not None,
        lines=lines,
        experience=asked.experience,
    )


def lines_asked(asked: tuple[LineAsked, ...], at: Situation[CentreFile]) -> tuple[AskedLine, ...]:
    """The lines, each of a named location and a listed qualification, none of them twice."""
    keys = {(one.location, one.qualification) for one in asked}
    if not asked or len(keys) < len(asked):
        raise Refused("give each qualification at each location once, and at least one", AT_5_1)
    if unnamed := sorted({one.location for one in asked} - set(at.file.centre.locations)):
        raise Refused(f"name the location first: {', '.join(unnamed)}", AT_5_2_1)
    return tuple(
        AskedLine(
            location=one.location,
            qualification=one.qualification,
            catalogue=catalogue_that_has(at.law, at.on, one.qualification).id,
            lesson_plan=one.lesson_plan or "",
            material=one.material or "",
            facility=one.facility or "",
        )
        for one in asked
    )


def is_free(line: AskedLine, at: Situation[CentreFile], but: str = "") -> None:
    """Refused when the same is asked for already, in another application, or is held."""
    key = LineKey(location=line.location, qualification=line.qualification)
    may_be_asked_again(key, at)
    held = at.file.line(key)
    open_elsewhere = any(
        one.is_open
        and one.matter != but
        and any(a.key == key and not a.outcome for a in one.lines)
        for one in at.file.applications.values()
    )
    asked_or_held = open_elsewhere or (held is not None and held.is_held)
    require(
        T_13,
        not asked_or_held,
        f"{key.qualification} at {key.location} is asked for or held; await how that ends",
        qualification=key.qualification,
        asked_or_held=asked_or_held,
    )
