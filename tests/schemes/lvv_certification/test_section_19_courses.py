"""LVV certification, section 19: only courses that were accredited when they were taken."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.education import ActivityAccepted, CourseCited
from domain.schemes.lvv_certification.section_19_courses import was_accredited
from tests.schemes.lvv_certification.told_education import accepting, registered

FEB_10, FEB_11 = date(2027, 2, 10), date(2027, 2, 11)


def cited(first: date, last: date | None) -> CourseCited:
    return CourseCited(accreditation="LVV-2026-014", accredited_from=first, accredited_until=last)


@pytest.mark.passes("R-12")
@pytest.mark.parametrize("until", [None, FEB_11, date(2027, 12, 31)])
def test_19_accredited_on_the_days_it_was_taken(until: date | None) -> None:
    one = registered(1, "course", 12, FEB_10, last_day=FEB_11, course=cited(FEB_10, until))
    accepting(one).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-12")
@pytest.mark.parametrize(
    "course", [None, cited(FEB_11, None), cited(date(2026, 1, 1), FEB_10), cited(FEB_11, FEB_10)]
)
def test_19_not_accredited_on_one_of_them(course: CourseCited | None) -> None:
    one = registered(1, "course", 12, FEB_10, last_day=FEB_11, course=course)
    accepting(one).then_refused("R-12", "2027-02-10 to 2027-02-11")


def test_19_an_accreditation_that_ended_later_still_held_then() -> None:
    assert was_accredited(cited(date(2026, 1, 1), FEB_11), FEB_10, FEB_11)
    assert not was_accredited(cited(date(2026, 1, 1), FEB_11), FEB_11, date(2027, 2, 12))
