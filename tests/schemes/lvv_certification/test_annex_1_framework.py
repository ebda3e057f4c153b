"""LVV certification, annex 1: relevance is shown, and an activity counts once."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.annex_1_framework import fingerprint
from domain.schemes.lvv_certification.record.certificate import (
    CertificateRenewed,
    CertificateSucceeded,
)
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    ActivityRejected,
    DuplicateRejected,
)
from domain.schemes.lvv_certification.section_17_acceptance import (
    AcceptActivity,
    RejectActivity,
)
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_education import accepting, hand_in, registered

FEB_10, FEB_11 = date(2027, 2, 10), date(2027, 2, 11)
held = given(opened, granted)
handed_in = held.when(hand_in("course", 8, FEB_10), PERSON).then_recorded(ActivityRegistered)


@pytest.mark.passes("R-19")
def test_an_1_relevance_is_shown() -> None:
    accepting(registered(1, "extra", 4, FEB_10)).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-19")
def test_an_1_relevance_is_not_shown() -> None:
    one = registered(1, "extra", 4, FEB_10, relevance=None)
    accepting(one).then_refused("R-19", "relevance")


@pytest.mark.passes("R-20")
def test_an_1_another_day_is_another_activity() -> None:
    told = handed_in.when(hand_in("course", 8, FEB_11), PERSON).then_recorded(ActivityRegistered)
    told = told.when(AcceptActivity(on=FEB_11, activity="pe-1"), BODY)
    told = told.then_recorded(ActivityAccepted)
    told = told.when(AcceptActivity(on=FEB_11, activity="pe-2"), BODY)
    told.then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-20")
def test_an_1_the_same_course_does_not_count_as_extra_too() -> None:
    again = hand_in("extra", 8, FEB_10, reference="p-1")
    told = handed_in.when(again, PERSON).then_recorded(ActivityRegistered, DuplicateRejected)
    duplicate = told.file().state.activities["pe-2"]
    assert (duplicate.standing, duplicate.same_as, duplicate.hours) == ("duplicate", "pe-1", 0)


@pytest.mark.refuses("R-20")
def test_an_1_a_duplicate_is_never_accepted() -> None:
    told = handed_in.when(hand_in("course", 8, FEB_10), PERSON)
    told = told.then_recorded(ActivityRegistered, DuplicateRejected)
    told.when(AcceptActivity(on=FEB_10, activity="pe-2"), BODY).then_refused(
        "R-20", "pe-2 is the same activity as pe-1"
    )


@pytest.mark.refuses("R-20")
def test_an_1_nor_is_it_used_again_in_a_later_period() -> None:
    told = handed_in.when(AcceptActivity(on=FEB_10, activity="pe-1"), BODY)
    told = told.then_recorded(ActivityAccepted).given(
        CertificateRenewed(
            matter="certificate-2",
            on=date(2030, 4, 1),
            basis=section(15),
            application="application-2",
            until=date(2034, 3, 31),
            name=opened.name,
            born=opened.born,
            renews="certificate-1",
        ),
        CertificateSucceeded(
            matter="certificate-1",
            on=date(2030, 4, 1),
            basis=section(15),
            by_certificate="certificate-2",
        ),
    )
    again = hand_in("course", 8, FEB_10).model_copy(update={"on": date(2030, 5, 1)})
    told.when(again, PERSON).then_recorded(ActivityRegistered, DuplicateRejected)


@pytest.mark.refuses("R-17")
def test_an_1_what_was_rejected_may_be_handed_in_again() -> None:
    asked = RejectActivity(
        on=FEB_10, activity="pe-1", ground="wrong-form", reasons=Personal("a spreadsheet")
    )
    told = handed_in.when(asked, BODY).then_recorded(ActivityRejected)
    told.when(hand_in("course", 8, FEB_10), PERSON).then_recorded(ActivityRegistered)


def test_an_1_fingerprints_of_two_people_differ() -> None:
    ours, theirs = (fingerprint(case, "P-1", FEB_10, FEB_10) for case in ("0000", "0001"))
    assert ours != theirs
