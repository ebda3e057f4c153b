"""The server itself: owned by one process, shared by others, revived after a crash."""

import fcntl
import os
import subprocess
import threading
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import psycopg
from psycopg.conninfo import make_conninfo

from infra.store.embedded.account import account_of, within_reach
from infra.store.embedded.binaries import binaries_for
from infra.store.embedded.cluster import SUPERUSER, clear_leftovers, initialise
from infra.store.embedded.faults import NotStarted
from infra.store.embedded.processes import dies_with, end
from infra.store.embedded.socket_folder import socket_folder

PATIENCE = 120.0  # seconds; recovery after a crash may take a while
LARGEST_LOG = 10_000_000  # bytes

SETTINGS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_wal_size": "1GB",
    "timezone": "UTC",
    "lc_messages": "C",
    "jit": "off",
}


class Embedded:
    """`with Embedded(folder, {"work_mem": "8MB"}) as server: connect(server.dsn)`.

    Start it from the main thread: the kernel ties the server's life to the *thread* that
    started it. Raises NotStarted.
    """

    def __init__(
        self, data: Path, conf: Mapping[str, str] | None = None, binaries: Path | None = None
    ) -> None:
        wanted = data.absolute()
        self._account = account_of(wanted)
        self.data = within_reach(wanted, self._account)
        self._conf = {**SETTINGS, **(conf or {})}
        self._wanted = binaries
        self._lock: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def dsn(self) -> str:
        """For the superuser, on the database `postgres`."""
        return self.dsn_of("postgres")

    def dsn_of(self, database: str, user: str = SUPERUSER) -> str:
        return make_conninfo("", host=str(self.socket_dir), user=user, dbname=database)

    @property
    def owner(self) -> bool:
        """Whether this process runs the server, rather than sharing that of another."""
        return self._lock is not None

    def start(self) -> Self:
        """Own the server or share one that runs. Called again, it revives one that stopped."""
        deadline = time.monotonic() + PATIENCE
        self.data.parent.mkdir(parents=True, exist_ok=True)
        while True:
            if self._own():
                self._run()
            if self._answers():
                return self
            if time.monotonic() > deadline:
                self.stop()
                raise NotStarted(f"PostgreSQL in {self.data} did not answer; see {self._log_path}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server when this process owns it, else only let go of it. Repeatable."""
        if self._process is not None:
            end(self._process)
            self._process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _own(self) -> bool:
        """One owner a data directory; the kernel releases the lock when the owner dies."""
        if self._lock is not None:
            return True
        lock = self.data.with_name(self.data.name + ".lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        return True

    def _run(self) -> None:
        """Have a running child; whoever comes here owns the data directory."""
        if self._process is not None and self._process.poll() is None:
            return
        try:
            if self._process is not None and self._process.returncode == 1:
                raise NotStarted(f"PostgreSQL refused to start:\n{self._last_words()}")
            if threading.current_thread() is not threading.main_thread():
                raise NotStarted("start the embedded server from the main thread")
            initialise(self.data, self.binaries, self._account)
            clear_leftovers(self.data, self.socket_dir)
            self._process = self._launch()
        except BaseException:
            self.stop()
            raise

    def _launch(self) -> subprocess.Popen[bytes]:
        if self._log_path.exists() and self._log_path.stat().st_size > LARGEST_LOG:
            self._log_path.replace(self._log_path.with_suffix(".log.1"))
        options = [f"--{name}={value}" for name, value in self._conf.items()]
        place = ["-D", str(self.data), "-k", str(self.socket_dir)]
        with self._log_path.open("ab") as log:
            return subprocess.Popen(
                [self.binaries / "postgres", *place, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=dies_with(os.getpid()),
                **self._account.switch,
            )

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.dsn, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def _log_path(self) -> Path:
        return self.data.with_name(self.data.name + ".log")

    def _last_words(self) -> str:
        return "\n".join(self._log_path.read_text(errors="replace").splitlines()[-5:])

    @cached_property
    def socket_dir(self) -> Path:
        """The data directory, or a short folder when its path is too long for a socket."""
        return socket_folder(self.data, self._account)

    @cached_property
    def binaries(self) -> Path:
        """Where initdb and postgres are."""
        return binaries_for(self._account, self._wanted)
