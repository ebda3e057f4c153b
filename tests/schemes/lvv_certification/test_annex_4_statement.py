"""LVV certification, annex 4: what the statement of an extra activity holds."""

from datetime import date

import pytest

from domain.personal import Evidence, Personal
from domain.schemes.lvv_certification.record.education import (
    ActivityAccepted,
    ActivityRegistered,
    Area,
    Statement,
)
from tests.schemes.lvv_certification.told import PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_education import (
    STATEMENT,
    accepting,
    hand_in,
    registered,
)

FEB_10 = date(2027, 2, 10)
held = given(opened, granted)
NOBODY: Personal[Evidence, str] = Personal("Jo de Wit")


def extra(**other: object) -> ActivityRegistered:
    statement: Statement = STATEMENT.model_copy(update=other)
    return registered(1, "extra", 4, FEB_10, statement=statement)


@pytest.mark.passes("R-18")
def test_an_4_it_may_be_issued_by_the_person() -> None:
    accepting(extra(self_issued=True)).then_recorded(ActivityAccepted)


@pytest.mark.passes("R-18")
@pytest.mark.parametrize("name", ["JOHANNA DE WIT", "Johanna  de Wit "])
def test_an_4_capitals_and_spaces_make_no_other_name(name: str) -> None:
    accepting(extra(name=Personal(name))).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-18")
@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"name": NOBODY}, "the name as it is on the VOG"),
        ({"name": Personal.gone()}, "the name as it is on the VOG"),
        ({"issuer_named": False}, "the name of who issues it"),
        ({"organisation_named": False}, "the organisation"),
        ({"signed": False}, "the signature"),
        ({"activities": 2}, "a document of its own (2 activities are in it)"),
    ],
)
def test_an_4_whatever_lacks_is_named(wrong: dict[str, object], named: str) -> None:
    accepting(extra(**wrong)).then_refused("R-18", named)


@pytest.mark.refuses("R-18")
def test_an_4_all_at_once() -> None:
    accepting(extra(signed=False, activities=2)).then_refused(
        "R-18", "signature of who issues it, a document of its own"
    )


@pytest.mark.refuses("R-18")
def test_an_4_there_is_a_statement() -> None:
    one = registered(1, "extra", 4, FEB_10, statement=None)
    accepting(one).then_refused("R-18", "lacks a statement")


@pytest.mark.refuses("R-18")
@pytest.mark.parametrize("hours", [3.5, "3.5", "3.50"])
@pytest.mark.parametrize("area", ["course", "intervision", "extra"])
def test_an_4_three_and_a_half_hours_are_not_whole(hours: object, area: Area) -> None:
    asked = hand_in(area, hours, FEB_10)
    held.when(asked, PERSON).then_refused("R-18", "hours are claimed; give whole hours, such as 3")


@pytest.mark.passes("R-18")
@pytest.mark.parametrize("hours", [4, "4", "4.0", 4.0, "1e1"])
def test_an_4_four_are(hours: object) -> None:
    held.when(hand_in("extra", hours, FEB_10), PERSON).then_recorded(ActivityRegistered)
