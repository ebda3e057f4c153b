"""Every fact that was ever on record is readable for ever.

The examples under tests/stored/ are never edited and never removed: each stands for rows in
records we do not have. ``python -m tests.stored_examples`` writes one for a fact that is new.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest

from domain.fact import Recorded
from domain.schemes import all_facts, all_schemes
from infra.store.mapper import RECORDED, FactMapper, recorded
from infra.store.memory import KeysInMemory
from infra.store.upcasts import UPCASTS
from tests.stored_examples import STORED, example_of

EXAMPLES = sorted(STORED.glob("*.json"))
SEALED = {"p", "k", "e", "bound_to"}


def stored(example: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(example.read_text(encoding="utf-8"))
    return held


def loaded(held: dict[str, Any]) -> Recorded:
    """Raises LookupError when no fact has this stored name any more."""
    stream, version = UUID(held["originatorId"]), held["originatorVersion"]
    state = orjson.dumps(held["state"])
    return recorded(KeysInMemory(), stream, version, held["topic"], state)


@pytest.mark.parametrize("name", sorted(all_facts()))
def test_every_fact_has_a_stored_example(name: str) -> None:
    assert example_of(name).exists(), "run: python -m tests.stored_examples"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_what_was_stored_loads_as_it_was(example: Path) -> None:
    """Every field that was stored and is still there reads as it was written."""
    held = stored(example)
    assert held["topic"] == example.stem
    record = loaded(held)
    assert record.fact.stored_as == held["topic"]
    now = json.loads(RECORDED.dump_json(record))
    was = _plain(held["state"])
    if held["topic"] not in UPCASTS:
        _still_says(now["fact"], was["fact"])
    for name in was.keys() - {"fact"}:
        assert now[name] == was[name], name


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_what_was_stored_stands_in_a_file_that_is_still_kept(example: Path) -> None:
    held = stored(example)
    scheme = all_schemes()[held["state"]["scheme"]]
    under = scheme.files[held["state"]["kind"]]
    assert all_facts()[held["topic"]] in under.kind.facts
    assert scheme.edition(held["state"]["edition"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_stored_again_it_is_stored_the_same(example: Path) -> None:
    """A fact that gained no field is written as it was; one that did only has more."""
    held = stored(example)
    again = FactMapper(KeysInMemory()).to_stored_event(loaded(held))
    if held["topic"] not in UPCASTS:
        _still_says(orjson.loads(again.state), held["state"])


def test_no_stored_example_holds_a_name_in_the_clear() -> None:
    """Personal fields are sealed in the examples as they are on record."""
    for example in EXAMPLES:
        fact = all_facts()[example.stem]
        for name, value in stored(example)["state"]["fact"].items():
            field = fact.model_fields[name]
            if "Personal" in str(field.annotation) and isinstance(value, str):
                pytest.fail(f"{example.name}: {name} is stored in the clear")


def _plain(value: Any) -> Any:
    """With what the sealed values hold in their place."""
    if isinstance(value, dict):
        if value.keys() == SEALED:
            return value["e"]
        return {name: _plain(held) for name, held in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _still_says(now: Any, was: Any) -> None:
    if isinstance(was, dict):
        for name, value in was.items():
            assert name in now, f"{name} is gone; give it an upcast"
            _still_says(now[name], value)
    else:
        assert now == was
