"""A poison fact stops no other view and no other case, and is told of."""

from collections.abc import Iterator
from uuid import UUID

import orjson
import pytest

from domain.number import stream_of
from tests.infra.conftest import Database
from tests.projections.lvv_shown import REFUSES_TO_SHOW
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.services.house import SCHEME, House, house_on

POISON = granted.model_copy(update={"matter": REFUSES_TO_SHOW})
RAW = """
SELECT record.append(ARRAY[%s], ARRAY[%s], ARRAY[%s], ARRAY[%s], ARRAY[now()], %s, 'x', %s, NULL)
"""


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house:
        yield house


def put_raw(house: House, person: int, version: int, topic: str, state: bytes) -> None:
    stream = stream_of(house.number(person))
    with house.pool.connection() as connection:
        values = [stream, version, topic, state, UUID(int=500 + version), bytes(32)]
        connection.execute(RAW, values)


def entries(house: House) -> set[str]:
    return {kept.row.entry for kept in house.views.register.search(SCHEME, on=suspended.on)}


def test_a_view_that_stumbles_over_one_case_goes_on_with_the_others(house: House) -> None:
    for person in (1, 2, 3):
        house.put(person, opened)
    house.put(2, POISON)
    for person in (1, 3):
        house.put(person, granted)
    house.worker.run_once()
    assert entries(house) == {house.number(1), house.number(3)}
    (aside,) = house.views.progress.set_aside()
    assert (aside.view, aside.number) == ("register", house.number(2))
    assert aside.reason.startswith("ValueError in tests/projections/lvv_shown.py, line ")
    case = house.views.cases.one(house.number(2))
    assert case is not None
    assert case.row.version == 2
    assert [(view, fault.number) for view, fault in house.faults] == [
        ("register", house.number(2))
    ]
    assert len(set(house.views.progress.positions().values())) == 1


@pytest.mark.parametrize(
    ("topic", "state", "says"),
    [
        ("lvv-certification.never-heard-of", b'{"person": null}', "LookupError"),
        (granted.stored_as, b"{", "json_invalid"),
        (granted.stored_as, b'{"person": null, "fact": {"matter": 7}}', "does not fit"),
    ],
)
def test_a_fact_that_cannot_be_read_sets_its_case_aside_in_every_view(
    house: House, topic: str, state: bytes, says: str
) -> None:
    house.put(1, opened)
    put_raw(house, 1, 2, topic, state)
    house.put(2, opened, granted)
    house.worker.run_once()
    assert entries(house) == {house.number(2)}
    aside = house.views.progress.set_aside()
    assert len(aside) == 7
    assert {one.number for one in aside} == {house.number(1)}
    assert all(says in one.reason for one in aside)
    case = house.views.cases.one(house.number(1))
    assert case is not None
    assert case.row.version == 1, "what could be read is shown"
    house.put(1, granted, version=2)
    house.worker.run_once()
    assert len(house.views.progress.set_aside()) == 7
    assert len(house.faults) == 7, "told of once"
    for view in ("cases", "register"):
        assert house.rebuild.differences(view) is None


def test_the_reason_tells_nothing_of_a_person(house: House) -> None:
    house.put(1, opened)
    state = orjson.dumps({"person": None, "fact": {"matter": {"name": "Johanna de Wit"}}})
    put_raw(house, 1, 2, granted.stored_as, state)
    house.worker.run_once()
    assert "Johanna" not in house.all_text()


def test_values_that_cannot_be_stored_set_their_case_aside(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in range(1, 9):
        house.put(person, opened, granted)
    broken = house.number(5)
    from tests.projections import lvv_shown

    line = lvv_shown._line

    def with_nul(file, status, since, day):  # type: ignore[no-untyped-def]  # stands in
        told = line(file, status, since, day)
        return told.model_copy(update={"note": "\0"}) if file.number == broken else told

    monkeypatch.setattr(lvv_shown, "_line", with_nul)
    house.worker.run_once()
    assert entries(house) == {house.number(n) for n in range(1, 9) if n != 5}
    assert [(a.view, a.number) for a in house.views.progress.set_aside()] == [("register", broken)]
    monkeypatch.undo()
    house.put(5, suspended)
    house.worker.run_once()
    assert broken not in entries(house)
    assert house.rebuild.retry("register") == 1
    assert broken in entries(house)
    assert house.views.progress.set_aside() == []
    assert house.rebuild.differences("register") is None


def test_a_case_that_still_cannot_be_shown_stays_set_aside(house: House) -> None:
    house.put(2, opened, POISON)
    house.worker.run_once()
    assert house.rebuild.retry("register") == 0
    assert [a.view for a in house.views.progress.set_aside()] == ["register"]


def test_a_broken_table_stops_one_view_only(house: House) -> None:
    house.put(1, opened, granted)
    with house.pool.connection() as connection:
        connection.execute("ALTER TABLE views.register RENAME COLUMN note TO annotation")
        house.worker.run_once()
        positions = house.views.progress.positions()
        assert positions["register"] == 0
        assert positions["cases"] == 2
        connection.execute("ALTER TABLE views.register RENAME COLUMN annotation TO note")
    house.worker.run_once()
    assert entries(house) == {house.number(1)}
    assert house.views.progress.set_aside() == []
