"""Loading a case of a hundred facts, against a raw SELECT of its rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

import psycopg
from psycopg.rows import tuple_row

from infra.store.recorder import NO_LIMIT, STREAM
from tests.bench.filling import put
from tests.bench.histories import copied, long_history
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns

FACTS = 100


def rows(place: Place) -> Iterator[Row]:
    """Decoded, opened and folded to a file, as each command does."""
    house, sizes = place.big, place.sizes
    case = copied(long_history(FACTS), Random(100))
    put(house, [case])
    stream, number = case[0].originator_id, case[0].number
    times = max(2, sizes.times // 20)
    with psycopg.connect(house.databases.record, autocommit=True) as connection:
        cursor = connection.cursor(row_factory=tuple_row, binary=True)

        def ours() -> float:
            began = time.perf_counter()
            for _ in range(times):
                house.record.file(number)
            return (time.perf_counter() - began) / times * 1000

        def raw() -> float:
            began = time.perf_counter()
            for _ in range(times):
                cursor.execute(STREAM, (stream, 0, NO_LIMIT), prepare=True).fetchall()
            return (time.perf_counter() - began) / times * 1000

        measured = in_turns(ours, raw, sizes.rounds)
    yield Row("load a case of 100 facts", "ms", "raw SELECT", "at most", 5, measured)
