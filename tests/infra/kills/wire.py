"""A wire to PostgreSQL that can be cut at the worst moment: all was done, nobody is told."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path

SOCKET = ".s.PGSQL.5432"
DONE = (b"SELECT ", b"INSERT ")
"""One stands in the answer (CommandComplete) to every statement that the recorder asks."""


class Wire:
    """Listens in a folder and passes everything on to the server that listens in another."""

    def __init__(self, folder: Path, server: Path) -> None:
        self._server = str(server / SOCKET)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / SOCKET))
        self._listener.listen()
        self._cut = threading.Event()
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_at_next_answer(self) -> None:
        """What is asked next is done; its answer never comes, and the connection is gone."""
        self._cut.set()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                ours, _ = self._listener.accept()
                theirs = socket.socket(socket.AF_UNIX)
                theirs.connect(self._server)
                for ends in ((ours, theirs, False), (theirs, ours, True)):
                    threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while said := source.recv(65536):
                if answers and self._cut.is_set() and any(done in said for done in DONE):
                    self._cut.clear()
                    self.cuts += 1
                    break
                target.sendall(said)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
