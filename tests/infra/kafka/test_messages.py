"""CloudEvents in both modes: what is written is read, and what is none is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest

from infra.kafka.facts import number_in, stored
from infra.kafka.messages import Event, NotAnEvent, binary, read, structured

EVENT = Event(
    key="7XNQ-K2PD-9FJM",
    id="7XNQ-K2PD-9FJM/3",
    type="nl.griffie.certificate.suspended",
    source="urn:nld:oin:00000001234567890000:systeem:griffie",
    subject="7XNQ-K2PD-9FJM",
    time=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    sequence=42,
    previous=17,
    data=b'{"fact":{"on":"2026-03-01"}}',
)


@pytest.mark.parametrize("written", [binary, structured])
def test_what_is_written_in_either_mode_is_read(written: object) -> None:
    headers, value = written(EVENT)  # type: ignore[operator]  # one of two functions
    assert read(EVENT.key.encode(), headers, value) == EVENT


def test_binary_mode_has_attributes_in_headers_and_the_data_alone() -> None:
    headers, value = binary(EVENT)
    assert value == EVENT.data
    assert dict(headers) == {
        "ce_specversion": b"1.0",
        "ce_id": b"7XNQ-K2PD-9FJM/3",
        "ce_type": b"nl.griffie.certificate.suspended",
        "ce_source": b"urn:nld:oin:00000001234567890000:systeem:griffie",
        "ce_subject": b"7XNQ-K2PD-9FJM",
        "ce_time": b"2026-03-01T09:30:00+00:00",
        "ce_partitionkey": b"7XNQ-K2PD-9FJM",
        "ce_sequence": b"00000000000000000042",
        "ce_prevsequence": b"00000000000000000017",
        "content-type": b"application/json",
    }


def test_structured_mode_is_one_envelope() -> None:
    headers, value = structured(EVENT)
    assert headers == [("content-type", b"application/cloudevents+json; charset=UTF-8")]
    envelope = orjson.loads(value or b"")
    assert envelope["data"] == {"fact": {"on": "2026-03-01"}}
    assert envelope["datacontenttype"] == "application/json"
    assert envelope["sequence"] == "00000000000000000042"


def test_a_tombstone_is_binary_and_says_what_is_no_more() -> None:
    gone = EVENT._replace(data=None, previous=None)
    headers, value = binary(gone)
    assert value is None
    assert "content-type" not in dict(headers)
    assert read(gone.key.encode(), headers, value) == gone
    with pytest.raises(ValueError, match="binary mode"):
        structured(gone)


@pytest.mark.parametrize("microsecond", [0, 1, 120000])
def test_the_moment_is_written_as_iso_8601(microsecond: int) -> None:
    time = EVENT.time.replace(microsecond=microsecond)
    headers, _ = binary(EVENT._replace(time=time))
    assert dict(headers)["ce_time"] == time.isoformat().encode()


@pytest.mark.parametrize(
    "state",
    [
        b'{"number":"7XNQ-K2PD-9FJM","scheme":"x"}',
        b'{"scheme":"x","by":{"number":"0000-0000-0000"},"number":"7XNQ-K2PD-9FJM"}',
        b'{ "number" : "7XNQ\\u002dK2PD-9FJM" }',
    ],
)
def test_the_number_is_found_wherever_it_stands(state: bytes) -> None:
    assert number_in(state) == "7XNQ-K2PD-9FJM"


def test_a_fact_is_read_as_the_row_it_was() -> None:
    row = stored(EVENT)
    assert (row.position, row.version, row.topic) == (42, 3, "certificate.suspended")
    assert row.state == EVENT.data
    with pytest.raises(NotAnEvent, match="no fact of ours"):
        stored(EVENT._replace(data=None))


def test_what_is_no_event_is_refused_with_what_is_missing() -> None:
    headers, value = binary(EVENT)
    without = [(name, held) for name, held in headers if name != "ce_sequence"]
    with pytest.raises(NotAnEvent, match="it has no 'sequence'"):
        read(b"key", without, value)
    with pytest.raises(NotAnEvent, match=r"CloudEvents 0\.3"):
        read(b"key", [("ce_specversion", b"0.3")], value)
    with pytest.raises(NotAnEvent):
        read(b"key", [("content-type", b"application/cloudevents+json")], b"not json")
    with pytest.raises(NotAnEvent):
        read(b"key", [("content-type", b"application/cloudevents+json")], b"[1]")
