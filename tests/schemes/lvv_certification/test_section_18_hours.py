"""LVV certification, section 18: counting hours, and self-study by the page."""

from datetime import date
from typing import Literal

import pytest

from domain.case import Law
from domain.schemes.lvv_certification.act import EDITION
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    SelfStudy,
)
from domain.schemes.lvv_certification.section_22_minimum import Hours, hours_counted
from tests.schemes.lvv_certification.told import PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_education import (
    accepted,
    accepting,
    hand_in,
    registered,
    self_study,
)

FEB_10 = date(2027, 2, 10)
ONLINE = Law(edition=EDITION, settings={"online-hours-are-contact-hours": True})


def counted(*activities: tuple[ActivityRegistered, ActivityAccepted], law: Law) -> Hours:
    file = given(opened, granted, *(fact for pair in activities for fact in pair)).file().state
    assert file.certificate is not None
    return hours_counted(file, file.certificate, law)


@pytest.mark.passes("R-21")
def test_18_ninety_six_easy_pages_are_twelve_hours() -> None:
    one = registered(1, "extra", 12, FEB_10, self_study=self_study(96, 12))
    accepting(one).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-21")
def test_18_and_not_twenty() -> None:
    one = registered(1, "extra", 20, FEB_10, self_study=self_study(96, 20))
    accepting(one).then_refused("R-21", "96 pages at 8 an hour are 12 hours, and 20 are claimed")


@pytest.mark.parametrize(
    ("difficulty", "right"), [("easy", 12), ("medium", 20), ("very-hard", 25)]
)
@pytest.mark.passes("R-21")
@pytest.mark.refuses("R-21")
def test_18_a_hundred_pages_by_how_hard_they_are(
    difficulty: Literal["easy", "medium", "very-hard"], right: int
) -> None:
    for claimed in (right, right + 1):
        study = SelfStudy(pages=100, difficulty=difficulty, hours=claimed)
        told = accepting(registered(1, "extra", claimed, FEB_10, self_study=study))
        if claimed == right:
            told.then_recorded(ActivityAccepted)
        else:
            told.then_refused("R-21", f"are {right} hours, and {claimed} are claimed")


@pytest.mark.refuses("R-21")
def test_18_the_parts_are_no_more_than_the_whole() -> None:
    asked = hand_in("course", 8, FEB_10, contact_hours=6, online_hours=3)
    given(opened, granted).when(asked, PERSON).then_refused("R-21", "add up to 9, more than the 8")


@pytest.mark.passes("R-21")
def test_18_preparing_and_the_test_are_time_spent() -> None:
    asked = hand_in("course", 8, FEB_10, contact_hours=6)
    given(opened, granted).when(asked, PERSON).then_recorded(ActivityRegistered)


@pytest.mark.refuses("R-22")
def test_18_self_study_is_an_extra_activity() -> None:
    one = registered(1, "course", 8, FEB_10, contact_hours=0, self_study=self_study(64, 8))
    accepting(one).then_refused("R-22", "self-study is an extra activity")


@pytest.mark.parametrize(("study", "cut"), [(12, 0), (13, 1), (40, 28)])
def test_18_self_study_over_half_of_the_contact_hours_is_cut(study: int, cut: int) -> None:
    course = accepted(1, "course", 24, FEB_10)
    extra = accepted(2, "extra", study, FEB_10, self_study=self_study(8 * study, study))
    hours = counted(course, extra, law=Law(edition=EDITION))
    assert (hours.self_study_cut, hours.extra, hours.total) == (cut, study - cut, 24 + study - cut)


def test_18_the_limit_is_over_the_whole_period() -> None:
    study = accepted(1, "extra", 12, date(2026, 5, 1), self_study=self_study(96, 12))
    course = accepted(2, "course", 24, date(2029, 5, 1))
    assert counted(study, law=Law(edition=EDITION)).self_study_cut == 12
    assert counted(study, course, law=Law(edition=EDITION)).self_study_cut == 0


def test_18_only_teaching_in_courses_is_contact() -> None:
    meeting = accepted(1, "intervision", 24, FEB_10)
    lecture = accepted(2, "extra", 24, FEB_10, contact_hours=24)
    study = accepted(3, "extra", 2, FEB_10, self_study=self_study(16, 2))
    assert counted(meeting, lecture, study, law=Law(edition=EDITION)).self_study_cut == 2


def test_18_online_hours_are_contact_when_the_setting_says_so() -> None:
    course = accepted(1, "course", 24, FEB_10, contact_hours=0, online_hours=24)
    study = accepted(2, "extra", 12, FEB_10, self_study=self_study(96, 12))
    by_default, online = (
        counted(course, study, law=law) for law in (Law(edition=EDITION), ONLINE)
    )
    assert (by_default.self_study_cut, by_default.course, by_default.total) == (12, 24, 24)
    assert (online.self_study_cut, online.course, online.total) == (0, 24, 36)
