"""What is told of a fact from its row is what is told of the fact itself."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import orjson
import pytest
from eventsourcing.persistence import StoredEvent

from domain.fact import Recorded
from domain.schemes import all_facts
from infra.http.told.facts import fact_told
from infra.http.told.rows import Row, row_told
from infra.store.mapper import FactMapper
from infra.store.memory import KeysInMemory
from infra.store.shapes import OtherShape, content_of
from tests.stored_examples import STORED

EXAMPLES = sorted(STORED.glob("*.json"))
KEPT = ("identity", "contact", "evidence", "content")


def stored(example: Path, **other: Any) -> StoredEvent:
    held = json.loads(example.read_text(encoding="utf-8"))
    state = orjson.dumps(held["state"] | other)
    return StoredEvent(UUID(held["originatorId"]), held["originatorVersion"], held["topic"], state)


def from_fact(event: StoredEvent, keys: KeysInMemory) -> dict[str, Any]:
    record = cast(Recorded, FactMapper(keys).to_domain_event(event))
    return fact_told(record).model_dump(mode="json")


def from_row(event: StoredEvent, keys: KeysInMemory) -> dict[str, Any]:
    casework: Any = SimpleNamespace(mapper=FactMapper(keys))
    return row_told(Row.of(event), keys, casework)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_every_stored_example_reads_the_same(example: Path) -> None:
    event, keys = stored(example), KeysInMemory()
    assert from_row(event, keys) == from_fact(event, keys)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_what_was_erased_reads_the_same(example: Path) -> None:
    event, keys = stored(example), KeysInMemory()
    persons = {UUID(one["p"]) for one in sealed_in(orjson.loads(event.state))}
    for person in persons:
        keys.destroy(person, KEPT)
    told = from_row(event, keys)
    assert told == from_fact(event, keys)
    assert bool(persons) == ('"erased":' in json.dumps(told, separators=(",", ":")))


def test_a_moment_in_another_zone_is_told_in_utc() -> None:
    event, keys = stored(EXAMPLES[0], recorded_at="2026-05-15T11:30:00+02:00"), KeysInMemory()
    assert from_row(event, keys)["recordedAt"] == "2026-05-15T09:30:00Z"
    assert from_row(event, keys) == from_fact(event, keys)


def test_a_row_with_other_fields_is_decoded() -> None:
    keys = KeysInMemory()
    for example in EXAMPLES:
        event = stored(example)
        held = orjson.loads(event.state)["fact"]
        if held["remarks"] == []:
            del held["remarks"]
            older = stored(example, fact=held)
            assert from_row(older, keys) == from_fact(event, keys)
            return
    raise AssertionError("no example is without remarks")


def test_hardly_a_fact_has_to_be_decoded_to_be_told() -> None:
    decoded = [name for name, fact in all_facts().items() if not _is_known(fact)]
    assert len(decoded) < len(all_facts()) / 20, decoded


def _is_known(fact: Any) -> bool:
    try:
        content_of(fact)({}, lambda _: None)
    except OtherShape as error:
        return bool(error.args)
    return True


def sealed_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() >= {"p", "k", "e"}:
            return [value]
        return [one for part in value.values() for one in sealed_in(part)]
    return [one for part in value for one in sealed_in(part)] if isinstance(value, list) else []
