"""The mornings of the told year: the clerk of the house, over all its files at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from domain.days import ONE_DAY
from infra.demo.stage import OnRecord
from projections.deadlines import DueTerm
from services.clerk import Clerk


class Mornings:
    """Each morning on which something is due, the clerk sees to it; other days just pass.

    Terms are worked out anew only for files that moved on, so that many days times many files
    stay cheap.
    """

    def __init__(self, stages: Sequence[OnRecord]) -> None:
        self._stages = stages
        self._clerk = Clerk(stages[0].record, self)
        self._turned: set[tuple[str, str]] = set()

    def pass_until(self, day: date) -> None:
        """Lets the days pass up to a day, that day's morning included; none when it is today."""
        while self._stages[0].today < day and (morning := self._next(day)) is not None:
            for stage in self._stages:
                stage.wake(morning)
            done = self._clerk.run_day(morning)
            if done.failed:
                raise RuntimeError(f"the clerk could not see to {', '.join(done.failed)}")
            self._turned |= {(one.number, one.key) for one in done.refused}

    def due(self, on: date) -> Iterator[DueTerm]:
        """The queue for the clerk: what is due by a day, as the deadline view would say."""
        return (one for one in self._awaited() if one.day <= on)

    def _next(self, until: date) -> date | None:
        """The first morning, up to a day, on which something is due."""
        first = min((one.day for one in self._awaited()), default=None)
        if first is None:
            return None
        morning = max(first, self._stages[0].today + ONE_DAY)
        return morning if morning <= until else None

    def _awaited(self) -> Iterator[DueTerm]:
        for stage in self._stages:
            for alias, subject in stage.subjects.items():
                for one in stage.awaited(alias):
                    if (subject.number, one.key) not in self._turned:
                        yield one
