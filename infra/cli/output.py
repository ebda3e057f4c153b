"""How results are printed: a table for who looks at a screen, JSON or CSV for who reads on."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any

import typer

Row = Mapping[str, Any]
WIDE = 180
"""How wide a table is where no screen says so."""


class Output(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Printed = Annotated[
    Output | None,
    typer.Option("-o", "--output", help="table on a screen and json elsewhere, unless given"),
]


def form(output: Output | None) -> Output:
    """The form that was asked for; if none was, a table on a screen and JSON elsewhere."""
    return output or (Output.TABLE if sys.stdout.isatty() else Output.JSON)


def show(rows: Sequence[Row], output: Output | None, columns: Mapping[str, str]) -> None:
    """Prints rows to stdout. ``columns`` are the fields of the table, each with its heading."""
    match form(output):
        case Output.TABLE:
            _table(rows, columns)
        case Output.JSON:
            print(json.dumps(list(rows), indent=2, ensure_ascii=False))
        case Output.JSONL:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False))
        case Output.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            fields = list(rows[0]) if rows else list(columns)
            writer.writerow(fields)
            writer.writerows([_cell(row[name]) for name in fields] for row in rows)


def fail(says: str, code: int) -> typer.Exit:
    """Says on stderr why a command ends so; to be raised."""
    typer.echo(says, err=True)
    return typer.Exit(code)


@contextmanager
def only_warnings() -> Iterator[None]:
    """What the house logs while a result is made up: to stderr, and only what went wrong."""
    import structlog

    before = structlog.get_config()
    warnings = structlog.make_filtering_bound_logger("warning")
    stderr = structlog.PrintLoggerFactory(sys.stderr)
    structlog.configure(wrapper_class=warnings, logger_factory=stderr)
    try:
        yield
    finally:
        structlog.configure(**before)


def _table(rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for n, heading in enumerate(columns.values()):
        table.add_column(heading, overflow="fold", no_wrap=n == 0)
    for row in rows:
        table.add_row(*(Text(_cell(row[name])) for name in columns))
    width = None if sys.stdout.isatty() else WIDE
    Console(width=width).print(table)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(map(_cell, value)) if value else ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)
