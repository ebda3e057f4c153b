"""LVV certification, section 16: the window. Dates: worked examples C-T05a and C-T05b."""

from datetime import date, timedelta

import pytest

from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    RecertificationWindowOpened,
)
from domain.schemes.lvv_certification.section_15_validity import ExpireCertificate
from domain.schemes.lvv_certification.section_16_window import (
    AT_16,
    OpenRecertificationWindow,
)
from tests.schemes.lvv_certification.told import CLERK, given, granted
from tests.schemes.lvv_certification.told_application import applying, certified

OPENS, CLOSES, ENDS = date(2027, 5, 5), date(2028, 4, 7), date(2028, 5, 5)
OPENED = RecertificationWindowOpened(matter="certificate-1", on=OPENS, basis=AT_16, latest=CLOSES)


@pytest.mark.passes("C-T05a")
def test_16_it_opens_a_year_before_the_last_valid_day() -> None:
    term = certified.then_term("C-T05a", on=date(2027, 5, 4), state="running", due=OPENS)
    assert not term.has_passed(date(2027, 5, 4))
    assert term.has_passed(OPENS)
    early = OpenRecertificationWindow(on=date(2027, 5, 4))
    certified.when(early, CLERK).then_refused("", "opens on 2027-05-05")
    told = certified.when(OpenRecertificationWindow(on=OPENS), CLERK).then(OPENED)
    told.then_term("C-T05a", on=OPENS, state="met", due=OPENS)
    told.when(OpenRecertificationWindow(on=OPENS), CLERK).then_refused("", "open already")


@pytest.mark.passes("C-T05a")
def test_16_whenever_the_clerk_comes_by() -> None:
    late = OpenRecertificationWindow(on=date(2027, 5, 12))
    told = certified.when(late, CLERK).then(OPENED)
    told.then_term("C-T05a", on=date(2027, 5, 12), state="met", due=OPENS)


@pytest.mark.passes("C-T05b")
def test_16_it_closes_four_weeks_before_and_says_how_that_is_counted() -> None:
    term = certified.then_term("C-T05b", on=CLOSES, state="running", due=CLOSES)
    assert [(step.day, step.says) for step in term.steps] == [
        (ENDS, "counted back from this day"),
        (CLOSES, "4 weeks earlier; it never moves"),
    ]


@pytest.mark.passes("C-T05b")
def test_16_a_sunday_does_not_move_it() -> None:
    sunday = date(2030, 3, 17)
    assert sunday.weekday() == 6
    given(granted).then_term("C-T05b", on=sunday, state="running", due=sunday)


@pytest.mark.passes("C-T05b")
def test_16_an_application_in_time_meets_it() -> None:
    told = applying(certified, CLOSES)
    told.then_term("C-T05b", on=CLOSES, state="met", due=CLOSES)


@pytest.mark.refuses("C-T05b")
def test_16_a_late_one_misses_it() -> None:
    late = CLOSES + timedelta(days=1)
    applying(certified, late).then_term("C-T05b", on=late, state="missed", due=CLOSES)


@pytest.mark.refuses("C-T05b")
def test_16_and_so_does_none_at_all() -> None:
    expire = ExpireCertificate(on=date(2028, 5, 6))
    told = certified.when(expire, CLERK).then_recorded(CertificateExpired)
    told.then_term("C-T05b", on=date(2028, 5, 6), state="missed", due=CLOSES)
