"""The keys can't be reached for a while: whoever asks is told to ask again, and then may."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import OperationalError
from psycopg.conninfo import conninfo_to_dict

from infra.exchange.going_out import Wanted, cases
from infra.main import House
from infra.store.mapper import FactMapper
from infra.store.views.facts import Facts
from infra.store.views.faults import Fault
from tests.infra.conftest import TestServer
from tests.infra.doors.visits import AGREEMENT, BODY, Door

KEY = UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")
LETTER = {"kind": "membership", "dated": "2026-01-05", "about": "letter of the society"}
DOCUMENT = {"action": "upload-document", "data": LETTER}
CLOSED = "ALTER DATABASE {} ALLOW_CONNECTIONS {}"
ENDED = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
LONG = 30.0  # seconds


@pytest.fixture(scope="module")
def number(door: Door) -> str:
    number = door.opened()
    agreed = door.visit("m.bakker", BODY).ask(number, "submit-agreement", **AGREEMENT)
    assert agreed.status_code == 201, agreed.text
    return number


@contextmanager
def without_keys(house: House, server: TestServer, number: str) -> Iterator[None]:
    """Nobody gets at the keys database, and this process remembers no key of the case."""
    name = str(conninfo_to_dict(house.settings.keys_dsn or "")["dbname"])
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(CLOSED.format(name, "false").encode())
        connection.execute(ENDED, [name])
        person = house.record.file(number).person
        assert person is not None
        house.keyring.forget(person)
        try:
            yield
        finally:
            connection.execute(CLOSED.format(name, "true").encode())


def once_back(ask: Callable[[], Any]) -> Any:
    """The answer to who goes on asking, as 503 tells: each connection that was cut is met once."""
    deadline = time.monotonic() + LONG
    while (answer := ask()).status_code == 503:
        assert time.monotonic() < deadline
    return answer


@pytest.mark.parametrize("path", ["", "/facts", "/replay?edition=lvv-certification@6"])
def test_a_file_is_not_told_and_may_be_asked_for_again(
    door: Door, server: TestServer, number: str, path: str
) -> None:
    asks = door.visit("m.bakker", BODY)
    with without_keys(door.house, server, number):
        answer = asks.get(f"/cases/{number}{path}")
    assert answer.status_code == 503, answer.text
    assert "retry-after" in answer.headers
    assert once_back(lambda: asks.get(f"/cases/{number}{path}")).status_code == 200


def test_nor_is_its_page(door: Door, server: TestServer, number: str) -> None:
    door.client.post("/sign-in", data={"as": "Case handler"})
    with without_keys(door.house, server, number):
        answer = door.client.get(f"/cases/{number}", headers={"Accept": "text/html"})
    assert answer.status_code == 503, answer.text
    assert "text/html" in answer.headers["content-type"]
    assert once_back(lambda: door.client.get(f"/cases/{number}")).status_code == 200


def test_a_command_that_is_repeated_gets_its_first_answer_once_they_are_back(
    door: Door, server: TestServer, number: str
) -> None:
    asks, path = door.visit("m.bakker", BODY), f"/cases/{number}/actions"
    first = once_back(lambda: asks.post(path, DOCUMENT, KEY))
    assert first.status_code == 201, first.text
    with without_keys(door.house, server, number):
        again = asks.post(path, DOCUMENT, KEY)
    assert again.status_code == 503, again.text
    repeated = once_back(lambda: asks.post(path, DOCUMENT, KEY))
    assert (repeated.status_code, repeated.json()["facts"]) == (201, first.json()["facts"])
    assert repeated.json()["repeated"]


def test_a_fact_that_takes_over_what_an_earlier_one_holds_is_not_stored_now(
    door: Door, server: TestServer, number: str
) -> None:
    """What is read from one fact and written in another has to open in between."""
    house = door.house
    (first, *_) = house.record.file(number).trail
    with without_keys(house, server, number), pytest.raises(OperationalError):
        FactMapper(house.keyring).to_stored_event(first)


def test_an_export_leaves_no_case_out_for_it(door: Door, server: TestServer, number: str) -> None:
    faults: list[Fault] = []
    facts = Facts(door.house.pool, door.house.keyring)
    with without_keys(door.house, server, number), pytest.raises(OperationalError):
        list(cases(facts, Wanted(number=number, personal=True), faults.append))
    assert faults == []
