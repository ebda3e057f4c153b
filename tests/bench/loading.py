"""Loading a case of a hundred facts, against a raw SELECT of its rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from random import Random

import psycopg
from psycopg.rows import tuple_row

from infra.store.record import Record
from infra.store.recorder import NO_LIMIT, STREAM
from tests.bench.filling import put
from tests.bench.histories import copied, long_history
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns

FACTS = 100


def rows(place: Place) -> Iterator[Row]:
    """A file that is not at hand: folded from its facts, or taken up from a snapshot.

    Last, a file at hand, as for each command but the first: only what is new is looked for.
    """
    house, sizes = place.big, place.sizes
    case = copied(long_history(FACTS), Random(100))
    put(house, [case])
    stream, number = case[0].originator_id, case[0].number
    times = max(2, sizes.times // 20)
    old = house.record
    folding = Record(old.recorder, house.keyring, house.clock, old.day_of, old.secret)
    house.record.file(number)  # leaves a snapshot
    with psycopg.connect(house.databases.record, autocommit=True) as connection:
        cursor = connection.cursor(row_factory=tuple_row, binary=True)

        def load(record: Record, at_hand: bool) -> float:
            began = time.perf_counter()
            for _ in range(times):
                if not at_hand:
                    record.files.clear()
                assert record.file(number).version == FACTS
            return (time.perf_counter() - began) / times * 1000

        def raw() -> float:
            began = time.perf_counter()
            for _ in range(times):
                cursor.execute(STREAM, (stream, 0, NO_LIMIT), prepare=True).fetchall()
            return (time.perf_counter() - began) / times * 1000

        for name, record, at_hand, target in (
            (f"load a case of {FACTS} facts", folding, False, 5),
            (f"load a case of {FACTS} facts, with a snapshot", house.record, False, 2),
            (f"a case of {FACTS} facts that is at hand", house.record, True, None),
        ):
            measured = in_turns(partial(load, record, at_hand), raw, sizes.rounds)
            yield Row(name, "ms", "raw SELECT", "at most", target, measured)
