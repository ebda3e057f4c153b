"""JSON Lines: a fact a line, complete."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import orjson

from infra.exchange.going_out import Out, Wanted, content


def write(cases: Iterable[list[Out]], wanted: Wanted, file: IO[bytes]) -> int:
    """Writes every fact of these cases, each case in order; gives how many."""
    many = 0
    for case in cases:
        for out in case:
            file.write(orjson.dumps(line(out, wanted)) + b"\n")
        many += len(case)
    return many


def line(out: Out, wanted: Wanted) -> dict[str, Any]:
    """One fact, under the names that the API has for its parts."""
    record, fact = out.record, out.record.fact
    return {
        "position": out.position,
        "case": record.number,
        "version": record.version,
        "scheme": record.scheme,
        "kind": record.kind,
        "edition": record.edition,
        "person": record.person,
        "fact": fact.stored_as,
        "matter": fact.matter,
        "on": fact.on,
        "recordedAt": record.recorded_at,
        "by": record.by.model_dump(mode="json", by_alias=True),
        "basis": fact.basis.model_dump(mode="json"),
        "remarks": [one.model_dump(mode="json") for one in fact.remarks],
        "checks": [one.model_dump(mode="json") for one in record.checks],
        "commandId": record.command_id,
        "causedBy": record.caused_by,
        "lawVersion": record.law_version,
        "content": content(fact, wanted),
    }
