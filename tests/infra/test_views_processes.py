"""Workers that are killed, and workers that wait: nothing is lost, nothing is shown twice."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from infra.worker import Worker
from projections import VIEWS
from tests.infra.conftest import Database
from tests.infra.test_views_rebuild import FACTS
from tests.projections.lvv_shown import SCHEMES
from tests.schemes.lvv_certification.told import granted, opened
from tests.services.house import House, house_on

LONG = 60  # seconds; nobody waits that long unless something is wrong
LEADERS = """
SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7236003 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house:
        yield house


@pytest.fixture
def worker(database: Database, house: House) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts workers; those that still run are ended with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", "tests.services.view_worker"]
        process = subprocess.Popen([*program, database.record, database.keys])
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def same_as_anew(house: House) -> None:
    assert house.views.progress.set_aside() == []
    for view in VIEWS:
        assert house.rebuild.differences(view.name) is None


def test_a_worker_killed_in_the_middle_is_gone_on_with(
    house: House, worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    for person in range(1, 61):
        (*_, last) = house.put(person, opened, *FACTS)
    for part in range(1, 5):
        process = worker()
        assert house.views.progress.wait(part * last // 6, LONG, ["register"])
        process.kill()
        process.wait()
    worker()
    assert house.views.progress.wait(last, LONG)
    same_as_anew(house)


def test_of_two_workers_one_acts_and_the_other_takes_over(
    house: House, worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    first = worker()
    (position,) = house.put(1, opened)
    assert house.views.progress.wait(position, LONG)
    second = worker()
    (position,) = house.put(2, opened)
    assert house.views.progress.wait(position, LONG)
    with house.pool.connection() as connection:
        assert connection.execute(LEADERS).fetchone() == (1,)
    first.kill()
    first.wait()
    (position,) = house.put(3, opened)
    assert house.views.progress.wait(position, LONG)
    second.terminate()
    assert second.wait(LONG) == 0, "SIGTERM ends it in good order"
    same_as_anew(house)


def test_a_worker_that_is_frozen_gives_way_and_shows_nothing_twice_when_it_thaws(
    house: House, worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    first = worker()
    (position,) = house.put(1, opened)
    assert house.views.progress.wait(position, LONG)
    second = worker()
    first.send_signal(signal.SIGSTOP)
    (*_, position) = house.put(2, opened, *FACTS)
    assert house.views.progress.wait(position, LONG), "the spare took over"
    first.send_signal(signal.SIGCONT)
    (*_, position) = house.put(3, opened, *FACTS)
    assert house.views.progress.wait(position, LONG)
    second.kill()
    second.wait()
    (*_, position) = house.put(4, opened, *FACTS)
    assert house.views.progress.wait(position, LONG), "who thawed is a spare again"
    assert first.poll() is None
    same_as_anew(house)


def test_two_that_feed_at_once_show_nothing_twice(house: House) -> None:
    """Without the leader's lock, as when a session was lost unnoticed: the fence holds."""
    for person in range(1, 31):
        (*_, last) = house.put(person, opened, *FACTS)
    other = Worker(house.pool, house.pool, house.keys, schemes=SCHEMES, most=7)
    threads = [threading.Thread(target=one.run_once) for one in (house.worker, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(house.views.progress.positions().values()) == {last}
    same_as_anew(house)


def test_a_worker_wakes_up_when_it_is_told_to(house: House) -> None:
    """With a poll of an hour only NOTIFY griffie_facts can have woken it."""
    stop = threading.Event()
    thread = threading.Thread(target=house.worker.run, args=(stop, 3600.0))
    thread.start()
    (position,) = house.put(1, opened, granted)[-1:]
    with house.pool.connection() as connection:
        for _ in range(LONG * 10):
            connection.execute("NOTIFY griffie_facts")
            if house.views.progress.wait(position, 0.1):
                break
    stop.set()
    with house.pool.connection() as connection:
        connection.execute("NOTIFY griffie_facts")
    thread.join(LONG)
    assert not thread.is_alive()
    assert house.views.progress.wait(position, 0)
