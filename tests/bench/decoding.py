"""Reading and decoding the whole record, against COPY of the same rows by psql."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator

from infra.store.views.facts import AT_ONCE, Facts
from infra.store.views.resting import collector_resting
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns

COPY = (
    "COPY (SELECT notification_id, originator_id, originator_version, topic, state "
    "FROM record.facts ORDER BY notification_id) TO STDOUT (FORMAT BINARY)"
)


def rows(place: Place) -> Iterator[Row]:
    """Each fact as it was recorded, its checks and personal values included."""
    house, psql = place.big, place.server.binaries / "psql"
    facts = Facts(house.pool, house.keyring)
    many = facts.head()

    def ours() -> float:
        began, after = time.perf_counter(), 0
        while stretch := facts.since(after, many, AT_ONCE):
            with collector_resting():
                for one in map(facts.read, stretch):
                    assert one.checks is not None
            after = stretch[-1].position
        return many / (time.perf_counter() - began)

    def copy() -> float:
        began = time.perf_counter()
        dsn = house.databases.record
        subprocess.run([psql, dsn, "-qc", COPY], stdout=subprocess.DEVNULL, check=True)
        return many / (time.perf_counter() - began)

    measured = in_turns(ours, copy, place.sizes.rounds)
    yield Row("full decode of the record", "facts/s", "psql COPY", "at least", 0.25, measured)
