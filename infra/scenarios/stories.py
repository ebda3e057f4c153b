"""A scenario with the story it begins with, and the days that were given to that story."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from domain.days import Span
from infra.scenarios.reading import Path_, Written, read
from infra.scenarios.script import Script, ScriptText, Step
from infra.scenarios.understood import understood

COUNTED = re.compile(r"\$([a-z-]+)((?:\s*[-+]\s*\d+\s+(?:day|week|month|year)s?)*)")
PIECE = re.compile(r"([-+])\s*(\d+)\s+(day|week|month|year)s?")
LOOKED_UP = ("fact ", "person ")
"""Words after a $ that are looked up while the story runs, not counted from a day."""


Reader = Callable[[Path], Written]


def load(file: Path, given: Mapping[str, date] | None = None, reader: Reader = read) -> Script:
    """A scenario file, ready to be run, with the days given to it. Raises ScriptError.

    Give a ``reader`` that remembers, to run the same files many times with other days.
    """
    return _loaded(file, given or {}, (), reader)


def _loaded(
    file: Path, given: Mapping[str, date], begun: tuple[Path, ...], reader: Reader
) -> Script:
    written = reader(file)
    days = _days(written, given)
    text = understood(written, _with_days(written, written.data, (), days))
    files = {**dict.fromkeys(text.people, ""), **text.files}
    steps = tuple(Step(step, written, n) for n, step in enumerate(text.steps))
    if not text.begins:
        if text.given:
            raise written.wrong("days are given to the story in 'begins'; there is none", "given")
        return Script(file, written, text, files, steps)
    before = _begun_with(written, text, (*begun, file.resolve()), reader)
    earlier = tuple(replace(step, earlier=True) for step in before.steps)
    return Script(file, written, text, {**before.files, **files}, earlier + steps)


def _begun_with(
    written: Written, text: ScriptText, begun: tuple[Path, ...], reader: Reader
) -> Script:
    file = written.file.parent / text.begins
    if not file.is_file():
        raise written.wrong(f"there is no file {text.begins} beside this one", "begins")
    if file.resolve() in begun:
        raise written.wrong(f"{text.begins} begins with this very file", "begins")
    taken = reader(file).data.get("takes", {})
    for name in text.given:
        if name not in taken:
            takes = ", ".join(taken) or "none"
            raise written.wrong(f"{text.begins} takes no {name}; it takes {takes}", "given", name)
    before = _loaded(file, text.given, begun, reader)
    if before.text.scheme != text.scheme:
        raise written.wrong(f"{text.begins} is a story of {before.text.scheme}", "begins")
    return before


def _days(written: Written, given: Mapping[str, date]) -> dict[str, date]:
    """The days that may be counted from: those the story takes, as given or else as it says.

    A day may be counted from those that are named before it.
    """
    taken, days = written.data.get("takes", {}), dict[str, date]()
    if not isinstance(taken, dict):
        raise written.wrong("give names with a day each, such as 'decision: 2026-04-15'", "takes")
    for name, value in taken.items():
        day = given.get(name) or _with_days(written, value, ("takes", name), days)
        if not isinstance(day, date):
            raise written.wrong(f"give {name} a day, such as 2026-04-15", "takes", name)
        days[name] = day
    return days


def _with_days(written: Written, value: Any, path: Path_, days: Mapping[str, date]) -> Any:
    """The values with every ``$decision - 2 weeks`` counted out."""
    if isinstance(value, dict):
        return {k: _with_days(written, v, (*path, k), days) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_days(written, v, (*path, n), days) for n, v in enumerate(value)]
    if not isinstance(value, str) or not value.startswith("$"):
        return value
    if value[1:].startswith(LOOKED_UP):
        return value
    counted = COUNTED.fullmatch(value.strip())
    if counted is None or counted[1] not in days:
        known = ", ".join(f"${name}" for name in days) or "none, for this file takes no days"
        says = f"{value} is no day; write {{day}} or {{day}} - 2 weeks, where {{day}} is {known}"
        raise written.wrong(says, *path)
    return _counted(days[counted[1]], counted[2])


def _counted(day: date, pieces: str) -> date:
    for sign, number, unit in PIECE.findall(pieces):
        span = Span(**{f"{unit}s": int(number)})
        day = span.after(day) if sign == "+" else span.before(day)
    return day
