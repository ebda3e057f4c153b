"""Messages: CloudEvents 1.0 by the NL GOV profile, over Kafka in binary or structured mode.

Binary mode has the attributes in headers and the data alone as value; structured mode has one
JSON envelope. Who reads accepts both. CloudEvents Kafka protocol binding 1.0.2, sections 3.2, 3.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import orjson

JSON = "application/json"
ENVELOPE = "application/cloudevents+json; charset=UTF-8"
ENVELOPES = "application/cloudevents"

Headers = list[tuple[str, bytes]]
Written = tuple[Headers, bytes | None]

VERSION = ("ce_specversion", b"1.0")
OF_JSON = ("content-type", JSON.encode())


class NotAnEvent(ValueError):
    """What was read is no CloudEvent of ours; the message says what is missing or wrong."""


class Event(NamedTuple):
    """What happened, as others are told of it.

    ``id`` is the same on every retry, ``time`` the moment of recording. ``sequence`` is a
    position of the record. In the topic of facts it is the fact's own, and ``previous`` is that of
    the message before it in the same partition (0 for the first, nothing in other topics):
    skip what has a ``sequence`` you had; stop where ``previous`` is beyond what you had.
    ``data`` is JSON; without it the message is a tombstone: what had this key is no more.
    """

    key: str
    id: str
    type: str
    source: str
    subject: str
    time: datetime
    sequence: int
    previous: int | None
    data: bytes | None


def binary(event: Event) -> Written:
    """Headers and value; the only form in which a message without data is a tombstone."""
    headers = [
        VERSION,
        ("ce_id", event.id.encode()),
        ("ce_type", event.type.encode()),
        ("ce_source", event.source.encode()),
        ("ce_subject", event.subject.encode()),
        ("ce_time", orjson.dumps(event.time)[1:-1]),
        ("ce_partitionkey", event.key.encode()),
        ("ce_sequence", b"%020d" % event.sequence),
    ]
    if event.previous is not None:
        headers.append(("ce_prevsequence", b"%020d" % event.previous))
    if event.data is not None:
        headers.append(OF_JSON)
    return headers, event.data


def structured(event: Event) -> Written:
    """One envelope. Raises ValueError for a tombstone, which this form can't be."""
    if event.data is None:
        raise ValueError("a message without data is written in binary mode")
    headers = binary(event)[0]
    told = {n[3:]: v.decode() for n, v in headers if n.startswith("ce_")}
    envelope = orjson.dumps({**told, "datacontenttype": JSON})
    return [("content-type", ENVELOPE.encode())], b'%b,"data":%b}' % (envelope[:-1], event.data)


def read(key: bytes | None, headers: Sequence[tuple[str, bytes]], value: bytes | None) -> Event:
    """The event that a record of either mode holds. Raises NotAnEvent."""
    by_name = dict(headers)
    try:
        if by_name.get("content-type", b"").decode().startswith(ENVELOPES):
            told: Any = orjson.loads(value or b"")
            data = orjson.dumps(told["data"]) if told.get("data") is not None else None
        else:
            told = {n[3:]: v.decode() for n, v in by_name.items() if n.startswith("ce_")}
            data = value
        return _event((key or b"").decode(), told, data)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise NotAnEvent(f"not a CloudEvent: {wrong}") from None
    except KeyError as missing:
        raise NotAnEvent(f"not a CloudEvent of ours: it has no {missing}") from None


def _event(key: str, told: Mapping[str, str], data: bytes | None) -> Event:
    if told["specversion"] != "1.0":
        raise NotAnEvent(f"CloudEvents {told['specversion']}; only 1.0 is read here")
    previous = told.get("prevsequence")
    return Event(
        key=key,
        id=told["id"],
        type=told["type"],
        source=told["source"],
        subject=told["subject"],
        time=datetime.fromisoformat(told["time"]),
        sequence=int(told["sequence"]),
        previous=None if previous is None else int(previous),
        data=data,
    )
