"""The scheme's own file: what its owner decides once for all cases, calendar and settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from domain.case import Action, Command, Facts, Setting, Situation, action
from domain.days import Day
from domain.fact import Fact
from domain.law import Place, Refused, Value
from domain.legal_calendar import Correction, LegalCalendar
from domain.words import Code, Line, Prose

RULES_OF_THE_HOUSE = "scheme"
"""The matter under which calendar and settings are recorded."""


class SchemeFileOpened(Fact):
    stored_as = "scheme.file-opened"


class SettingDecided(Fact):
    """From the day it takes effect, a setting has this value; ``None`` is unknown again."""

    stored_as = "scheme.setting-decided"
    setting: str
    value: bool | int | None
    because: str


class CalendarCorrected(Fact):
    """A day is, or is not, a recognised holiday after all. Terms move with it; facts never."""

    stored_as = "scheme.calendar-corrected"
    day: Day
    recognised: bool
    called: str
    because: str


class SchemeFile(Value):
    """The calendar and the settings, folded from the facts. Schemes add what is theirs."""

    calendar: LegalCalendar = LegalCalendar()
    settings: tuple[tuple[Day, str, bool | int | None], ...] = ()

    def settings_on(self, day: date) -> Mapping[str, Any]:
        """Every setting that had been decided to hold on this day."""
        return {name: value for since, name, value in self.settings if since <= day}


SharedFact = SchemeFileOpened | SettingDecided | CalendarCorrected
F = TypeVar("F", bound=SchemeFile)


def evolve(file: F, fact: SharedFact) -> F:
    """The file with one fact more that every scheme's own file knows."""
    match fact:
        case SchemeFileOpened():
            return file
        case SettingDecided():
            decided = sorted([*file.settings, (fact.on, fact.setting, fact.value)], key=_day_of)
            calendar = file.calendar
            if fact.setting == DECREE_DAYS_COUNT:
                calendar = calendar.model_copy(update={"decree_days_count": bool(fact.value)})
            return file.model_copy(update={"settings": tuple(decided), "calendar": calendar})
        case CalendarCorrected():
            one = Correction(day=fact.day, recognised=fact.recognised, name=fact.called)
            corrections = (*file.calendar.corrections, one)
            calendar = file.calendar.model_copy(update={"corrections": corrections})
            return file.model_copy(update={"calendar": calendar})


def _day_of(decided: tuple[date, str, object]) -> date:
    return decided[0]


DECREE_DAYS_COUNT = "decree-days-count"


class OpenSchemeFile(Command):
    """Open the scheme's own file."""

    name = "open-scheme-file"


class DecideSetting(Command):
    """Decide a setting that the text leaves open, from a day on."""

    name = "decide-setting"
    setting: Code
    value: bool | int | None
    because: Prose


class CorrectCalendar(Command):
    """Record that a day is, or is not, a recognised holiday after all."""

    name = "correct-calendar"
    day: Day
    recognised: bool
    called: Line
    because: Prose


def actions_under(
    settings: tuple[Setting, ...], place: Place, by: frozenset[str]
) -> tuple[Action[Any, Any], ...]:
    """The three actions every scheme's own file has, for one scheme and its settings."""
    known = {setting.name: setting for setting in settings}

    @action(OpenSchemeFile, by=by, place=place, opens_file=True)
    def open_file(asked: OpenSchemeFile, _: Situation[Any]) -> Facts:
        """Open the scheme's own file."""
        return SchemeFileOpened(matter=RULES_OF_THE_HOUSE, on=asked.on, basis=place)

    @action(DecideSetting, by=by, place=place)
    def decide_setting(asked: DecideSetting, _: Situation[Any]) -> Facts:
        """Decide a setting that the text leaves open, from a day on."""
        setting = known.get(asked.setting)
        if setting is None:
            names = ", ".join(sorted(known))
            raise Refused(
                f"{asked.setting} is no setting of this scheme; give one of {names}", place
            )
        _fits(setting, asked.value)
        return SettingDecided(
            matter=RULES_OF_THE_HOUSE,
            on=asked.on,
            basis=setting.place,
            setting=setting.name,
            value=asked.value,
            because=asked.because,
        )

    @action(CorrectCalendar, by=by, place=place)
    def correct_calendar(asked: CorrectCalendar, _: Situation[Any]) -> Facts:
        """Record that a day is, or is not, a recognised holiday after all."""
        return CalendarCorrected(
            matter=RULES_OF_THE_HOUSE,
            on=asked.on,
            basis=place,
            day=asked.day,
            recognised=asked.recognised,
            called=asked.called,
            because=asked.because,
        )

    return open_file, decide_setting, correct_calendar


def _fits(setting: Setting, value: object) -> None:
    """A switch takes yes or no; a number takes a number from 1 to 1,000, or unknown."""
    if setting.is_switch:
        if not isinstance(value, bool):
            raise Refused(f"{setting.name} is a switch; give true or false", setting.place)
    elif value is not None and (
        isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 1000
    ):
        raise Refused(f"{setting.name} is a number from 1 to 1000; null is unknown", setting.place)
