"""Histories come over whole, with their own days; what is wrong is named, and stays out whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import cast

import psycopg
import pytest
from eventsourcing.persistence import OperationalError

from domain.fact import Recorded
from domain.schemes.taken_over.record.history import (
    DeadlineTakenOver,
    EndTakenOver,
    EventTakenOver,
    HistoryTakenOver,
)
from domain.schemes.taken_over.record.source import SaidOfAPerson
from infra.exchange import importing
from infra.exchange.mapping import SourceMapping
from infra.main import House
from infra.settings import Settings
from infra.store.bulk import BulkAppend
from infra.store.mapper import FactMapper
from infra.store.views.reading import Views
from services.drafts import Draft
from tests.infra.conftest import environment
from tests.infra.exchange.conftest import Imports
from tests.infra.exchange.permit_desk import MAPPING, Row, rows, table

OnRecord = Callable[[], list[list[Recorded]]]
KILLED = """
import sys
from infra.cli import app
app(["import", sys.argv[1], "--mapping", sys.argv[2], "--by", "l.dekker"])
"""


def events(case: list[Recorded]) -> list[EventTakenOver]:
    return [record.fact for record in case if isinstance(record.fact, EventTakenOver)]


def number_at_source(case: list[Recorded]) -> str:
    first = cast(HistoryTakenOver, case[0].fact)
    return str(getattr(first.case, "says", ""))


def test_a_history_comes_over_with_its_own_days_and_rows(
    house: House, take_over: Imports, on_record: OnRecord, mapping: SourceMapping, tmp_path: Path
) -> None:
    told = list(rows(20))
    before = house.clock()
    report = take_over(table(tmp_path / "log.csv", told))
    assert (report.rows, report.cases, report.stored) == (len(told), 20, 20)
    assert report.faults == []
    cases = on_record()
    assert sum(len(case) for case in cases) == report.facts
    for case in cases:
        assert before <= case[0].recorded_at <= house.clock()
        assert [record.by.role for record in case] == ["archivist"] * len(case)
        for fact in events(case):
            row = told[fact.row - 1]
            assert fact.at.isoformat(" ") == row["time:timestamp"]
            assert fact.on == date.fromisoformat(row["time:timestamp"][:10])
            assert fact.activity == row["concept:name"]
            assert str(fact.basis) == f"{mapping.source}, row {fact.row}"
            assert number_at_source(case) == row["case:concept:name"]


def test_deadlines_stand_in_the_queue_and_facts_in_the_trail(
    house: House, take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    take_over(table(tmp_path / "log.csv", rows(6, seed=2)))
    house.worker().run_once()
    views, today = Views(house.pool), house.today()
    for case in on_record():
        number = case[0].number
        due = views.deadlines.search(on=today, number=number, term="TO-T1")
        assert [kept.row.due for kept in due] == [
            r.fact.last for r in case if isinstance(r.fact, DeadlineTakenOver)
        ]
        open_ = views.deadlines.search(on=today, number=number, term="TO-T1", state="overdue")
        is_open = not any(isinstance(r.fact, EndTakenOver) for r in case)
        assert len(open_) == (2 if is_open else 0)
        trail = views.dossier.of(number)
        assert [kept.row.day for kept in trail] == [record.fact.on for record in case]
        found = views.cases.one(number)
        assert found is not None
        assert found.row.standing == f"taken over, {'open' if is_open else 'ended'}"
        assert views.register.search("taken-over", on=today) == []
        assert len(views.worklist.search(on=today, number=number)) == is_open


def test_what_is_about_a_person_is_sealed_from_the_first(
    house: House, take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    take_over(table(tmp_path / "log.csv", rows(3, seed=3)))
    with house.pool.connection() as connection:
        stored = connection.execute(
            "SELECT count(*) FROM record.facts WHERE position('J. de Boer'::bytea IN state) > 0"
            " OR position('S. Ayd'::bytea IN state) > 0"
        ).fetchone()
    assert stored == (0,)
    said = [one for case in on_record() for one in cast(HistoryTakenOver, case[0].fact).said]
    names = {one.sealed.value for one in said if isinstance(one, SaidOfAPerson)}
    assert names <= {"J. de Boer", "S. Aydın"}
    assert names


def test_a_wrong_row_keeps_its_case_out_whole_and_no_other(
    take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    told = list(rows(4, seed=4))
    bad = next(n for n, row in enumerate(told) if row["case:concept:name"] == "case-4-2")
    told[bad] = told[bad] | {"time:timestamp": "31-02-2011"}
    report = take_over(table(tmp_path / "log.csv", told))
    assert (report.stored, report.refused) == (3, 1)
    (fault,) = report.faults
    assert (fault.row, fault.case) == (bad + 1, "case-4-2")
    assert fault.wrong == "time:timestamp: this is no day and time"
    assert fault.right.startswith("write it like 2011-10-11T13:45:40.276+02:00")
    assert {number_at_source(case) for case in on_record()} == {f"case-4-{n}" for n in (1, 3, 4)}


WRONG: dict[str, tuple[Row, str]] = {
    "empty case": ({"case:concept:name": ""}, "there is no case"),
    "no activity": ({"concept:name": ""}, "there is no activity"),
    "no time": ({"time:timestamp": ""}, "there is no time"),
    "impossible": ({"time:timestamp": "2011-02-30 10:00:00+01:00"}, "no day and time"),
    "hour 25": ({"time:timestamp": "2011-02-03 25:00:00+01:00"}, "no day and time"),
    "to come": ({"time:timestamp": "2190-02-03 10:00:00+01:00"}, "still to come"),
    "too early": ({"time:timestamp": "0001-01-01 00:00:00+14:00"}, "time"),
    "too fine": ({"time:timestamp": "2011-02-03 10:00:00.1234567+01:00"}, "microsecond"),
    "twice": ({"time:timestamp": "2011-10-30 02:30:00"}, "twice, or never"),
    "never": ({"time:timestamp": "2011-03-27 02:30:00"}, "twice, or never"),
    "NUL": ({"concept:name": "Con\x00firm"}, "control characters"),
    "huge": ({"concept:name": "x" * 30_000_000}, "8000 characters"),
    "torn": ({"case:channel": "Pigeon"}, "differs from what row"),
    "deadline": ({"case:deadline": "soon"}, "case:deadline differs from what row"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=list(WRONG))
def test_a_hostile_row_is_named_and_nothing_of_its_case_is_stored(
    take_over: Imports, on_record: OnRecord, tmp_path: Path, change: Row, says: str
) -> None:
    told = list(rows(3, seed=7))
    last = len(told) - 1
    told.append(told[last] | {"concept:instance": "task-more"} | change)
    report = take_over(table(tmp_path / "log.csv", told))
    assert says in " ".join(f"{one.wrong} {one.right}" for one in report.faults)
    assert len(told) in {one.row for one in report.faults}
    alone = change.get("case:concept:name") == ""
    assert len(on_record()) == report.stored == (3 if alone else 2)


def test_a_row_that_does_not_fit_its_headings_keeps_out_every_case_it_may_be_of(
    take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    path = table(tmp_path / "log.csv", rows(3, seed=8))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    torn = next(n for n, line in enumerate(lines) if "case-8-2" in line)
    lines[torn] = f"too,{lines[torn]}"
    path.write_text("".join(lines), encoding="utf-8")
    report = take_over(path)
    assert report.faults[0].row == torn
    assert "16 cells, and there are 15 headings" in report.faults[0].wrong
    kept = {number_at_source(case) for case in on_record()}
    assert kept == {"case-8-1", "case-8-3"}


def test_rows_may_stand_in_any_order(
    take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    told = list(rows(8, seed=9))
    report = take_over(table(tmp_path / "log.csv", sorted(told, key=lambda row: str(row)[::-1])))
    assert report.stored == 8
    for case in on_record():
        moments = [fact.at for fact in events(case)]
        assert moments == sorted(moments)


def test_again_it_stores_nothing_and_dry_nothing_at_all(
    take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    path = table(tmp_path / "log.csv", rows(5, seed=10))
    assert take_over(path, dry=True).stored == 5
    assert on_record() == []
    assert take_over(path).stored == 5
    before = on_record()
    again = take_over(path)
    assert (again.stored, again.already, again.faults) == (0, 5, [])
    assert on_record() == before


def test_a_case_that_reads_otherwise_than_on_record_is_refused(
    take_over: Imports, on_record: OnRecord, tmp_path: Path
) -> None:
    told = list(rows(2, seed=11))
    take_over(table(tmp_path / "log.csv", told))
    told[0] = told[0] | {"concept:name": "Another step"}
    report = take_over(table(tmp_path / "log.csv", told))
    assert (report.stored, report.already, report.refused) == (0, 1, 1)
    assert "on record with another content" in report.faults[0].wrong
    assert len(on_record()) == 2


def test_a_number_that_names_somebody_is_sealed_and_not_told(
    house: House, take_over: Imports, mapping: SourceMapping, tmp_path: Path
) -> None:
    named = mapping.model_copy(update={"personal": ("case:concept:name",)})
    told = [row | {"case:concept:name": "Wolters-1961"} for row in rows(1, seed=12)]
    told[0] = told[0] | {"time:timestamp": "never"}
    report = take_over(table(tmp_path / "log.csv", told), by=named)
    assert {fault.case for fault in report.faults} == {""}
    told[0] = told[0] | {"time:timestamp": "2011-01-03"}
    assert take_over(table(tmp_path / "log.csv", told), by=named).stored == 1
    with house.pool.connection() as connection:
        in_the_clear = connection.execute(
            "SELECT count(*) FROM record.facts WHERE position('Wolters'::bytea IN state) > 0"
        ).fetchone()
    assert in_the_clear == (0,)


class BreaksOff(BulkAppend):
    """Stores one chunk; then the database is away."""

    chunks = 0

    def append(self, drafts: Sequence[Draft]) -> int:
        self.chunks += 1
        if self.chunks > 1:
            raise OperationalError("the database is away")
        return super().append(drafts)


def test_what_broke_off_is_gone_on_with(
    house: House,
    take_over: Imports,
    on_record: OnRecord,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "FACTS_AT_ONCE", 20)
    path = table(tmp_path / "log.csv", rows(30, seed=13))
    with pytest.raises(OperationalError):
        take_over(path, into=BreaksOff(house.pool, FactMapper(house.keyring)))
    stored = len(on_record())
    assert 0 < stored < 30
    report = take_over(path)
    assert (report.already, report.stored) == (stored, 30 - stored)
    assert len(on_record()) == 30


def test_killed_in_the_middle_and_run_again_nothing_is_doubled(
    settings: Settings, house: House, tmp_path: Path
) -> None:
    """A process of its own, SIGKILLed as soon as something of it is on record."""
    path = table(tmp_path / "log.csv", rows(400, seed=14))
    mapping = tmp_path / "mapping.yaml"
    text = MAPPING.read_text(encoding="utf-8")
    mapping.write_text(text.replace("Permit desk, receipt", "Killed desk"), encoding="utf-8")
    command = [sys.executable, "-c", KILLED, str(path), str(mapping)]
    env = os.environ | environment(settings.dsn, settings.keys_dsn, settings.data_dir)
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as first:
        while first.poll() is None and not _stored(house):
            time.sleep(0.01)
        first.send_signal(signal.SIGKILL)
    then = _stored(house)
    assert then > 0
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True, timeout=300)
    assert _stored(house) == 400
    assert then < 400, "it was done before it was killed"


def _stored(house: House) -> int:
    """Histories on record from the desk of the test above."""
    query = """
    SELECT count(*) FROM record.facts
    WHERE topic = 'taken-over.history-taken-over' AND position('Killed desk'::bytea IN state) > 0
    """
    with psycopg.connect(house.databases.record) as connection:
        row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
