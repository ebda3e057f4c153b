"""Views told anew from the whole record: put in place of the live ones, or compared with them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from domain.schemes import Scheme, all_schemes
from infra.store.views import partitions, positions, sweeping
from infra.store.views.asking import Pool
from infra.store.views.comparing import Difference, compare
from infra.store.views.crew import Crew
from infra.store.views.facts import ForgetfulKeys
from infra.store.views.faults import Connection, clear, set_aside, streams_set_aside
from infra.store.views.feeding import Feed
from infra.store.views.leader import REBUILD, leading
from infra.store.views.levelling import levelled
from infra.store.views.parts import parts
from infra.store.views.spare import OWNER, SPARE, Progress, Spare
from infra.store.views.table import Table
from infra.store.views.writing import write
from projections import VIEWS
from projections.view import View

PATIENCE = "SET LOCAL lock_timeout = '2s'"  # readers queue behind who waits for a table
TRIES = 10
SWITCH = (
    "DROP TABLE {live}",
    "ALTER TABLE {spare} SET SCHEMA views",
)


def named(names: Sequence[str]) -> tuple[View[Any], ...]:
    """Views by name, or all. Raises LookupError for a name that no view has."""
    known = {view.name: view for view in VIEWS}
    if unknown := sorted(set(names) - known.keys()):
        raise LookupError(f"there is no view {', '.join(unknown)}; give of {', '.join(known)}")
    return tuple(known[name] for name in names) or VIEWS


class Rebuild:
    """One at a time in a database; views go on being read, and fed, meanwhile."""

    def __init__(
        self,
        record: Pool,
        pool: Pool,
        keys: ForgetfulKeys,
        schemes: Mapping[str, Scheme] | None = None,
        crew: Crew | None = None,
    ) -> None:
        """With a ``crew``, a large record is gone through by several processes."""
        self._pool, self._crew = pool, crew
        self._reading = (record, keys, schemes or all_schemes())

    def rebuild(
        self, names: Sequence[str] = (), progress: Progress = lambda _, __: None
    ) -> dict[str, int]:
        """Tells views (all, if none are named) anew and switches; the position each stands at.

        Readers see the old rows or the new ones, and never fewer facts than before. Raises
        LookupError for a name that no view has, and Unfilled.
        """
        views = named(names)
        with self._alone() as connection:
            feed = Feed(*self._reading)
            spare, upto = Spare(feed, views), feed.facts.head()
            self._fill(connection, spare, upto, progress)
            stands = {view.name: self._switch(connection, spare, view, upto) for view in views}
            for name in sweeping.noted(connection) & spare.erased:
                sweeping.sweep(connection, name)
            return stands

    def differences(self, name: str) -> Difference | None:
        """The first difference between a view and the same told anew, or nothing."""
        (view,) = named([name])
        with self._alone() as connection:
            stands = positions.load(connection, [name])[name]
            feed = Feed(*self._reading)
            spare = Spare(feed, [view])
            self._fill(connection, spare, stands, lambda _, __: None)
            with connection.transaction():
                spare.follow(connection, view, stands, levelled(connection, feed, view))
                return compare(connection, view)

    def check(
        self, views: Sequence[View[Any]], stop: threading.Event, every: float | None = None
    ) -> Iterator[tuple[str, Difference | None]]:
        """Views, each with its first difference if any; again after so many seconds, until told
        to stop, when ``every`` says so."""
        while True:
            for view in views:
                yield view.name, self.differences(view.name)
                if stop.is_set():
                    return
            if every is None or stop.wait(every):
                return

    def retry(self, name: str) -> int:
        """Tells every case that was set aside in a view again, from its first fact.

        How many of them can be followed again. The others stay set aside.
        """
        (view,) = named([name])
        with self._alone() as connection, connection.transaction():
            feed = Feed(*self._reading)
            upto = levelled(connection, feed, view)
            streams = streams_set_aside(connection, name)
            feed.book.read_to(upto)
            stored = feed.facts.of(sorted(streams), upto)
            touched = [feed.anew(stream, facts) for stream, facts in stored.items()]
            told = [feed.whole(view, one, upto) for one in touched]
            faults = write(connection, view, Table(view), told)
            clear(connection, name)
            set_aside(connection, name, faults)
            return len(streams) - len(faults)

    def _fill(self, connection: Connection, spare: Spare, upto: int, progress: Progress) -> None:
        spare.make(connection)
        size = self._crew.size(spare, upto) if self._crew else 1
        if self._crew is None or size == 1:
            spare.fill(connection, upto, progress)
        else:
            self._crew.fill(connection, spare, parts(size), upto, progress)

    def _switch(self, connection: Connection, spare: Spare, view: View[Any], upto: int) -> int:
        for attempt in range(1, TRIES + 1):
            try:
                return self._switch_once(connection, spare, view, upto)
            except psycopg.errors.LockNotAvailable:
                if attempt == TRIES:
                    raise
        raise AssertionError("every try either switches or raises")

    def _switch_once(
        self, connection: Connection, spare: Spare, view: View[Any], upto: int
    ) -> int:
        names = {"live": sql.Identifier("views", view.name)}
        names["spare"] = sql.Identifier(SPARE, view.name)
        with connection.transaction():
            connection.execute(PATIENCE)
            connection.execute(OWNER)
            stands = max(levelled(connection, spare.feed, view), upto)
            spare.follow(connection, view, upto, stands)
            for statement in SWITCH:
                connection.execute(sql.SQL(statement).format(**names))
            positions.place(connection, view.name, stands)
            partitions.level(connection, view.name, stands)
            clear(connection, view.name)
            set_aside(connection, view.name, spare.faults[view.name].values())
            if view.personal and view.name in spare.erased:
                sweeping.note(connection, view.name)
        return stands

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        with leading(self._pool, REBUILD, threading.Event()) as connection:
            if connection is None:
                raise AssertionError("nobody tells a rebuild to stop")
            positions.load(connection, [view.name for view in VIEWS])
            yield connection
