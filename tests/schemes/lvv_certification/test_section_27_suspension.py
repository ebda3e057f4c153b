"""LVV certification, section 27: suspension. Dates are the worked examples C-T08 and C-T09."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateSuspended,
    MeasuresAssessed,
    MeasuresSubmitted,
    RegisterStatusChanged,
    RemedialPeriodGranted,
    SuspensionExtended,
    SuspensionNotified,
    SuspensionRequested,
)
from domain.schemes.lvv_certification.section_27_extension import AT_27, ExtendSuspension
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension, Suspend
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, suspended

WHY: Personal[Content, str] = Personal("assessment of 4 May 2026")
MAY_15, NOV_14 = date(2026, 5, 15), date(2026, 11, 14)
MANAGER = "certification-manager:c.smit"


def suspend(until: date = NOV_14, ground: str = "framework-not-met") -> Suspend:
    return Suspend(on=MAY_15, first_day=MAY_15, until=until, ground=ground, reasons=WHY)


def extend(on: date, until: date) -> ExtendSuspension:
    return ExtendSuspension(on=on, until=until, because=Personal("long illness"))


@pytest.mark.passes("R-25", "C-T08")
def test_27_a_certificate_is_suspended_for_six_months() -> None:
    told = given(granted).when(suspend(), BODY).then(suspended)
    told.then_term("C-T08", on=NOV_14, state="running", due=NOV_14)


@pytest.mark.refuses("R-25")
def test_27_and_not_a_day_longer() -> None:
    given(granted).when(suspend(date(2026, 11, 15)), BODY).then_refused(
        "R-25", "runs to 2026-11-14 at most"
    )


@pytest.mark.refuses("R-25")
@pytest.mark.parametrize(
    ("first_day", "last"),
    [(date(2026, 8, 28), date(2027, 2, 27)), (date(2026, 8, 31), date(2027, 2, 28))],
)
def test_27_the_month_end_is_kept(first_day: date, last: date) -> None:
    asked = Suspend(
        on=first_day,
        first_day=first_day,
        until=date(2027, 3, 1),
        ground="framework-not-met",
        reasons=WHY,
    )
    given(granted).when(asked, BODY).then_refused("R-25", f"runs to {last} at most")


@pytest.mark.refuses("R-25")
def test_27_only_on_a_listed_ground() -> None:
    given(granted).when(suspend(ground="unpaid-invoice"), BODY).then_refused(
        "R-25", "unpaid-invoice is not among the grounds"
    )


@pytest.mark.refuses("R-25")
def test_27_other_circumstances_are_for_the_certification_manager() -> None:
    asked = suspend(ground="other-circumstances")
    given(granted).when(asked, BODY).then_refused("R-25", "certification manager")


@pytest.mark.passes("R-25")
def test_27_who_may_suspend_for_them() -> None:
    asked = suspend(ground="other-circumstances")
    given(granted).when(asked, MANAGER).then_recorded(CertificateSuspended)


@pytest.mark.refuses("R-25")
def test_27_own_request_takes_a_request() -> None:
    given(granted).when(suspend(ground="own-request"), BODY).then_refused("R-25", "not asked")
    requested = SuspensionRequested(matter="certificate-1", on=MAY_15, basis=AT_27("d"))
    given(granted, requested).when(suspend(ground="own-request"), BODY).then_recorded(
        CertificateSuspended
    )


def test_27_a_person_does_not_suspend() -> None:
    given(granted).when(suspend(), PERSON).then_not_allowed()


@pytest.mark.refuses("R-27")
def test_27_measures_are_assessed_first() -> None:
    period = RemedialPeriodGranted(
        matter="certificate-1",
        on=date(2026, 4, 20),
        basis=AT_27,
        until=date(2026, 5, 18),
        to_remedy=Personal("supervision of new advisers"),
    )
    measures = MeasuresSubmitted(
        matter="certificate-1",
        on=date(2026, 5, 1),
        basis=AT_27,
        measures=Personal("a second adviser reads every file"),
    )
    told = given(granted, period, measures)
    told.when(suspend(), BODY).then_refused("R-27", "assessed first")
    found = MeasuresAssessed(
        matter="certificate-1",
        on=date(2026, 5, 11),
        basis=AT_27,
        adequate=False,
        findings=Personal("nothing keeps it from recurring"),
    )
    told.given(found).when(suspend(), BODY).then_recorded(CertificateSuspended)


@pytest.mark.passes("R-25")
def test_27_it_is_made_known_in_writing_and_in_the_register() -> None:
    given(granted, suspended).when(NotifySuspension(on=MAY_15), BODY).then_recorded(
        SuspensionNotified, RegisterStatusChanged
    )


@pytest.mark.passes("R-26", "C-T09")
def test_27_it_is_extended_in_an_exceptional_case() -> None:
    asked = extend(date(2026, 11, 2), date(2027, 5, 14))
    told = given(granted, suspended).when(asked, BODY).then_recorded(SuspensionExtended)
    told.then_term("C-T08", on=date(2026, 11, 20), state="void", due=NOV_14)
    told.then_term("C-T09", on=date(2026, 11, 20), state="running", due=date(2027, 5, 14))


@pytest.mark.refuses("R-26")
def test_27_but_only_once() -> None:
    extended = SuspensionExtended(
        matter="certificate-1",
        on=date(2026, 11, 2),
        basis=AT_27,
        until=date(2027, 5, 14),
        because=Personal("long illness"),
    )
    again = extend(date(2027, 5, 3), date(2027, 8, 14))
    told = given(granted, suspended, extended)
    told.when(again, BODY).then_refused("R-26", "extended once")


@pytest.mark.refuses("C-T09")
def test_27_the_extended_one_runs_out_too() -> None:
    asked = extend(date(2026, 11, 2), date(2027, 5, 14))
    told = given(granted, suspended).when(asked, BODY).then_recorded(SuspensionExtended)
    told.then_term("C-T09", on=date(2027, 5, 15), state="missed", due=date(2027, 5, 14))
