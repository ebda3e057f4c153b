"""LVV certification, section 17: activities handed in, accepted and rejected."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.annex_1_framework import AGAIN
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateRenewed,
)
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    ActivityRejected,
)
from domain.schemes.lvv_certification.section_17_acceptance import (
    GROUNDS,
    AcceptActivity,
    RejectActivity,
)
from domain.schemes.lvv_certification.section_19_courses import AT_19
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import (
    BODY,
    CLERK,
    PERSON,
    given,
    granted,
    opened,
    suspended,
)
from tests.schemes.lvv_certification.told_education import (
    COURSE,
    MEETING,
    STATEMENT,
    accepted,
    hand_in,
    registered,
)

FEB_10 = date(2027, 2, 10)
REASONS: Personal[Content, str] = Personal("the course was not on the list")
held = given(opened, granted)


def reject(activity: str = "pe-1", ground: str = "course-not-accredited") -> RejectActivity:
    return RejectActivity(on=FEB_10, activity=activity, ground=ground, reasons=REASONS)


def test_17_the_person_hands_in_and_the_body_accepts() -> None:
    told = held.when(hand_in("course", 8, FEB_10), PERSON).then_recorded(ActivityRegistered)
    asked = AcceptActivity(on=FEB_10, activity="pe-1")
    told.when(asked, BODY).then(
        ActivityAccepted(
            matter="pe-1", on=FEB_10, basis=section(17), hours=8, certificate="certificate-1"
        )
    )


def test_17_the_body_hands_in_what_came_on_paper() -> None:
    held.when(hand_in("extra", 4, FEB_10), BODY).then_recorded(ActivityRegistered)


def test_17_while_suspended_too() -> None:
    told = given(opened, granted, suspended)
    told.when(hand_in("course", 8, date(2026, 6, 1)), PERSON).then_recorded(ActivityRegistered)


def test_17_only_the_body_accepts_and_rejects() -> None:
    told = held.given(registered(1, "course", 8, FEB_10))
    told.when(AcceptActivity(on=FEB_10, activity="pe-1"), PERSON).then_not_allowed()
    told.when(reject(), PERSON).then_not_allowed()
    told.when(hand_in("course", 8, FEB_10), CLERK).then_not_allowed()


def test_17_without_a_certificate_there_is_no_period() -> None:
    asked = hand_in("course", 8, FEB_10)
    given(opened).when(asked, PERSON).then_refused("", "no certificate is held")
    expired = CertificateExpired(matter="certificate-1", on=date(2030, 4, 15), basis=section(15))
    late = hand_in("course", 8, date(2030, 4, 15))
    held.given(expired).when(late, PERSON).then_refused("", "no certificate is held")


def test_17_the_days_are_in_order_and_gone_by() -> None:
    asked = hand_in("course", 8, FEB_10, first_day=date(2027, 2, 11))
    held.when(asked, PERSON).then_refused("", "is before the first")
    early = hand_in("course", 8, FEB_10).model_copy(update={"on": date(2027, 2, 9)})
    held.when(early, PERSON).then_refused("", "hand it in from then on")


@pytest.mark.parametrize(
    ("part", "value", "area"),
    [
        ("meeting", MEETING, "course"),
        ("statement", STATEMENT, "intervision"),
        ("course", COURSE, "extra"),
    ],
)
def test_17_what_belongs_to_another_area_is_left_out(part: str, value: object, area: str) -> None:
    asked = hand_in("extra", 4, FEB_10).model_copy(update={"area": area, part: value})
    asked = asked.model_copy(update={"statement": value if part == "statement" else None})
    held.when(asked, PERSON).then_refused("", f"a {part} belongs to")


def test_17_a_meeting_is_on_one_day() -> None:
    asked = hand_in("intervision", 4, FEB_10, last_day=date(2027, 2, 11))
    held.when(asked, PERSON).then_refused("", "is on one day")


@pytest.mark.parametrize("hours", [0, -4, "NaN", "Infinity", "four", 1001])
def test_17_hours_are_a_number(hours: object) -> None:
    with pytest.raises(ValidationError):
        hand_in("extra", hours, FEB_10)


@pytest.mark.refuses("R-12")
def test_17_what_fails_is_rejected_on_a_ground() -> None:
    told = held.given(registered(1, "course", 8, FEB_10)).when(reject(), BODY)
    told.then(
        ActivityRejected(
            matter="pe-1",
            on=FEB_10,
            basis=AT_19,
            ground="course-not-accredited",
            reasons=REASONS,
        )
    )


def test_17_every_ground_rests_on_a_rule() -> None:
    for ground, rule in GROUNDS.items():
        told = held.given(registered(1, "course", 8, FEB_10)).when(reject(ground=ground), BODY)
        told = told.then_recorded(ActivityRejected)
        assert told.history[-1].fact.basis == rule.place


def test_17_a_ground_that_the_text_does_not_give_is_refused() -> None:
    told = held.given(registered(1, "course", 8, FEB_10))
    told.when(reject(ground="too-dull"), BODY).then_refused("", "too-dull is not among")


def test_17_an_activity_is_decided_once() -> None:
    decided = held.given(*accepted(1, "course", 8, FEB_10))
    waits = decided.given(registered(2, "course", 8, date(2027, 2, 9)))
    decided.when(reject(), BODY).then_refused("", "pe-1 was accepted on 2027-02-10 already")
    nothing_waits = held.when(reject(), BODY)
    nothing_waits.then_refused("", "no activity waits")
    waits.when(reject(), BODY).then_refused("", "pe-1 was accepted on 2027-02-10 already")
    waits.when(reject("pe-9"), BODY).then_refused("", "pe-9 is not an activity in this file")


def test_17_what_is_open_to_whom() -> None:
    assert "register-activity" in held.then_open(PERSON, FEB_10)
    assert "accept-activity" not in held.then_open(BODY, FEB_10)
    told = held.given(registered(1, "course", 8, FEB_10))
    assert {"accept-activity", "reject-activity"} <= told.then_open(BODY, FEB_10)
    assert "register-activity" not in given(opened).then_open(PERSON, FEB_10)


def found_false(on: date = FEB_10) -> RejectActivity:
    return RejectActivity(on=on, activity="pe-1", ground="found-false", reasons=REASONS)


@pytest.mark.refuses("R-17")
def test_17_what_was_accepted_and_found_false_is_rejected_after_all() -> None:
    told = held.given(*accepted(1, "course", 8, FEB_10))
    assert "reject-activity" in told.then_open(BODY, FEB_10)
    told = told.when(found_false(), BODY).then_recorded(ActivityRejected)
    fact, activity = told.history[-1].fact, told.file().state.activities["pe-1"]
    assert (activity.standing, activity.hours) == ("rejected", 0)
    assert "false proof" in fact.basis.reading
    told.when(found_false(), BODY).then_refused("", "no activity waits")


def test_17_but_not_once_its_recertification_was_decided() -> None:
    renewed = CertificateRenewed(
        matter="certificate-2",
        on=date(2030, 3, 1),
        basis=section(15),
        application="application-2",
        until=date(2034, 2, 28),
        name=opened.name,
        born=opened.born,
        renews="certificate-1",
    )
    told = held.given(*accepted(1, "course", 8, FEB_10), renewed)
    told.when(found_false(date(2030, 4, 1)), BODY).then_refused("", "no activity waits")


@pytest.mark.passes("R-20")
def test_17_what_was_rejected_may_be_put_forward_again_by_a_reading() -> None:
    told = asked(held, PERSON, hand_in("course", 8, FEB_10))
    assert told.history[-1].fact.basis == section(17)
    told = asked(told, BODY, reject())
    told = told.when(hand_in("course", 8, FEB_10), PERSON).then_recorded(ActivityRegistered)
    assert told.history[-1].fact.basis == AGAIN
    told.when(AcceptActivity(on=FEB_10, activity="pe-2"), BODY).then_recorded(ActivityAccepted)
