"""Feeding every view, live and in a rebuild, against SQL that writes the same rows."""

from __future__ import annotations

import time
from collections.abc import Iterator

from infra.main import House
from infra.store.views.feeding import MOST_FACTS
from infra.worker import Worker
from projections import VIEWS
from tests.bench.place import Place
from tests.bench.rows import Row, in_turns
from tests.bench.written_by_sql import Limit

NAMES = tuple(view.name for view in VIEWS)
EMPTY = "TRUNCATE views.positions, views.partitions, views.set_aside, " + ", ".join(
    f"views.{name}" for name in NAMES
)


def caught_up(house: House) -> None:
    """Every view has seen every fact, and no case was set aside."""
    Worker(house.pool, house.pool, house.keyring).run_once()
    with house.pool.connection() as connection:
        row = connection.execute("SELECT count(*) FROM views.set_aside").fetchone()
    if row != (0,):
        raise AssertionError(f"{row} cases were set aside; what was measured is not the work")


def live(place: Place) -> Iterator[Row]:
    """All views on, from an empty table, in stretches of a thousand facts."""
    house = place.house("fed", place.sizes.fed)
    many = house.record.recorder.max_notification_id() or 0
    owner = place.as_owner("fed")
    caught_up(house)
    limit = Limit(owner, NAMES)

    def ours() -> float:
        owner.execute(EMPTY)
        began = time.perf_counter()
        caught_up(house)
        return many / (time.perf_counter() - began)

    def by_sql() -> float:
        limit.empty()
        began = time.perf_counter()
        for after in range(0, many, MOST_FACTS):
            limit.write(after, min(after + MOST_FACTS, many))
        return many / (time.perf_counter() - began)

    measured = in_turns(ours, by_sql, place.sizes.rounds)
    against = "INSERT..SELECT, equal batches"
    yield Row("live view, all views on", "facts/s", against, "at least", 0.45, measured)


def rebuild(place: Place) -> Iterator[Row]:
    """The register alone, told anew beside the live one and put in its place.

    By as many processes as ``griffie rebuild`` takes when nobody says how many.
    """
    house = place.big
    many = house.record.recorder.max_notification_id() or 0
    rebuilding = house.rebuild()
    rebuilding.rebuild(["register"])
    owner = place.as_owner("big")
    limit = Limit(owner, ("register",))

    def ours() -> float:
        began = time.perf_counter()
        rebuilding.rebuild(["register"])
        return many / (time.perf_counter() - began)

    def by_sql() -> float:
        owner.execute("ANALYZE views.register")
        limit.empty()
        began = time.perf_counter()
        limit.write(0, many)
        return many / (time.perf_counter() - began)

    measured = in_turns(ours, by_sql, place.sizes.rounds)
    against = "INSERT..SELECT whole"
    yield Row("rebuild of the register view", "facts/s", against, "at least", 1.0, measured)
