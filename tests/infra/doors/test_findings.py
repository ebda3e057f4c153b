"""The graph of a case, and what was granted while a finding was open, at the door and as known."""

import csv
import io
import json
from datetime import UTC, datetime, time, timedelta

import pytest
from typer.testing import CliRunner

from domain.fact import Recorded
from infra.cli import app
from infra.main import House
from infra.worker import Worker
from tests.infra.conftest import environment
from tests.infra.doors.visits import Door, Visit
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.test_majors_at_grant import FEB_2, an_extension_granted_beside_a_major

SSVV = "ssvv-sogp"
GRANTS = f"/grants-with-open-findings?scheme={SSVV}"
RUN = CliRunner()


def put(house: House, told: Scenario) -> tuple[Recorded, ...]:
    """A told history, on record as it is."""
    for record in told.history:
        house.record.recorder.insert_events(
            [house.record.mapper.to_stored_event(record)],
            command_id=record.command_id,
            actor=record.by.id,
            recorded_at=[record.recorded_at],
            request_sha256=bytes(32),
        )
    return told.history


@pytest.fixture(scope="module")
def history(house: House) -> tuple[Recorded, ...]:
    """A line granted beside a Major of another audit, which the text does not forbid."""
    history = put(house, an_extension_granted_beside_a_major())
    Worker(house.pool, house.pool, house.keyring).run_once()
    return history


@pytest.fixture
def auditor(door: Door) -> Visit:
    return Visit(door.client, door.issuer.issue("a.mulder", {SSVV: ["auditor"]}))


@pytest.fixture
def settings(house: House, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr("infra.logs.configure", lambda **_: None)  # the runner closes its stderr
    ours = house.settings
    return environment(ours.dsn, ours.keys_dsn, ours.data_dir)


def test_the_graph_of_a_case(auditor: Visit, history: tuple[Recorded, ...]) -> None:
    number = history[0].number
    told = auditor.get(f"/cases/{number}/findings").json()
    assert (told["number"], told["version"]) == (number, history[-1].version)
    found = next(one for one in told["nodes"] if one["key"] == "audit-3.1")
    assert (found["kind"], found["findingClass"], found["stands"]) == ("finding", "major", "open")
    assert {"from": "audit-3.1", "says": "found in", "to": "audit-3"} in told["edges"]
    assert {"from": "line-3.granted", "says": "rests on", "to": "audit-4"} in told["edges"]
    before = auditor.get(f"/cases/{number}/findings?on={FEB_2 - timedelta(days=1)}").json()
    assert "line-3.granted" not in {one["key"] for one in before["nodes"]}
    assert auditor.get(f"/cases/{number}/findings?version=1").json()["nodes"] == []


@pytest.mark.usefixtures("history")
def test_a_grant_over_a_major_is_found_with_where_the_text_allows_it(auditor: Visit) -> None:
    told = auditor.get(f"{GRANTS}&findingClass=major").json()
    (one,) = told["items"]
    assert (one["line"], one["audit"], one["finding"]) == ("line-3", "audit-3", 1)
    assert "report of its own audit" in one["explained"]["reading"]
    assert told["cases"] == 1
    assert auditor.get(f"{GRANTS}&findingClass=minor").json()["items"] == []
    assert auditor.get(f"{GRANTS}&on={FEB_2 - timedelta(days=1)}").json()["items"] == []
    sheet = auditor.get(GRANTS, {"Accept": "text/csv"}).text
    (row,) = csv.DictReader(io.StringIO(sheet.lstrip("\ufeff")), delimiter=";")
    assert (row["line"], row["findingClass"]) == ("line-3", "major")


def test_nothing_is_found_as_it_was_known_before(
    door: Door, auditor: Visit, history: tuple[Recorded, ...]
) -> None:
    """Known at a moment before the grant was on record; the view was told of it later."""
    moment = datetime.combine(FEB_2, time(11), UTC).isoformat().replace("+00:00", "Z")
    assert auditor.get(f"{GRANTS}&knownAt={moment}").json()["items"] == []
    at_grant = door.house.clock().isoformat().replace("+00:00", "Z")
    assert len(auditor.get(f"{GRANTS}&knownAt={at_grant}").json()["items"]) == 1


def test_who_does_not_read_the_audits_does_not_read_this(
    door: Door, history: tuple[Recorded, ...]
) -> None:
    centre = Visit(door.client, door.issuer.issue("c", {SSVV: ["centre"]}))
    assert centre.get(GRANTS).status_code == 403
    assert centre.get(f"/cases/{history[0].number}/findings").status_code == 404
    assert door.nobody().get(GRANTS).status_code == 401
    assert door.visit("x", "certification-body").get(GRANTS).status_code == 403


def test_the_same_from_the_command_line(
    settings: dict[str, str], history: tuple[Recorded, ...]
) -> None:
    found = RUN.invoke(app, ["granted-with-open", "--class", "major"], env=settings)
    assert found.exit_code == 0, found.output
    (one,) = json.loads(found.stdout)
    assert (one["line"], one["findingClass"]) == ("line-3", "major")
    assert "1 found in 1 cases" in found.stderr
    minor = ["granted-with-open", "--class", "minor", "--scheme", SSVV, "-o", "csv"]
    assert RUN.invoke(app, minor, env=settings).stdout.count("\n") == 1
    graph = RUN.invoke(app, ["case", "findings", history[0].number], env=settings)
    assert {one["kind"] for one in json.loads(graph.stdout)["nodes"]} >= {"audit", "decision"}
    table = RUN.invoke(app, ["case", "findings", history[0].number, "-o", "table"], env=settings)
    assert "found in audit-3" in table.stdout
