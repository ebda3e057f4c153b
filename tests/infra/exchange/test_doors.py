"""A history is read at the doors by who works with histories, and by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from domain.fact import Recorded
from infra.http.demo_issuer import DemoIssuer
from infra.http.house import site
from infra.main import House
from tests.infra.doors.visits import Visit
from tests.infra.exchange.conftest import Imports
from tests.infra.exchange.permit_desk import rows, table

Visits = Callable[[str, str], Visit]


@pytest.fixture
def visit(house: House) -> Iterator[Visits]:
    issuer = DemoIssuer(house.settings.data_dir, mode="test")
    with TestClient(site(house, personas=()), raise_server_exceptions=False) as client:
        yield lambda scheme, role: Visit(client, issuer.issue("s.aydin", {scheme: [role]}))


def test_trail_terms_and_queue_are_read_over_http(
    house: House,
    visit: Visits,
    take_over: Imports,
    on_record: Callable[[], list[list[Recorded]]],
    tmp_path: Path,
) -> None:
    take_over(table(tmp_path / "log.csv", rows(3, seed=41)))
    house.worker().run_once()
    handler = visit("taken-over", "handler")
    open_case = next(case for case in on_record() if "end" not in case[-1].fact.stored_as)
    number = open_case[0].number
    told = handler.get(f"/cases/{number}").json()
    assert told["standing"] == "taken over, open"
    assert {"record-end", "note"} <= set(told["openActions"])
    assert [term["term"] for term in told["terms"]] == ["TO-T1", "TO-T1"]
    trail = handler.get(f"/cases/{number}/facts?limit=100").json()["items"]
    assert len(trail) == len(open_case)
    assert trail[-1]["content"]["row"] == getattr(open_case[-1].fact, "row", 0)
    then = handler.get(f"/cases/{number}?on=2001-01-01")
    assert then.status_code == 404
    queue = handler.get("/deadlines?scheme=taken-over&state=overdue&limit=100").json()["items"]
    assert number in {one["case"] for one in queue}
    assert handler.get("/schemes/taken-over/register-entries").json()["items"] == []
    assert handler.ask(number, "record-end").status_code == 201
    elsewhere = visit("lvv-certification", "lvv-board")
    assert elsewhere.get(f"/cases/{number}").status_code == 404
    assert visit("taken-over", "clerk").get(f"/cases/{number}").status_code == 404
