"""A row of the benchmark: a figure beside its limit, round by round, in turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

Goal = Literal["at least", "at most"]
Measure = Callable[[], float]


@dataclass(frozen=True)
class Round:
    """What was measured in one round; the limit is 0 when there is none."""

    value: float
    limit: float

    @property
    def ratio(self) -> float:
        return self.value / self.limit if self.limit else self.value


@dataclass(frozen=True)
class Row:
    """Medians over the rounds. ``target`` is for the ratio, or for the value without a limit."""

    name: str
    unit: str
    against: str
    goal: Goal
    target: float | None
    rounds: tuple[Round, ...]

    @property
    def value(self) -> float:
        return median(one.value for one in self.rounds)

    @property
    def limit(self) -> float:
        return median(one.limit for one in self.rounds)

    @property
    def ratio(self) -> float:
        """The median of the ratios of the rounds, not the ratio of the medians."""
        return median(one.ratio for one in self.rounds)

    @property
    def spread(self) -> tuple[float, float]:
        ratios = [one.ratio for one in self.rounds]
        return min(ratios), max(ratios)

    @property
    def met(self) -> bool | None:
        """Nothing when the row is there to compare with only."""
        if self.target is None:
            return None
        return self.ratio >= self.target if self.goal == "at least" else self.ratio <= self.target

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "unit": self.unit,
            "against": self.against,
            "value": self.value,
            "limit": self.limit,
            "ratio": self.ratio,
            "spread": self.spread,
            "goal": self.goal,
            "target": self.target,
            "met": self.met,
            "rounds": [{"value": r.value, "limit": r.limit} for r in self.rounds],
        }


def in_turns(ours: Measure, limit: Measure, rounds: int) -> tuple[Round, ...]:
    """Both in each round, the order turned about, so that what drifts hits both alike."""
    return tuple(_round(ours, limit, n % 2 == 1) for n in range(rounds))


def alone(ours: Measure, rounds: int) -> tuple[Round, ...]:
    return tuple(Round(ours(), 0) for _ in range(rounds))


def _round(ours: Measure, limit: Measure, turned: bool) -> Round:
    if turned:
        beside = limit()
        return Round(ours(), beside)
    value = ours()
    return Round(value, limit())
