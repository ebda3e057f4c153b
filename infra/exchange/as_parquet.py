"""Parquet: a fact a row, for who reads columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

import orjson
import pyarrow as pa
from pyarrow import parquet

from domain.schemes.taken_over.record.history import EventTakenOver, TakenOver
from infra.exchange.going_out import Out, Wanted, content

AT_ONCE = 5000
MOMENT = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        ("position", pa.int64()),
        ("case", pa.string()),
        ("version", pa.int64()),
        ("scheme", pa.string()),
        ("kind", pa.string()),
        ("edition", pa.string()),
        ("fact", pa.string()),
        ("matter", pa.string()),
        ("on", pa.date32()),
        ("recorded_at", MOMENT),
        ("by", pa.string()),
        ("role", pa.string()),
        ("organisation", pa.string()),
        ("basis_text", pa.string()),
        ("basis_at", pa.string()),
        ("basis_reading", pa.string()),
        ("command_id", pa.string()),
        ("caused_by", pa.string()),
        ("source", pa.string()),
        ("source_row", pa.int64()),
        ("source_at", MOMENT),
        ("activity", pa.string()),
        ("content", pa.string()),
    ]
)
"""The last column is JSON; those of a source are empty for facts that came about here."""


def write(cases: Iterable[list[Out]], wanted: Wanted, file: IO[bytes]) -> int:
    """Writes every fact of these cases, each case in order; gives how many."""
    many = 0
    with parquet.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for rows in _batches(_row(out, wanted) for case in cases for out in case):
            writer.write_batch(pa.RecordBatch.from_pylist(rows, schema=SCHEMA))
            many += len(rows)
    return many


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _row(out: Out, wanted: Wanted) -> dict[str, Any]:
    record, fact = out.record, out.record.fact
    taken = fact if isinstance(fact, TakenOver) else None
    return {
        "position": out.position,
        "case": record.number,
        "version": record.version,
        "scheme": record.scheme,
        "kind": record.kind,
        "edition": record.edition,
        "fact": fact.stored_as,
        "matter": fact.matter,
        "on": fact.on,
        "recorded_at": record.recorded_at,
        "by": record.by.id,
        "role": record.by.role,
        "organisation": record.by.organisation or None,
        "basis_text": fact.basis.text,
        "basis_at": fact.basis.at,
        "basis_reading": fact.basis.reading or None,
        "command_id": str(record.command_id),
        "caused_by": record.caused_by or None,
        "source": taken.source if taken else None,
        "source_row": taken.row if taken else None,
        "source_at": taken.at if taken else None,
        "activity": fact.activity if isinstance(fact, EventTakenOver) else None,
        "content": orjson.dumps(content(fact, wanted)).decode(),
    }
