"""Views told anew by several processes: the same rows as by one, or none at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing import active_children
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from domain.number import stream_of
from infra.store.views import crew
from infra.store.views.comparing import HASH
from infra.store.views.crew import Crew, Unfilled
from infra.store.views.feeding import Feed
from infra.store.views.filler import Access
from infra.store.views.parts import Part, parts
from infra.store.views.positions import Overtaken
from infra.store.views.rebuild import Rebuild
from infra.store.views.spare import Spare
from projections import VIEWS
from projections.register import REGISTER
from tests.infra.conftest import KEK, Database
from tests.infra.test_views_faults import POISON
from tests.infra.test_views_rebuild import erase
from tests.projections import lvv_shown
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.services.house import House, house_on

GRIFFIE = ("-c", "from infra.cli import app; app()")
LONG = 120.0  # seconds; nobody waits that long unless something is wrong
PEOPLE, STUMBLED_OVER, ERASED = 24, range(20, 24), range(16, 20)
MADE = "SELECT FROM pg_class WHERE oid = to_regclass('views_spare.register')"
HELD = "LOCK TABLE views_spare.register IN ACCESS EXCLUSIVE MODE"
WAITING = """
SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'views_spare.register'::regclass
"""
OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname IN (%s, %s)"


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    """Some people could not be shown, and some were erased; they are in every part."""
    with house_on(database) as house:
        gone: set[int] = set()
        for person in range(PEOPLE):
            house.put(person, opened, POISON if person in STUMBLED_OVER else granted)
            if person in ERASED:
                erase(house, person, gone)
        for some in (STUMBLED_OVER, ERASED):
            assert all(_in_part(house, part, some) for part in parts(2)), "of all kinds in each"
        house.worker.run_once()
        yield house


@pytest.fixture
def access(database: Database) -> Access:
    return Access(database.record, database.keys, KEK, lvv_shown.schemes)


@pytest.fixture
def by_two(house: House, access: Access) -> Rebuild:
    return Rebuild(house.pool, house.pool, house.keys, lvv_shown.SCHEMES, Crew(access, 2))


def _in_part(house: House, part: Part, people: range) -> bool:
    streams = [stream_of(house.number(person)) for person in people]
    return any(part.first <= stream <= part.last for stream in streams)


def shown(house: House) -> dict[str, str]:
    """The hash of every view."""
    with house.pool.connection() as connection:
        return {
            view.name: connection.execute(
                HASH.format(table=f"views.{view.name}").encode()
            ).fetchall()[0][0]
            for view in VIEWS
        }


def aside(house: House) -> set[tuple[str, str, int, str]]:
    return {(a.view, a.number, a.position, a.reason) for a in house.views.progress.set_aside()}


def test_by_two_processes_a_view_reads_as_by_one_and_as_it_was_fed(
    house: House, by_two: Rebuild
) -> None:
    fed, stumbled = shown(house), aside(house)
    assert len({number for _, number, _, _ in stumbled}) == len(STUMBLED_OVER)
    house.rebuild.rebuild()
    assert (shown(house), aside(house)) == (fed, stumbled)
    told: list[tuple[int, int]] = []
    stands = by_two.rebuild(progress=lambda done, of: told.append((done, of)))
    assert (shown(house), aside(house)) == (fed, stumbled)
    assert told == sorted(told)
    assert told[-1] == (stands["register"], stands["register"])
    with house.pool.connection() as connection:
        connection.execute(
            "UPDATE views.register SET status = 'x' WHERE case_number = %s", [house.number(1)]
        )
    found = by_two.differences("register")
    assert found is not None
    assert found.number == house.number(1)


@contextmanager
def held_up(database: Database) -> Iterator[psycopg.Connection]:
    """Entered when the first of the processes waits to write; none can, until this is left."""
    with psycopg.connect(database.record_owner, autocommit=True) as looking:
        until(lambda: looking.execute(MADE).fetchone() is not None)
        with looking.transaction():
            looking.execute(HELD)
            until(lambda: looking.execute(WAITING).fetchone() != (0,))
            yield looking


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_when_a_process_is_killed_the_views_stand_as_they_did(
    house: House, by_two: Rebuild, database: Database
) -> None:
    names = [str(psycopg.conninfo.conninfo_to_dict(d)["dbname"]) for d in _both(database)]
    fed = shown(house)
    house.put(0, suspended)
    with ThreadPoolExecutor(1) as thread:
        with psycopg.connect(database.record_owner, autocommit=True) as looking:
            (before,) = looking.execute(OPEN, names).fetchone() or (0,)
        rebuilding = thread.submit(by_two.rebuild, ["register"])
        with held_up(database) as looking:
            (now,) = looking.execute(OPEN, names).fetchone() or (0,)
            assert now - before <= 2 * 3 + 1, "two on record, one on keys each; and who looks"
            victim = active_children()[0]
            os.kill(victim.pid or 0, signal.SIGKILL)
        with pytest.raises(Unfilled, match=f"{victim.name} of the rebuild stopped: it ended"):
            rebuilding.result(LONG)
    assert active_children() == []
    assert shown(house) == fed
    house.worker.run_once()
    fed = shown(house)
    by_two.rebuild(["register"])
    assert shown(house) == fed


def _both(database: Database) -> tuple[str, str]:
    return database.record, database.keys


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_nobody_is_left_when_the_command_is_ended(
    house: House, database: Database, tmp_path: Path, how: signal.Signals
) -> None:
    """Killed by its id, or by Ctrl-C, which reaches every process of the terminal."""
    fed = shown(house)
    secret = {
        "GRIFFIE_DSN": database.record,
        "GRIFFIE_KEYS_DSN": database.keys,
        "GRIFFIE_KEK": KEK.hex(),
    }
    command = subprocess.Popen(
        [sys.executable, *GRIFFIE, "rebuild", "register", "--processes", "2"],
        env={**os.environ, "GRIFFIE_MODE": "test", "GRIFFIE_DATA_DIR": str(tmp_path), **secret},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with held_up(database):
        ours = processes_of(command.pid)
        assert len(ours) == 4, "the command, two that fill, and a tracker of multiprocessing"
        said = b"".join(Path(f"/proc/{one}/cmdline").read_bytes() for one in ours)
        assert not [one for one in secret.values() if one.encode() in said]
        os.kill(command.pid, how) if how is signal.SIGKILL else os.killpg(command.pid, how)
        assert command.wait(LONG) != 0
        until(lambda: processes_of(command.pid) == [])
    assert shown(house) == fed
    house.rebuild.rebuild(["register"])


def processes_of(session: int) -> list[int]:
    """Everything that runs in a session, but for what has ended and was not yet asked about."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(of) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found


def test_who_lost_the_tables_writes_nothing_into_those_of_another(house: House) -> None:
    def spare() -> Spare:
        return Spare(Feed(house.pool, house.keys, lvv_shown.SCHEMES), [REGISTER])

    mine, theirs = spare(), spare()
    with house.pool.connection() as connection:
        mine.make(connection)
        theirs.make(connection)
        with pytest.raises(Overtaken):
            mine.fill(connection, 10, lambda _, __: None)
        assert connection.execute("SELECT FROM views_spare.register").fetchall() == []
        theirs.fill(connection, 10, lambda _, __: None)
        assert connection.execute("SELECT FROM views_spare.register").fetchall() != []


def test_a_small_record_is_told_by_one_process(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is how many facts are read: for the register those are less than all."""
    nowhere = Crew(Access("", "", bytes(32), lvv_shown.schemes))
    again = Rebuild(house.pool, house.pool, house.keys, lvv_shown.SCHEMES, nowhere)
    fed = shown(house)
    again.rebuild()
    assert shown(house) == fed
    house.put(0, suspended)
    feed = Feed(house.pool, house.keys, lvv_shown.SCHEMES)
    upto = feed.facts.head()
    all_views, register = Spare(feed, VIEWS), Spare(feed, [REGISTER])
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(3)))
    monkeypatch.setattr(crew, "ENOUGH", upto)
    assert (nowhere.size(all_views, upto), nowhere.size(register, upto)) == (3, 1)
    monkeypatch.setattr(crew, "ENOUGH", upto + 1)
    assert nowhere.size(all_views, upto) == 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(100)))
    monkeypatch.setattr(crew, "ENOUGH", 1)
    assert nowhere.size(all_views, upto) == crew.MOST


def test_what_a_process_cannot_do_is_said(house: House, access: Access) -> None:
    wrong = Access(access.record, access.keys, b"too short", lvv_shown.schemes)
    again = Rebuild(house.pool, house.pool, house.keys, lvv_shown.SCHEMES, Crew(wrong, 2))
    with pytest.raises(Unfilled, match=r"process \d of 2 of the rebuild stopped: ValueError in "):
        again.rebuild(["register"])
    assert active_children() == []


@pytest.mark.parametrize("many", [1, 2, 3, 7])
def test_parts_are_all_cases_once(many: int) -> None:
    found = parts(many)
    assert found[0].first.int == 0
    assert found[-1].last.int == 2**128 - 1
    for part, after in pairwise(found):
        assert part.last.int + 1 == after.first.int
        assert part.gone(part.first) == 0
        assert part.gone(UUID(int=(part.first.int + part.last.int) // 2)) == pytest.approx(0.5)
