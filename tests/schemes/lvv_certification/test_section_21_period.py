"""LVV certification, section 21: within the period. Dates are the worked example C-T11."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.law import Refused
from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    ApplicationRejected,
    RecertificationRequested,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    DuplicateRejected,
)
from domain.schemes.lvv_certification.section_17_acceptance import AcceptActivity
from domain.schemes.lvv_certification.section_21_period import ONE_PERIOD
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON, given, opened
from tests.schemes.lvv_certification.told_education import COURSE, hand_in, registered

COURSE_THEN = COURSE.model_copy(update={"accredited_from": date(2024, 1, 1)})
granted = CertificateGranted(
    matter="certificate-1",
    on=date(2024, 5, 6),
    basis=section(15),
    application="application-1",
    until=date(2028, 5, 5),
    name=opened.name,
    born=opened.born,
)
suspended = CertificateSuspended(
    matter="certificate-1",
    on=date(2026, 1, 1),
    basis=section(27)("d"),
    first_day=date(2026, 1, 1),
    until=date(2026, 3, 31),
    ground="own-request",
    reasons=Personal("asked for"),
)
lifted = SuspensionLifted(matter="certificate-1", on=date(2026, 3, 31), basis=section(27))
agreed = AgreementSubmitted(
    matter="application-2", on=date(2028, 2, 1), basis=section(9), recertification=True
)
asked_again = RecertificationRequested(
    matter="application-2", on=date(2028, 2, 1), basis=section(16)
)
expired = CertificateExpired(matter="certificate-1", on=date(2028, 5, 6), basis=section(15))
renewed = CertificateRenewed(
    matter="certificate-2",
    on=date(2028, 4, 3),
    basis=section(15),
    application="application-2",
    until=date(2032, 4, 2),
    name=opened.name,
    born=opened.born,
    renews="certificate-1",
)
succeeded = CertificateSucceeded(
    matter="certificate-1", on=date(2028, 4, 3), basis=section(15), by_certificate="certificate-2"
)
held = given(opened, granted)


def course(first: date, last: date | None = None) -> ActivityRegistered:
    return registered(1, "course", 8, first, last_day=last or first, course=COURSE_THEN)


def accept(on: date) -> AcceptActivity:
    return AcceptActivity(on=on, activity="pe-1")


@pytest.mark.passes("R-24", "C-T11")
def test_21_a_course_during_a_suspension_counts() -> None:
    told = given(opened, granted, suspended, course(date(2026, 2, 10)))
    told = told.when(accept(date(2026, 2, 10)), BODY).then_recorded(ActivityAccepted)
    told.given(lifted).then_term(
        "C-T11", on=date(2026, 4, 1), state="running", due=date(2028, 5, 5)
    )


@pytest.mark.refuses("R-24")
def test_21_a_course_before_the_start_does_not() -> None:
    one = course(date(2024, 5, 1)).model_copy(update={"on": date(2024, 6, 1)})
    held.given(one).when(accept(date(2024, 6, 1)), BODY).then_refused(
        "R-24", "is 2024-05-06 to 2028-05-05"
    )


@pytest.mark.passes("R-24")
@pytest.mark.parametrize("day", [date(2024, 5, 6), date(2028, 5, 5)])
def test_21_the_first_and_the_last_day_are_in_it(day: date) -> None:
    held.given(course(day)).when(accept(day), BODY).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-24")
def test_21_every_day_of_it_is_inside() -> None:
    one = course(date(2028, 5, 5), date(2028, 5, 6))
    held.given(one).when(accept(date(2028, 5, 6)), BODY).then_refused("R-24", "to 2028-05-06")


@pytest.mark.refuses("C-T11")
@pytest.mark.parametrize(
    "ending",
    [
        expired,
        succeeded,
        CertificateWithdrawn(
            matter="certificate-1",
            on=date(2027, 1, 4),
            basis=section(28)("c"),
            first_day=date(2027, 1, 4),
            ground="own-request",
            reasons=Personal("asked for"),
        ),
    ],
)
def test_21_the_period_ends_with_the_certificate(ending: Fact) -> None:
    told = held.given(ending)
    told.then_term("C-T11", on=ending.on, state="void", due=date(2028, 5, 5))


@pytest.mark.passes("C-T11")
def test_21_a_renewed_certificate_has_a_period_of_its_own() -> None:
    told = held.given(renewed, succeeded)
    told.then_term("C-T11", on=date(2028, 4, 3), state="running", due=date(2032, 4, 2))


BETWEEN = date(2028, 3, 6)
"""After the application of 1 February 2028, before the decision of 3 April."""


@pytest.mark.passes("R-24")
@pytest.mark.refuses("R-20")
def test_21_between_application_and_decision_it_counts_for_the_old_period_only() -> None:
    told = held.given(agreed, asked_again, course(BETWEEN))
    told = told.when(accept(BETWEEN), BODY).then_recorded(ActivityAccepted)
    state = told.given(renewed, succeeded).file().state
    assert state.activities["pe-1"].counts_for == "certificate-1"

    first = hand_in("course", 8, BETWEEN, course=COURSE_THEN)
    told = held.given(agreed, asked_again).when(first, PERSON).then_recorded(ActivityRegistered)
    told = told.when(accept(BETWEEN), BODY).then_recorded(ActivityAccepted)
    again = first.model_copy(update={"on": date(2028, 5, 1)})
    told = told.given(renewed, succeeded).when(again, PERSON)
    told.then_recorded(ActivityRegistered, DuplicateRejected)


@pytest.mark.refuses("R-24")
@pytest.mark.parametrize("handed_in", [BETWEEN, date(2028, 5, 1)])
def test_21_and_for_none_when_it_was_not_in_the_dossier_at_the_decision(handed_in: date) -> None:
    one = course(BETWEEN).model_copy(update={"on": handed_in})
    told = held.given(agreed, asked_again, renewed, succeeded, one)
    told.when(accept(date(2028, 5, 1)), BODY).then_refused(
        "R-24", "that of certificate-2, is 2028-04-03 to 2032-04-02"
    )


@pytest.mark.passes("R-24")
def test_21_after_the_decision_it_counts_for_the_new_period_only() -> None:
    day = date(2028, 4, 20)
    told = held.given(renewed, succeeded, course(day))
    told = told.when(accept(day), BODY).then_recorded(ActivityAccepted)
    assert told.file().state.activities["pe-1"].counts_for == "certificate-2"


@pytest.mark.passes("R-24")
def test_21_while_a_timely_renewal_waits_the_dossier_stays_open() -> None:
    told = held.given(agreed, asked_again, expired)
    asked = hand_in("course", 8, BETWEEN, course=COURSE_THEN)
    late = asked.model_copy(update={"on": date(2028, 5, 8)})
    told = told.when(late, PERSON).then_recorded(ActivityRegistered)
    told.when(accept(date(2028, 5, 9)), BODY).then_recorded(ActivityAccepted)


@pytest.mark.parametrize(
    "closing",
    [
        (agreed,),
        (
            agreed,
            RecertificationRequestedTooLate(
                matter="application-2",
                on=date(2028, 4, 10),
                basis=section(16),
                latest=date(2028, 4, 7),
            ),
        ),
        (
            agreed,
            asked_again,
            ApplicationRejected(
                matter="application-2",
                on=date(2028, 4, 10),
                basis=section(14),
                explanation=Personal("70 hours"),
            ),
        ),
    ],
)
def test_21_and_closed_when_none_does(closing: tuple[Fact, ...]) -> None:
    late = hand_in("course", 8, BETWEEN).model_copy(update={"on": date(2028, 5, 8)})
    told = held.given(*closing, expired)
    told.when(late, PERSON).then_refused("", "no certificate is held")


@pytest.mark.refuses("R-24")
def test_21_outside_every_period_is_the_text_and_inside_an_earlier_one_a_reading() -> None:
    renewed = CertificateRenewed(
        matter="certificate-2",
        on=date(2028, 3, 1),
        basis=section(15),
        application="application-2",
        until=date(2032, 2, 29),
        name=opened.name,
        born=opened.born,
        renews="certificate-1",
    )
    readings = {}
    for day in (date(2024, 5, 5), date(2028, 2, 28)):
        one = registered(1, "course", 8, day)
        late = one.model_copy(update={"on": date(2028, 3, 6)})
        told = given(opened, granted, renewed, late)
        accept = AcceptActivity(on=date(2028, 3, 6), activity="pe-1")
        told.when(accept, BODY).then_refused("R-24", "the period that runs")
        with pytest.raises(Refused) as refusal:
            asked(told, BODY, accept)
        readings[day] = refusal.value.place.reading
    assert readings == {date(2024, 5, 5): "", date(2028, 2, 28): ONE_PERIOD.reading}


@pytest.mark.passes("C-T11")
def test_21_the_period_runs_again_when_a_withdrawal_is_revoked() -> None:
    again = DecisionRetaken(
        matter="certificate-1",
        on=date(2026, 9, 1),
        basis=section(25),
        decision=3,
        first=3,
        until=date(2028, 5, 5),
        ordered_in="objection-1",
        revoked=True,
        reasons=Personal("nothing was shown"),
    )
    told = given(opened, granted, again)
    told.then_term("C-T11", on=date(2026, 9, 1), state="running", due=date(2028, 5, 5))
    told.then_term("C-T05a", on=date(2026, 9, 1), state="running", due=date(2027, 5, 5))
