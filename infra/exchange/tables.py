"""A table of events (CSV, RFC 4180), row by row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from infra.exchange.faults import Fault, Unreadable
from infra.exchange.mapping import SourceMapping

LONGEST = 64 * 1024 * 1024
"""Characters in a line; a longer one is no line of a table."""


class Cell(NamedTuple):
    """What a source says, and which kind of value that is (IEEE 1849-2016)."""

    kind: str
    text: str


class Row(NamedTuple):
    """One event of a source; ``number`` counts events from 1, so a heading is no row."""

    number: int
    cells: dict[str, Cell]


def rows_of_table(path: Path, mapping: SourceMapping) -> Iterator[Row | Fault]:
    """The rows with what is in the columns that the mapping names; empty cells are left out.

    Raises Unreadable.
    """
    encoding = "utf-8-sig" if mapping.encoding.lower() in ("utf-8", "utf8") else mapping.encoding
    with path.open(encoding=encoding, newline="") as file:
        csv.field_size_limit(LONGEST)
        reader = csv.reader(_lines(file), delimiter=mapping.delimiter, strict=True)
        number = 0
        try:
            places = _places(next(reader, []), mapping)
            width = places.pop("")
            for number, cells in enumerate(reader, start=1):
                if not cells:
                    continue
                if len(cells) != width:
                    wrong = f"the row has {len(cells)} cells, and there are {width} headings"
                    right = "quote what holds a delimiter or a line break"
                    yield Fault(number, wrong, right, maybe=tuple(filter(None, cells)))
                    continue
                told = {name: Cell("string", cells[n]) for name, n in places.items() if cells[n]}
                yield Row(number, told)
        except csv.Error as wrong:
            raise Unreadable(f"after row {number} the table breaks off: {wrong}") from None
        except UnicodeError:
            raise Unreadable(
                f"after row {number} or so this is not {mapping.encoding}; "
                "say in the mapping which encoding it is, such as windows-1252"
            ) from None


def _places(headings: list[str], mapping: SourceMapping) -> dict[str, int]:
    """Where each column is that is needed; and under ``""`` how many there are."""
    missing = [one for one in mapping.needed() if one not in headings]
    if missing:
        there = ", ".join(headings) if headings else "no heading at all"
        raise Unreadable(f"there is no column {', '.join(missing)}; the file has {there}")
    twice = [one for one, times in Counter(headings).items() if times > 1 and one]
    if twice:
        raise Unreadable(f"more than one column is headed {', '.join(twice)}; name them apart")
    return {"": len(headings), **{one: headings.index(one) for one in mapping.needed()}}


def _lines(file: TextIO) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise Unreadable(f"line {number} is longer than {LONGEST} characters; is it a table?")
        yield line
