"""How much processor time processes took, to the nanosecond (Linux, /proc)."""

from __future__ import annotations

import os
from pathlib import Path

PROC = Path("/proc")
TICK = 1 / os.sysconf("SC_CLK_TCK")


def seconds(*processes: int) -> float:
    """What these processes ran so far, their threads that live and their children that ended."""
    return sum(_ran(process) for process in processes)


def family(process: int) -> tuple[int, ...]:
    """A process and its children, such as PostgreSQL and the processes of its sessions."""
    children = (PROC / f"{process}/task/{process}/children").read_text()
    return (process, *map(int, children.split()))


def resident_megabytes(process: int) -> float:
    """Pages that several processes share are counted with each of them."""
    try:
        told = (PROC / f"{process}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return sum(int(line.split()[1]) / 1024 for line in told if line.startswith("VmRSS"))


def _ran(process: int) -> float:
    try:
        tasks = list((PROC / f"{process}/task").iterdir())
        running = sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
        after_name = (PROC / f"{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0  # it ended between two looks; its parent counts it from now on
    return running + (int(after_name[13]) + int(after_name[14])) * TICK
