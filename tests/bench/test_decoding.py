"""What is read back quickly is what pydantic reads, to the letter; the rest is left to it."""

from typing import Any

import orjson
import pytest
from eventsourcing.persistence import StoredEvent

from domain.schemes import all_facts
from infra.store.decoding import record_of
from infra.store.mapper import FactMapper, Seal, judged
from infra.store.memory import KeysInMemory
from infra.store.pieces import Unsure
from tests.bench.histories import PLAYED, histories

KEYS = KeysInMemory()


@pytest.fixture(scope="module")
def stored() -> list[StoredEvent]:
    mapper = FactMapper(KEYS)
    return [mapper.to_stored_event(record) for history in histories() for record in history]


def _seal(one: StoredEvent) -> Seal:
    return Seal(KEYS, one.originator_id, one.originator_version, None)  # type: ignore[arg-type]  # ours are UUIDs


def _arguments(one: StoredEvent) -> Any:
    version, kind = one.originator_version, all_facts()[one.topic]
    return orjson.loads(one.state), one.originator_id, version, kind, _seal(one)


def test_every_told_fact_reads_the_same_both_ways(stored: list[StoredEvent]) -> None:
    assert len(stored) > 10 * len(PLAYED)
    for one in stored:
        quickly = record_of(*_arguments(one))
        slowly = judged(*_arguments(one))
        assert quickly == slowly
        assert quickly.model_dump_json() == slowly.model_dump_json()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("recorded_at", "2026-01-05T09:00:00+01:00"),
        ("recorded_at", 5),
        ("number", 5),
        ("person", True),
        ("law_version", True),
        ("checks", {}),
        ("by", {"id": "a", "role": "b"}),
        ("fact", {}),
        ("more", 1),
    ],
)
def test_what_is_not_in_our_spelling_is_not_taken(
    name: str, value: object, stored: list[StoredEvent]
) -> None:
    body, *rest = _arguments(stored[0])
    with pytest.raises((Unsure, AttributeError)):
        record_of({**body, name: value}, *rest)
