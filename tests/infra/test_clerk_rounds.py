"""The clerk: each thing that is due is asked once, whatever happens to clocks and processes."""

import threading
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from domain.days import ONE_DAY
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    RecertificationRequestedTooLate,
)
from infra.clock import today_in_amsterdam
from infra.worker import ClerkAtWork
from projections.deadlines import DueTerm
from services.clerk import Clerk
from tests.infra.conftest import Database
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.services.house import House, house_on

WINDOW = "lvv-certification.recertification-window-opened"
PROCEDURE = "lvv-certification.withdrawal-procedure-opened"
EXPIRED = "lvv-certification.certificate-expired"
LOCKED_OUT = "lvv-certification.lockout-started"
LOCKOUT_ENDED = "lvv-certification.lockout-ended"
LATE = date(2030, 4, 1)
AGREED = AgreementSubmitted(
    matter="application-2", on=LATE, basis=section(9), recertification=True
)
TOO_LATE = RecertificationRequestedTooLate(
    matter="application-2", on=LATE, basis=section(16), latest=date(2030, 3, 17)
)
AFTER = suspended.until + ONE_DAY


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house:
        house.on(suspended.on)
        yield house


@pytest.fixture
def clerk(house: House) -> Clerk:
    return Clerk(house.record, house.views.deadlines)


def by_clerk(house: House, person: int = 7) -> list[tuple[str, date]]:
    trail = house.record.file(house.number(person)).trail
    return [(r.fact.stored_as, r.fact.on) for r in trail if r.by.id == "clerk"]


def morning(house: House, clerk: Clerk, day: date) -> int:
    house.on(day)
    house.worker.run_once()
    return len(clerk.run_day(day).done)


def test_a_suspension_that_ran_out_opens_the_procedure_once(house: House, clerk: Clerk) -> None:
    house.put(7, opened, granted, suspended)
    assert morning(house, clerk, suspended.until) == 0
    assert morning(house, clerk, AFTER) == 1
    assert by_clerk(house) == [(PROCEDURE, AFTER)]
    assert morning(house, clerk, AFTER) == 0
    assert morning(house, Clerk(house.record, house.views.deadlines), AFTER + ONE_DAY) == 0
    assert by_clerk(house) == [(PROCEDURE, AFTER)]
    record = house.record.file(house.number(7)).trail[-1]
    assert record.caused_by == "C-T08.3"


def test_a_queue_that_lags_behind_makes_nothing_happen_twice(house: House, clerk: Clerk) -> None:
    house.put(7, opened, granted, suspended)
    house.worker.run_once()
    house.on(AFTER)
    assert len(clerk.run_day(AFTER).done) == 1
    again = Clerk(house.record, house.views.deadlines).run_day(AFTER)
    assert (again.done, again.repeated) == ([], []), "the file says that it was done"


def test_two_clerks_at_once_do_it_once(house: House) -> None:
    for person in range(1, 21):
        house.put(person, opened, granted, suspended)
    house.worker.run_once()
    house.on(AFTER)
    clerks = [Clerk(house.record, house.views.deadlines) for _ in range(2)]
    threads = [threading.Thread(target=one.run_day, args=(AFTER,)) for one in clerks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [by_clerk(house, n) for n in range(1, 21)] == [[(PROCEDURE, AFTER)]] * 20


def test_a_clock_that_jumps_ahead_for_years_tells_each_day_as_it_was(
    house: House, clerk: Clerk
) -> None:
    """The window, the expiry, the lock-out it opens and its end, in one round, each on its day."""
    house.put(7, opened, granted, AGREED, TOO_LATE)
    assert morning(house, clerk, date(2033, 1, 3)) == 3
    assert by_clerk(house) == [
        (WINDOW, date(2029, 4, 14)),
        (EXPIRED, date(2030, 4, 15)),
        (LOCKED_OUT, date(2030, 4, 15)),
        (LOCKOUT_ENDED, date(2032, 4, 15)),
    ]
    house.worker.run_once()
    assert house.views.deadlines.due(date(2033, 1, 3)) == []


def test_a_clock_that_goes_back_does_nothing_twice(house: House, clerk: Clerk) -> None:
    house.put(7, opened, granted, suspended)
    morning(house, clerk, AFTER)
    before = by_clerk(house)
    for day in (AFTER - timedelta(days=30), AFTER, AFTER + ONE_DAY):
        assert morning(house, clerk, day) == 0
    assert by_clerk(house) == before


def test_a_queue_that_never_changes_makes_nothing_happen_twice(house: House) -> None:
    house.put(7, opened, granted, suspended)
    house.worker.run_once()
    stale = house.views.deadlines.due(AFTER)
    assert stale

    class Queue:
        def due(self, on: date) -> list[DueTerm]:
            return stale if on >= AFTER else []

    clerk = Clerk(house.record, Queue())
    house.on(AFTER)
    assert len(clerk.run_day(AFTER).done) == 1
    again = clerk.run_day(AFTER)
    assert (again.done, again.refused, again.failed) == ([], [], [])


def test_one_broken_case_stops_no_other(house: House, clerk: Clerk) -> None:
    house.put(1, opened, granted, suspended)
    house.put(2, opened, granted, suspended)
    house.worker.run_once()
    with house.pool.connection() as connection:
        connection.execute(
            "SELECT record.append(ARRAY[originator_id], ARRAY[4::bigint], ARRAY['nothing'],"
            " ARRAY['{}'::bytea], ARRAY[now()], gen_random_uuid(), 'x', %s, NULL)"
            " FROM record.facts WHERE notification_id = 1",
            [bytes(32)],
        )
    house.on(AFTER)
    done = clerk.run_day(AFTER)
    assert done.failed == [house.number(1)]
    assert by_clerk(house, 2) == [(PROCEDURE, AFTER)]


def test_started_twice_one_acts_and_the_other_waits(house: House) -> None:
    house.put(7, opened, granted, suspended)
    house.worker.run_once()
    house.on(AFTER)
    stop = threading.Event()
    threads = []
    for _ in range(2):
        clerk = Clerk(house.record, house.views.deadlines)
        at_work = ClerkAtWork(house.pool, clerk, house.clock, today_in_amsterdam)
        threads.append(threading.Thread(target=at_work.run, args=(stop, 0.05)))
    for thread in threads:
        thread.start()
    for _ in range(600):
        if by_clerk(house):
            break
        stop.wait(0.1)
    with house.pool.connection() as connection:
        leaders = connection.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7236004"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        ).fetchone()
    stop.set()
    for thread in threads:
        thread.join(60)
    assert leaders == (1,)
    assert by_clerk(house) == [(PROCEDURE, AFTER)]
