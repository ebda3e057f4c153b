"""The processes of a server: tied to their owner, found, and ended."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1
PATIENCE = 60.0  # seconds


def dies_with(owner: int, sign: int = signal.SIGINT) -> Callable[[], None]:
    """Run in a child before it becomes a server: what it is sent when the owner dies.

    SIGINT is a fast shutdown to PostgreSQL.
    """

    def tie() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, sign)
        if os.getppid() != owner:  # it died before the tie was made
            os._exit(1)

    return tie


def processes_in(data: Path) -> set[int]:
    """PostgreSQL's processes on this data directory: they all work inside it."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                inside = (entry / "cwd").readlink() == data.resolve()
                if inside and (entry / "comm").read_text().strip() == "postgres":
                    found.add(int(entry.name))
            except OSError:  # gone meanwhile, or somebody else's
                continue
    return found


def kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def end(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown; immediate when that takes too long, which is safe: the log is replayed."""
    for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(sign)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
