"""The one spelling of a value, for commitments that anybody can compute again."""

from __future__ import annotations

import json


def canonical(value: object) -> bytes:
    """The one spelling of a value: JSON, keys sorted, no spaces, UTF-8.

    Raises TypeError for what is not str, int, bool, None, list or dict with str keys (a day is
    its ISO text; a fraction too, because floats have no single spelling), and ValueError for
    text that is not Unicode.
    """
    _assert_plain(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError("text with half a surrogate pair cannot be stored") from None


def _assert_plain(value: object) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key of type {type(key).__name__}; keys are text")
            _assert_plain(item)
    elif isinstance(value, list):
        for item in value:
            _assert_plain(item)
    elif not isinstance(value, str | int | bool | None):
        raise TypeError(
            f"a value of type {type(value).__name__} cannot be sealed; "
            "give text, a whole number, a truth value, None, a list or a dict"
        )
