"""What is on record goes out whole, and nothing personal with it unless that was asked."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from pyarrow import parquet

from domain.fact import Actor
from infra.exchange import as_lines, as_ocel, as_parquet, as_xes
from infra.exchange.exporting import WRITERS, export
from infra.exchange.formats import Format
from infra.exchange.going_out import Out, Wanted, cases
from infra.main import House
from infra.store.views.facts import Facts
from infra.store.views.faults import Fault
from services.commands import Asked
from tests.infra.exchange.conftest import ARCHIVIST

XES = "{http://www.xes-standard.org/}"
PERSON, ERASED = UUID(int=1), UUID(int=2)
OFFICER = Actor(id="p.mol", role="privacy-officer")
NOTE = "Zie de brief van J. de Boer."


@pytest.fixture(scope="module")
def told(house: House) -> dict[str, str]:
    """A history with a note, one that was erased, and a file of a real scheme: their numbers."""
    numbers = {"kept": _history(house, PERSON), "erased": _history(house, ERASED)}
    asked = Asked(UUID(int=77), OFFICER, "order-erasure", {})
    house.record.act(numbers["erased"], asked)
    house.keyring.destroy(ERASED, None, decided_in=numbers["erased"], by=OFFICER.id)
    data = {"fullName": "Johanna de Wit", "born": "1980-02-29"}
    person = Actor(id="johanna", role="person")
    subject = UUID(int=3)
    opened = Asked(UUID(int=78), person, "open-file", data, person=subject)
    receipt = house.record.open("lvv-certification", "person", str(subject), opened)
    return {**numbers, "certified": receipt.number}


def _history(house: House, person: UUID) -> str:
    began = "2011-01-03T09:00:00+01:00"
    said = [{"heading": "channel", "says": 'Desk & "Post"\n<second line>'}]
    sealed = [{"heading": "org:resource", "sealed": "J. de Boer"}]
    event = {"row": 4, "at": began, "activity": "Received \ufffe", "said": sealed}
    data = {
        "source": "Out",
        "case": f"W-{person.int}",
        "began": began,
        "said": [*said, {"heading": "cost", "kind": "float", "says": "no number"}],
        "events": [event],
        "end": {"row": 4, "at": "2011-02-01T09:00:00+01:00"},
    }
    opened = Asked(UUID(int=100 + person.int), ARCHIVIST, "take-over", data, person=person)
    receipt = house.record.open("taken-over", "history", str(person), opened)
    noted = Asked(UUID(int=200 + person.int), ARCHIVIST, "note", {"note": NOTE})
    house.record.act(receipt.number, noted)
    return receipt.number


@pytest.fixture
def found(house: House, told: dict[str, str]) -> list[list[Out]]:
    assert told
    return list(cases(Facts(house.pool, house.keyring), Wanted(), unreadable))


def unreadable(fault: Fault) -> None:
    raise AssertionError(fault)


def lines(found: list[list[Out]], wanted: Wanted) -> list[dict[str, Any]]:
    file = BytesIO()
    many = as_lines.write(found, wanted, file)
    read = [json.loads(line) for line in file.getvalue().splitlines()]
    assert len(read) == many
    return read


@pytest.mark.parametrize("format", Format)
def test_nothing_personal_goes_out_unless_it_is_asked(
    found: list[list[Out]], format: Format
) -> None:
    for personal in (False, True):
        file = BytesIO()
        WRITERS[format](found, Wanted(personal=personal), file)
        held = file.getvalue()
        if format is Format.PARQUET:
            held = json.dumps(parquet.read_table(BytesIO(held)).to_pylist(), default=str).encode()
        assert (b"Boer" in held) == personal
        assert b"rased" in held


def test_a_line_says_all_that_is_on_record(
    house: House, told: dict[str, str], found: list[list[Out]]
) -> None:
    read = lines(found, Wanted())
    assert len(read) == sum(len(case) for case in found)
    assert len({line["position"] for line in read}) == len(read)
    file = house.record.file(told["kept"])
    mine = [line for line in read if line["case"] == told["kept"]]
    assert [line["version"] for line in mine] == [record.version for record in file.trail]
    for line, record in zip(mine, file.trail, strict=True):
        assert line["fact"] == record.fact.stored_as
        assert line["on"] == record.fact.on.isoformat()
        assert line["recordedAt"].replace("Z", "+00:00") == record.recorded_at.isoformat()
        assert line["basis"]["at"] == record.fact.basis.at
        assert line["commandId"] == str(record.command_id)
        assert line["by"]["id"] == record.by.id
    assert mine[-1]["content"] == {"note": {"withheld": "content"}}


def test_what_was_erased_is_shown_as_erased_also_to_who_may_see_it(
    told: dict[str, str], found: list[list[Out]]
) -> None:
    read = lines(found, Wanted(personal=True))
    notes = {
        line["case"]: line["content"]["note"]
        for line in read
        if line["fact"] == "taken-over.noted"
    }
    assert notes == {told["kept"]: NOTE, told["erased"]: {"erased": "content"}}


def test_one_scheme_or_one_case_goes_out_alone(house: House, told: dict[str, str]) -> None:
    facts = Facts(house.pool, house.keyring)
    of_scheme = list(cases(facts, Wanted(scheme="taken-over"), unreadable))
    assert {case[0].record.number for case in of_scheme} == {told["kept"], told["erased"]}
    (alone,) = cases(facts, Wanted(number=told["certified"]), unreadable)
    assert alone[0].record.scheme == "lvv-certification"


def log_of(found: list[list[Out]], wanted: Wanted) -> Element:
    file = BytesIO()
    as_xes.write(found, wanted, file)
    log: Element = fromstring(file.getvalue())
    return log


def test_the_log_has_the_shape_of_its_standard(found: list[list[Out]]) -> None:
    """IEEE 1849-2016: extensions, globals and classifiers first, in this order; then traces."""
    log = log_of(found, Wanted(personal=True))
    assert (log.tag, log.get("xes.version")) == (f"{XES}log", "1849-2016")
    order = ["extension", "global", "classifier", "trace"]
    parts = [order.index(child.tag.removeprefix(XES)) for child in log]
    assert parts == sorted(parts)
    prefixes = {one.get("prefix") for one in log.findall(f"{XES}extension")}
    assert prefixes == {"concept", "time", "org", "lifecycle"}
    for trace in log.findall(f"{XES}trace"):
        kinds = ["event" if child.tag == f"{XES}event" else "said" for child in trace]
        assert kinds == sorted(kinds, reverse=True)
        for said in (trace, *trace.findall(f"{XES}event")):
            keys = [one.get("key") for one in said if one.tag != f"{XES}event"]
            assert len(keys) == len(set(keys))
            assert "concept:name" in keys
            used = {str(key).partition(":")[0] for key in keys if ":" in str(key)}
            assert used <= prefixes
        for event in trace.findall(f"{XES}event"):
            assert event.find(f"{XES}date[@key='time:timestamp']") is not None


def test_what_is_no_xml_or_not_of_its_kind_does_not_break_a_log(
    told: dict[str, str], found: list[list[Out]]
) -> None:
    log = log_of(found, Wanted())
    trace = next(
        one
        for one in log.findall(f"{XES}trace")
        if one.find(f"{XES}string[@value='{told['kept']}']") is not None
    )
    said = {one.get("key"): (one.tag, one.get("value")) for one in trace}
    assert said["concept:name"] == (f"{XES}string", "W-1")
    assert said["channel"] == (f"{XES}string", 'Desk & "Post"\n<second line>')
    assert said["cost"] == (f"{XES}string", "no number")
    event = trace.find(f"{XES}event")
    assert event is not None
    assert [one.get("value") for one in event[:1]] == ["Received \ufffd"]
    assert event.find(f"{XES}string[@key='org:resource']").get("value") == "[withheld]"  # type: ignore[union-attr]  # it is there, or this fails


def test_objects_and_events_name_each_other(told: dict[str, str], found: list[list[Out]]) -> None:
    file = BytesIO()
    many = as_ocel.write(found, Wanted(), file)
    log = json.loads(file.getvalue())
    assert log.keys() == {"events", "objects", "objectTypes", "eventTypes"}
    assert len(log["events"]) == many
    objects = {one["id"] for one in log["objects"]}
    assert set(told.values()) <= objects
    types = {one["name"]: {a["name"] for a in one["attributes"]} for one in log["eventTypes"]}
    for event in log["events"]:
        assert {one["objectId"] for one in event["relationships"]} <= objects
        assert {one["name"] for one in event["attributes"]} <= types[event["type"]]
    kinds = {one["name"]: {a["name"] for a in one["attributes"]} for one in log["objectTypes"]}
    for one in log["objects"]:
        assert {a["name"] for a in one["attributes"]} <= kinds[one["type"]]
        assert {r["objectId"] for r in one.get("relationships", ())} <= objects


def test_columns_hold_what_lines_say(found: list[list[Out]]) -> None:
    file = BytesIO()
    as_parquet.write(found, Wanted(), file)
    table = parquet.read_table(BytesIO(file.getvalue())).to_pylist()
    for row, line in zip(table, lines(found, Wanted()), strict=True):
        assert (row["position"], row["fact"], str(row["on"])) == (
            line["position"],
            line["fact"],
            line["on"],
        )
        assert json.loads(row["content"]) == line["content"]
    taken = next(row for row in table if row["fact"] == "taken-over.event-taken-over")
    assert (taken["source"], taken["source_row"]) == ("Out", 4)
    assert taken["source_at"].isoformat() == "2011-01-03T08:00:00+00:00"


def test_an_export_that_breaks_off_leaves_what_was_there(
    house: House, told: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("as it was", encoding="utf-8")

    def breaks_off(*_: object) -> dict[str, Any]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(as_lines, "line", breaks_off)
    with pytest.raises(OSError, match="No space left"):
        export(Facts(house.pool, house.keyring), Wanted(), Format.JSONL, path)
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]
    assert told
