"""Places, editions, checks and refusals."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain.case import Setting
from domain.law import (
    Check,
    Edition,
    InTime,
    Place,
    Refused,
    Rule,
    Value,
    each_once,
    require,
    weigh,
    weighing,
)
from tests.domain.fictional import LAW

AT_27 = Place(text="Scheme v6", at="27")
R_1 = Rule(id="R-1", place=AT_27("a"), says="on a ground")


def edition(since: date) -> Edition:
    return Edition(id=f"scheme@{since.year}", title="Scheme", adopted=since, since=since)


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (AT_27, "Scheme v6, 27"),
        (AT_27("a"), "Scheme v6, 27(a)"),
        (AT_27(2, "b"), "Scheme v6, 27(2)(b)"),
        (AT_27.read("D-12"), "Scheme v6, 27 as read in D-12"),
        (AT_27("d").read("D-12"), "Scheme v6, 27(d) as read in D-12"),
        (AT_27.read("D-12")("d"), "Scheme v6, 27(d) as read in D-12"),
    ],
)
def test_a_place_is_cited_as_printed_and_says_when_it_is_a_reading(
    place: Place, printed: str
) -> None:
    assert str(place) == printed


def test_a_value_is_equal_by_content_and_never_changed() -> None:
    assert AT_27("a") == Place(text="Scheme v6", at="27(a)")
    with pytest.raises(ValidationError, match="frozen"):
        AT_27.at = "28"  # type: ignore[misc]  # what mypy forbids is refused while running too
    with pytest.raises(ValidationError, match="extra"):
        Place.model_validate({"text": "t", "at": "1", "section": "1"})


def test_a_rule_in_time_is_the_version_that_the_edition_had_reached() -> None:
    months = InTime({date(2025, 1, 1): 9, date(2020, 1, 1): 12})
    assert months.of(edition(date(2020, 1, 1))) == 12
    assert months.of(edition(date(2024, 12, 31))) == 12
    assert months.of(edition(date(2025, 1, 1))) == 9
    with pytest.raises(LookupError, match="scheme@2019"):
        months.of(edition(date(2019, 12, 31)))


def test_what_is_required_and_holds_is_kept_with_the_decision() -> None:
    with weighing() as checks:
        require(R_1, True, "never said", ground="own-request", weeks=6, on=date(2026, 1, 2))
        assert not weigh(R_1, False, seen=None, told=True)
    assert [check.holds for check in checks] == [True, False]
    assert checks[0].given == {"ground": "own-request", "weeks": 6, "on": date(2026, 1, 2)}
    assert checks[1].given == {"seen": None, "told": True}
    assert checks[0].place == AT_27("a")


def test_what_is_required_and_does_not_hold_is_refused_with_its_place() -> None:
    with weighing() as checks, pytest.raises(Refused) as refusal:
        require(R_1, False, "give a ground", ground="none")
    assert (refusal.value.reason, refusal.value.rule) == ("give a ground", "R-1")
    assert str(refusal.value) == "give a ground (Scheme v6, 27(a))"
    assert [check.holds for check in checks] == [False]


def test_one_weighing_in_another_keeps_its_own_checks() -> None:
    with weighing() as outer:
        weigh(R_1, True)
        with weighing() as inner:
            weigh(R_1, False)
        weigh(R_1, True)
    assert [check.holds for check in outer] == [True, True]
    assert [check.holds for check in inner] == [False]


def test_a_refusal_ends_its_weighing_and_not_the_one_around_it() -> None:
    with weighing() as outer:
        with pytest.raises(Refused), weighing():
            require(R_1, False, "no")
        weigh(R_1, True)
    assert [check.holds for check in outer] == [True]


def test_outside_a_decision_a_rule_can_be_asked_without_being_kept() -> None:
    assert weigh(R_1, True, weeks=6)


@pytest.mark.parametrize(
    "text",
    [
        "Jan de Vries",
        "Twee verklaringen ontbreken.",
        "",
        "jan@example.nl",
        "a" * 81,
        "één",
        "a\nb",
    ],
)
def test_words_about_a_person_are_no_code_word(text: str) -> None:
    with pytest.raises(ValueError, match="give a code word"):
        weigh(R_1, True, ground=text)


@pytest.mark.parametrize(
    "word", ["own-request", "27(a)", "An.6(b)", "lvv-certification@6", "objection-2", "R-25"]
)
def test_our_own_words_are(word: str) -> None:
    assert weigh(R_1, True, ground=word)


@pytest.mark.parametrize("value", [True, 0, 1, date(2028, 2, 29), "vog", None])
def test_what_a_check_was_given_comes_back_as_it_was(value: Any) -> None:
    check = Check(rule="R-1", place=AT_27, given={"it": value}, holds=True)
    back = Check.model_validate_json(check.model_dump_json())
    assert back == check
    assert type(back.given["it"]) is type(value)


def test_a_message_about_bad_input_does_not_repeat_it() -> None:
    class Named(Value):
        born: date

    with pytest.raises(ValidationError) as error:
        Named.model_validate({"born": "Jan de Vries"})
    assert "Jan" not in str(error.value)


def test_a_setting_has_its_default_until_the_scheme_decides() -> None:
    switch = Setting(name="decree-days-count", default=False, place=AT_27, says="whether")
    weeks = Setting(name="objection-weeks", default=None, place=AT_27, says="how many")
    assert not switch.is_on(LAW)
    assert weeks.number(LAW) is None
    decided = LAW.__class__(
        LAW.edition, settings={"decree-days-count": True, "objection-weeks": 6}
    )
    assert switch.is_on(decided)
    assert weeks.number(decided) == 6
    assert (switch.is_switch, weeks.is_switch) == (True, False)


def test_the_same_question_counts_once_and_another_answer_counts_beside_it() -> None:
    with weighing() as checks:
        for weeks in (6, 6, 7):
            weigh(R_1, weeks == 6, weeks=weeks)
    assert [check.given["weeks"] for check in each_once(checks)] == [6, 7]
