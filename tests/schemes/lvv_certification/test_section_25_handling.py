"""LVV certification, section 25: handling and deciding an objection."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    ObjectionDecisionSent,
    ObjectionHandlerAssigned,
    ObjectionRejected,
    ObjectionUpheld,
)
from domain.schemes.lvv_certification.section_25_handling import SendObjectionDecision
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_objections import (
    ASSESSOR,
    GRANTER,
    INTERESTED,
    OTHER,
    REJECTION,
    SUSPENSION,
    THIRD,
    assign,
    decide,
    object_to,
    objected,
    on_hold,
    turned_down,
)

SEND = SendObjectionDecision(on=date(2026, 6, 2), objection="objection-1")


@pytest.mark.refuses("SOD-C3")
@pytest.mark.parametrize("involved", [BODY, ASSESSOR, THIRD])
def test_25_no_hand_in_the_rejection_no_hand_in_the_objection(involved: str) -> None:
    filed = asked(turned_down, PERSON, object_to(REJECTION))
    filed.when(assign(involved), OTHER).then_refused("SOD-C3", "had a hand in")


@pytest.mark.refuses("SOD-C3")
@pytest.mark.parametrize("involved", [BODY, GRANTER])
def test_25_nor_in_the_certificate_that_was_suspended(involved: str) -> None:
    filed = asked(on_hold, PERSON, object_to(SUSPENSION))
    filed.when(assign(involved), OTHER).then_refused("SOD-C3", "had a hand in")


@pytest.mark.passes("SOD-C3", "R-31")
def test_25_somebody_independent_handles_and_decides() -> None:
    filed = asked(on_hold, PERSON, object_to(SUSPENSION))
    told = filed.when(assign(OTHER), BODY).then_recorded(ObjectionHandlerAssigned)
    told.when(decide("rejected"), OTHER).then_recorded(ObjectionRejected)
    told.when(decide("upheld"), OTHER).then_recorded(ObjectionUpheld)


@pytest.mark.refuses("SOD-C3")
@pytest.mark.parametrize("other", [BODY, THIRD])
def test_25_and_nobody_else_decides(other: str) -> None:
    told = asked(asked(on_hold, PERSON, object_to(SUSPENSION)), OTHER, assign(OTHER))
    told.when(decide("rejected"), other).then_refused("SOD-C3", "only the assigned handler")


def test_25_another_handler_may_take_it_over() -> None:
    told = asked(asked(on_hold, PERSON, object_to(SUSPENSION)), OTHER, assign(OTHER))
    told = asked(told, OTHER, assign(THIRD, on=date(2026, 5, 25)))
    told.when(decide("rejected"), THIRD).then_recorded(ObjectionRejected)


def test_25_a_person_does_not_decide_on_the_own_objection() -> None:
    told = asked(asked(on_hold, PERSON, object_to(SUSPENSION)), OTHER, assign(OTHER))
    told.when(decide("upheld"), PERSON).then_not_allowed()


@pytest.mark.parametrize(
    ("outcome", "appeal_open"), [("rejected", True), ("upheld-in-part", True), ("upheld", False)]
)
def test_25_the_decision_is_sent_and_says_whether_appeal_is_open(
    outcome: str, appeal_open: bool
) -> None:
    told = objected(on_hold, SUSPENSION, outcome)
    sent = told.when(SEND, OTHER).then_recorded(ObjectionDecisionSent)
    fact = sent.file().trail[-1].fact
    assert isinstance(fact, ObjectionDecisionSent)
    assert fact.appeal_open is appeal_open


def test_25_an_interested_party_has_no_appeal() -> None:
    told = asked(on_hold, INTERESTED, object_to(2))
    told = asked(told, OTHER, assign(OTHER), decide("rejected"), SEND)
    fact = told.file().trail[-1].fact
    assert isinstance(fact, ObjectionDecisionSent)
    assert not fact.appeal_open


def test_25_it_is_decided_once_and_sent_once() -> None:
    told = asked(objected(on_hold, SUSPENSION, "rejected"), OTHER, SEND)
    told.when(decide("upheld", on=date(2026, 6, 3)), OTHER).then_refused("", "no objection stands")
    told.when(SEND, OTHER).then_refused("", "every decision on an objection was sent")
