"""The database stops under load, and comes back: clients are told to ask again, and may."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from random import Random

from infra.clock import now, today_in_amsterdam
from infra.http.demo_issuer import DemoIssuer
from tests.infra.doors.visits import BODY, SCHEME
from tests.infra.kills.clients import Client
from tests.infra.kills.errands import HANDLER, Errands
from tests.infra.kills.on_record import on_record
from tests.infra.kills.staff import STOPPING, Staff

CLIENTS = 4
AT_MOST = 12.0  # seconds for an answer, if only that there is none now
LONG = 17.0  # seconds; a pool that waits twice as long after each failure looks again at 31
SOON = 10.0  # seconds in which all goes on by itself when the database is back
READS = (
    "/cases/{number}",
    "/cases/{number}/facts",
    f"/deadlines?scheme={SCHEME}",
    f"/schemes/{SCHEME}/register-entries",
)


class Caller:
    """Asks and reads without end, and notes what it is answered; it never asks again."""

    def __init__(self, house: Staff, n: int) -> None:
        tokens = {HANDLER: DemoIssuer(house.folder, mode="test").issue(HANDLER, {SCHEME: [BODY]})}
        self.client, self.errands = Client(house.ports, tokens, Random(n)), Errands(n)
        self.day = today_in_amsterdam(now())
        opened = self.client.ask(self.errands.opening("Johanna de Wit", self.day))
        self.number = opened.body["number"]
        agreed = self.client.ask(self.errands.agreement(self.number))
        self.acknowledged = {opened.errand.key, agreed.errand.key}
        self.statuses: Counter[int] = Counter()
        self.wrong: list[object] = []

    def go_on(self, stop: threading.Event) -> None:
        while not stop.is_set():
            self.ask()
            self.read()

    def ask(self) -> int:
        errand = self.errands.document(self.number, self.day)
        started = time.monotonic()
        status, headers, body = self.client.ask_once(errand)
        if status == 201:
            self.acknowledged.add(errand.key)
        return self._note(status, headers, body, time.monotonic() - started)

    def read(self) -> int:
        path = self.client.rng.choice(READS).format(number=self.number)
        started = time.monotonic()
        status, headers, body = self.client.send("GET", path, HANDLER, {})
        return self._note(status, headers, (path, body), time.monotonic() - started)

    def _note(self, status: int, headers: Mapping[str, str], body: object, seconds: float) -> int:
        self.statuses[status] += 1
        told = {name.lower() for name in headers}
        if status not in (200, 201, 503) or seconds > AT_MOST:
            self.wrong.append((status, seconds, body))
        if status == 503 and "retry-after" not in told:
            self.wrong.append((status, "no Retry-After", body))
        return status


def test_stopped_under_load_it_is_503_and_then_goes_on_by_itself(house: Staff) -> None:
    house.desk()
    callers = [Caller(house, n) for n in range(CLIENTS)]
    stop, rng = threading.Event(), Random(5)
    with ThreadPoolExecutor(CLIENTS) as threads:
        going = [threads.submit(caller.go_on, stop) for caller in callers]
        try:
            for how in [*STOPPING] * 3:
                time.sleep(rng.uniform(0.2, 1.0))
                house.stop_database(how)
                time.sleep(rng.uniform(0, 1.0))
                house.server.start()
            time.sleep(1)
            house.stop_database("fast")
            time.sleep(LONG)
            house.server.start()
            back = time.monotonic()
            before = [len(caller.acknowledged) for caller in callers]
            while any(len(c.acknowledged) <= b for c, b in zip(callers, before, strict=True)):
                assert time.monotonic() < back + SOON, "it does not go on by itself"
                time.sleep(0.05)
        finally:
            stop.set()
        for one in going:
            one.result()
    assert [caller.wrong for caller in callers] == [[]] * CLIENTS
    assert sum((caller.statuses for caller in callers), Counter())[503] > 0
    found = on_record(house.settings.dsn or "")
    found.assert_sound()
    assert set().union(*(caller.acknowledged for caller in callers)) <= found.facts.keys()
