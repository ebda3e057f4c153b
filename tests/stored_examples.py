"""Writes one stored example of every fact that has none yet: ``python -m tests.stored_examples``.

An example that is there is never written again. What a fact once looked like on record it must
be readable from for ever; when its shape changes, infra/store/upcasts.py gets a function.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import orjson
from eventsourcing.persistence import StoredEvent

from domain.fact import Actor, Fact, Recorded
from domain.law import Place
from domain.number import number_of, stream_of
from domain.schemes import Scheme, all_facts, all_schemes
from infra.store.mapper import FactMapper
from infra.store.memory import KeysInMemory
from tests.beginnings import beginnings
from tests.plausible import Plausible

STORED = Path(__file__).parent / "stored"
DAY = date(2026, 5, 15)
PERSON = UUID("0b9d3c5e-6f3e-4b1e-8d57-0c2c9a5e7a11")


def write_missing() -> list[str]:
    """Writes an example of every fact without one; gives the names of those facts."""
    missing = [name for name in all_facts() if not example_of(name).exists()]
    for name in missing:
        text = json.dumps(_as_written(_example(name)), indent=2, ensure_ascii=False)
        example_of(name).write_text(f"{text}\n", encoding="utf-8")
    return missing


def example_of(name: str) -> Path:
    return STORED / f"{name}.json"


def _as_written(event: StoredEvent) -> dict[str, Any]:
    return {
        "topic": event.topic,
        "originatorId": str(event.originator_id),
        "originatorVersion": event.originator_version,
        "state": orjson.loads(event.state),
    }


def _example(name: str) -> StoredEvent:
    """From a told scenario where one comes to this fact; else one that is plausible."""
    return _told().get(name) or _plausible(all_facts()[name])


@lru_cache
def _told() -> dict[str, StoredEvent]:
    return {
        event.topic: event
        for scheme in all_schemes().values()
        for kind in scheme.files
        for beginning in beginnings(scheme.id, kind)
        for _, events in beginning.commands
        for event in events
    }


def _plausible(fact: type[Fact]) -> StoredEvent:
    scheme, kind = _where(fact)
    plausible = Plausible(Random(fact.stored_as), DAY, ("application-1",), (DAY,), 12)
    own = {n: f for n, f in fact.model_fields.items() if n not in Fact.model_fields}
    place = Place(text=scheme.editions[0].title, at="1")
    told = {"matter": "application-1", "on": DAY.isoformat(), "basis": place}
    number = number_of(scheme.id, kind, str(PERSON))
    record = Recorded(
        originator_id=stream_of(number),
        originator_version=12,
        number=number,
        scheme=scheme.id,
        kind=kind,
        edition=scheme.editions[0].id,
        person=PERSON if scheme.files[kind].kind.about_a_person else None,
        recorded_at=datetime(2026, 5, 15, 9, 30, tzinfo=UTC),
        by=Actor(id="m.bakker", role=min(scheme.roles)),
        command_id=UUID(int=12),
        fact=fact.model_validate({**told, **plausible.filled(fact, own)}),
    )
    return FactMapper(KeysInMemory()).to_stored_event(record)


def _where(fact: type[Fact]) -> tuple[Scheme, str]:
    return next(
        (scheme, kind)
        for scheme in all_schemes().values()
        for kind, under in scheme.files.items()
        if fact in under.kind.facts
    )


if __name__ == "__main__":
    sys.stderr.write("".join(f"wrote {example_of(name)}\n" for name in write_missing()))
