"""Snapshots in PostgreSQL: kept when a long file was folded, gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg_pool import ConnectionPool
from structlog.testing import capture_logs

from infra.store.record import Record
from infra.store.snapshots import SnapshotTable, StampedSnapshots
from services import case_files
from tests.infra.conftest import Database
from tests.infra.test_views_rebuild import FACTS
from tests.schemes.lvv_certification.told import opened
from tests.services.house import House, house_on

KEPT = "SELECT originator_version FROM record.snapshots ORDER BY 1"
SECRET = b"a secret of this test"


@pytest.fixture
def house(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr(case_files, "LONG", 2)
    with house_on(database) as house:
        yield house


def reader(house: House) -> Record:
    """Somebody with nothing at hand, who uses snapshots."""
    old = house.record
    snapshots = StampedSnapshots(SnapshotTable(house.pool), house.keys, SECRET)
    return Record(old.recorder, house.keys, old.clock, old.day_of, snapshots=snapshots)


def kept(database: Database) -> list[Any]:
    with psycopg.connect(database.record) as connection:
        return [row[0] for row in connection.execute(KEPT).fetchall()]


def test_a_long_file_that_was_folded_leaves_a_snapshot_for_the_next(
    house: House, database: Database
) -> None:
    house.put(1, opened, *FACTS)
    whole, last = house.record.file(house.number(1)), 1 + len(FACTS)
    assert reader(house).file(house.number(1)) == whole
    assert kept(database) == [last]
    assert reader(house).file(house.number(1)) == whole
    with psycopg.connect(database.record, autocommit=True) as connection:
        connection.execute("DELETE FROM record.snapshots")
    assert reader(house).file(house.number(1)) == whole


def test_no_name_lies_in_it_and_an_erasure_reaches_it(house: House, database: Database) -> None:
    house.put(1, opened, *FACTS)
    number, file = house.number(1), house.record.file(house.number(1))
    name = file.state.name.value
    reader(house).file(number)
    with psycopg.connect(database.record) as connection:
        ((state,),) = connection.execute("SELECT state FROM record.snapshots").fetchall()
    assert name.encode() not in state
    again = reader(house).file(number)
    assert again.state.name.value == name
    assert file.person is not None
    house.keys.destroy(file.person, None, decided_in="file 1, fact 9", by="p.officer")
    assert again.state.name.erased
    assert reader(house).file(number).state.name.erased
    assert house.record.file(number).state.name.erased


def test_one_that_somebody_changed_is_told_and_the_facts_are_read(
    house: House, database: Database
) -> None:
    house.put(1, opened, *FACTS)
    whole = reader(house).file(house.number(1))
    with psycopg.connect(database.record_owner, autocommit=True) as connection:
        connection.execute("UPDATE record.snapshots SET state = state || ' '::bytea")
    with capture_logs() as logs:
        for _ in range(2):
            assert reader(house).file(house.number(1)) == whole
    assert [one["event"] for one in logs] == ["a snapshot was left aside"]  # and replaced


def test_who_may_not_write_snapshots_reads_all_the_same(house: House, database: Database) -> None:
    house.put(1, opened, *FACTS)
    whole = house.record.file(house.number(1))
    kwargs = {"autocommit": True}
    with ConnectionPool(database.reader, min_size=1, max_size=1, kwargs=kwargs) as pool:
        snapshots = StampedSnapshots(SnapshotTable(pool), house.keys, SECRET)
        one = reader(house)
        one.folded = snapshots
        with capture_logs() as logs:
            assert one.file(house.number(1)) == whole
    assert [one["event"] for one in logs] == ["a snapshot was left aside", "no snapshot was kept"]
