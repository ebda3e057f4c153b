"""Writing what a batch tells one view; a case whose rows cannot be stored is set aside."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg

from infra.store.views.faults import Connection, Fault, reason_of
from infra.store.views.table import Table
from infra.store.views.telling import Told
from projections.history import follow
from projections.view import R, View


def write(
    connection: Connection, view: View[R], table: Table[R], told: Sequence[Told[R]]
) -> list[Fault]:
    """Writes what it can, and gives the faults: those that came with it, and its own.

    Within a transaction. What is wrong with the values of one case is found by halving; what is
    wrong with the table or the server is raised.
    """
    faults = [one.fault for one in told if one.fault is not None]
    return faults + _halving(
        connection, view, table, [one for one in told if one.series or one.afresh]
    )


def _halving(
    connection: Connection, view: View[R], table: Table[R], told: Sequence[Told[R]]
) -> list[Fault]:
    if not told:
        return []
    try:
        with connection.transaction():
            _write_all(connection, view, table, told)
    except (psycopg.DataError, psycopg.IntegrityError, ValueError) as error:
        if len(told) == 1:
            return [_given_up(connection, table, told[0], error)]
        half = len(told) // 2
        first = _halving(connection, view, table, told[:half])
        return first + _halving(connection, view, table, told[half:])
    return []


def _write_all(
    connection: Connection, view: View[R], table: Table[R], told: Sequence[Told[R]]
) -> None:
    with connection.cursor() as cursor:
        table.forget(cursor, [one.number for one in told if one.afresh])
        again = [(one.number, one.since) for one in told if one.since and not one.afresh]
        table.go_back(cursor, again)
        going_on = [one.number for one in told if not one.afresh]
        held = {} if view.each_fact else table.held(cursor, going_on)
        changes = [(one, follow(view, held.get(one.number, {}), one.series)) for one in told]
        table.close(cursor, [(one.number, k) for one, change in changes for k in change.closed])
        table.add(
            cursor,
            [(one.number, one.scheme, k) for one, change in changes for k in change.opened],
        )


def _given_up(connection: Connection, table: Table[R], one: Told[R], error: Exception) -> Fault:
    """What was erased goes, even when what is left cannot be written."""
    if one.afresh:
        with connection.cursor() as cursor:
            table.forget(cursor, [one.number])
    position = one.series[-1].position if one.series else 0
    return Fault(one.stream, one.number, position, reason_of(error))
