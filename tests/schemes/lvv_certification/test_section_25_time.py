"""LVV certification, section 25: the time to object (C-T14) and to decide on it (C-T16)."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.lvv_certification.act import EDITION
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_objections import (
    INTERESTED,
    REJECTION,
    SUSPENSION,
    object_to,
    on_hold,
    overran,
    sent_with,
    turned_down,
)

MAY_15 = date(2026, 5, 15)


@pytest.mark.passes("C-T14")
def test_25_the_term_to_object_is_unknown_until_it_is_configured() -> None:
    term = on_hold.then_term("C-T14", on=date(2026, 12, 1), state="running", due=None)
    assert "website" in term.unknown


@pytest.mark.passes("C-T14")
def test_25_it_runs_from_the_sending_once_it_is() -> None:
    told = sent_with(on_hold, 6)
    told.then_term("C-T14", on=date(2026, 5, 20), state="running", due=date(2026, 6, 26))
    filed = asked(told, PERSON, object_to(SUSPENSION))
    filed.then_term("C-T14", on=date(2026, 6, 30), state="met", due=date(2026, 6, 26))


@pytest.mark.refuses("C-T14")
def test_25_an_objection_of_somebody_else_does_not_meet_it() -> None:
    told = asked(sent_with(on_hold, 6), INTERESTED, object_to(SUSPENSION))
    told.then_term("C-T14", on=date(2026, 6, 27), state="missed", due=date(2026, 6, 26))


def test_25_an_objection_to_another_decision_does_not_meet_it_either() -> None:
    told = asked(sent_with(on_hold, 6), PERSON, object_to(2))
    term = told.then_term("C-T14", on=date(2026, 6, 1), state="running", due=date(2026, 6, 26))
    assert term.opened_on == MAY_15


@pytest.mark.parametrize(
    ("weeks", "due"), [(6, date(2026, 5, 28)), (3, date(2026, 5, 7)), (1, date(2026, 4, 23))]
)
def test_25_a_rejection_opens_it_when_it_is_sent(weeks: int, due: date) -> None:
    told = sent_with(turned_down, weeks)
    told.then_term("C-T14", on=date(2026, 4, 20), state="running", due=due)


def test_25_no_term_is_offered_after_a_rejection_for_an_overrun_term() -> None:
    with pytest.raises(AssertionError, match="no fact opened C-T14"):
        overran.then_term("C-T14", on=date(2026, 5, 1), state="running", due=None)


@pytest.mark.passes("C-T16")
def test_25_the_term_to_decide_is_unknown_until_it_is_configured() -> None:
    filed = asked(turned_down, PERSON, object_to(REJECTION, on=date(2026, 5, 5)))
    term = filed.then_term("C-T16", on=date(2027, 5, 5), state="running", due=None)
    assert "website" in term.unknown


@pytest.mark.refuses("C-T16")
def test_25_it_never_moves_and_passing_it_decides_nothing() -> None:
    weeks = Law(edition=EDITION, settings={"objection-decision-weeks": 3})
    filed = asked(turned_down, PERSON, object_to(REJECTION, on=date(2026, 5, 4))).under(weeks)
    whit_monday = date(2026, 5, 25)
    term = filed.then_term("C-T16", on=date(2026, 5, 26), state="missed", due=whit_monday)
    assert term.then == ""
