"""A row is read by the names it was stored with, and says nothing of what does not fit in it."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from pydantic import ValidationError

from domain.fact import Recorded
from domain.schemes.lvv_certification.record.certificate import LockoutStarted
from infra.store.mapper import recorded
from infra.store.memory import KeysInMemory
from infra.store.reading_back import _reader_of
from infra.store.upcasts import UPCASTS

PERSON = "cd613e30-d8f1-4adf-91b7-584a2265b1f5"
STREAM = UUID("1cd3c5fe-3ce6-5d30-aaa2-d2c159cbb61a")
FACT = {
    "matter": "certificate-1",
    "on": "2026-03-04",
    "basis": {"text": "LVV certification scheme v6", "at": "28", "reading": ""},
    "remarks": [],
    "first_day": "2026-03-04",
    "until": "2027-03-03",
}
ROW = {
    "number": "FEEJ-A319-1JT2",
    "scheme": "lvv-certification",
    "kind": "person",
    "edition": "lvv-certification@6",
    "person": PERSON,
    "recorded_at": "2026-03-04T08:01:00Z",
    "by": {"id": "m.bakker", "role": "certification-body", "organisation": "", "on_behalf_of": ""},
    "command_id": "1a2b8f1f-f1fd-42a2-9755-d4c13a902931",
    "fact": FACT,
}


def read(row: dict[str, Any]) -> Recorded:
    return recorded(KeysInMemory(), STREAM, 4, LockoutStarted.stored_as, orjson.dumps(row))


def test_a_row_of_before_causes_and_checks_were_recorded_has_none() -> None:
    record = read(ROW)
    assert (record.caused_by, record.law_version, record.checks) == ("", 0, ())
    assert record.person == UUID(PERSON)
    assert record.command_id == UUID("1a2b8f1f-f1fd-42a2-9755-d4c13a902931")


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": "Johanna de Vries"},
        {"command_id": "Johanna de Vries"},
        {"recorded_at": "Johanna de Vries"},
        {"fact": {**FACT, "until": "Johanna de Vries"}},
        {"fact": {**FACT, "reasons": "Johanna de Vries"}},
        {"fact": {name: value for name, value in FACT.items() if name != "first_day"}},
        {"fact": {**FACT, "firstDay": FACT["first_day"]}},
    ],
)
def test_what_does_not_fit_is_found_by_who_looks_and_is_not_repeated(
    wrong: dict[str, Any],
) -> None:
    record = read({**ROW, **wrong})
    with pytest.raises(ValidationError) as found:
        assert record.fact
    assert "Johanna" not in str(found.value)


def test_an_old_shape_is_read_as_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_a_last_day(fact: dict[str, Any]) -> dict[str, Any]:
        return {**fact, "until": "2027-03-03"}

    monkeypatch.setitem(UPCASTS, LockoutStarted.stored_as, with_a_last_day)
    _reader_of.cache_clear()
    try:
        old = {name: value for name, value in FACT.items() if name != "until"}
        assert read({**ROW, "fact": old}).fact == read(ROW).fact
    finally:
        _reader_of.cache_clear()
