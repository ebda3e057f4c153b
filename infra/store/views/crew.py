"""Several processes that fill spare tables side by side, each with its part of the cases.

What takes long in a rebuild is Python, and one process has one core of it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection as Line
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from infra.store.views.faults import Connection
from infra.store.views.filler import Access, Errand, Told, run
from infra.store.views.parts import Part
from infra.store.views.spare import Progress, Spare

ENOUGH = 10_000  # facts to read; of fewer, one process has read most before others have begun
MOST = 8  # processes when nobody says how many; beside each of them PostgreSQL is at work
STILL_OURS = "SELECT"  # fails when the session was lost
NOT_FOR_THEM = (signal.SIGINT, signal.SIGTERM)


class Unfilled(Exception):
    """A process that filled spare tables stopped. Nothing was switched; it can be begun again."""


@dataclass(frozen=True)
class Crew:
    """``processes`` is how many there are to be; unsaid, as many as there are cores and work."""

    access: Access
    processes: int | None = None

    def size(self, spare: Spare, upto: int) -> int:
        """How many processes it takes to tell these views what is on record."""
        if self.processes is not None:
            return self.processes
        cores = len(os.sched_getaffinity(0))
        return min(cores, MOST) if cores > 1 and spare.takes(ENOUGH, upto) else 1

    def fill(
        self,
        connection: Connection,
        spare: Spare,
        among: Sequence[Part],
        upto: int,
        progress: Progress,
    ) -> None:
        """As ``Spare.fill``, by a process for each part; ``connection`` only keeps others away.

        Raises Unfilled. None of the processes is left after it, however it ends.
        """
        with _at_work([Errand(self.access, spare.made, part, upto) for part in among]) as lines:
            gone = dict.fromkeys(lines, 0)
            for line, told in _heard(lines):
                connection.execute(STILL_OURS)
                if isinstance(told, int):
                    gone[line] = told
                    progress(sum(gone.values()) // len(gone), upto)
                else:
                    spare.take(told)
        progress(upto, upto)


def _heard(lines: dict[Line, BaseProcess]) -> Iterator[tuple[Line, Told]]:
    """What each of them tells, until all are done."""
    left = dict(lines)
    while left:
        ready = wait(left)
        for line in [one for one in left if one in ready]:
            told = _told(line, left[line])
            if not isinstance(told, int):
                del left[line]
            yield line, told


def _told(line: Line, process: BaseProcess) -> Told:
    try:
        told: Told | str = line.recv()
    except (EOFError, OSError):  # before a message, or in the middle of one
        process.join()
        told = f"it ended with {process.exitcode}"
    if isinstance(told, str):
        raise Unfilled(
            f"{process.name} of the rebuild stopped: {told}; the views stand as they did, "
            "and the rebuild may be begun again"
        )
    return told


@contextmanager
def _at_work(errands: Sequence[Errand]) -> Iterator[dict[Line, BaseProcess]]:
    spawning = multiprocessing.get_context("spawn")  # a fork would take locks of threads along
    lines: dict[Line, BaseProcess] = {}
    try:
        with _signals_kept():
            for n, errand in enumerate(errands, start=1):
                ours, theirs = spawning.Pipe(duplex=False)
                name = f"process {n} of {len(errands)}"
                filler = spawning.Process(target=run, args=(errand, theirs), name=name)
                filler.start()
                lines[ours] = filler
                theirs.close()
        yield lines
    finally:
        for process in lines.values():
            process.kill()  # what it told us is committed, and the rest is of no use
        for line, process in lines.items():
            process.join()
            line.close()


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal, but whether to stop is ours to decide.

    A process that is started has blocked what its parent has. The tracker of ``multiprocessing``
    clears that when it starts; so it is started before.
    """
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, NOT_FOR_THEM)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
