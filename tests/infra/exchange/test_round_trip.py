"""In as a table, out as an event log, read by a process miner: the same, to the microsecond.

With PERMIT_LOG=path/to/permit-receipt-log.csv in the environment the real log makes the same
trip: 8,577 events of 1,434 cases of a Dutch municipality (it may not travel with the product).
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

import pytest

from domain.fact import Recorded
from infra.exchange.exporting import export
from infra.exchange.formats import Format
from infra.exchange.going_out import Wanted
from infra.exchange.mapping import SourceMapping
from infra.main import House
from infra.store.views.facts import Facts
from tests.infra.exchange import read_by_a_miner
from tests.infra.exchange.conftest import Imports
from tests.infra.exchange.permit_desk import rows, table

REAL = os.environ.get("PERMIT_LOG", "")
EVENT = ("concept:name", "org:resource", "org:group", "concept:instance", "lifecycle:transition")
CASE = ("concept:name", "channel", "department", "group", "responsible")
MOMENTS = ("time:timestamp", "case:startdate", "case:enddate", "case:enddate_planned")
Mined = Callable[[Path], list[dict[str, str]]]
pytestmark = pytest.mark.xdist_group("miner")
OnRecord = Callable[[], list[list[Recorded]]]


def source(path: Path) -> list[dict[str, str]]:
    """The rows of a table, empty cells left out."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if v} for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def mined() -> Iterator[Mined]:
    """What a process miner reads in a file."""
    command = [sys.executable, "-W", "ignore", read_by_a_miner.__file__]
    with (
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as miner,
        cast(IO[str], miner.stdin) as asked,
        cast(IO[str], miner.stdout) as answers,
    ):

        def read(path: Path) -> list[dict[str, str]]:
            print(path, file=asked, flush=True)
            found: list[dict[str, str]] = json.loads(answers.readline())
            return found

        yield read
        asked.close()


def compared(told: Iterable[dict[str, str]]) -> list[tuple[Any, ...]]:
    """Everything about each event that must come back, moments as instants."""
    columns = (*EVENT, *(f"case:{one}" for one in CASE))
    return sorted(
        (
            *(row.get(one, "") for one in columns),
            *(_instant(row.get(one, "")) for one in (*MOMENTS, "case:deadline")),
        )
        for row in told
    )


def _instant(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).isoformat() if text else ""


@pytest.fixture(
    params=[
        "sample",
        pytest.param("real", marks=pytest.mark.skipif(not REAL, reason="PERMIT_LOG names no log")),
    ]
)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "real":
        return Path(REAL)
    return table(tmp_path / "log.csv", rows(60, seed=21))


def write(house: House, path: Path, format: Format, *, personal: bool = True) -> int:
    wanted = Wanted("taken-over", personal=personal)
    done = export(Facts(house.pool, house.keyring), wanted, format, path)
    assert not done.faults
    return done.many


def test_in_and_out_and_read_by_a_miner_it_is_the_same(
    house: House,
    take_over: Imports,
    mapping: SourceMapping,
    log: Path,
    mined: Mined,
    tmp_path: Path,
) -> None:
    told = source(log)
    report = take_over(log)
    assert report.faults == []
    assert report.stored == len({row["case:concept:name"] for row in told})
    out = tmp_path / "out.xes"
    write(house, out, Format.XES)
    back = [row for row in mined(out) if row["griffie-basis"].startswith(f"{mapping.source}, ")]
    assert compared(back) == compared(told)
    assert _paths(back) == _paths(told)


def _paths(told: list[dict[str, str]]) -> dict[str, list[str]]:
    """Each case with its activities in the order of time."""
    paths: dict[str, list[tuple[str, str]]] = {}
    for row in told:
        moment = _instant(row["time:timestamp"])
        paths.setdefault(row["case:concept:name"], []).append((moment, row["concept:name"]))
    return {case: [name for _, name in sorted(path)] for case, path in paths.items()}


def test_our_own_export_is_taken_over_again_as_it_was(
    house: House, take_over: Imports, mapping: SourceMapping, mined: Mined, tmp_path: Path
) -> None:
    told = list(rows(12, seed=22))
    take_over(table(tmp_path / "log.csv", told))
    first, second = tmp_path / "first.xes", tmp_path / "second.xes"
    write(house, first, Format.XES)
    again = mapping.model_copy(update={"source": "again"})
    report = take_over(first, by=again)
    assert report.faults == []
    assert report.left_out == 0
    write(house, second, Format.XES)
    both = mined(second)
    of = {
        name: [row for row in both if row["griffie-basis"].startswith(f"{name}, row")]
        for name in (mapping.source, "again")
    }
    mine = {row["case:concept:name"] for row in told}
    assert compared(r for r in of["again"] if r["case:concept:name"] in mine) == compared(
        of[mapping.source]
    )
    assert compared(of[mapping.source]) == compared(
        {k: v for k, v in row.items() if v} for row in told
    )


def test_a_miner_of_objects_reads_cases_and_matters(
    house: House, take_over: Imports, on_record: OnRecord, mined: Mined, tmp_path: Path
) -> None:
    report = take_over(table(tmp_path / "log.csv", rows(10, seed=23)))
    out = tmp_path / "out.json"
    write(house, out, Format.OCEL)
    numbers = {case[0].number for case in on_record()}
    found = [row for row in mined(out) if row["ocel:eid"].partition("/")[0] in numbers]
    assert len(found) == report.rows
    cases = {row["ocel:type:taken-over history"] for row in found}
    assert any("history-1" in one for one in cases)
