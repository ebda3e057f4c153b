"""An object-centric event log (OCEL 2.0, JSON): objects are case files and the matters in them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

import orjson

from infra.exchange.events_out import EventOut, events, of_the_case
from infra.exchange.going_out import Out, Wanted

OURS = {"on": "string", "recordedAt": "time", "fact": "string", "basis": "string"}
MOMENTLESS = "1970-01-01T00:00:00+00:00"
"""The moment of an attribute that an object has had from the first (OCEL 2.0, 7)."""

Types = dict[str, dict[str, str]]
"""The attributes of each type, by name, with their kinds."""


def write(cases: Iterable[list[Out]], wanted: Wanted, file: IO[bytes]) -> int:
    """Writes a log of these cases; gives how many events it holds.

    Objects are laid aside in a file while events are written, so that memory stays flat.
    """
    objects: Types = {}
    happenings: Types = {}
    many = 0
    with tempfile.TemporaryFile() as aside:
        file.write(b'{"events":[')
        for case in cases:
            found = list(events(case, wanted))
            for event in found:
                _add(file, _event(event, happenings), first=many == 0)
                many += 1
            for one in _objects(case, found, wanted, objects):
                _add(aside, one, first=aside.tell() == 0)
        file.write(b'],"objects":[')
        aside.seek(0)
        shutil.copyfileobj(aside, file)
    types = {"objectTypes": _declared(objects), "eventTypes": _declared(happenings)}
    file.write(b"]," + orjson.dumps(types)[1:])
    return many


def _event(event: EventOut, types: Types) -> dict[str, Any]:
    record = event.out.record
    fact = record.fact
    ours = {
        "on": fact.on.isoformat(),
        "recordedAt": record.recorded_at.isoformat(),
        "fact": fact.stored_as,
        "basis": str(fact.basis),
    }
    told = {heading: text for heading, _, text in event.told}
    known = types.setdefault(event.activity, dict(OURS))
    known.update((heading, "string") for heading in told if heading not in known)
    attributes = {**told, **ours}
    return {
        "id": f"{record.number}/{record.version}",
        "type": event.activity,
        "time": event.at.isoformat(),
        "attributes": [{"name": name, "value": value} for name, value in attributes.items()],
        "relationships": [
            {"objectId": record.number, "qualifier": "case"},
            {"objectId": f"{record.number}/{fact.matter}", "qualifier": "matter"},
        ],
    }


def _objects(
    case: list[Out], found: list[EventOut], wanted: Wanted, types: Types
) -> Iterator[dict[str, Any]]:
    """The case file, and each matter in it in which something happened."""
    first = case[0].record
    told = of_the_case(case, wanted)
    kind = f"{first.scheme} {first.kind}"
    matters = dict.fromkeys(event.out.record.fact.matter for event in found)
    types.setdefault(kind, {}).update((heading, "string") for heading in told)
    yield {
        "id": first.number,
        "type": kind,
        "attributes": [
            {"name": heading, "time": MOMENTLESS, "value": text}
            for heading, (_, text) in told.items()
        ],
        "relationships": [
            {"objectId": f"{first.number}/{matter}", "qualifier": "holds"} for matter in matters
        ],
    }
    for matter in matters:
        name = f"{first.scheme} {_kind_of(matter)}"
        types.setdefault(name, {})
        yield {"id": f"{first.number}/{matter}", "type": name, "attributes": []}


def _kind_of(matter: str) -> str:
    """``objection-2`` is an objection."""
    kind, _, number = matter.rpartition("-")
    return kind if kind and number.isdigit() else matter


def _declared(types: Types) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "attributes": [{"name": one, "type": kind} for one, kind in attributes.items()],
        }
        for name, attributes in types.items()
    ]


def _add(file: IO[bytes], one: dict[str, Any], *, first: bool) -> None:
    file.write((b"" if first else b",\n") + orjson.dumps(one))
