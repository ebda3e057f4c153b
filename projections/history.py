"""What was known when: a row is known from the moment it was first shown until it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Generic

from projections.view import R, View


@dataclass(frozen=True)
class Shown(Generic[R]):
    """What a case shows from a moment on, told by the fact at a position, of a legal day."""

    at: datetime
    position: int
    on: date
    rows: Mapping[str, R]


@dataclass(frozen=True)
class Known(Generic[R]):
    """A row as it is kept: from when it was known, until when, and by which facts."""

    key: str
    row: R
    known_from: datetime
    from_position: int
    known_until: datetime | None = None
    until_position: int | None = None


@dataclass(frozen=True)
class Change(Generic[R]):
    """What a series of moments does: rows held before that are known no longer, and new rows."""

    closed: tuple[Known[R], ...]
    opened: tuple[Known[R], ...]


def follow(view: View[R], held: Mapping[str, Known[R]], series: Iterable[Shown[R]]) -> Change[R]:
    """From the rows that are known now, through moments that are each later than the last."""
    now, over = dict(held), []
    for shown in series:
        wanted = _wanted(view, now, shown)
        for key, known in list(now.items()):
            if wanted.get(key) != known.row:
                del now[key]
                over.append(_until(known, shown))
        for key, row in wanted.items():
            if key not in now:
                now[key] = Known(key, row, shown.at, shown.position)
    closed = tuple(known for known in over if _was_held(held, known))
    came_and_went = (known for known in over if not _was_held(held, known))
    came = (known for key, known in now.items() if known is not held.get(key))
    return Change(closed, (*came_and_went, *came))


def _wanted(view: View[R], now: Mapping[str, Known[R]], shown: Shown[R]) -> dict[str, R]:
    stays: dict[str, R] = {}
    if view.each_fact:
        stays = {key: known.row for key, known in now.items()}
    elif view.ended is not None:
        stays = {key: view.ended(known.row, shown.on) for key, known in now.items()}
    return {**stays, **shown.rows}


def _until(known: Known[R], shown: Shown[R]) -> Known[R]:
    return replace(known, known_until=shown.at, until_position=shown.position)


def _was_held(held: Mapping[str, Known[R]], known: Known[R]) -> bool:
    before = held.get(known.key)
    return before is not None and before.known_from == known.known_from
