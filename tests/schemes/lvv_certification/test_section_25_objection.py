"""LVV certification, section 25: filing an objection, and what is open to it."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import (
    ObjectionFiled,
    ObjectionHandlerAssigned,
)
from domain.schemes.lvv_certification.section_25_objection import FileObjection
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_objections import (
    INTERESTED,
    OTHER,
    OVERRUN,
    REJECTION,
    SUSPENSION,
    WHY,
    assign,
    object_to,
    on_hold,
    overran,
    turned_down,
)


@pytest.mark.passes("R-31")
@pytest.mark.parametrize(("told", "decision"), [(on_hold, SUSPENSION), (turned_down, REJECTION)])
def test_25_a_suspension_and_a_rejection_are_open_to_objection(
    told: Scenario, decision: int
) -> None:
    filed = told.when(object_to(decision), PERSON).then_recorded(ObjectionFiled)
    filed.when(assign(OTHER), OTHER).then_recorded(ObjectionHandlerAssigned)


@pytest.mark.refuses("R-31")
def test_25_a_late_supplement_is_not() -> None:
    told = asked(overran, PERSON, object_to(OVERRUN))
    told.when(assign(OTHER), OTHER).then_refused("R-31", "no objection is open here")


@pytest.mark.refuses("R-31")
def test_25_nor_is_a_decision_that_grants() -> None:
    told = asked(on_hold, PERSON, object_to(2))
    told.when(assign(OTHER), OTHER).then_refused("R-31", "no objection is open here")


def test_25_an_objection_names_a_fact_in_the_file() -> None:
    on_hold.when(object_to(99), PERSON).then_refused("", "the file holds no fact 99")


def test_25_a_letter_is_recorded_under_the_day_it_came_in() -> None:
    told = on_hold.when(object_to(SUSPENSION), BODY).then_recorded(ObjectionFiled)
    objection = told.file().state.objections["objection-1"]
    assert (objection.since, objection.interested_party) == (date(2026, 5, 20), False)


@pytest.mark.passes("R-31")
def test_25_an_interested_party_may_object_to_a_decision_that_grants() -> None:
    told = asked(on_hold, INTERESTED, object_to(2))
    assert told.file().state.objections["objection-1"].interested_party
    told.when(assign(OTHER), OTHER).then_recorded(ObjectionHandlerAssigned)


@pytest.mark.refuses("R-31")
def test_25_but_not_to_a_suspension_which_is_no_decision_on_an_application() -> None:
    told = asked(on_hold, INTERESTED, object_to(SUSPENSION))
    told.when(assign(OTHER), OTHER).then_refused("R-31", "no objection is open here")


def test_25_a_letter_of_an_interested_party_is_marked_as_one() -> None:
    letter = FileObjection(
        on=date(2026, 5, 20), decision=SUSPENSION, interested_party=True, grounds=WHY
    )
    assert asked(on_hold, BODY, letter).file().state.objections["objection-1"].interested_party
    own = asked(on_hold, PERSON, letter).file().state.objections["objection-1"]
    assert not own.interested_party


@pytest.mark.passes("C-T08")
def test_25_an_objection_does_not_suspend_the_effect() -> None:
    told = asked(on_hold, PERSON, object_to(SUSPENSION))
    assert told.file().state.certificate.standing == "suspended"
    told.then_term("C-T08", on=date(2026, 11, 14), state="running", due=date(2026, 11, 14))
