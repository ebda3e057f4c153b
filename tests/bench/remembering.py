"""What is held in memory while the register is told anew, process by process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children

from infra.main import opened
from infra.settings import Settings
from tests.bench import cpu
from tests.bench.place import Place
from tests.bench.rows import Round, Row, alone
from tests.bench.visiting import told

EARLY = 0.2

Held = tuple[float, float, float]
"""Megabytes: one process after the first fifth, one process at most, and all of them at most."""


def rows(place: Place) -> Iterator[Row]:
    """The most that one of the processes held; all of them, with the one that waits for them; and
    the first beside what was held after the first fifth of the record."""
    settings = place.big.settings
    held: list[Held] = []

    def most() -> float:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.remembering"],
            env={**os.environ, **told(settings)},
            capture_output=True,
            check=True,
            text=True,
        )
        held.append(tuple(json.loads(done.stdout)))
        return held[-1][1]

    measured = alone(most, place.sizes.rounds)
    yield Row("memory of a worker in a rebuild", "MB", "", "at most", 300, measured)
    together = tuple(Round(one, 0) for _, _, one in held)
    yield Row("memory of all its processes", "MB", "", "at most", None, together)
    flat = tuple(Round(late, early) for early, late, _ in held)
    yield Row("memory, flat", "MB", "after a fifth of the record", "at most", 1.1, flat)


def main() -> None:
    with opened(Settings(mode="test")) as house:
        held: list[Held] = []

        def note(done: int, of: int) -> None:
            us = [os.getpid(), *(one.pid for one in active_children() if one.pid)]
            megabytes = [cpu.resident_megabytes(one) for one in us]
            held.append((done / of, max(megabytes), sum(megabytes)))

        house.rebuild().rebuild(["register"], note)
        early = max(one for part, one, _ in held if part <= max(EARLY, held[0][0]))
        most, together = (max(of) for of in list(zip(*held, strict=True))[1:])
        print(json.dumps([early, most, together]))


if __name__ == "__main__":
    main()
