"""Writing out what is on record, in a form that others read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from infra.exchange import as_lines, as_ocel, as_parquet, as_xes
from infra.exchange.formats import Format
from infra.exchange.going_out import Out, Wanted, cases
from infra.store.views.facts import Facts
from infra.store.views.faults import Fault

Writes = Callable[[Iterable[list[Out]], Wanted, IO[bytes]], int]


WRITERS: Mapping[Format, Writes] = {
    Format.XES: as_xes.write,
    Format.OCEL: as_ocel.write,
    Format.JSONL: as_lines.write,
    Format.PARQUET: as_parquet.write,
}


@dataclass(frozen=True)
class Exported:
    """How many events or facts were written, and the cases that could not be read."""

    many: int
    faults: tuple[Fault, ...]


def export(facts: Facts, wanted: Wanted, format: Format, path: Path) -> Exported:
    """Writes what is wanted to a file, or to stdout for ``-``.

    A file appears when it is whole, in place of one that was there. Raises OSError.
    """
    faults: list[Fault] = []
    with _written(path) as file:
        many = WRITERS[format](cases(facts, wanted, faults.append), wanted, file)
    return Exported(many, tuple(faults))


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
