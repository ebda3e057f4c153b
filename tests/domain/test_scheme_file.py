"""The scheme's own file: settings from a day on, corrections of the calendar."""

from datetime import date

import pytest

from domain.case import KindOfFile, Setting, actions_of
from domain.decide import decide
from domain.fact import Fact, Recorded
from domain.law import Refused
from domain.legal_calendar import ATW
from domain.scheme_file import (
    DECREE_DAYS_COUNT,
    CalendarCorrected,
    CorrectCalendar,
    DecideSetting,
    OpenSchemeFile,
    SchemeFile,
    SchemeFileOpened,
    SettingDecided,
    actions_under,
    evolve,
)
from tests.domain.fictional import AT_3, EMPTY, at, recorded

DAY = date(2026, 3, 2)
DECREES = Setting(name=DECREE_DAYS_COUNT, default=False, place=ATW, says="whether they count")
WEEKS = Setting(name="objection-weeks", default=None, place=AT_3, says="weeks to object")


def fold(file: SchemeFile, record: Recorded) -> SchemeFile:
    fact = record.fact
    assert isinstance(fact, SchemeFileOpened | SettingDecided | CalendarCorrected)
    return evolve(file, fact)


KIND: KindOfFile[SchemeFile] = KindOfFile(
    name="scheme",
    says="the scheme's own file",
    start=SchemeFile(),
    evolve=fold,
    facts=(SchemeFileOpened, SettingDecided, CalendarCorrected),
    actions=actions_of(*actions_under((DECREES, WEEKS), AT_3, frozenset({"owner"}))),
)
OPENED = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=AT_3)


def decided(setting: str, value: bool | int | None, on: date = DAY) -> Fact:
    return SettingDecided(
        matter="scheme", on=on, basis=AT_3, setting=setting, value=value, because="board"
    )


def state(*facts: Fact) -> SchemeFile:
    trail = tuple(recorded(n, one) for n, one in enumerate((OPENED, *facts), start=1))
    return KIND.recalled(trail).state


def decide_setting(setting: str, value: bool | int | None) -> Fact:
    command = DecideSetting(on=DAY, setting=setting, value=value, because="board of 2 March")
    return decide(KIND, command, at(EMPTY, "owner", DAY), DAY).facts[0]


def test_the_file_is_opened_and_holds_the_defaults() -> None:
    opened = decide(KIND, OpenSchemeFile(on=DAY), at(EMPTY, "owner", DAY), DAY).facts
    assert opened == (SchemeFileOpened(matter="scheme", on=DAY, basis=AT_3),)
    assert state() == SchemeFile()


def test_a_setting_holds_from_its_day_on() -> None:
    file = state(decided("objection-weeks", 6), decided("objection-weeks", 8, date(2026, 5, 1)))
    assert file.settings_on(date(2026, 3, 1)) == {}
    assert file.settings_on(DAY) == {"objection-weeks": 6}
    assert file.settings_on(date(2026, 5, 1)) == {"objection-weeks": 8}


def test_two_decisions_of_one_day_the_last_one_holds() -> None:
    file = state(decided("objection-weeks", 6), decided("objection-weeks", None))
    assert file.settings_on(DAY) == {"objection-weeks": None}


def test_decree_days_are_switched_on_and_off_again() -> None:
    friday = date(2026, 5, 15)
    assert state().calendar.is_working(friday)
    assert not state(decided(DECREE_DAYS_COUNT, True)).calendar.is_working(friday)
    both = state(decided(DECREE_DAYS_COUNT, True), decided(DECREE_DAYS_COUNT, False))
    assert both.calendar.is_working(friday)


def test_a_correction_of_the_calendar_is_a_fact() -> None:
    command = CorrectCalendar(
        on=DAY, day=date(2026, 6, 15), recognised=True, called="mourning", because="decree"
    )
    (fact,) = decide(KIND, command, at(EMPTY, "owner", DAY), DAY).facts
    assert state(fact).calendar.holiday(date(2026, 6, 15)) == "mourning"
    assert state().calendar.holiday(date(2026, 6, 15)) == ""


@pytest.mark.parametrize("value", [1, 6, 1000, None])
def test_a_number_is_from_1_to_1000_or_unknown(value: int | None) -> None:
    fact = decide_setting("objection-weeks", value)
    assert isinstance(fact, SettingDecided)
    assert (fact.value, fact.basis) == (value, AT_3)


@pytest.mark.parametrize("value", [0, -1, 1001, True, False])
def test_anything_else_is_no_number(value: int) -> None:
    with pytest.raises(Refused, match="a number from 1 to 1000; null is unknown"):
        decide_setting("objection-weeks", value)


@pytest.mark.parametrize("value", [0, 1, None])
def test_a_switch_takes_yes_or_no_and_no_number(value: int | None) -> None:
    with pytest.raises(Refused, match="give true or false"):
        decide_setting(DECREE_DAYS_COUNT, value)


def test_a_setting_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match="give one of decree-days-count, objection-weeks"):
        decide_setting("appeal-weeks", 6)
