"""Reading and decoding the whole record, against COPY of the same rows by psql."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial

from domain.fact import Recorded
from domain.personal import Personal
from infra.store.views.facts import AT_ONCE, Facts
from infra.store.views.resting import collector_resting
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns

COPY = (
    "COPY (SELECT notification_id, originator_id, originator_version, topic, state "
    "FROM record.facts ORDER BY notification_id) TO STDOUT (FORMAT BINARY)"
)


def rows(place: Place) -> Iterator[Row]:
    """Each fact as views read it; then with its checks, and all that is personal opened, too.

    The first is what the target is for: every field of the fact is there and was validated, the
    personal values sealed and the checks unread until somebody looks. The second looks at all.
    """
    house, psql = place.big, place.server.binaries / "psql"
    facts = Facts(house.pool, house.keyring)
    many = facts.head()

    def reading(look: Callable[[Recorded], object]) -> float:
        began, after = time.perf_counter(), 0
        while stretch := facts.since(after, many, AT_ONCE):
            with collector_resting():
                for one in map(facts.read, stretch):
                    look(one)
            after = stretch[-1].position
        return many / (time.perf_counter() - began)

    def copy() -> float:
        began = time.perf_counter()
        dsn = house.databases.record
        subprocess.run([psql, dsn, "-qc", COPY], stdout=subprocess.DEVNULL, check=True)
        return many / (time.perf_counter() - began)

    for name, look, target in (
        ("full decode of the record", _as_views_do, 0.25),
        ("full decode, checks and names looked at too", _at_all, None),
    ):
        measured = in_turns(partial(reading, look), copy, place.sizes.rounds)
        yield Row(name, "facts/s", "psql COPY", "at least", target, measured)


def _as_views_do(record: Recorded) -> None:
    assert record.fact.on


def _at_all(record: Recorded) -> None:
    assert record.fact.on
    assert record.checks is not None
    assert record.command_id
    for name in type(record.fact).model_fields:
        value = getattr(record.fact, name)
        if isinstance(value, Personal):
            assert value.shown()
