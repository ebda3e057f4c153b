"""Cases that a view could not follow: set aside, told of, and left for `retry`."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
from eventsourcing.persistence import OperationalError
from psycopg.rows import TupleRow, tuple_row
from pydantic import ValidationError

ROOT = Path(__file__).parents[3]
SET = """
INSERT INTO views.set_aside (view, stream, case_number, position, reason)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (view, stream) DO UPDATE
SET position = excluded.position, reason = excluded.reason, at = excluded.at
"""
OF_VIEW = "SELECT stream FROM views.set_aside WHERE view = %s"
CLEAR = "DELETE FROM views.set_aside WHERE view = %s"

UNREACHABLE = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError)
"""A database is away, of the record, the views or the keys: no case's fault; it comes back."""

Connection = psycopg.Connection[TupleRow]


@dataclass(frozen=True)
class Fault:
    """A case that cannot be followed from a position on; the reason holds nothing personal."""

    stream: UUID
    number: str
    position: int
    reason: str


OnFault = Callable[[str, Fault], None]
"""Told of each case that is set aside: the view, and the fault."""


def reason_of(error: BaseException) -> str:
    """What went wrong and where, without the values it went wrong on."""
    if isinstance(error, ValidationError):
        wrong = error.errors(include_input=False, include_context=False, include_url=False)
        places = ", ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in wrong[:5])
        return f"{error.title} does not fit: {places}"
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT)]
    if not ours:
        return type(error).__name__
    where = Path(ours[-1].filename).relative_to(ROOT)
    return f"{type(error).__name__} in {where}, line {ours[-1].lineno}"


def set_aside(connection: Connection, view: str, faults: Iterable[Fault]) -> None:
    rows = [(view, f.stream, f.number, f.position, f.reason) for f in faults]
    with connection.cursor() as cursor:
        cursor.executemany(SET, rows)


def streams_set_aside(connection: Connection, view: str) -> set[UUID]:
    rows = connection.cursor(row_factory=tuple_row).execute(OF_VIEW, [view]).fetchall()
    return {row[0] for row in rows}


def clear(connection: Connection, view: str) -> None:
    connection.execute(CLEAR, [view])
