"""The runner: follows the record by position and feeds every view, each at its own pace."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import structlog

from domain.schemes import Scheme, all_schemes
from infra.store.views import partitions, positions, sweeping
from infra.store.views.asking import Pool
from infra.store.views.facts import ForgetfulKeys
from infra.store.views.faults import (
    UNREACHABLE,
    Connection,
    Fault,
    OnFault,
    reason_of,
    set_aside,
    streams_set_aside,
)
from infra.store.views.feeding import MOST_FACTS, Feed
from infra.store.views.leader import RUNNER, briefly, giving_way, leading
from infra.store.views.levelling import levelled
from infra.store.views.positions import Overtaken
from infra.store.views.resting import collector_resting
from infra.store.views.table import Table
from projections import VIEWS
from projections.view import View

log = structlog.get_logger()

POLL = 0.2  # seconds between looks at the record, unless a NOTIFY comes first
LISTEN = "LISTEN griffie_facts"


class Shared(Exception):
    """Workers that read from Kafka feed the views."""

    def __init__(self) -> None:
        super().__init__("workers that read from Kafka feed the views, and do all there is")


class Runner:
    """Feeds the views. One acts at a time; ``run`` waits for its turn.

    ``record`` reads the record, ``pool`` writes the views; ``on_fault`` is told of each case
    that a view cannot follow. Nothing here decides: it can be killed at any moment. Who is still
    there but does nothing for ``frozen_after`` seconds loses its turn to a spare.
    """

    frozen_after = 30.0

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
        self._pool, self._views, self._on_fault = pool, views, on_fault
        self._reading = (record, keys, schemes or all_schemes(), most)
        self._feed = Feed(*self._reading)
        self._positions: dict[str, int] = {}
        self._failing: set[str] = set()
        self._to_sweep: set[str] = set()

    def run(self, stop: threading.Event, poll: float = POLL) -> None:
        """Follows the record until told to stop; a lost connection is made again."""
        while not stop.is_set():
            try:
                with leading(self._pool, RUNNER, stop) as connection:
                    if connection is not None:
                        self._lead(connection, stop, poll)
            except UNREACHABLE as error:
                log.warning("views wait for the database", reason=type(error).__name__)
                stop.wait(poll)

    def catch_up(self, connection: Connection) -> None:
        """Feeds every view all there is, or as far as it can be fed. Raises Shared."""
        if partitions.there_are(connection):
            with briefly(connection, RUNNER) as alone:
                if not alone:
                    raise Shared
                self._take_over(connection)
        self._start(connection)
        while self._step(connection):
            pass
        self._sweep(connection)

    def _lead(self, connection: Connection, stop: threading.Event, poll: float) -> None:
        log.info("views are fed by this process")
        self._take_over(connection)
        self._start(connection)
        connection.execute(LISTEN)
        with giving_way(connection, max(self.frozen_after, 3 * poll)):
            while not stop.is_set():
                if not self._step(connection):
                    self._sweep(connection)
                    connection.execute("SELECT")  # alive
                    for _ in connection.notifies(timeout=poll, stop_after=1):
                        pass

    def _take_over(self, connection: Connection) -> None:
        """From workers that read from Kafka, if there were any: each view has one position."""
        for view in self._views:
            with connection.transaction():
                levelled(connection, self._feed, view)
                partitions.end(connection, view.name)

    def _start(self, connection: Connection) -> None:
        """What was folded is kept, unless somebody else moved a view meanwhile."""
        if partitions.there_are(connection):
            raise Shared
        stand = positions.load(connection, [view.name for view in self._views])
        self._to_sweep = sweeping.noted(connection)
        if stand != self._positions:
            self._feed, self._positions = Feed(*self._reading), stand

    def _step(self, connection: Connection) -> bool:
        """One stretch of the record to every view that is behind; whether any got further."""
        head = self._feed.facts.head(max(self._positions.values(), default=0))
        behind = [view for view in self._views if self._positions[view.name] < head]
        with collector_resting():
            further = [self._advance(connection, view, head) for view in behind]
        return any(further)

    def _advance(self, connection: Connection, view: View[Any], head: int) -> bool:
        """Whether the view got further. What is wrong with one view stops no other."""
        try:
            self._feed_one(connection, view, head)
        except Overtaken:
            self._start(connection)
        except UNREACHABLE:
            raise
        except Exception as error:
            if view.name not in self._failing:
                log.error("a view stands still", view=view.name, reason=reason_of(error))
            self._failing.add(view.name)
            return False
        self._failing.discard(view.name)
        return True

    def _feed_one(self, connection: Connection, view: View[Any], head: int) -> None:
        batch = self._feed.batches.after(self._positions[view.name], head)
        with connection.transaction():
            positions.move(connection, view.name, batch.after, batch.upto)
            aside: set[UUID] = streams_set_aside(connection, view.name)
            faults = self._feed.apply(connection, view, Table(view), batch, aside)
            set_aside(connection, view.name, faults)
            erased = view.personal and any(one.afresh for one in batch.touched)
            if erased:
                sweeping.note(connection, view.name)
        self._positions[view.name] = batch.upto
        if erased:
            self._to_sweep.add(view.name)
        self._tell(view, faults)

    def _sweep(self, connection: Connection) -> None:
        self._to_sweep = {name for name in self._to_sweep if not sweeping.sweep(connection, name)}

    def _tell(self, view: View[Any], faults: Sequence[Fault]) -> None:
        for fault in faults:
            log.error(
                "a case was set aside",
                view=view.name,
                case=fault.number,
                position=fault.position,
                reason=fault.reason,
            )
            self._on_fault(view.name, fault)
