"""Stories with blanks: ``<location>`` is filled in, ``each`` says a line of the file many times.

``each: {lines: [location, qualification]}`` stands in an item of a list, and repeats the item for
all there is in the word ``lines``, whose own items are taken apart under those names; with
``<number>``, counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from infra.scenarios.reading import Path_, Written

BLANK = re.compile(r"<([a-z][A-Za-z-]*)>")
EACH, NUMBER = "each", "number"

Words = Mapping[str, Any]


def filled(written: Written, words: Words) -> Written:
    """The file with its blanks filled in; every value keeps its line. Raises ScriptError."""
    lines = dict(written.lines)
    filling = _Filling(written, lines)
    data = filling.value(written.data, words, (), ())
    assert isinstance(data, dict)  # noqa: S101  a file is one
    return Written(written.file, data, lines)


class _Filling:
    """Goes through a file; ``old`` is where a value is written, ``new`` where it comes to be."""

    def __init__(self, written: Written, lines: dict[Path_, int]) -> None:
        self._written, self._lines = written, lines

    def value(self, value: Any, words: Words, old: Path_, new: Path_) -> Any:
        self._lines[new] = self._written.line(*old)
        if isinstance(value, dict):
            pairs = value.items()
            return {k: self.value(v, words, (*old, k), (*new, k)) for k, v in pairs if k != EACH}
        if isinstance(value, list):
            return self._list(value, words, old, new)
        return self._text(value, words, old) if isinstance(value, str) else value

    def _list(self, items: list[Any], words: Words, old: Path_, new: Path_) -> list[Any]:
        done: list[Any] = []
        for n, item in enumerate(items):
            for these in self._each(item, words, (*old, n)):
                done.append(self.value(item, these, (*old, n), (*new, len(done))))
        return done

    def _each(self, item: Any, words: Words, at: Path_) -> Iterator[Words]:
        """The words for every time that an item is said; once, when it says nothing of it."""
        each = item.get(EACH) if isinstance(item, dict) else None
        if each is None:
            yield words
            return
        if not isinstance(each, dict) or len(each) != 1:
            raise self._written.wrong("say which, as 'each: {lines: [location]}'", *at, EACH)
        [(of, names)] = each.items()
        for number, one in enumerate(self._word(of, words, at), start=1):
            said = one if isinstance(one, list) else [one]
            if len(said) != len(names):
                says = f"{of} has {said} for {', '.join(names)}; give one for each name"
                raise self._written.wrong(says, *at, EACH)
            yield {**words, NUMBER: number, **dict(zip(names, said, strict=True))}

    def _text(self, text: str, words: Words, at: Path_) -> Any:
        """A blank by itself becomes what the word is; in a longer text, how it reads."""
        alone = BLANK.fullmatch(text)
        if alone:
            return self._word(alone[1], words, at)
        return BLANK.sub(lambda found: str(self._word(found[1], words, at)), text)

    def _word(self, name: str, words: Words, at: Path_) -> Any:
        if name not in words:
            says = f"no word is given for <{name}>; given are {', '.join(sorted(words))}"
            raise self._written.wrong(says, *at)
        return words[name]
