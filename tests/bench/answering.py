"""What answers over HTTP cost in processor time: register entries, commands, a trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

from infra.main import House
from tests.bench.crowding import crowded
from tests.bench.feeding import caught_up
from tests.bench.histories import SCHEME
from tests.bench.place import Place
from tests.bench.rows import Round, Row, alone, in_turns
from tests.bench.visiting import Visitor, served
from tests.infra.doors.visits import _to_the_assessment

ENTRY = """
SELECT entry, since FROM views.register WHERE known_until IS NULL ORDER BY entry LIMIT 1
"""
LONGEST = """
SELECT case_number FROM views.cases WHERE known_until IS NULL AND version = 49
ORDER BY case_number LIMIT 1
"""


def rows(place: Place) -> Iterator[Row]:
    big = place.big
    caught_up(big)
    place.rest("big")
    with served(place, "big") as visitor:
        _certified(visitor, big.today())
        yield _entry(place, visitor)
        yield _trail(place, visitor)


def commands(place: Place) -> Iterator[Row]:
    """Among few facts and among many. No command looks at a view, so none is fed."""
    small = place.small
    crowded(place, "crowded", place.sizes.facts)
    with served(place, "small") as by_few, served(place, "crowded") as by_many:
        _certified(by_few, small.today())
        _certified(by_many, small.today())
        yield from _commands(place, by_few, by_many)


def _entry(place: Place, visitor: Visitor) -> Row:
    entry, since = _one(place.big, ENTRY)
    times = place.sizes.times // 2
    read = f"/schemes/{SCHEME}/register-entries/{entry}?on={since}"
    one_row = f"/one-row/{SCHEME}/{entry}"
    measured = in_turns(
        lambda: _milliseconds(visitor.server_seconds, lambda: visitor.get(read), times),
        lambda: _milliseconds(visitor.server_seconds, lambda: visitor.get(one_row), times),
        place.sizes.rounds,
    )
    name = "one register entry over HTTP, server CPU"
    return Row(name, "ms", "one-row handler", "at most", 1.5, measured)


def _commands(place: Place, by_few: Visitor, by_many: Visitor) -> Iterator[Row]:
    def of(visitor: Visitor) -> float:
        asked, before = 0, visitor.all_seconds()
        for _ in range(place.sizes.cases):
            asked += _certified(visitor, place.small.today())
        return (visitor.all_seconds() - before) / asked * 1000

    measured = in_turns(lambda: of(by_many), lambda: of(by_few), place.sizes.rounds)
    few, many = min(1000, place.sizes.facts), place.sizes.facts
    costs = tuple(Round(one.value, 0) for one in measured)
    name = f"command over HTTP, {many:,} facts, all CPU"
    yield Row(name, "ms", "server and database", "at most", 6, costs)
    name = "command over HTTP, flat"
    yield Row(name, "ms", f"the same at {few:,} facts", "at most", 1.1, measured)


def _trail(place: Place, visitor: Visitor) -> Row:
    number = _one(place.big, LONGEST)[0]
    path, times = f"/cases/{number}/facts?limit=100", max(2, place.sizes.times // 10)
    measured = alone(
        lambda: _milliseconds(visitor.all_seconds, lambda: visitor.get(path), times),
        place.sizes.rounds,
    )
    name = "trail of one case of 49 facts, all CPU"
    return Row(name, "ms", "server and database", "at most", 2, measured)


def _milliseconds(clock: Callable[[], float], once: Callable[[], object], times: int) -> float:
    once()
    before = clock()
    for _ in range(times):
        once()
    return (clock() - before) / times * 1000


def _certified(visitor: Visitor, today: date) -> int:
    """A file opened and led to its certificate; how many commands that took."""
    asked = count(1)
    born: Mapping[str, Any] = {"fullName": "Johanna de Wit", "born": "1980-02-29"}
    to_open = {"scheme": SCHEME, "role": ROLE, "action": "open-file", "data": born}
    number = visitor.post("/cases", to_open)["number"]
    for action, data in (*_to_the_assessment(today, "Johanna de Wit"), *DECIDED):
        next(asked)
        visitor.post(f"/cases/{number}/actions", {"action": action, "data": data})
    return next(asked)


ROLE = "certification-body"
DECIDED: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("record-assessment", {"meets": True, "findings": "all in order"}),
)


def _one(house: House, query: str) -> tuple[Any, ...]:
    with house.pool.connection() as connection:
        row = connection.execute(query.encode()).fetchone()
    if row is None:
        raise AssertionError("the record holds no such case; give it more facts")
    return row
