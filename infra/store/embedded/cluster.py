"""The data directory: made whole or not at all, and cleared of what a crash left."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from infra.store.embedded.account import Account
from infra.store.embedded.faults import NotStarted
from infra.store.embedded.processes import kill, processes_in
from infra.store.embedded.socket_folder import SOCKET

SUPERUSER = "postgres"
PATIENCE = 30.0  # seconds


def initialise(data: Path, binaries: Path, account: Account) -> None:
    """Make the cluster beside its place and move it there whole, or check the one there is.

    Raises NotStarted.
    """
    if (data / "PG_VERSION").exists():
        _check_version(data, binaries)
        return
    if data.exists() and any(data.iterdir()):
        raise NotStarted(
            f"{data} holds files but no PostgreSQL data; empty it or name another folder"
        )
    unfinished = data.with_name(data.name + ".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    os.chown(unfinished, account.uid, account.gid)
    choices = ["-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-locale", "--data-checksums"]
    made = subprocess.run(
        [binaries / "initdb", "-D", unfinished, *choices],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **account.switch,
    )
    if made.returncode:
        raise NotStarted(f"initdb failed in {data.parent}: {made.stderr.strip()}")
    unfinished.rename(data)


def clear_leftovers(data: Path, socket_dir: Path) -> None:
    """After a crash: wait for a server that is stopping, end backends without a server,
    and remove the files by which PostgreSQL would take a stranger's process for its own."""
    deadline = time.monotonic() + PATIENCE
    while left := processes_in(data):
        server = _recorded_server(data)
        if time.monotonic() > deadline:
            raise NotStarted(
                f"a PostgreSQL that we did not start (process {server}) runs on {data}; "
                f"stop it with pg_ctl -D {data} stop"
            )
        if server not in left:
            for orphan in left:
                kill(orphan)
        time.sleep(0.05)
    stale = (data / "postmaster.pid", socket_dir / f"{SOCKET}.lock")
    for path in (*stale, socket_dir / SOCKET):
        path.unlink(missing_ok=True)


def _check_version(data: Path, binaries: Path) -> None:
    held = (data / "PG_VERSION").read_text().strip()
    version = subprocess.run(
        [binaries / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    offered = version.stdout.split()[2].partition(".")[0]
    if held != offered:
        raise NotStarted(
            f"{data} was made by PostgreSQL {held}, the binaries are {offered}; point "
            f"GRIFFIE_PG_BIN at those of {held}, or dump and restore it in a new folder"
        )


def _recorded_server(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None
