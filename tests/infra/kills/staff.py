"""The processes of a house, each to be killed at any moment and started again at once.

Everything here is called from the main thread: the kernel ends what a thread started with it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from pydantic import SecretStr

import infra
from infra.main import FOLDERS
from infra.settings import Settings
from infra.store.databases import Databases, opened
from infra.store.embedded import Embedded
from infra.store.embedded.processes import dies_with, processes_in
from tests.infra.conftest import KEK, environment

ROOT = Path(infra.__file__).parents[1]
GRIFFIE = (sys.executable, "-c", "from infra.cli import app; app()")
BACKENDS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'griffie_%'"
STOPPING = {"crash": signal.SIGKILL, "immediate": signal.SIGQUIT, "fast": signal.SIGINT}
PATIENCE = 60.0  # seconds; nobody waits that long unless something is wrong


@dataclass
class Post:
    """One process, started again whenever it is found dead."""

    program: tuple[str, ...]
    environment: dict[str, str]
    log: Path
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def mind(self) -> None:
        if self.started and self.started[-1].poll() is None:
            return
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                self.program,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=dies_with(os.getpid()),
            )
        self.started.append(process)

    def kill(self) -> None:
        for process in self.started[-1:]:
            process.kill()
            process.wait()


@dataclass
class Staff:
    """PostgreSQL, and who works on it: desks that serve HTTP, workers, clerks."""

    server: Embedded
    databases: Databases
    settings: Settings
    folder: Path
    ports: list[int] = field(default_factory=list)
    posts: dict[str, Post] = field(default_factory=dict)

    def desk(self) -> None:
        """One more process that serves HTTP, on a port of its own."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.ports.append(free.getsockname()[1])
        self.post(f"desk-{len(self.ports)}", "serve", "--port", str(self.ports[-1]))

    def post(self, name: str, *command: str) -> None:
        """One more process: a command of griffie, or a program and its arguments."""
        program = command if command[0] == sys.executable else (*GRIFFIE, *command)
        log = self.folder / f"{name}.log"
        told = environment(self.databases.record, self.databases.keys, self.folder)
        self.posts[name] = Post(program, {**os.environ, **told}, log)
        self.posts[name].mind()

    def mind(self) -> None:
        for post in self.posts.values():
            post.mind()

    def kill(self, whom: str) -> None:
        """A post by SIGKILL; PostgreSQL in one of three ways, or only its connections; each is
        started again at once."""
        if whom == "backends":
            with psycopg.connect(self.server.dsn, autocommit=True) as connection:
                connection.execute(BACKENDS)
        elif whom in STOPPING:
            self.stop_database(whom)
            self.server.start()
        else:
            self.posts[whom].kill()
            self.posts[whom].mind()

    def stop_database(self, how: str) -> None:
        """Returns when every process of it has gone."""
        (leader, *_) = (self.server.data / "postmaster.pid").read_text().splitlines()
        os.kill(int(leader), STOPPING[how])
        deadline = time.monotonic() + PATIENCE
        while processes_in(self.server.data):
            assert time.monotonic() < deadline, f"PostgreSQL outlives {how}"
            time.sleep(0.01)

    def leave(self) -> None:
        for post in self.posts.values():
            post.kill()

    def log_of(self, name: str) -> str:
        return self.posts[name].log.read_text(errors="replace")


@contextmanager
def staff(folder: Path) -> Iterator[Staff]:
    """A new PostgreSQL in a folder, with nobody at work yet; in the end nobody is left."""
    with ExitStack() as stack:
        own = Settings(mode="test", data_dir=folder)
        databases = stack.enter_context(opened(own, FOLDERS))
        assert databases.server is not None
        settings = Settings(
            mode="test",
            dsn=databases.record,
            keys_dsn=databases.keys,
            kek=SecretStr(KEK.hex()),
            data_dir=folder,
        )
        made = Staff(databases.server, databases, settings, folder)
        stack.callback(made.leave)
        yield made
    assert not processes_in(made.server.data), "no PostgreSQL is left behind"
