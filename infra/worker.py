"""The processes that act by themselves: one feeds the views, one is the clerk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import structlog

from domain.schemes import Scheme
from infra.store.views.asking import Pool
from infra.store.views.facts import ForgetfulKeys
from infra.store.views.faults import UNREACHABLE, OnFault
from infra.store.views.feeding import MOST_FACTS
from infra.store.views.leader import CLERK, leading, session
from infra.store.views.runner import POLL, Runner
from projections import VIEWS
from projections.view import View
from services.clerk import Clerk

log = structlog.get_logger()

ROUNDS = 1.0  # seconds between the clerk's looks at what is due


class Worker:
    """Feeds the views. Start as many as you like: one acts, the others wait to take over.

    Set ``stop`` on SIGTERM: it ends after the stretch under way, and loses nothing if killed.
    """

    def __init__(
        self,
        record: Pool,
        pool: Pool,
        keys: ForgetfulKeys,
        *,
        schemes: Mapping[str, Scheme] | None = None,
        views: Sequence[View[Any]] = VIEWS,
        most: int = MOST_FACTS,
        on_fault: OnFault = lambda _, __: None,
    ) -> None:
        self._pool = pool
        self._runner = Runner(
            record, pool, keys, schemes=schemes, views=views, most=most, on_fault=on_fault
        )

    def run(self, stop: threading.Event, poll: float = POLL) -> None:
        """Feeds the views until told to stop; ``poll`` is in seconds."""
        self._runner.run(stop, poll)

    def run_once(self) -> None:
        """Feeds the views all there is now. Safe beside a worker that runs. Raises Shared."""
        with session(self._pool) as connection:
            self._runner.catch_up(connection)


class ClerkAtWork:
    """The clerk, each day and whenever something new is due; a spare waits to take over."""

    def __init__(
        self,
        pool: Pool,
        clerk: Clerk,
        clock: Callable[[], datetime],
        day_of: Callable[[datetime], date],
        also: Callable[[], object] = lambda: None,
    ) -> None:
        """``also`` is done in each round: what was begun and is to be finished."""
        self._pool, self._clerk, self._also = pool, clerk, also
        self._clock, self._day_of = clock, day_of

    def run_once(self) -> None:
        """One round. Safe beside a clerk that runs: what was asked is not asked again."""
        self._clerk.run_day(self._day_of(self._clock()))
        self._also()

    def run(self, stop: threading.Event, every: float = ROUNDS) -> None:
        """Goes round until told to stop; a lost connection is made again."""
        while not stop.is_set():
            try:
                with leading(self._pool, CLERK, stop) as connection:
                    while connection is not None and not stop.is_set():
                        connection.execute("SELECT")  # fails when the lock was lost
                        self.run_once()
                        stop.wait(every)
            except UNREACHABLE as error:
                log.warning("the clerk waits for the database", reason=type(error).__name__)
                stop.wait(every)
