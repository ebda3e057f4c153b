"""LVV certification, sections 22 and 23: 72 hours, over three areas, over the years."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from domain.case import Law
from domain.fact import Fact
from domain.law import Check, Refused, weighing
from domain.schemes.lvv_certification.act import EDITION
from domain.schemes.lvv_certification.record.education import ActivityAccepted, Area
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_22_minimum import (
    Hours,
    hours_counted,
    remarks_on_spread,
    weigh_education,
)
from tests.schemes.lvv_certification.told import given, granted, opened
from tests.schemes.lvv_certification.told_education import (
    MEETING,
    accepted,
    education,
    registered,
    self_study,
)
from tests.seen import SEEN

LAW = Law(edition=EDITION)
ONLINE = Law(edition=EDITION, settings={"online-hours-are-contact-hours": True})
YEAR_4 = date(2029, 5, 1)
BROUGHT = MEETING.model_copy(update={"as_case_bringer": True})


def file_of(*facts: Fact) -> PersonFile:
    state: PersonFile = given(opened, granted, *facts).file().state
    return state


def weighed(*facts: Fact, law: Law = LAW) -> tuple[list[Check], str, str]:
    """What was weighed for certificate-1, and the reason and rule it is refused under, if any."""
    file, refused = file_of(*facts), ("", "")
    with weighing() as checks:
        try:
            weigh_education(file, file.certificates["certificate-1"], law)
        except Refused as refusal:
            refused = refusal.reason, refusal.rule
            SEEN.add(("refuses", refusal.rule))
    SEEN.update(("passes" if check.holds else "refuses", check.rule) for check in checks)
    return checks, *refused


def hours_of(*facts: Fact, certificate: str = "certificate-1", law: Law = LAW) -> Hours:
    file = file_of(*facts)
    of = file.certificates["certificate-1"].model_copy(update={"matter": certificate})
    return hours_counted(file, of, law)


def period(course: int, intervision: int, extra: int, brought: int = 2) -> list[Fact]:
    """So many hours an area in year 4; the case brought in at so many of three meetings."""
    third = [intervision - 2 * (intervision // 3), intervision // 3, intervision // 3]
    told: list[Fact] = []
    if course:
        told += accepted(1, "course", course, YEAR_4)
    for n, hours in enumerate(third):
        meeting = BROUGHT if n < brought else MEETING
        told += accepted(2 + n, "intervision", hours, YEAR_4, meeting=meeting)
    if extra:
        told += accepted(5, "extra", extra, YEAR_4)
    return told


@pytest.mark.passes("R-11", "R-16")
def test_22_twenty_four_and_thirty_two_and_sixteen_are_enough() -> None:
    _, reason, _ = weighed(*period(24, 32, 16))
    assert reason == ""
    assert weighed(*education())[1] == ""


@pytest.mark.refuses("R-11")
@pytest.mark.parametrize(
    ("course", "intervision", "extra", "reason"),
    [
        (40, 32, 0, "extra activities 0 of 16"),
        (23, 33, 16, "courses 23 of 24"),
        (24, 30, 16, "72 hours are needed and 70 count; intervision 30 of 32"),
        (
            20,
            30,
            10,
            "72 hours are needed and 60 count; courses 20 of 24; intervision 30 of 32; "
            "extra activities 10 of 16",
        ),
    ],
)
def test_23_a_surplus_makes_good_no_shortfall(
    course: int, intervision: int, extra: int, reason: str
) -> None:
    assert weighed(*period(course, intervision, extra))[1:] == (reason, "R-11")


@pytest.mark.refuses("R-16")
@pytest.mark.parametrize("brought", [0, 1])
def test_20_once_as_case_bringer_is_too_little(brought: int) -> None:
    _, reason, rule = weighed(*period(24, 32, 16, brought))
    assert (reason, rule) == (f"case brought in at {brought} of 2 meetings", "R-16")


@pytest.mark.refuses("R-11", "R-16")
def test_22_every_shortfall_is_named_at_once() -> None:
    _, reason, rule = weighed()
    assert rule == "R-11"
    assert reason == (
        "72 hours are needed and 0 count; courses 0 of 24; intervision 0 of 32; "
        "extra activities 0 of 16; case brought in at 0 of 2 meetings"
    )


@pytest.mark.passes("R-11", "R-22")
def test_18_half_of_the_contact_hours_may_be_self_study() -> None:
    study = accepted(6, "extra", 12, YEAR_4, self_study=self_study(96, 12))
    _, reason, _ = weighed(*period(24, 32, 4), *study)
    assert reason == ""


@pytest.mark.passes("R-11")
@pytest.mark.refuses("R-22")
def test_18_the_hour_over_it_is_cut_and_the_rest_counts() -> None:
    study = accepted(6, "extra", 13, YEAR_4, self_study=self_study(104, 13))
    facts = (*period(24, 32, 4), *study)
    assert weighed(*facts)[1] == ""
    assert (hours_of(*facts).self_study_cut, hours_of(*facts).extra) == (1, 16)


@pytest.mark.refuses("R-11", "R-22")
def test_18_the_cut_is_named_where_it_makes_the_shortfall() -> None:
    study = accepted(6, "extra", 13, YEAR_4, self_study=self_study(104, 13))
    _, reason, _ = weighed(*period(24, 32, 3), *study)
    assert reason == (
        "72 hours are needed and 71 count; extra activities 15 of 16; "
        "self-study over its limit, and cut: 1"
    )


@pytest.mark.passes("R-11")
@pytest.mark.refuses("R-23")
def test_22_all_of_it_in_year_four_is_enough() -> None:
    facts = period(24, 32, 16)
    assert weighed(*facts)[1] == ""
    (remark,) = remarks_on_spread(hours_of(*facts))
    assert "0, 0, 0, 72" in remark.says


@pytest.mark.passes("R-23")
def test_22_hours_in_every_year_are_spread() -> None:
    days = [date(2026, 4, 15), date(2028, 4, 14), date(2028, 4, 15), date(2030, 4, 14)]
    facts = [f for n, day in enumerate(days, 1) for f in accepted(n, "course", 6 + n, day)]
    weighed(*facts)
    assert hours_of(*facts).per_year == (7, 8, 9, 10)
    assert remarks_on_spread(hours_of(*facts)) == ()


def test_22_only_what_was_accepted_for_this_certificate_counts() -> None:
    waiting = registered(1, "course", 24, YEAR_4)
    elsewhere = accepted(2, "course", 24, YEAR_4, counts_for="certificate-2")
    assert hours_of(waiting, *elsewhere).total == 0
    assert hours_of(waiting, *elsewhere, certificate="certificate-2").total == 24


AREAS: tuple[Area, ...] = ("course", "intervision", "extra")
one_activity = st.tuples(
    st.sampled_from(AREAS),
    st.integers(1, 40),
    st.integers(0, 100),
    st.integers(0, 4 * 365),
    st.booleans(),
)


def any_period(drawn: list[tuple[Area, int, int, int, bool]]) -> list[Fact]:
    """Activities of any hours, of which a percentage was contact, or was self-study."""
    facts: list[Fact] = []
    for n, (area, hours, percent, day, brought) in enumerate(drawn, 1):
        part, on = hours * percent // 100, granted.on + timedelta(days=day)
        more: dict[Area, dict[str, Any]] = {
            "course": {"contact_hours": part, "online_hours": hours - part},
            "intervision": {"meeting": BROUGHT if brought else MEETING},
            "extra": {"self_study": self_study(8 * part, part)},
        }
        facts += accepted(n, area, hours, on, **more[area])
    return facts


@forall(st.lists(one_activity, max_size=12), st.sampled_from([LAW, ONLINE]))
@settings(deadline=None)
def test_22_no_hour_counts_that_was_not_accepted(
    drawn: list[tuple[Area, int, int, int, bool]], law: Law
) -> None:
    facts = any_period(drawn)
    hours = hours_of(*facts, law=law)
    accepted_hours = sum(fact.hours for fact in facts if isinstance(fact, ActivityAccepted))
    assert hours.total == hours.course + hours.intervision + hours.extra
    assert hours.total + hours.self_study_cut == accepted_hours == sum(hours.per_year)
    assert min(hours.course, hours.intervision, hours.extra, hours.self_study_cut) >= 0


@forall(st.lists(one_activity, max_size=12), st.sampled_from([LAW, ONLINE]))
@settings(deadline=None)
def test_18_self_study_that_counts_is_never_over_half(
    drawn: list[tuple[Area, int, int, int, bool]], law: Law
) -> None:
    hours = hours_of(*any_period(drawn), law=law)
    counts = hours.self_study - hours.self_study_cut
    assert 2 * counts <= hours.contact or counts == 0
    assert hours.self_study_cut == 0 or 2 * (counts + 1) > hours.contact


@forall(st.integers(0, 80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 3))
@settings(deadline=None)
def test_23_no_area_makes_good_for_another(
    course: int, intervision: int, extra: int, brought: int
) -> None:
    _, reason, _ = weighed(*period(course, intervision, extra, brought))
    enough = course >= 24 and intervision >= 32 and extra >= 16 and brought >= 2
    assert (reason == "") == enough
