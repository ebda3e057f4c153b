"""Audit status at the door: what is looked into, and how each holder stands, on any day."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from typer.testing import CliRunner

from domain.personal import Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.audit import NonconformityRecorded
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit
from infra.cli import app
from infra.main import House
from infra.store.views.rebuild import Rebuild
from tests.infra.doors.filed import filed
from tests.infra.doors.visits import BODY, SCHEME, Door, Visit
from tests.schemes.lvv_accreditation.told import IN_CHECK
from tests.schemes.lvv_accreditation.told import given as a_training
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import JUN_4, SSVV
from tests.schemes.ssvv_sogp.told_audit import (
    a_prepared_audit,
    accept,
    answered,
    reported,
)

CENTRES, TRAININGS = "ssvv-sogp", "lvv-accreditation"
found_wanting = NonconformityRecorded(
    matter="check-1",
    on=date(2028, 6, 30),
    basis=annex(6)("b"),
    finding=1,
    last_audit_day=date(2028, 6, 30),
    says=Personal("no register of attendance was kept"),
)
Holder = dict[str, Any]


@pytest.fixture(scope="module")
def told(door: Door) -> dict[str, str]:
    """Three centres and a training, by what is to be seen of them."""
    dealt_with = asked(
        answered("major", "minor"),
        SSVV,
        accept(1),
        accept(2),
        CloseAudit(on=JUN_4, audit="audit-1"),
    )
    return {
        "reported": filed(door, reported("major", "minor", "minor"), 9001),
        "prepared": filed(door, a_prepared_audit(), 9002),
        "closed": filed(door, dealt_with, 9003),
        "checked": filed(door, a_training(*IN_CHECK, found_wanting), 9004),
    }


@pytest.fixture(scope="module")
def reader(door: Door, told: dict[str, str]) -> Visit:
    """Who reads the files of both schemes."""
    granted = {CENTRES: ["ssvv"], TRAININGS: ["lvv-office"]}
    return Visit(door.client, door.issuer.issue("r.lezer", granted))


def holders(reader: Visit, scheme: str, **asked: object) -> dict[str, Holder]:
    given = "".join(f"&{name}={value}" for name, value in asked.items())
    answer = reader.get(f"/audit-holders?scheme={scheme}{given}")
    assert answer.status_code == 200, answer.text
    return {one["case"]: one for one in answer.json()["items"]}


def figures(holder: Holder) -> tuple[int, ...]:
    names = ("expected", "planned", "open", "overdue", "closed")
    return tuple(holder[name] for name in names)


def test_each_holder_stands_with_its_audits_and_findings(
    reader: Visit, told: dict[str, str]
) -> None:
    found = holders(reader, CENTRES, on="2025-10-01")
    assert figures(found[told["reported"]]) == (0, 0, 1, 1, 0)
    assert found[told["reported"]]["findings"] == [
        {"findingClass": "major", "findingState": "open", "count": 1},
        {"findingClass": "minor", "findingState": "open", "count": 2},
    ]
    assert figures(found[told["prepared"]]) == (1, 1, 0, 1, 2)
    assert figures(found[told["closed"]]) == (0, 0, 0, 0, 1)
    assert found[told["closed"]]["nextDue"] is None


def test_what_is_due_next_says_for_whom_and_where_that_rests(
    reader: Visit, told: dict[str, str]
) -> None:
    before, after = (
        holders(reader, CENTRES, case=told["prepared"], on=day)[told["prepared"]]["nextDue"]
        for day in ("2025-09-02", "2025-09-23")
    )
    assert (before["due"], before["forWhom"], before["overdue"]) == (
        "2025-09-22",
        "auditor",
        False,
    )
    assert before["dueUnder"]["at"] == "6.1.3"
    assert after["overdue"] is True
    late = holders(reader, CENTRES, case=told["reported"])[told["reported"]]["nextDue"]
    assert (late["due"], late["term"], late["forWhom"]) == ("2025-06-15", "T-15", "centre")
    assert late["dueUnder"]["reading"].startswith("T-15: no term in the text")


def test_a_training_has_the_clocks_of_annex_6(reader: Visit, told: dict[str, str]) -> None:
    number = told["checked"]
    holder = holders(reader, TRAININGS, on="2028-07-29")[number]
    assert figures(holder) == (0, 0, 1, 0, 0)
    assert holder["findings"] == [
        {"findingClass": "nonconformity", "findingState": "found", "count": 1}
    ]
    due = holder["nextDue"]
    assert (due["due"], due["term"], due["overdue"]) == ("2028-07-28", "A-T10", True)
    assert due["dueUnder"]["at"] == "An.6(b)"


@pytest.mark.parametrize(
    ("asked", "fitting"),
    [
        ({"state": "planned"}, {"prepared"}),
        ({"state": "overdue", "about": "audit"}, {"prepared", "reported"}),
        ({"state": "closed", "about": "audit"}, {"prepared", "closed"}),
        ({"findingClass": "major"}, {"reported", "closed"}),
        ({"findingClass": "major", "findingState": "open"}, {"reported"}),
        ({"findingState": "accepted"}, {"closed"}),
        ({"dueUntil": "2025-06-15"}, {"reported"}),
        ({"dueFrom": "2025-06-16", "dueUntil": "2025-12-31"}, {"prepared"}),
        ({"forWhom": "auditor"}, {"prepared"}),
    ],
)
def test_holders_are_found_by_what_fits(
    reader: Visit, told: dict[str, str], asked: dict[str, str], fitting: set[str]
) -> None:
    found = holders(reader, CENTRES, on="2025-10-01", **asked)
    names = {number: name for name, number in told.items()}
    assert {names[number] for number in found} == fitting
    given = "".join(f"&{name}={value}" for name, value in asked.items())
    rows = reader.get(f"/audits?scheme={CENTRES}&on=2025-10-01{given}").json()["items"]
    assert {names[row["case"]] for row in rows} == fitting


def test_status_reads_as_on_a_day_and_as_known_at_a_moment(
    reader: Visit, told: dict[str, str]
) -> None:
    number = told["closed"]

    def stands(**asked: object) -> tuple[int, ...]:
        found = holders(reader, CENTRES, case=number, **asked)
        return figures(found[number]) if number in found else ()

    assert stands(on="2025-06-03") == (0, 0, 1, 0, 0)
    assert stands(on="2025-06-04") == (0, 0, 0, 0, 1)
    assert stands(on="2025-06-04", knownAt="2025-06-04T11:00:00Z") == (0, 0, 1, 0, 0)
    assert stands(knownAt="2024-01-01T00:00:00Z") == ()


def test_pages_hold_every_holder_once(reader: Visit, told: dict[str, str]) -> None:
    seen: list[str] = []
    path = f"/audit-holders?scheme={CENTRES}&limit=1"
    while path:
        page = reader.get(path)
        seen += [one["case"] for one in page.json()["items"]]
        following = page.json()["next"]
        path = f"/audit-holders?scheme={CENTRES}&limit=1&cursor={following}" if following else ""
        assert ('rel="next"' in page.headers["Link"]) == bool(following)
    assert seen == sorted(told[name] for name in ("reported", "prepared", "closed"))


def test_both_lists_are_sheets_too(reader: Visit, told: dict[str, str]) -> None:
    sheets = {
        path: reader.get(f"/{path}?scheme={CENTRES}&on=2025-10-01", {"Accept": "text/csv"})
        for path in ("audits", "audit-holders")
    }
    for sheet in sheets.values():
        assert sheet.headers["Content-Type"].startswith("text/csv")
    lines = _lines(sheets["audit-holders"].text)
    (one,) = [line for line in lines if line["case"] == told["reported"]]
    assert one["findings"] == "major open: 1, minor open: 2"
    assert (one["due"], one["dueUnder"], one["overdue"]) == ("2025-06-15", "6.1.4", "1")
    rows = [line for line in _lines(sheets["audits"].text) if line["findingClass"] == "major"]
    assert {row["case"] for row in rows} == {told["reported"], told["closed"]}


def _lines(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff")), delimiter=";"))


def test_only_who_works_with_the_cases_reads_them(door: Door, told: dict[str, str]) -> None:
    path = f"/audit-holders?scheme={CENTRES}"
    assert door.nobody().get(path).status_code == 401
    assert door.visit("m.bakker", BODY).get(path).status_code == 403
    centre = Visit(door.client, door.issuer.issue("e.kok", {CENTRES: ["centre"]}))
    assert centre.get(path).status_code == 403
    assert (
        door.visit("m.bakker", BODY).get(f"/audit-holders?scheme={SCHEME}&state=late").status_code
        == 400
    )


def test_the_command_line_tells_the_same(
    house: House, reader: Visit, told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def as_it_is() -> Iterator[House]:
        yield house

    monkeypatch.setattr("infra.cli.audits.house", as_it_is)
    on = ("--scheme", CENTRES, "--on", "2025-10-01", "--finding-class", "major")
    printed = CliRunner().invoke(app, ["audits", *on, "--per-holder", "-o", "csv"])
    assert printed.exit_code == 0, printed.output
    lines = {line["case"]: line for line in csv.DictReader(io.StringIO(printed.stdout))}
    assert set(lines) == {told["reported"], told["closed"]}
    assert lines[told["reported"]]["findings"] == "major open: 1, minor open: 2"
    rows = json.loads(CliRunner().invoke(app, ["audits", *on, "-o", "json"]).stdout)
    assert {row["case"] for row in rows} == set(lines)
    assert {row["findingClass"] for row in rows} == {"major"}
    late = CliRunner().invoke(app, ["audits", "--state", "late"])
    assert (late.exit_code, "overdue" in late.stderr) == (2, True)


def test_a_rebuild_tells_the_same(house: House, told: dict[str, str]) -> None:
    assert told
    assert Rebuild(house.pool, house.pool, house.keyring).differences("audits") is None
