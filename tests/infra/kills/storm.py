"""Processes are killed while clients ask: when, which, and by what seed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from random import Random
from typing import Any

from tests.infra.kills.staff import Staff

LOOK = 0.02  # seconds
DECK = ("desk-1", "desk-2", "worker", "clerk", "crash", "immediate", "backends")


def plan(seed: int, commands: int, kills: int) -> list[tuple[int, str]]:
    """After how many answers who is killed: everybody as often, in any order."""
    rng = Random(seed)
    moments = sorted(rng.sample(range(commands // 50, commands * 49 // 50), kills))
    whom: list[str] = []
    while len(whom) < kills:
        whom += rng.sample(DECK, len(DECK))
    return list(zip(moments, whom, strict=False))


def rage(
    staff: Staff,
    clients: Sequence[Future[Any]],
    answered: Callable[[], int],
    kills: Sequence[tuple[int, str]],
    seconds: float,
) -> None:
    """Kills by plan until every client has come home; the first of their errors is raised."""
    rng, left = Random(len(kills)), list(kills)
    deadline = time.monotonic() + seconds
    while not all(client.done() for client in clients):
        assert time.monotonic() < deadline, f"{answered()} answers in {seconds} s"
        if left and answered() >= left[0][0]:
            time.sleep(rng.uniform(0, 0.05))
            staff.kill(left.pop(0)[1])
        staff.mind()
        time.sleep(LOOK)
    for client in clients:
        client.result()
    assert not left, f"nobody was there any more to be hit by {left}"
