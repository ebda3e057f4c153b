"""A server in a process of its own, and somebody who knocks and keeps the line open."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4  # noqa: TID251  what is asked comes in through the door

from infra.http.demo_issuer import DemoIssuer
from infra.settings import Settings
from tests.bench import cpu
from tests.bench.histories import SCHEME
from tests.bench.place import Place
from tests.infra.conftest import environment

ROLES = ("person", "certification-body")
Json = Mapping[str, Any]


class Visitor:
    """Somebody signed in, at a server whose processor time can be read."""

    def __init__(self, address: str, token: str, server: int, database: int) -> None:
        self._line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._server, self._database = server, database

    def leave(self) -> None:
        self._line.close()

    def get(self, path: str) -> Any:
        return self._asked("GET", path, None, {}, 200)

    def post(self, path: str, body: Json) -> Any:
        return self._asked("POST", path, body, {"Idempotency-Key": str(uuid4())}, 201)

    def server_seconds(self) -> float:
        return cpu.seconds(self._server)

    def all_seconds(self) -> float:
        """Server and database, whatever the database did beside it included."""
        return cpu.seconds(self._server, *cpu.family(self._database))

    def _asked(
        self, method: str, path: str, body: Json | None, headers: Mapping[str, str], status: int
    ) -> Any:
        sent = None if body is None else json.dumps(body)
        self._line.request(method, f"/api/v1{path}", sent, {**self._headers, **headers})
        answer = self._line.getresponse()
        text = answer.read()
        if answer.status != status:
            raise AssertionError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)


@contextmanager
def served(place: Place, name: str) -> Iterator[Visitor]:
    """A server on a house that was opened before, until it is left."""
    settings = place.houses[name].settings
    issuer = DemoIssuer(settings.data_dir, mode="test")
    roles = {SCHEME: list(ROLES)}
    token = issuer.issue("a.person", roles, person=UUID(int=1), minutes=600)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.server"],
        env={**os.environ, **told(settings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        visitor = Visitor(address, token, process.pid, place.postmaster)
        yield visitor
        visitor.leave()
    finally:
        process.terminate()
        process.communicate(timeout=30)


def told(settings: Settings) -> Mapping[str, str]:
    """The settings, for a process of its own."""
    return environment(settings.dsn, settings.keys_dsn, settings.data_dir)
