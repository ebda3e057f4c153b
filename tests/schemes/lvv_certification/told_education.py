"""Education handed in and accepted: what the scenarios about 16 to 24 start from."""

from datetime import date
from typing import Any

from domain.fact import Fact
from domain.personal import Evidence, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    Area,
    CourseCited,
    Form,
    Meeting,
    SelfStudy,
    Statement,
)
from domain.schemes.lvv_certification.section_17_acceptance import AcceptActivity
from domain.schemes.lvv_certification.section_17_activities import RegisterActivity
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY, given, granted, opened

COURSE = CourseCited(
    accreditation="LVV-2026-014",
    accredited_from=date(2026, 1, 1),
    accredited_until=date(2029, 12, 31),
)
MEETING = Meeting(
    group="LVV-I-77",
    group_registered_on=date(2026, 2, 1),
    follows_the_guide=True,
    participants=6,
    facilitator_present=True,
    as_case_bringer=False,
)
STATEMENT = Statement(
    name=Personal("Johanna de Wit"), issuer_named=True, organisation_named=True, signed=True
)
FORM_OF: dict[Area, Form] = {
    "course": "institute-proof",
    "intervision": "lvv-form",
    "extra": "cb-form",
}
WHAT: Personal[Evidence, str] = Personal("as the proof has it")
WHY: Personal[Evidence, str] = Personal("it is about talking with those who report")


def registered(number: int, area: Area, hours: int, on: date, **other: Any) -> ActivityRegistered:
    """An activity of one day, ``pe-<number>``, handed in on that day and as it should be."""
    asked: dict[str, Any] = {
        "form": FORM_OF[area],
        "course": COURSE if area == "course" else None,
        "contact_hours": hours if area == "course" else 0,
        "meeting": MEETING if area == "intervision" else None,
        "statement": STATEMENT if area == "extra" else None,
        "relevance": WHY if area == "extra" else None,
        "first_day": on,
        "last_day": on,
        "fingerprint": f"{number:064}",
        **other,
    }
    return ActivityRegistered(
        matter=f"pe-{number}",
        on=max(on, asked["last_day"]),
        basis=section(17),
        area=area,
        hours=hours,
        proof=f"proof-{number}",
        what=WHAT,
        **asked,
    )


def accepted(
    number: int, area: Area, hours: int, on: date, **other: Any
) -> tuple[ActivityRegistered, ActivityAccepted]:
    """The same, accepted on the day it was handed in; ``counts_for`` names the certificate."""
    counts_for = other.pop("counts_for", "certificate-1")
    one = registered(number, area, hours, on, **other)
    acceptance = ActivityAccepted(
        matter=one.matter, on=one.on, basis=section(17), hours=hours, certificate=counts_for
    )
    return one, acceptance


def hand_in(area: Area, hours: object, on: date, **other: Any) -> RegisterActivity:
    """The command for an activity of one day, as it should be."""
    one = registered(1, area, 1, on)
    as_it_should_be = {
        field: getattr(one, field)
        for field in ("form", "course", "meeting", "statement", "relevance", "first_day")
    }
    asked = {"last_day": on, "reference": "P-1", "what": WHAT, **as_it_should_be, **other}
    return RegisterActivity(on=max(on, asked["last_day"]), area=area, hours=hours, **asked)


def accepting(one: ActivityRegistered) -> Scenario:
    """An activity on file, and the certification body that is about to accept it."""
    asked = AcceptActivity(on=one.on, activity=one.matter)
    return given(opened, granted, one).when(asked, BODY)


def self_study(pages: int, hours: int) -> SelfStudy:
    return SelfStudy(pages=pages, difficulty="easy", hours=hours)


def education(first: date = date(2027, 3, 1), counts_for: str = "certificate-1") -> list[Fact]:
    """Just enough: 24 hours of courses, 32 of intervision (two as case bringer), 16 extra."""
    brought = MEETING.model_copy(update={"as_case_bringer": True})
    told: tuple[tuple[Fact, ...], ...] = (
        accepted(1, "course", 24, first, counts_for=counts_for),
        accepted(2, "intervision", 16, first, meeting=brought, counts_for=counts_for),
        accepted(3, "intervision", 16, first, meeting=brought, counts_for=counts_for),
        accepted(4, "extra", 16, first, counts_for=counts_for),
    )
    return [fact for pair in told for fact in pair]
