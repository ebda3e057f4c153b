"""LVV certification, section 26: an appeal that is late or not open is refused, as a fact."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.objection import AppealRefused
from domain.schemes.lvv_certification.section_25_refusal import RefuseObjection
from domain.schemes.lvv_certification.section_26_refusal import RefuseAppeal
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OVERRUN,
    REJECTION,
    SUSPENSION,
    appeal,
    object_to,
    objected,
    on_hold,
    overran,
    told_of_it,
    turned_down,
)

JULY_14, JULY_15 = date(2026, 7, 14), date(2026, 7, 15)


def refuse(ground: str) -> RefuseAppeal:
    return RefuseAppeal(on=date(2026, 7, 20), appeal="appeal-1", ground=ground)


def appealed(sent_on: date) -> Scenario:
    return asked(told_of_it(turned_down, REJECTION, "rejected"), PERSON, appeal(sent_on, "13"))


@pytest.mark.refuses("C-T06")
def test_26_one_sent_a_day_late_is_refused() -> None:
    after = appealed(JULY_15).when(refuse("late"), BOARD).then_recorded(AppealRefused)
    assert after.file().state.appeals["appeal-1"].standing == "refused"
    after.then_term("C-T07", on=date(2026, 9, 30), state="void", due=date(2026, 8, 26))


@pytest.mark.refuses("C-T06")
def test_26_one_sent_on_the_last_day_is_not() -> None:
    appealed(JULY_14).when(refuse("late"), BOARD).then_refused("C-T06", "was sent in time")


def _refused_objection() -> Scenario:
    told = asked(overran, PERSON, object_to(OVERRUN))
    ground = RefuseObjection(
        on=date(2026, 6, 1), objection="objection-1", ground="term-overrun-rejection"
    )
    return asked(told, BODY, ground)


@pytest.mark.refuses("R-32")
@pytest.mark.parametrize(
    "told",
    [
        _refused_objection(),
        asked(turned_down, PERSON, object_to(REJECTION)),
        objected(turned_down, REJECTION, "rejected"),
        told_of_it(on_hold, SUSPENSION, "upheld"),
    ],
    ids=["refused", "undecided", "not yet sent", "upheld"],
)
def test_26_one_without_a_rejected_objection_is_refused(told: Scenario) -> None:
    told = asked(told, PERSON, appeal(JULY_14, "13"))
    told.when(refuse("no-objection"), BOARD).then_recorded(AppealRefused)


@pytest.mark.refuses("R-32")
def test_26_one_after_a_rejected_objection_is_not() -> None:
    told = appealed(JULY_14)
    told.when(refuse("no-objection"), BOARD).then_refused("R-32", "an objection was rejected")


@pytest.mark.refuses("R-33")
def test_26_what_it_says_is_no_ground_to_refuse_it() -> None:
    told = appealed(JULY_14)
    told.when(refuse("content"), BOARD).then_refused("R-33", "give late or no-objection")


def test_26_the_certification_body_refuses_no_appeal() -> None:
    appealed(JULY_15).when(refuse("late"), BODY).then_not_allowed()
