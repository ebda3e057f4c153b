"""Everything between the record and the views is killed, frozen and cut off, again and again."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

import psycopg
import pytest

from domain.fact import Fact
from infra.kafka.rewinding import rewind
from infra.store.views.leader import session
from tests.infra.kafka.brokers import Own
from tests.infra.kafka.posts import Office
from tests.infra.kafka.reader import LONG, Reader
from tests.infra.kafka.sharers import Process, Start, head, holes, same_as_anew, start
from tests.infra.kafka.test_relay_faults import own
from tests.infra.test_views_rebuild import FACTS
from tests.schemes.lvv_certification.told import opened

__all__ = ["start"]

OURS = """
SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND pid IN (SELECT pid FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objid IN (7236003, 7236006))
"""


@dataclass
class Storm:
    """Two relays and two workers, and what befalls them."""

    office: Office
    start: Start
    rng: Random
    relays: list[Process] = field(default_factory=list)
    workers: list[Process] = field(default_factory=list)
    befell: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.relays = [self.office.process() for _ in range(2)]
        self.workers = [self.start() for _ in range(2)]

    def rage(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        blows: list[Callable[[], None]] = [
            self.kill_relay, self.kill_worker, self.freeze_one, self.cut_off, self.freeze_broker
        ]  # fmt: skip
        if self.office.broker.real:
            blows.append(self.restart_broker)
        while time.monotonic() < until:
            blow = self.rng.choice(blows)
            self.befell.append(blow.__name__)
            blow()
            time.sleep(self.rng.uniform(0.2, 1.5))

    def kill_relay(self) -> None:
        self._kill(self.relays, self.office.process)

    def kill_worker(self) -> None:
        self._kill(self.workers, self.start)

    def freeze_one(self) -> None:
        victim = self.rng.choice([*self.relays, *self.workers])
        victim.send_signal(signal.SIGSTOP)
        time.sleep(self.rng.uniform(0.5, 5))
        victim.send_signal(signal.SIGCONT)

    def cut_off(self) -> None:
        """The database ends the sessions of those who hold a lock: leaders and members."""
        with psycopg.connect(self.office.owner, autocommit=True) as connection:
            for (pid,) in connection.execute(OURS).fetchall():
                connection.execute("SELECT pg_terminate_backend(%s)", [pid])

    def freeze_broker(self) -> None:
        broker = own(self.office)
        broker.freeze()
        time.sleep(self.rng.uniform(0.5, 4))
        broker.thaw()

    def restart_broker(self) -> None:
        broker = own(self.office)
        broker.stop(self.rng.choice([signal.SIGTERM, signal.SIGKILL]))
        broker.start()

    def _kill(self, those: list[Process], again: Callable[[], Process]) -> None:
        victim = self.rng.randrange(len(those))
        those[victim].kill()
        those[victim].wait()
        those[victim] = again()


@contextmanager
def cases_going_on(office: Office, persons: int) -> Iterator[None]:
    """Somebody who works knows nothing of all that."""
    stop, failed = threading.Event(), list[BaseException]()

    def work() -> None:
        person, told = 0, tuple[Fact, ...]((opened, *FACTS))
        try:
            while not stop.is_set():
                person += 1
                for fact in told[: 1 + person % len(told)]:
                    office.house.put(person, fact)
                    stop.wait(0.005)
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
    assert failed == []


@pytest.mark.parametrize(
    ("seed", "seconds"),
    [(0, 12.0), *(pytest.param(seed, 40.0, marks=pytest.mark.torture) for seed in range(1, 11))],
)
@pytest.mark.timeout(400)
def test_every_fact_is_told_once_whatever_befalls_us(
    office: Office, start: Start, seed: int, seconds: float
) -> None:
    own(office)
    storm = Storm(office, start, Random(seed))
    storm.begin()
    with cases_going_on(office, seed):
        storm.rage(seconds)
    last, house = head(office.house), office.house
    if not house.views.progress.wait(last, 2 * LONG):
        assert holes(house), f"the views stand still, and no hole is named: {storm.befell}"
        with session(house.pool) as connection:
            rewind(connection, office.topics, min(hole.seen for hole in holes(house)))
        assert house.views.progress.wait(last, 2 * LONG), f"a rewind did not heal: {storm.befell}"
    same_as_anew(house)
    with Reader(office.broker, office.topics.facts) as reader:
        reader.read_until(lambda r: len(r.applied) >= last)
    assert reader.positions == list(range(1, last + 1))
    assert isinstance(office.broker, Own)
