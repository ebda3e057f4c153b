"""What a worker holds in memory while it tells the register anew, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from infra.main import opened
from infra.settings import Settings
from infra.store.views.rebuild import Rebuild
from tests.bench import cpu
from tests.bench.place import Place
from tests.bench.rows import Round, Row, alone
from tests.bench.visiting import environment

EARLY = 0.2


def rows(place: Place) -> Iterator[Row]:
    """The most it held; and that beside what it held after the first fifth of the record."""
    settings = place.big.settings
    held: list[tuple[float, float]] = []

    def most() -> float:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.remembering"],
            env={**os.environ, **environment(settings)},
            capture_output=True,
            check=True,
            text=True,
        )
        held.append(tuple(json.loads(done.stdout)))
        return held[-1][1]

    measured = alone(most, place.sizes.rounds)
    yield Row("memory of a worker in a rebuild", "MB", "", "at most", 300, measured)
    flat = tuple(Round(late, early) for early, late in held)
    yield Row("memory, flat", "MB", "after a fifth of the record", "at most", 1.1, flat)


def main() -> None:
    with opened(Settings(mode="test")) as house:
        held: list[tuple[float, float]] = []

        def note(done: int, of: int) -> None:
            held.append((done / of, cpu.resident_megabytes(os.getpid())))

        Rebuild(house.pool, house.pool, house.keyring).rebuild(["register"], note)
        early = max(megabytes for part, megabytes in held if part <= max(EARLY, held[0][0]))
        print(json.dumps([early, max(megabytes for _, megabytes in held)]))


if __name__ == "__main__":
    main()
