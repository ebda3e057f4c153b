"""``python -m tests.bench [--json] [--quick] [--facts N] [--rounds N] [--rows name,...]``."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

import structlog

from tests.bench import (
    answering,
    appending,
    carrying,
    decoding,
    feeding,
    importing,
    loading,
    relaying,
    remembering,
    sharing,
    stock,
)
from tests.bench.place import Place, Sizes, machine, place
from tests.bench.rows import Row

MEASURES: Mapping[str, Callable[[Place], Iterator[Row]]] = {
    "append": appending.rows,
    "import": importing.rows,
    "load": loading.rows,
    "live": feeding.live,
    "rebuild": feeding.rebuild,
    "decode": decoding.rows,
    "http": answering.rows,
    "command": answering.commands,
    "memory": remembering.rows,
    "relay": relaying.rows,
    "relay-memory": carrying.rows,
    "shared": sharing.rows,
    "stock": stock.rows,
}


def main(given: list[str] | None = None) -> int:
    """Measures and prints. Never fails for what was measured: that is for the reader."""
    asked = _asked(given)
    sizes = Sizes.quick(asked.facts or 300) if asked.quick else Sizes(facts=asked.facts or 20_000)
    sizes = replace(sizes, rounds=asked.rounds or sizes.rounds)
    found = []
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    for row in measured(sizes, asked.rows or tuple(MEASURES)):
        found.append(row)
        if not asked.json:
            print(as_line(row), flush=True)
    if asked.json:
        told = {"machine": machine(), "facts": sizes.facts, "rows": [r.as_json() for r in found]}
        print(json.dumps(told))
    return 0


def measured(sizes: Sizes, names: Iterable[str]) -> Iterator[Row]:
    with place(sizes) as where:
        for name in names:
            yield from MEASURES[name](where)


def as_line(row: Row) -> str:
    """One row of the table."""
    low, high = row.spread
    ratio = f"{row.ratio:8.2f} ({low:.2f} to {high:.2f})" if row.limit else f"{'':8}"
    sign = {"at least": ">=", "at most": "<="}[row.goal]
    target = "" if row.target is None else f"{sign} {row.target:g}"
    met = {True: "met", False: "MISSED", None: ""}[row.met]
    figures = f"{row.value:12,.2f} {row.limit:12,.2f} {row.unit:8}"
    return f"{row.name:44} {figures} {ratio:26} {target:8} {met:7} {row.against}"


def _asked(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, to see that it runs")
    parser.add_argument("--facts", type=_facts, help="facts on record, up to 1,000,000")
    parser.add_argument("--rounds", type=int, choices=range(1, 10), help="rounds of each row; 5")
    parser.add_argument("--rows", type=_named, help=f"of {', '.join(MEASURES)}")
    return parser.parse_args(given)


def _facts(text: str) -> int:
    if not text.isdecimal() or not 100 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text} is no number from 100 to 1000000")
    return int(text)


def _named(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := sorted(set(names) - MEASURES.keys()):
        known = ", ".join(MEASURES)
        raise argparse.ArgumentTypeError(f"there is no row {', '.join(unknown)}; give of {known}")
    return names


if __name__ == "__main__":
    sys.exit(main())
