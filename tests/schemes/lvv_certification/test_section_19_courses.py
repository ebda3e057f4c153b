"""LVV certification, section 19: only courses that were accredited when they were taken."""

from datetime import date

import pytest

from domain.case import CaseFile
from domain.citation import Stretch
from domain.law import Value
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    CourseCited,
)
from domain.schemes.lvv_certification.section_17_acceptance import AcceptActivity
from domain.schemes.lvv_certification.section_19_courses import was_accredited
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_education import accepting, hand_in, registered

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


class Accreditation(Value):
    """The file of a training in the accreditation scheme, as far as a citation looks."""

    last_day: date

    def accredited_on(self, day: date) -> bool:
        return day <= self.last_day

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return (Stretch(first_day=date(2026, 1, 1), last_day=self.last_day),)


NUMBER = "7K3M-9QXD-2F4A"


def a_file(state: Value) -> CaseFile[Value]:
    return CaseFile(NUMBER, "lvv-accreditation", "training", None, state)


def handing_in(accreditation: str, state: Value | None) -> Scenario:
    course = CourseCited(accreditation=accreditation, accredited_from=FEB_10)
    files = {} if state is None else {"training": a_file(state)}
    asked = hand_in("course", 12, FEB_10, last_day=FEB_11, course=course)
    return given(opened, granted).citing(**files).when(asked, PERSON)


accept_it = AcceptActivity(on=FEB_11, activity="pe-1")


@pytest.mark.passes("R-12")
def test_19_a_cited_file_says_whether_it_held_on_every_day() -> None:
    told = handing_in(NUMBER, Accreditation(last_day=FEB_11)).then_recorded(ActivityRegistered)
    course = told.file().state.activities["pe-1"].registered.course
    assert (course.on_file_from, course.on_file_until) == (date(2026, 1, 1), FEB_11)
    told.when(accept_it, BODY).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-12")
def test_19_whatever_the_proof_says() -> None:
    told = handing_in(NUMBER, Accreditation(last_day=FEB_10)).then_recorded(ActivityRegistered)
    told.when(accept_it, BODY).then_refused("R-12", "accredited")


@pytest.mark.refuses("R-12")
@pytest.mark.parametrize("state", [None, Value()])
def test_19_a_number_that_is_no_accreditation_is_refused(state: Value | None) -> None:
    handing_in(NUMBER, state).then_refused("R-12", f"{NUMBER} is no case of an accreditation")
