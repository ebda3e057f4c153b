"""Appending in bulk, a thousand facts a transaction, against a raw COPY of the same bytes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from infra.main import House
from infra.store.bulk import FACTS, OF_A_FACT, BulkAppend
from infra.store.mapper import FactMapper
from tests.bench.appending import TWIN, Share, new_files
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns

AT_ONCE = 1000


def rows(place: Place) -> Iterator[Row]:
    """Ours stores a command for each ten facts, and waits its turn among the writers."""
    house, many = place.small, max(place.sizes.times, 2 * AT_ONCE)
    place.as_owner("small").execute(TWIN)
    seeds = iter(range(10**7, 10**8))
    ours, raw = partial(_ours, house, seeds, many), partial(_raw, house, seeds, many)
    measured = in_turns(ours, raw, place.sizes.rounds)
    yield Row("append in bulk", "facts/s", "raw COPY", "at least", 0.9, measured)


def _ours(house: House, seeds: Iterator[int], many: int) -> float:
    share = new_files(house, many, next(seeds))
    bulk = BulkAppend(house.pool, FactMapper(house.keyring))
    chunks = [(_commands(chunk), _facts(chunk)) for chunk in _chunks(share)]
    began = time.perf_counter()
    for commands, facts in chunks:
        bulk.copy_in(commands, facts)
    return many / (time.perf_counter() - began)


def _raw(house: House, seeds: Iterator[int], many: int) -> float:
    chunks = [_facts(chunk) for chunk in _chunks(new_files(house, many, next(seeds)))]
    into = FACTS.replace("record.facts", "limits.facts")
    with house.pool.connection() as connection:
        began = time.perf_counter()
        for facts in chunks:
            with (
                connection.transaction(),
                connection.cursor() as cursor,
                cursor.copy(into) as copy,
            ):
                copy.set_types(OF_A_FACT)
                for row in facts:
                    copy.write_row(row)
        return many / (time.perf_counter() - began)


def _chunks(share: Share) -> list[Share]:
    return [share[n : n + AT_ONCE] for n in range(0, len(share), AT_ONCE)]


def _facts(share: Share) -> list[tuple[Any, ...]]:
    return [
        (one.originator_id, one.originator_version, one.topic, one.state, record.recorded_at)
        for record, one in share
    ]


def _commands(share: Share) -> Sequence[tuple[Any, ...]]:
    """One in ten, as a history of ten facts has one command."""
    return [
        (record.command_id, record.by.id, bytes(32), one.originator_id, 1, 1)
        for record, one in share[::10]
    ]
