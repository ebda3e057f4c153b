"""A view told anew beside the live one, case by case, and brought to where the live one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from psycopg import sql

from infra.store.views import positions
from infra.store.views.facts import Stored
from infra.store.views.faults import Connection, Fault
from infra.store.views.feeding import Feed
from infra.store.views.resting import collector_resting
from infra.store.views.table import Table
from infra.store.views.writing import write
from projections.view import View

SPARE = "views_spare"
CASES_AT_ONCE = 200
OWNER = "SET LOCAL ROLE griffie_app"
DROP = "DROP TABLE IF EXISTS {spare}"
MAKE = "CREATE TABLE {spare} (LIKE {live} INCLUDING ALL)"

Progress = Callable[[int, int], None]
"""Told how many facts were gone through, and how many there are."""


class Spare:
    """The tables that are being filled, and the cases that could not be told in each."""

    def __init__(self, feed: Feed, views: Sequence[View[Any]]) -> None:
        self.feed, self.views = feed, views
        self.tables = {view.name: Table(view, SPARE) for view in views}
        self.erased: set[str] = set()
        self.faults: dict[str, dict[UUID, Fault]] = {view.name: {} for view in views}

    def make(self, connection: Connection) -> None:
        """Empty tables, like the live ones in everything, the names of their indexes too."""
        with connection.transaction():
            connection.execute(OWNER)
            for view in self.views:
                names = {"spare": _name(SPARE, view), "live": _name("views", view)}
                connection.execute(sql.SQL(DROP).format(**names))
                connection.execute(sql.SQL(MAKE).format(**names))

    def fill(self, connection: Connection, upto: int, progress: Progress) -> None:
        """Tells every case its facts up to a position; ``upto`` also stands for how many.

        How many were gone through is known by whose turn it is: cases come in the order of their
        ids, which are spread evenly.
        """
        self.feed.book.read_to(upto)
        unread = self.feed.unread(self.views)
        with collector_resting(), self.feed.facts.by_case(upto, unread) as left:
            while cases := list(islice(left, CASES_AT_ONCE)):
                self.feed.facts.warm(cases)
                self._tell(connection, cases, upto)
                progress(upto * cases[-1][0].stream.int >> 128, upto)
        progress(upto, upto)

    def _tell(self, connection: Connection, cases: Sequence[Sequence[Stored]], upto: int) -> None:
        touched = [self.feed.anew(facts[0].stream, facts) for facts in cases]
        with connection.transaction():
            connection.execute(positions.QUICK)
            for view in self.views:
                told = [self.feed.whole(view, one, upto) for one in touched]
                self._note(view, write(connection, view, self.tables[view.name], told))

    def follow(self, connection: Connection, view: View[Any], after: int, upto: int) -> None:
        """Feeds what came since. Within a transaction."""
        while after < upto:
            batch = self.feed.batches.after(after, upto)
            self.erased |= {view.name} if any(one.afresh for one in batch.touched) else set()
            aside = self.faults[view.name]
            table = self.tables[view.name]
            self._note(view, self.feed.apply(connection, view, table, batch, aside))
            after = batch.upto

    def _note(self, view: View[Any], faults: Iterable[Fault]) -> None:
        self.faults[view.name] |= {fault.stream: fault for fault in faults}


def _name(schema: str, view: View[Any]) -> sql.Identifier:
    return sql.Identifier(schema, view.name)
