"""Views told anew equal the live ones, and take their place without a gap."""

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.erasure import PRIVACY, Erased, ErasureOrdered
from domain.fact import Actor, Recorded
from domain.law import Place
from domain.number import number_of, stream_of
from domain.personal import Personal
from domain.scheme_file import CalendarCorrected, SchemeFileOpened, SettingDecided
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    MeasuresVerified,
    RegisterStatusChanged,
    SuspensionExtended,
    SuspensionLifted,
    SuspensionNotified,
)
from infra.store.views.rebuild import named
from projections import VIEWS
from tests.infra.conftest import Database
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.services.house import SCHEME, START, House, house_on

OWN = Place(text="house", at="1")
MATTER: dict[str, Any] = {"matter": "certificate-1", "basis": section(27)}
FACTS = [
    granted,
    suspended,
    SuspensionNotified(on=date(2026, 6, 1), **MATTER),
    RegisterStatusChanged(
        on=date(2026, 6, 1),
        status="suspended",
        first_day=suspended.first_day,
        day=suspended.until,
        **MATTER,
    ),
    MeasuresVerified(on=date(2026, 7, 1), **MATTER),
    SuspensionExtended(
        on=date(2026, 7, 2), until=date(2027, 5, 14), because=Personal("long illness"), **MATTER
    ),
    SuspensionLifted(on=date(2026, 8, 1), **MATTER),
    RegisterStatusChanged(
        on=date(2026, 8, 1),
        status="valid",
        first_day=date(2026, 8, 1),
        day=granted.until,
        **MATTER,
    ),
]
LAW = [
    SettingDecided(
        matter="scheme",
        on=date(2026, 1, 1),
        basis=OWN,
        setting="objection-weeks",
        value=6,
        because="x",
    ),
    CalendarCorrected(
        matter="scheme",
        on=date(2026, 1, 1),
        basis=OWN,
        day=date(2026, 6, 12),
        recognised=True,
        called="a day off",
        because="x",
    ),
]
ERASURE = [
    ErasureOrdered(
        matter=PRIVACY, on=date(2026, 9, 1), basis=OWN, kept=("identity",), ground="request"
    ),
    Erased(matter=PRIVACY, on=date(2026, 9, 1), basis=OWN, kept=("identity",)),
]
STEPS = st.lists(
    st.tuples(
        st.integers(1, 3),  # whose file; 0 hours on means the same moment
        st.integers(0, 2),
        st.sampled_from(["fact", "fact", "fact", "fact", "law", "erase", "feed", "feed"]),
    ),
    max_size=30,
)


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    """Batches of three facts, so that commands, moments and erasures are cut in two."""
    with house_on(database, most=3) as house:
        yield house


def put_law(house: House, which: int) -> None:
    number = number_of(SCHEME, "scheme", SCHEME)
    version = house.version(number)
    fact = LAW[which % len(LAW)] if version else None
    record = Recorded(
        originator_id=stream_of(number),
        originator_version=version + 1,
        number=number,
        scheme=SCHEME,
        kind="scheme",
        edition=house.record.schemes[SCHEME].editions[0].id,
        person=None,
        recorded_at=house.clock(),
        by=Actor(id="m.bakker", role="certification-body"),
        command_id=uuid5(UUID(int=3), f"{number}/{version}"),
        fact=fact or SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=OWN),
    )
    house.store([record])


def erase(house: House, person: int, erased: set[int]) -> None:
    if house.version(house.number(person)) and person not in erased:
        house.put(person, ERASURE[0])
        house.keys.destroy(UUID(int=person), ["identity"], decided_in="test", by="test")
        house.put(person, ERASURE[1])
        erased.add(person)


def next_fact(house: House, person: int, erased: set[int]) -> None:
    version = house.version(house.number(person))
    if version == 0:
        house.put(person, opened)
    elif person not in erased:
        house.put(person, FACTS[(version - 1) % len(FACTS)])


def same_as_anew(house: House) -> None:
    house.worker.run_once()
    assert house.views.progress.set_aside() == []
    for view in VIEWS:
        assert house.rebuild.differences(view.name) is None


NOBODY_YET = count()
"""Keys outlive the facts that are taken out below, so each example has persons of its own."""
# The database is emptied for each example, and only this test is in it.
ON_ONE_DATABASE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
EMPTY = """
SET session_replication_role = replica;
ALTER TABLE record.facts DISABLE TRIGGER no_truncate;
ALTER TABLE record.commands DISABLE TRIGGER no_truncate;
TRUNCATE record.facts, record.commands, views.positions, views.set_aside, views.register,
    views.deadlines, views.audits, views.worklist, views.notices, views.cases, views.dossier;
"""


@settings(max_examples=12, deadline=None, suppress_health_check=ON_ONE_DATABASE)
@given(steps=STEPS)
def test_a_view_told_anew_equals_the_live_one(
    house: House, database: Database, steps: list[tuple[int, int, str]]
) -> None:
    empty(database)
    persons = next(NOBODY_YET)
    erased: set[int] = set()
    house.clock.move_to(START)
    for who, hours, what in steps:
        person = 10 * persons + who
        house.clock.advance(timedelta(hours=hours))
        match what:
            case "fact":
                next_fact(house, person, erased)
            case "law":
                put_law(house, who)
            case "erase":
                erase(house, person, erased)
            case _:
                house.worker.run_once()
    same_as_anew(house)


def empty(database: Database) -> None:
    with psycopg.connect(database.record_owner, autocommit=True) as connection:
        connection.execute(EMPTY)


def test_a_difference_names_the_case_and_the_fact(house: House) -> None:
    house.put(1, opened, granted)
    (_, position) = house.put(2, opened, granted)
    house.worker.run_once()
    with house.pool.connection() as connection:
        connection.execute(
            "UPDATE views.register SET status = 'withdrawn' WHERE case_number = %s",
            [house.number(2)],
        )
    found = house.rebuild.differences("register")
    assert found is not None
    assert (found.number, found.position) == (house.number(2), position)
    assert found.live != found.anew
    assert found.says.startswith(f"differs first in case {house.number(2)}, at the fact at")
    assert house.rebuild.differences("deadlines") is None


def test_views_are_checked_again_and_again_until_told_to_stop(house: House) -> None:
    house.put(1, opened, granted)
    house.worker.run_once()
    stop = threading.Event()
    checking = house.rebuild.check(named(["register", "cases"]), stop, every=0.01)
    assert [next(checking) for _ in range(4)] == 2 * [("register", None), ("cases", None)]
    with house.pool.connection() as connection:
        connection.execute("UPDATE views.register SET status = 'withdrawn'")
    name, found = next(checking)
    assert name == "register"
    assert found is not None
    stop.set()
    assert list(checking) == [], "told to stop, it stops after the view it is at"
    assert len(list(house.rebuild.check(named(["cases"]), threading.Event()))) == 1


def test_a_rebuild_puts_it_right_and_readers_see_no_gap(house: House) -> None:
    for person in range(1, 40):
        house.put(person, opened, granted)
    house.worker.run_once()
    with house.pool.connection() as connection:
        connection.execute("UPDATE views.register SET status = 'withdrawn' WHERE name IS NOT NULL")
    stop, seen, told = threading.Event(), set[int](), list[tuple[int, int]]()

    def read() -> None:
        while not stop.is_set():
            seen.add(len(house.views.register.search(SCHEME, on=granted.on, limit=1000)))

    reader = threading.Thread(target=read)
    reader.start()
    stands = house.rebuild.rebuild(progress=lambda done, of: told.append((done, of)))
    stop.set()
    reader.join()
    assert seen == {39}
    assert told[-1] == (78, 78)
    assert set(stands.values()) == {78}
    assert {k.row.status for k in house.views.register.search(SCHEME, on=granted.on)} == {"valid"}
    house.put(1, suspended)
    same_as_anew(house)
    assert house.views.deadlines.search(on=suspended.on, term="C-T08")


def test_a_rebuild_keeps_indexes_and_rights(house: House, database: Database) -> None:
    def looks() -> list[tuple[Any, ...]]:
        with house.pool.connection() as connection:
            indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'views' ORDER BY 1"
            rights = (
                "SELECT tablename, tableowner, has_table_privilege('griffie_reader',"
                " 'views.' || tablename, 'SELECT') FROM pg_tables WHERE schemaname = 'views'"
                " ORDER BY 1"
            )
            return [*connection.execute(indexes), *connection.execute(rights)]

    before = looks()
    house.rebuild.rebuild()
    house.rebuild.rebuild(["register"])
    assert looks() == before


def test_a_rebuild_catches_up_with_what_was_recorded_meanwhile(house: House) -> None:
    house.put(1, opened, granted)
    house.worker.run_once()
    meanwhile: list[int] = []

    def another(done: int, _: int) -> None:
        if not meanwhile:
            meanwhile.append(done)
            house.put(2, opened, granted)
            house.worker.run_once()

    stands = house.rebuild.rebuild(["register"], another)
    assert stands == {"register": 4}
    assert len(house.views.register.search(SCHEME, on=granted.on)) == 2
    same_as_anew(house)


def test_there_is_no_view_of_that_name() -> None:
    with pytest.raises(LookupError, match="no view registre; give of register, deadlines"):
        named(["registre"])


def test_a_corrected_calendar_shows_whose_terms_moved(house: House) -> None:
    """Four weeks from 15 May end on Friday 12 June; were that a holiday, on Monday the 15th."""
    friday, monday = date(2026, 6, 12), date(2026, 6, 15)
    house.on(suspended.on)
    put_law(house, 0)
    house.put(1, opened, granted, suspended)
    house.put(2, opened, granted)
    house.worker.run_once()
    before = house.clock()
    house.clock.advance(timedelta(hours=1))
    put_law(house, 1)
    house.put(2, suspended)
    house.worker.run_once()

    def due(person: int, known_at: datetime | None = None) -> date | None:
        number = house.number(person)
        found = house.views.deadlines.search(
            on=friday, term="T-1", number=number, known_at=known_at
        )
        return found[0].row.due if found else None

    assert (due(1, before), due(1), due(2)) == (friday, monday, monday)
    position = house.views.progress.position_of(number_of(SCHEME, "scheme", SCHEME), 2)
    assert position is not None
    (moved,) = house.views.deadlines.moved_by(position)
    assert (moved.number, moved.term) == (house.number(1), "T-1")
    assert (moved.due_before, moved.due_after) == (friday, monday)
    house.clock.advance(timedelta(hours=1))
    put_law(house, 0)
    house.worker.run_once()
    assert due(1) == date(2026, 6, 26), "six weeks, as decided"
    same_as_anew(house)
