"""LVV certification, section 15: validity. Dates: worked example C-T04."""

from datetime import date, timedelta

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationGranted
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateGranted,
    CertificateWithdrawn,
    DecisionRetaken,
    MeasuresSubmitted,
)
from domain.schemes.lvv_certification.section_14_grant import GrantCertificate
from domain.schemes.lvv_certification.section_15_validity import (
    AT_15,
    PREVAILS,
    ExpireCertificate,
    last_day,
)
from tests.schemes.lvv_certification.told import BODY, CLERK, SCHEME, given, granted, suspended
from tests.schemes.lvv_certification.told_application import APR_15, DECIDER, ready

LAST = date(2030, 4, 14)
WITHDRAWN = CertificateWithdrawn(
    matter="certificate-1",
    on=date(2026, 9, 1),
    basis=section(28)("c"),
    first_day=date(2026, 9, 1),
    ground="own-request",
    reasons=Personal("the person asked for it"),
)


@pytest.mark.passes("R-10", "C-T04")
def test_15_it_starts_on_the_decision_and_lasts_four_years() -> None:
    grant = GrantCertificate(on=APR_15, first_day=APR_15)
    told = ready().when(grant, DECIDER).then_recorded(CertificateGranted, ApplicationGranted)
    assert told.file().state.certificate.until == LAST
    told.then_term("C-T04", on=LAST, state="running", due=LAST)


@pytest.mark.refuses("R-10")
@pytest.mark.parametrize("first_day", [date(2026, 4, 1), date(2026, 4, 16)])
def test_15_and_not_earlier_nor_later(first_day: date) -> None:
    grant = GrantCertificate(on=APR_15, first_day=first_day)
    ready().when(grant, DECIDER).then_refused("R-10", "decided on 2026-04-15 starts on that day")


def test_15_four_years_from_29_february_end_on_28_february() -> None:
    leap_day = date(2024, 2, 29)
    law = SCHEME.law_on(leap_day, None)
    assert last_day(None, leap_day, law) == date(2028, 2, 28)


@pytest.mark.passes("C-T04")
def test_15_it_ends_by_itself_the_day_after_its_last_day() -> None:
    told = given(granted)
    told.when(ExpireCertificate(on=LAST), CLERK).then_refused("", "runs to 2030-04-14")
    day_after = LAST + timedelta(days=1)
    told = told.when(ExpireCertificate(on=day_after), CLERK).then(
        CertificateExpired(matter="certificate-1", on=day_after, basis=AT_15)
    )
    assert told.file().state.certificate.standing == "expired"
    told.then_term("C-T04", on=day_after, state="met", due=LAST)


def test_15_whenever_the_clerk_comes_by() -> None:
    told = given(granted).when(ExpireCertificate(on=date(2030, 4, 20)), CLERK)
    told.then(CertificateExpired(matter="certificate-1", on=date(2030, 4, 15), basis=AT_15))
    late = MeasuresSubmitted(
        matter="certificate-1",
        on=date(2030, 4, 18),
        basis=section(27),
        measures=Personal("a letter that crossed the end date"),
    )
    told = given(granted, late).when(ExpireCertificate(on=date(2030, 4, 20)), CLERK)
    told.then(CertificateExpired(matter="certificate-1", on=date(2030, 4, 18), basis=AT_15))


@pytest.mark.passes("C-T04", "C-T05b")
def test_15_a_withdrawal_that_is_revoked_brings_back_the_last_day() -> None:
    revoked = DecisionRetaken(
        matter="certificate-1",
        on=date(2026, 10, 5),
        basis=section(25),
        decision=2,
        first=2,
        until=LAST,
        ordered_in="objection-1",
        revoked=True,
        reasons=Personal("the letter was of somebody else"),
    )
    told = given(granted, WITHDRAWN, revoked)
    told.then_term("C-T04", on=LAST, state="running", due=LAST)
    told.then_term("C-T05b", on=date(2030, 3, 17), state="running", due=date(2030, 3, 17))


@pytest.mark.refuses("C-T04")
def test_15_nothing_is_left_to_expire_after_a_withdrawal() -> None:
    told = given(granted, WITHDRAWN)
    told.then_term("C-T04", on=date(2026, 9, 2), state="void", due=LAST)
    told.when(ExpireCertificate(on=date(2030, 4, 15)), CLERK).then_refused("", "no certificate")


def test_15_expiry_prevails_over_a_suspension() -> None:
    """D-24: nothing is left to lift or to withdraw."""
    first_day, until = date(2030, 1, 15), date(2030, 7, 14)
    near_the_end = suspended.model_copy(
        update={"on": first_day, "first_day": first_day, "until": until}
    )
    day_after = LAST + timedelta(days=1)
    told = given(granted, near_the_end).when(ExpireCertificate(on=day_after), CLERK)
    told = told.then(CertificateExpired(matter="certificate-1", on=day_after, basis=PREVAILS))
    told.then_term("C-T08", on=day_after, state="void", due=until)
    assert "lift-suspension" not in told.then_open(BODY, day_after)
