"""What was known when: a row is known from the moment it was first shown until it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, NamedTuple

from projections.view import R, View


class Shown(NamedTuple, Generic[R]):
    """What a case shows from a moment on, told by the fact at a position, of a legal day."""

    at: datetime
    position: int
    on: date
    rows: Mapping[str, R]


class Known(NamedTuple, Generic[R]):
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
    """From the rows that are known now, through moments that are each later than the last.

    A row that is shown no longer reads as the copy that stays, if the view keeps one.
    """
    now, over = dict(held), []
    for shown in series:
        for key in list(shown.rows if view.each_fact else now):
            known = now.get(key)
            if known is None:
                continue
            wanted = shown.rows.get(key)
            if wanted is None and view.ended is not None:
                wanted = view.ended(known.row, shown.on)
            if wanted is known.row or wanted == known.row:
                continue
            over.append(_until(known, shown))
            del now[key]
            if wanted is not None:
                now[key] = Known(key, wanted, shown.at, shown.position)
        for key, row in shown.rows.items():
            if key not in now:
                now[key] = Known(key, row, shown.at, shown.position)
    closed = tuple(known for known in over if _was_held(held, known))
    came_and_went = (known for known in over if not _was_held(held, known))
    came = (known for key, known in now.items() if known is not held.get(key))
    return Change(closed, (*came_and_went, *came))


def _until(known: Known[R], shown: Shown[R]) -> Known[R]:
    span = (known.known_from, known.from_position, shown.at, shown.position)
    return Known(known.key, known.row, *span)


def _was_held(held: Mapping[str, Known[R]], known: Known[R]) -> bool:
    before = held.get(known.key)
    return before is not None and before.known_from == known.known_from
