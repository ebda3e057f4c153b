"""LVV certification, section 16: applying again. Dates: worked examples C-T05a and C-T05b."""

from datetime import date, timedelta

import pytest

from domain.schemes.lvv_certification.record.application import (
    RecertificationRequested,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.section_15_validity import last_day
from domain.schemes.lvv_certification.section_16_recertification import (
    AT_16,
    ApplyForRecertification,
)
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON, SCHEME, given, granted, suspended
from tests.schemes.lvv_certification.told_application import agreement, certified, enrolling

OPENS, CLOSES, ENDS = date(2027, 5, 5), date(2028, 4, 7), date(2028, 5, 5)


def applying_on(day: date, told: Scenario = certified) -> Scenario:
    enrolled = asked(told, PERSON, agreement(min(day, OPENS)))
    return enrolled.when(ApplyForRecertification(on=day, declares_conduct=True), PERSON)


@pytest.mark.passes("R-39", "C-T05a")
@pytest.mark.parametrize("day", [OPENS, date(2028, 1, 3), CLOSES])
def test_16_from_a_year_up_to_four_weeks_before_expiry(day: date) -> None:
    applying_on(day).then(RecertificationRequested(matter="application-1", on=day, basis=AT_16))


@pytest.mark.refuses("C-T05a")
def test_16_earlier_is_refused_with_the_day_to_come_back() -> None:
    applying_on(date(2027, 5, 4)).then_refused("C-T05a", "from 2027-05-05 up to 2028-04-07")


@pytest.mark.refuses("R-39")
def test_16_later_is_on_record_as_too_late() -> None:
    day = date(2028, 4, 10)
    told = applying_on(day).then(
        RecertificationRequestedTooLate(matter="application-1", on=day, basis=AT_16, latest=CLOSES)
    )
    assert told.file().state.application.standing == "too-late"


@pytest.mark.passes("R-39")
@pytest.mark.refuses("R-39")
@pytest.mark.parametrize(
    "decided_on",
    [
        *(date(2024, 1, 28) + timedelta(days=n) for n in range(36)),
        *(date(2026, 12, 29) + timedelta(days=n) for n in range(5)),
        date(2026, 4, 15),
    ],
)
def test_16_day_28_before_the_last_is_in_time_and_day_27_is_not(decided_on: date) -> None:
    until = last_day(None, decided_on, SCHEME.law_on(decided_on, None))
    told = given(granted.model_copy(update={"on": decided_on, "until": until}))
    told = asked(told, PERSON, agreement(decided_on))
    day_28, day_27 = until - timedelta(days=28), until - timedelta(days=27)
    in_time = ApplyForRecertification(on=day_28, declares_conduct=True)
    told.when(in_time, PERSON).then_recorded(RecertificationRequested)
    too_late = ApplyForRecertification(on=day_27, declares_conduct=True)
    told.when(too_late, PERSON).then_recorded(RecertificationRequestedTooLate)


@pytest.mark.passes("R-39")
def test_16_a_sunday_does_not_move_the_last_day() -> None:
    told = asked(given(granted), PERSON, agreement(date(2029, 4, 14)))
    for day, kind in (
        (date(2030, 3, 17), RecertificationRequested),
        (date(2030, 3, 18), RecertificationRequestedTooLate),
    ):
        asks = ApplyForRecertification(on=day, declares_conduct=True)
        told.when(asks, PERSON).then_recorded(kind)


@pytest.mark.refuses("R-02")
def test_16_the_declaration_on_conduct_is_asked_again() -> None:
    told = asked(certified, PERSON, agreement(OPENS))
    asks = ApplyForRecertification(on=OPENS, declares_conduct=False)
    told.when(asks, PERSON).then_refused("R-02", "code of conduct")


def test_16_the_agreement_comes_first() -> None:
    asks = ApplyForRecertification(on=OPENS, declares_conduct=True)
    certified.when(asks, PERSON).then_refused("", "no application stands enrolled")
    told = asked(enrolling, PERSON, agreement(date(2026, 3, 2)))
    told.when(asks, PERSON).then_refused("", "no certificate is held")


@pytest.mark.passes("R-39")
def test_16_a_suspension_keeps_nobody_from_applying() -> None:
    """D-25: what it keeps from is the certificate, until it is lifted."""
    first_day = date(2028, 1, 10)
    during = suspended.model_copy(
        update={"on": first_day, "first_day": first_day, "until": date(2028, 4, 30)}
    )
    applying_on(date(2028, 2, 1), certified.given(during)).then_recorded(RecertificationRequested)


def test_16_after_the_last_day_there_is_nothing_left_to_renew() -> None:
    applying_on(ENDS + timedelta(days=1)).then_refused("", "ran to 2028-05-05")
