"""JSON read strictly: what two readers could read differently, or a database not hold, is refused.

Python's reader takes the last of two equal keys, NaN, numbers of any length, lone surrogates and
any depth. Here each of these is a flaw with a place and a reason (RFC 8259, 4, 6 and 8; RFC 7493).
"""

import json
from dataclasses import dataclass
from math import isfinite
from typing import Any

from infra.http.invalid_input import place_name
from infra.http.problems import InvalidInput, ProblemError, invalid
from infra.http.values import LARGEST_WHOLE

DEEPEST = 32
_TOLD_AT_MOST = 20  # a body made of flaws gets an answer smaller than itself
_LONGEST_WHOLE = len(str(LARGEST_WHOLE)) + 1  # with a sign; int() of 5,000 digits raises


@dataclass(frozen=True)
class _Flaw:
    """Stands where the value would have stood, so that the walk finds its place."""

    code: str
    reason: str


_NOT_A_NUMBER = _Flaw("not_a_number", "NaN and Infinity are not JSON numbers.")
_TWICE = _Flaw("duplicate_key", "This object has the same name twice.")
_TOO_LARGE = _Flaw("number_too_large", f"Expected a number between -{LARGEST_WHOLE} and +that.")
_TOO_DEEP = _Flaw("too_deep", f"Expected at most {DEEPEST} levels of nesting.")
_NUL = _Flaw("nul_character", "Text cannot hold the character U+0000.")
_SURROGATE = _Flaw("lone_surrogate", "This text has half a character (a lone surrogate).")


def read_json(body: bytes) -> Any:
    """The value in `body`. Raises ProblemError 400 that names every flaw (the first twenty)."""
    try:
        text = body.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_constant=lambda _: _NOT_A_NUMBER,
        )
    except UnicodeDecodeError as error:
        raise _unreadable(f"The body is not UTF-8 at byte {error.start}.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _unreadable(f"The body is not JSON at {where}: {error.msg}.") from None
    except RecursionError:
        raise _unreadable(_TOO_DEEP.reason) from None
    walk = _Walk(escapes="\\u" in text)
    walk.look(value, ())
    if walk.found:
        raise invalid("The body is JSON that cannot be read in one way only.", *walk.found)
    return value


def _unreadable(detail: str) -> ProblemError:
    return invalid(detail, InvalidInput(name="body", code="json_invalid", reason=detail))


def _object(members: list[tuple[str, Any]]) -> dict[str, Any] | _Flaw:
    read = dict(members)
    return read if len(read) == len(members) else _TWICE


def _whole(digits: str) -> int | _Flaw:
    if len(digits) > _LONGEST_WHOLE:
        return _TOO_LARGE
    number = int(digits)
    return number if abs(number) <= LARGEST_WHOLE else _TOO_LARGE


class _Walk:
    """Looks at every value once. Text needs a look only where \\u was used to write it."""

    def __init__(self, *, escapes: bool) -> None:
        self._escapes = escapes
        self.found: list[InvalidInput] = []

    def look(self, value: Any, at: tuple[str | int, ...]) -> None:
        if isinstance(value, dict | list):
            if len(at) >= DEEPEST:
                self._tell(_TOO_DEEP, at)
            elif isinstance(value, dict):
                self._look_in_object(value, at)
            else:
                for index, item in enumerate(value):
                    self.look(item, (*at, index))
        elif isinstance(value, _Flaw):
            self._tell(value, at)
        elif isinstance(value, float):
            if not isfinite(value):
                self._tell(_TOO_LARGE, at)
        elif self._escapes and isinstance(value, str):
            self._look_at_text(value, at)

    def _look_in_object(self, value: dict[str, Any], at: tuple[str | int, ...]) -> None:
        for key, member in value.items():
            if self._escapes:
                self._look_at_text(key, (*at, key))
            self.look(member, (*at, key))

    def _look_at_text(self, text: str, at: tuple[str | int, ...]) -> None:
        if "\x00" in text:
            self._tell(_NUL, at)
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            self._tell(_SURROGATE, at)

    def _tell(self, flaw: _Flaw, at: tuple[str | int, ...]) -> None:
        if len(self.found) < _TOLD_AT_MOST:
            name = place_name(at) or "body"
            self.found.append(InvalidInput(name=name, code=flaw.code, reason=flaw.reason))
