"""A case that can't be read keeps no other from going out, and is named."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import orjson
import pytest
from typer.testing import CliRunner

from domain.fact import Actor
from domain.number import stream_of
from infra.cli import app
from infra.exchange.exporting import export
from infra.exchange.formats import Format
from infra.exchange.going_out import Wanted
from infra.main import House
from infra.store.views.facts import Facts
from services.commands import Asked

RAW = """
SELECT record.append(ARRAY[%s], ARRAY[2], ARRAY[%s], ARRAY[%s], ARRAY[now()], %s, 'x', %s, NULL)
"""
READABLE, BROKEN = UUID(int=1), UUID(int=2)


@pytest.fixture(scope="module")
def numbers(house: House) -> tuple[str, str]:
    """A case that can be read, and one whose second fact no code of ours knows."""
    readable, broken = _opened(house, READABLE), _opened(house, BROKEN)
    state = orjson.dumps({"number": broken, "full": "J. de Boer"})
    with house.pool.connection() as connection:
        values = [stream_of(broken), "taken-over.unheard-of", state, UUID(int=9), bytes(32)]
        connection.execute(RAW, values)
    return readable, broken


def _opened(house: House, person: UUID) -> str:
    data = {"fullName": "Johanna de Wit", "born": "1980-02-29"}
    asked = Asked(person, Actor(id="johanna", role="person"), "open-file", data, person=person)
    return house.record.open("lvv-certification", "person", str(person), asked).number


@pytest.mark.parametrize("format", Format)
def test_the_others_go_out_whole(
    house: House, numbers: tuple[str, str], format: Format, tmp_path: Path
) -> None:
    readable, broken = numbers
    path = tmp_path / "out"
    done = export(Facts(house.pool, house.keyring), Wanted(), format, path)
    assert done.many == 1
    (fault,) = done.faults
    assert fault.number == broken
    assert fault.reason.startswith("taken-over.unheard-of: LookupError")
    written = path.read_bytes()
    assert readable.encode() in written
    assert broken.encode() not in written


@pytest.mark.usefixtures("told_of_the_house")
def test_the_command_names_it_and_ends_with_1(numbers: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["export", "-f", "jsonl", str(path)])
    assert done.exit_code == 1
    assert done.stdout.endswith(f"1 facts written to {path}\n")
    assert f"left out: case {numbers[1]}: its fact at position 3 can't be read" in done.stderr
    assert "de Boer" not in done.output
    assert [json.loads(line)["case"] for line in path.read_bytes().splitlines()] == [numbers[0]]
