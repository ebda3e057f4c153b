"""The benchmark runs, and says what it promises to say. What it measures is not tested here."""

import json
from collections.abc import Iterator

import pytest
import structlog

from tests.bench.__main__ import MEASURES, main

KEYS = {"name", "value", "limit", "ratio", "target", "met", "rounds"}
NEEDED = {
    "append, 1 writer",
    "append, 8 threads",
    "append in bulk",
    "load a case of 100 facts",
    "live view, all views on",
    "rebuild of the register view",
    "full decode of the record",
    "one register entry over HTTP, server CPU",
    "command over HTTP, flat",
    "trail of one case of 49 facts, all CPU",
    "memory of a worker in a rebuild",
    "relay to Kafka",
    "memory of the relay",
}


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_every_row_is_measured_and_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--json", "--facts", "300"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert rows.keys() >= NEEDED
    for row in rows.values():
        assert row.keys() >= KEYS
        assert row["value"] > 0
        assert all(one["value"] > 0 for one in row["rounds"])
        assert (row["met"] is None) == (row["target"] is None)


def test_a_row_that_is_not_there_is_refused_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--rows", "speed"])
    told = capsys.readouterr().err
    assert all(name in told for name in MEASURES)
