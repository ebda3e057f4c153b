"""When a case reads otherwise: the moments of its facts, and of decisions on the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from infra.store.views.files import Event, Opened
from infra.store.views.law_book import Decided


class Moment(NamedTuple):
    """Told by the fact or decision at a position, of a legal day; and the file from then on."""

    at: datetime
    position: int
    on: date
    opened: Opened


def moments_of(
    before: Opened | None,
    events: Sequence[Event],
    decided: Sequence[Decided],
    floor: datetime | None,
) -> list[Moment]:
    """Facts and decisions on the law in the order of the record, those of one moment together.

    None of them is before ``floor``.
    """
    facts = {event.position: (event.opened.at, event.on, event.opened) for event in events}
    laws = {one.position: (one.at, one.on, None) for one in decided}
    opened, moments = before, list[Moment]()
    for position, (at, on, after) in sorted((laws | facts).items()):
        opened = after or opened
        if opened is None:
            continue
        latest = moments[-1].at if moments else floor
        moment = Moment(max(at, latest) if latest else at, position, on, opened)
        if moments and moments[-1].at == moment.at:
            moments.pop()
        moments.append(moment)
    return moments
