"""Terms that differ by their matter only, as one row of the deadline page."""

from __future__ import annotations

from collections.abc import Iterable

from infra.http.deadlines import DeadlineTold


def together(rows: Iterable[DeadlineTold]) -> list[list[DeadlineTold]]:
    """The rows in their order; those of one case that read the same are one, at the first."""
    groups: dict[tuple[object, ...], list[DeadlineTold]] = {}
    for row in rows:
        groups.setdefault(_read(row), []).append(row)
    return list(groups.values())


def _read(row: DeadlineTold) -> tuple[object, ...]:
    """What a reader sees of it, but for the matter."""
    place = (row.place.text, row.place.at)
    return row.scheme, row.case, row.term, row.name, row.due, row.state, row.for_whom, place
