"""Requests that might be asked of a file: plausible more often than not, and never by a script.

The values come from what the command takes (its pydantic model), from the words of the article
it belongs to, and from what the file holds: its matters, its days, the numbers of its facts.
"""

from __future__ import annotations

import operator
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from domain.case import Command, Setting
from domain.law import InTime, Value
from domain.personal import Personal

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.()/-]{0,79}")
STEPS = (0, 0, 0, 1, -1, 13, 14, 28, -28, 42, 90, 180, -200, 364, 1460, -4000)
NAME, PROSE = "N. Wolters", "Twee verklaringen ontbreken; zie de brief."
OURS = ("groep-12", "r.visser", "website of 1 February")
PERSONAL = "personal"
"""Among the limits of a text: that it is about a person."""
LIMITS = {"ge": operator.ge, "gt": operator.gt, "le": operator.le, "lt": operator.lt}
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 40, 60, 95)


@dataclass
class Plausible:
    """What can be asked on a day of a file that holds these matters and days."""

    rnd: Random
    today: date
    matters: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    version: int = 0
    accounts: tuple[str, ...] = ()

    def content(self, command: type[Command]) -> dict[str, Any]:
        """The content of a command, as a door would hand it over. Mostly without ``on``: today."""
        fields = {n: f for n, f in command.model_fields.items() if n != "on"}
        asked = self.filled(command, fields)
        if self.rnd.random() < 0.15:
            asked["on"] = self._day().isoformat()
        left_out = [n for n, f in fields.items() if not f.is_required()]
        for name in left_out:
            if self.rnd.random() < 0.2:
                asked.pop(fields[name].alias or name)
        return asked

    def filled(self, model: type[BaseModel], fields: Mapping[str, FieldInfo]) -> dict[str, Any]:
        """These fields of a model, each with a value, under the names they have in JSON."""
        words = words_of(model.__module__)
        return {f.alias or n: self._field(n, f, words) for n, f in fields.items()}

    def _field(self, name: str, field: FieldInfo, words: tuple[str, ...]) -> Any:
        return self._value(name, field.annotation, field.metadata, words)

    def _value(self, name: str, kind: Any, limits: Iterable[Any], words: tuple[str, ...]) -> Any:
        origin, args, limits = get_origin(kind), get_args(kind), _flat(limits)
        if origin is Annotated:
            return self._value(name, args[0], (*limits, *args[1:]), words)
        if origin is Personal:
            return self._value(name, args[1], (PERSONAL,), words)
        if origin in (Union, UnionType):
            return self._one_of(name, args, limits, words)
        if origin is Literal:
            return self.rnd.choice(args)
        if origin is tuple:
            many = self.rnd.choice((0, 1, 1, 2))
            return [self._value(name, args[0], (), words) for _ in range(many)]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return {f.alias or n: self._field(n, f, words) for n, f in kind.model_fields.items()}
        return self._plain(name, kind, limits, words)

    def _one_of(self, name: str, kinds: Any, limits: Any, words: tuple[str, ...]) -> Any:
        if NoneType in kinds and self.rnd.random() < 0.3:
            return None
        some = [kind for kind in kinds if kind is not NoneType]
        return self._value(name, self.rnd.choice(some), limits, words)

    def _plain(self, name: str, kind: Any, limits: Iterable[Any], words: tuple[str, ...]) -> Any:
        if kind is bool:
            return self.rnd.random() < 0.75
        if kind is int or kind is float:
            return self._number(limits)
        if kind is date:
            return self._day().isoformat()
        if kind is datetime:
            return datetime.combine(self._day(), time(9, 30), UTC).isoformat()
        if kind is UUID:
            return str(UUID(int=self.rnd.choice((1, 2, 3))))
        if kind is str:
            return self._text(name, limits, words)
        raise TypeError(f"{name} is a {kind}; say here what a plausible one is")

    def _number(self, limits: Iterable[Any]) -> int:
        versions = range(1, self.version + 2)
        pool: tuple[int, ...] = (*versions, *versions, *NUMBERS) if self.version else NUMBERS
        fitting: list[int] = [n for n in pool if _is_within(n, limits)]
        least = next((one.ge for one in limits if getattr(one, "ge", None) is not None), 0)
        return self.rnd.choice(fitting or [least])

    def _day(self) -> date:
        if self.days and self.rnd.random() < 0.4:
            return self.rnd.choice(self.days) + timedelta(days=self.rnd.choice((0, 0, -1, 1)))
        return self.today + timedelta(days=self.rnd.choice(STEPS))

    def _text(self, name: str, limits: Iterable[Any], words: tuple[str, ...]) -> str:
        if PERSONAL in limits:
            return self.rnd.choice((PROSE, NAME))
        pattern = next((p for one in limits if (p := getattr(one, "pattern", None))), None)
        if pattern is None:
            return self.rnd.choice((*OURS, *self.accounts))
        named = [m for m in self.matters if m.startswith(f"{name}-")] or list(self.matters)
        if named and self.rnd.random() < 0.5:
            words = tuple(named)
        fitting = [word for word in words if re.fullmatch(pattern, word)]
        return self.rnd.choice(fitting or ["12", "other-1"])


def words_of(module: str) -> tuple[str, ...]:
    """The words that an article file uses: its grounds and kinds; no roles, which are sets."""
    found: set[str] = set()
    for name, value in vars(sys.modules[module]).items():
        if not name.startswith("__"):
            found |= set(_words_in(value))
    return tuple(sorted(word for word in found if WORD.fullmatch(word)))


def _words_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, InTime):
        return [word for one in value._versions.values() for word in _words_of_a_version(one)]
    if isinstance(value, Setting):
        return [value.name]
    if isinstance(value, Mapping):
        return _words_in((*value.keys(), *value.values()))
    if isinstance(value, tuple | list):
        return [word for one in value for word in _words_in(one)]
    if get_origin(value) is Literal:
        return [word for word in get_args(value) if isinstance(word, str)]
    return []


def _words_of_a_version(version: Any) -> list[str]:
    if isinstance(version, Value):
        return [word for _, held in version for word in _words_in(held)]
    return _words_in(tuple(version) if isinstance(version, frozenset | set) else version)


def _flat(limits: Iterable[Any]) -> list[Any]:
    """Limits may lie inside a Field: ``Annotated[int, Field(ge=0)]``."""
    flat: list[Any] = []
    for one in limits:
        flat += one.metadata if isinstance(one, FieldInfo) else [one]
    return flat


def _is_within(n: int, limits: Iterable[Any]) -> bool:
    return all(
        holds(n, limit)
        for one in limits
        for name, holds in LIMITS.items()
        if (limit := getattr(one, name, None)) is not None
    )
