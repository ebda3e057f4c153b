"""After an erasure nothing of a person stands in any view, and a rebuild equals the live ones."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
import pytest

from domain.decide import NotAllowed
from domain.fact import Actor
from domain.law import Place, Refused, Value
from domain.schemes.lvv_certification.record.application import DecisionSent
from domain.schemes.lvv_certification.record.certificate import CertificateExpired
from infra.store.views.sweeping import noted
from projections import VIEWS
from services.commands import NotOnFile
from services.erasure import Erasure, StillNeeded
from tests.infra.conftest import Database
from tests.projections.lvv_shown import REFUSES_TO_SHOW
from tests.schemes.lvv_certification.told import granted, opened
from tests.services.house import SCHEME, House, house_on

OFFICER = Actor(id="f.gegevens", role="privacy-officer")
EVE = UUID(int=7)
PAGES = """
SELECT pg_read_binary_file(pg_relation_filepath(relation)) FROM (
    SELECT 'views.register'::regclass UNION ALL
    SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'views.register'::regclass
) AS files (relation)
"""
ENDED = CertificateExpired(
    matter="certificate-1", on=date(2030, 4, 15), basis=Place(text="LVV", at="15")
)


def sent(decision: int) -> DecisionSent:
    return DecisionSent(
        matter="application-1", on=granted.on, basis=granted.basis, decision=decision
    )


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house:
        house.on(date(2031, 1, 6))
        yield house


@pytest.fixture
def erasure(house: House) -> Erasure:
    return Erasure(house.record, house.views.cases, house.keys)


def facts(house: House, person: int) -> list[str]:
    trail = house.record.file(house.number(person)).trail
    return [record.fact.stored_as for record in trail]


def test_nothing_of_the_person_is_left_in_any_view(house: House, erasure: Erasure) -> None:
    house.put(7, opened)
    house.put(7, granted, sent(2), ENDED)
    house.put(8, opened.model_copy(update={"name": type(opened.name)("Piet Smit")}))
    house.worker.run_once()
    assert "Johanna de Wit" in house.all_text()
    done = erasure.erase(EVE, OFFICER)
    assert done.numbers == (house.number(7),)
    house.worker.run_once()
    text = house.all_text()
    assert "Johanna" not in text
    assert "johanna" not in text
    assert "1980-02-29" not in text
    (line,) = house.views.register.lines(SCHEME, house.number(7))
    assert (line.row.name, line.row.born, line.row.erased) == (None, None, True)
    assert house.views.register.search(SCHEME, on=granted.on, text="johanna") == []
    case = house.views.cases.one(house.number(7))
    assert case is not None
    assert (case.row.has_erased, case.row.erasure_open) == (True, False)
    for view in VIEWS:
        assert house.rebuild.differences(view.name) is None
    house.rebuild.rebuild()
    assert "Johanna" not in house.all_text()


def test_the_pages_are_cleared_too(house: House, erasure: Erasure, database: Database) -> None:
    """What PostgreSQL deleted would stay in its files, and every word in its index."""
    other = opened.model_copy(update={"name": type(opened.name)("Piet Smit")})
    for person in range(8, 20):
        house.put(person, other, granted.model_copy(update={"name": other.name}))
    house.put(7, opened, granted, sent(2), ENDED)
    house.put(20, other, granted.model_copy(update={"name": other.name}))
    house.worker.run_once()
    with psycopg.connect(database.record_owner, autocommit=True) as connection:
        before = pages(connection)
        erasure.erase(EVE, OFFICER)
        house.worker.run_once()
        after = pages(connection)
    assert b"Johanna" in before
    assert b"johanna" in before
    assert b"ohanna" not in after
    assert b"Smit" in after


def test_a_sweep_that_had_to_wait_is_not_forgotten(
    house: House, erasure: Erasure, database: Database
) -> None:
    house.put(7, opened, granted, sent(2), ENDED)
    house.worker.run_once()
    erasure.erase(EVE, OFFICER)
    with psycopg.connect(database.record_owner) as reader:
        reader.execute("SELECT FROM views.register")
        house.worker.run_once()
        with house.pool.connection() as connection:
            assert noted(connection) == {"register"}
    house.worker.run_once()
    with house.pool.connection() as connection:
        assert noted(connection) == set()


def pages(connection: psycopg.Connection[Any]) -> bytes:
    """The files of the register and its indexes."""
    connection.execute("CHECKPOINT")
    rows = connection.execute(PAGES).fetchall()
    return b"".join(row[0] for row in rows)


def test_also_in_a_view_that_could_not_follow_the_case(house: House, erasure: Erasure) -> None:
    house.put(7, opened, granted)
    house.worker.run_once()
    house.put(7, sent(2), ENDED, granted.model_copy(update={"matter": REFUSES_TO_SHOW}))
    house.worker.run_once()
    assert [aside.view for aside in house.views.progress.set_aside()] == ["register"]
    assert "Johanna" in house.all_text()
    gone = ENDED.model_copy(update={"matter": REFUSES_TO_SHOW})
    house.put(7, sent(5), gone)
    erasure.erase(EVE, OFFICER)
    house.worker.run_once()
    assert "Johanna" not in house.all_text()


def test_it_is_refused_as_long_as_a_file_needs_it(house: House, erasure: Erasure) -> None:
    house.put(7, opened, granted)
    house.worker.run_once()
    with pytest.raises(StillNeeded, match=house.number(7)) as refused:
        erasure.erase(EVE, OFFICER)
    assert isinstance(refused.value.refusals[house.number(7)], Refused)
    assert facts(house, 7) == [opened.stored_as, granted.stored_as]
    assert house.record.file(house.number(7)).state.name.value == "Johanna de Wit"


def test_only_a_privacy_officer_orders_it(house: House, erasure: Erasure) -> None:
    house.put(7, opened)
    with pytest.raises(StillNeeded) as refused:
        erasure.erase(EVE, Actor(id="m.bakker", role="certification-body"))
    assert isinstance(refused.value.refusals[house.number(7)], NotAllowed)


def test_it_can_be_asked_again_and_is_done_once(house: House, erasure: Erasure) -> None:
    house.put(7, opened)
    first = erasure.erase(EVE, OFFICER)
    assert first.numbers == (house.number(7),), "found though no view has seen it yet"
    assert erasure.erase(EVE, OFFICER) == first
    house.worker.run_once()
    assert erasure.resume() == []
    assert facts(house, 7) == [opened.stored_as, "person.erasure-ordered", "person.erased"]


class _Crash(Exception):
    pass


class _CrashingKeys(Value):
    """Dies before or after it destroyed the keys."""

    keys: Any
    after: bool

    def destroy(self, *args: Any, **kwargs: Any) -> None:
        if self.after:
            self.keys.destroy(*args, **kwargs)
        raise _Crash


@pytest.mark.parametrize("after", [False, True])
def test_what_a_crash_interrupted_is_gone_on_with(
    house: House, erasure: Erasure, after: bool
) -> None:
    house.put(7, opened)
    crashing = _CrashingKeys(keys=house.keys, after=after)
    with pytest.raises(_Crash):
        Erasure(house.record, house.views.cases, crashing).erase(EVE, OFFICER)
    assert facts(house, 7) == [opened.stored_as, "person.erasure-ordered"]
    house.worker.run_once()
    (done,) = erasure.resume()
    assert done.numbers == (house.number(7),)
    assert facts(house, 7)[-1] == "person.erased"
    assert house.record.file(house.number(7)).state.name.erased
    assert erasure.resume() == []


def test_only_files_of_the_person_are_given(house: House, erasure: Erasure) -> None:
    house.put(8, opened)
    with pytest.raises(ValueError, match="not about this person"):
        erasure.erase(EVE, OFFICER, numbers=[house.number(8)])
    with pytest.raises(NotOnFile):
        erasure.erase(EVE, OFFICER, numbers=[house.number(9)])
