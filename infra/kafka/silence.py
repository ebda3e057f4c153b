"""A member of the group to which nothing comes of a partition, though more was sent to it."""

from __future__ import annotations

import time
from collections.abc import Collection

SILENT = 5.0  # seconds in which a partition to which more was sent brings nothing


class Silent(Exception):
    """More was sent to a partition than this member was given: it has to join anew."""


class Silence:
    """Since when nothing comes of partitions.

    kafka-python 3.0.12 may not go on with a partition that was sought, and say nothing. It gives
    out what it fetched partition by partition, and only then fetches again: while there is more
    of that, one of which nothing came may not have had its turn.
    """

    def __init__(self) -> None:
        self._since: dict[int, float] = {}

    def listen(self, owed: set[int], came: Collection[int], there_is_more: bool) -> None:
        """``owed`` are the partitions to which more was sent than was told. Raises Silent."""
        now = time.monotonic()
        quiet = set[int]() if there_is_more else owed.difference(came)
        self._since = {partition: self._since.get(partition, now) for partition in quiet}
        silent = sorted(p for p, since in self._since.items() if now - since > SILENT)
        if silent:
            raise Silent(f"nothing comes of partitions {', '.join(map(str, silent))}")
