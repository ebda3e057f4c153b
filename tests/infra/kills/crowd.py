"""Clients that share files: some persons enrol and hand in documents, some were certified once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.infra.kills.clients import Answer, Client, Errand
from tests.infra.kills.errands import Errands

CAREER = 17  # commands from a file that is opened to a suspension
ENROLMENT = 2
LONG_AGO = timedelta(days=100)


@dataclass
class Crowd:
    """``share`` is how many of the commands each client asks; all of them know all the files."""

    ports: Sequence[int]
    tokens: Mapping[str, str]
    today: date
    seed: int
    share: int
    careers: int = 1
    enrolled: int = 6
    clients: list[Client] = field(default_factory=list)
    suspended: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    @property
    def answers(self) -> list[Answer]:
        return [answer for client in self.clients for answer in tuple(client.answers)]

    @contextmanager
    def at_work(self, clients: int) -> Iterator[list[Future[None]]]:
        with ThreadPoolExecutor(clients) as threads:
            yield [threads.submit(self._ask_all, n) for n in range(clients)]

    def _ask_all(self, n: int) -> None:
        client = Client(self.ports, self.tokens, Random(self.seed + n))
        self.clients.append(client)
        errands = Errands(self.seed * 1000 + n)
        for one in range(self.enrolled):
            self._enrol(client, errands, f"Person {n}.{one}")
        for one in range(self.careers):
            self._certify(client, errands, f"Certified {n}.{one}")
        for _ in range(self.share - self.enrolled * ENROLMENT - self.careers * CAREER):
            self._hand_in(client, errands)

    def _enrol(self, client: Client, errands: Errands, name: str) -> None:
        number = client.ask(errands.opening(name, self.today)).body["number"]
        agreed = client.ask(errands.agreement(number))
        assert agreed.status == 201, agreed
        self.seen[number] = 2

    def _certify(self, client: Client, errands: Errands, name: str) -> None:
        on = self.today - LONG_AGO
        number = client.ask(errands.opening(name, on)).body["number"]
        for errand in errands.to_suspension(number, name, on):
            answer = client.ask(errand)
            assert answer.status == 201, answer
        self.suspended.append(number)

    def _hand_in(self, client: Client, errands: Errands) -> None:
        """Sometimes on the version last seen by anybody, and sometimes asked twice at once."""
        numbers = list(self.seen)
        number = numbers[0] if client.rng.random() < 0.1 else client.rng.choice(numbers)
        seen = self.seen[number] if client.rng.random() < 0.5 else None
        errand = errands.document(number, self.today, seen)
        answer = self._twice(client, errand) if client.rng.random() < 0.05 else client.ask(errand)
        assert answer.status == 201 or (answer.status == 412 and seen is not None), answer
        self.seen[number] = answer.body["version" if answer.status == 201 else "currentVersion"]

    def _twice(self, client: Client, errand: Errand) -> Answer:
        with ThreadPoolExecutor(2) as both:
            one, other = both.map(client.ask, (errand, errand))
        assert one.status == other.status, (one, other)
        assert one.body.get("facts") == other.body.get("facts")
        client.answers.remove(other)
        return one
