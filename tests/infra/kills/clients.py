"""Clients that do not give up: they ask, with the same key, until the answer is definite."""

from __future__ import annotations

import http.client
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

AGAIN = frozenset({408, 425, 429, 503})
"""Answers that say nothing of what became of a command, and that it may be asked again."""
AT_MOST = 60.0  # seconds for a definite answer, however often everything is killed meanwhile
ONE_ANSWER = 20.0  # seconds; longer than any door may take


@dataclass(frozen=True)
class Errand:
    """One command: its key, where it goes, and on which version it was decided, if said."""

    key: UUID
    path: str
    body: dict[str, Any]
    seen: int | None = None
    by: str = "m.bakker"


@dataclass(frozen=True)
class Answer:
    """The definite answer, how it came about, and how long it took."""

    errand: Errand
    status: int
    body: dict[str, Any]
    seconds: float
    on_the_way: tuple[str, ...] = ()

    @property
    def facts(self) -> list[dict[str, Any]]:
        facts: list[dict[str, Any]] = self.body["facts"]
        return facts


@dataclass
class Client:
    """Goes to any of the desks, and to another one when it got no answer."""

    ports: Sequence[int]
    tokens: Mapping[str, str]
    rng: Random
    answers: list[Answer] = field(default_factory=list)

    def ask(self, errand: Errand) -> Answer:
        """Raises TimeoutError when there is no definite answer in AT_MOST seconds."""
        started, met = time.monotonic(), Counter[str]()
        while time.monotonic() < started + AT_MOST:
            try:
                status, _, body = self.ask_once(errand)
            except (OSError, http.client.HTTPException) as error:
                met[type(error).__name__] += 1
            else:
                if status not in AGAIN:
                    seconds = time.monotonic() - started
                    answer = Answer(errand, status, body, seconds, tuple(met.elements()))
                    self.answers.append(answer)
                    return answer
                met[str(status)] += 1
            time.sleep(self.rng.uniform(0.05, 0.4))
        raise TimeoutError(f"no definite answer to {errand.key}: {dict(met)}")

    def ask_once(self, errand: Errand) -> tuple[int, Mapping[str, str], dict[str, Any]]:
        """Status, headers and body. Raises OSError or HTTPException when there is no answer."""
        headers = {"Idempotency-Key": str(errand.key), "Content-Type": "application/json"}
        if errand.seen is not None:
            headers["If-Match"] = f'"{errand.seen}"'
        return self.send("POST", errand.path, errand.by, headers, json.dumps(errand.body))

    def send(
        self, method: str, path: str, by: str, headers: dict[str, str], body: str | None = None
    ) -> tuple[int, Mapping[str, str], dict[str, Any]]:
        port = self.rng.choice(self.ports)
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=ONE_ANSWER)
        signed = {"Authorization": f"Bearer {self.tokens[by]}", **headers}
        try:
            line.request(method, f"/api/v1{path}", body, signed)
            answer = line.getresponse()
            return answer.status, dict(answer.getheaders()), json.loads(answer.read())
        finally:
            line.close()
