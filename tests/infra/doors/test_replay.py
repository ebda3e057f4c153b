"""Replay under another edition, over HTTP and from the command line: read only, in earnest."""

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from typer.testing import CliRunner

from domain.days import Lasting, Span
from domain.schemes import all_schemes
from domain.schemes.lvv_certification import section_15_validity
from infra.cli import app
from infra.main import House
from services.casework import Casework
from tests.infra.conftest import environment
from tests.infra.doors.visits import BODY, SCHEME, Door
from tests.replay.another_edition import changed, with_another_edition

ANOTHER = f"{SCHEME}@another"
TABLES = """
SELECT schemaname, relname FROM pg_stat_user_tables
WHERE has_schema_privilege(schemaname, 'USAGE') AND has_table_privilege(relid, 'SELECT')
ORDER BY 1, 2
"""
RUN = CliRunner()


@pytest.fixture
def three_years(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is another edition, under which a certificate is valid for three years."""
    three = Lasting(span=Span(years=3), place=section_15_validity.AT_15)
    changed(monkeypatch, section_15_validity, "VALID", three)
    schemes = {**all_schemes(), SCHEME: with_another_edition(SCHEME)}
    monkeypatch.setattr(Casework, "schemes", schemes)


@pytest.fixture
def read_only(house: House, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings of the house, over connections on which PostgreSQL writes nothing."""
    monkeypatch.setattr("infra.logs.configure", lambda **_: None)  # the runner closes its stderr
    ours = house.settings
    return environment(_read_only(ours.dsn), _read_only(ours.keys_dsn), ours.data_dir)


def _read_only(dsn: str | None) -> str:
    given = conninfo_to_dict(dsn or "").get("options", "")
    return make_conninfo(dsn or "", options=f"{given} -c default_transaction_read_only=on".strip())


def on_record(house: House) -> list[Any]:
    """How many rows each table of the record and of the views has."""
    with psycopg.connect(house.settings.dsn or "") as connection:
        tables = [".".join(row) for row in connection.execute(TABLES).fetchall()]
        count = sql.SQL("SELECT count(*) FROM {}")
        counted = (count.format(sql.Identifier(*name.split("."))) for name in tables)
        return [connection.execute(one).fetchone() for one in counted]


@pytest.mark.usefixtures("three_years")
def test_a_case_is_replayed_and_nothing_is_written(door: Door) -> None:
    number = door.certified("Rep Lay")
    before = on_record(door.house)
    answer = door.visit("m.bakker", BODY).get(f"/cases/{number}/replay?edition={ANOTHER}")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["recordedUnder"] == ["lvv-certification@6"]
    (differs,) = [one for one in told["decisions"] if one["outcome"] != "same"]
    assert (differs["action"], differs["outcome"]) == ("grant-certificate", "differs")
    assert [one["rule"] for one in told["rules"]] == ["valid"]
    assert {one["daysLater"] for one in told["terms"] if one["how"] == "moves"} <= {-365, -366}
    assert on_record(door.house) == before


def test_who_may_not_read_the_case_may_not_replay_it(door: Door) -> None:
    number = door.opened("Onbe Kend")
    path = f"/cases/{number}/replay?edition=lvv-certification@6"
    assert door.visit("x", "provider").get(path).status_code == 404
    assert door.nobody().get(path).status_code == 401
    assert door.visit("r", "regulator").get(path).status_code == 200


def test_an_unknown_edition_is_answered_with_those_there_are(door: Door) -> None:
    number = door.opened("Uit Gave")
    visit = door.visit("m.bakker", BODY)
    answer = visit.get(f"/cases/{number}/replay?edition=lvv-certification@5")
    assert answer.status_code == 400
    assert "give one of lvv-certification@6" in answer.json()["detail"]
    assert visit.get(f"/cases/{number}/replay").status_code == 400


@pytest.mark.usefixtures("three_years")
def test_the_command_line_needs_no_right_to_write(door: Door, read_only: dict[str, str]) -> None:
    number = door.certified("Re Plee")
    asked = ["replay", number, "--edition", ANOTHER]
    as_json = RUN.invoke(app, [*asked, "-o", "json"], env=read_only)
    assert as_json.exit_code == 0, as_json.output
    told = json.loads(as_json.stdout)
    assert told["edition"] == ANOTHER
    until = (door.today.replace(year=door.today.year + 3) - timedelta(days=1)).isoformat()
    (change,) = [change for one in told["decisions"] for change in one["changes"]]
    assert change["other"] == until
    table = RUN.invoke(app, [*asked, "-o", "table"], env=read_only)
    assert table.exit_code == 0
    assert "1 of" in table.stdout
    assert until in table.stdout
    wrong = RUN.invoke(app, ["replay", number, "--edition", "none"], env=read_only)
    assert wrong.exit_code == 2
    assert f"give one of lvv-certification@6, {ANOTHER}" in wrong.stderr
