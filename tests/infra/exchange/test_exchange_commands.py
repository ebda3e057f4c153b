"""``griffie import`` and ``griffie export``: results on stdout, and what each ends with."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from infra.cli import app
from tests.infra.exchange.permit_desk import MAPPING, rows, table

pytestmark = pytest.mark.usefixtures("told_of_the_house")
RUN = CliRunner()
BY = ["--mapping", str(MAPPING), "--by", "l.dekker"]


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What the house says in its log, which would go to stderr."""
    with capture_logs() as said:
        yield said


def test_a_log_comes_in_and_goes_out(tmp_path: Path) -> None:
    path = table(tmp_path / "log.csv", rows(4, seed=31))
    tried = RUN.invoke(app, ["import", str(path), *BY, "--dry-run", "-o", "table"])
    assert tried.exit_code == 0, tried.output
    assert "4 cases: 4 would be taken over" in tried.stdout
    done = RUN.invoke(app, ["import", str(path), *BY, "-o", "json"])
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert (report["cases"], report["stored"], report["faults"]) == (4, 4, [])
    out = tmp_path / "out.xes"
    written = RUN.invoke(app, ["export", "-f", "xes", "--scheme", "taken-over", str(out)])
    assert written.exit_code == 0, written.output
    assert written.stdout == f"{report['rows']} events written to {out}\n"
    assert "de Boer" not in out.read_text(encoding="utf-8")


def test_rows_that_are_wrong_end_it_with_1_and_the_rest_is_stored(tmp_path: Path) -> None:
    told = list(rows(3, seed=32))
    told[0] = told[0] | {"time:timestamp": "soon"}
    path = table(tmp_path / "log.csv", told)
    done = RUN.invoke(app, ["import", str(path), *BY, "-o", "json"])
    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert (report["stored"], report["refused"]) == (2, 1)
    assert [(one["row"], one["case"]) for one in report["faults"]] == [(1, "case-32-1")]
    listed = RUN.invoke(app, ["import", str(path), *BY, "-o", "csv"])
    assert listed.stdout.splitlines()[0] == "row,case,wrong,right"
    assert listed.stdout.splitlines()[1].startswith("1,case-32-1,")


def test_a_file_that_can_not_be_read_ends_it_with_1_and_a_wrong_call_with_2(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    unreadable = RUN.invoke(app, ["import", str(path), *BY])
    assert unreadable.exit_code == 1
    assert "Nothing was stored." in unreadable.stderr
    assert unreadable.stdout == ""
    assert RUN.invoke(app, ["import", str(tmp_path / "none.csv"), *BY]).exit_code == 2
    told = ["import", str(path), "--mapping", str(path), "--by", "l.dekker"]
    assert RUN.invoke(app, told).exit_code == 2


def test_personal_values_go_out_on_a_named_account_for_a_reason(
    tmp_path: Path, logged: list[MutableMapping[str, Any]]
) -> None:
    RUN.invoke(app, ["import", str(table(tmp_path / "log.csv", rows(4, seed=31))), *BY])
    out = tmp_path / "out.jsonl"
    asked = ["export", "-f", "jsonl", "--with-personal", str(out)]
    refused = RUN.invoke(app, asked)
    assert refused.exit_code == 2
    assert "--by, --reason" in refused.stderr
    assert not out.exists()
    done = RUN.invoke(app, [*asked, "--by", "p.mol", "--reason", "request of the board"])
    assert done.exit_code == 0, done.output
    assert "de Boer" in out.read_text(encoding="utf-8")
    said = next(one for one in logged if one["event"] == "exported")
    assert (said["personal"], said["by"], said["reason"]) == (
        True,
        "p.mol",
        "request of the board",
    )


def test_what_is_not_there_does_not_go_out(tmp_path: Path) -> None:
    out = str(tmp_path / "out.xes")
    unknown = RUN.invoke(app, ["export", "-f", "xes", "--case", "0000-0000-0000", out])
    assert unknown.exit_code == 1
    assert "there is no case" in unknown.stderr
    assert RUN.invoke(app, ["export", "-f", "xes", "--scheme", "lvv", out]).exit_code == 2
    nowhere = RUN.invoke(app, ["export", "-f", "xes", str(tmp_path / "no" / "out.xes")])
    assert nowhere.exit_code == 2
    assert "can't be written: No such file" in nowhere.stderr
