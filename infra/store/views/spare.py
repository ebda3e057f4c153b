"""A view told anew beside the live one, case by case, and brought to where the live one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from psycopg import sql
from psycopg.rows import tuple_row

from infra.store.views import positions
from infra.store.views.facts import Stored
from infra.store.views.faults import Connection, Fault
from infra.store.views.feeding import Feed
from infra.store.views.parts import WHOLE, Part
from infra.store.views.resting import collector_resting
from infra.store.views.table import Table
from infra.store.views.writing import write
from projections.view import View

SPARE = "views_spare"
CASES_AT_ONCE = 200
OWNER = "SET LOCAL ROLE griffie_app"
DROP = "DROP TABLE IF EXISTS {spare}"
MAKE = "CREATE TABLE {spare} (LIKE {live} INCLUDING ALL)"
STAY = "LOCK TABLE {spare} IN ROW EXCLUSIVE MODE"
MADE = "SELECT relname, oid::bigint FROM pg_class WHERE relnamespace = %s::regnamespace"

Progress = Callable[[int, int], None]
"""Told how many facts were gone through, and how many there are."""
Faults = dict[str, dict[UUID, Fault]]
"""By view and case."""


class Spare:
    """The tables that are being filled, and the cases that could not be told in each.

    ``made`` says which tables they are to PostgreSQL: another rebuild makes others of that name.
    """

    def __init__(
        self, feed: Feed, views: Sequence[View[Any]], made: Mapping[str, int] | None = None
    ) -> None:
        self.feed, self.views = feed, views
        self.tables = {view.name: Table(view, SPARE) for view in views}
        self.made = dict(made or {})
        self.erased: set[str] = set()
        self.faults: Faults = {view.name: {} for view in views}

    def make(self, connection: Connection) -> None:
        """Empty tables, like the live ones in everything, the names of their indexes too."""
        with connection.transaction():
            connection.execute(OWNER)
            for view in self.views:
                names = {"spare": _name(SPARE, view), "live": _name("views", view)}
                connection.execute(sql.SQL(DROP).format(**names))
                connection.execute(sql.SQL(MAKE).format(**names))
            self.made = self._found(connection)

    def takes(self, many: int, upto: int) -> bool:
        """Whether so many facts are to be read to fill it."""
        return self.feed.facts.are_at_least(many, upto, self.feed.unread(self.views))

    def fill(
        self, connection: Connection, upto: int, progress: Progress, part: Part = WHOLE
    ) -> None:
        """Tells every case of a part its facts up to a position; ``upto`` also stands for how
        many there are. Raises Overtaken when the tables are another's by now.

        How many were gone through is known by whose turn it is: cases come in the order of their
        ids, which are spread evenly.
        """
        self.feed.book.read_to(upto)
        unread = self.feed.unread(self.views)
        with collector_resting(), self.feed.facts.by_case(upto, unread, part) as left:
            while cases := list(islice(left, CASES_AT_ONCE)):
                self.feed.facts.warm(cases)
                self._tell(connection, cases, upto)
                progress(int(upto * part.gone(cases[-1][0].stream)), upto)
        progress(upto, upto)

    def take(self, faults: Faults) -> None:
        """Cases that could not be told by who filled a part."""
        for view in self.views:
            self.faults[view.name] |= faults[view.name]

    def _tell(self, connection: Connection, cases: Sequence[Sequence[Stored]], upto: int) -> None:
        touched = [self.feed.anew(facts[0].stream, facts) for facts in cases]
        with connection.transaction():
            connection.execute(positions.QUICK)
            self._stay(connection)
            for view in self.views:
                told = [self.feed.whole(view, one, upto) for one in touched]
                self._note(view, write(connection, view, self.tables[view.name], told))

    def _stay(self, connection: Connection) -> None:
        """Nobody puts other tables in the place of these until the transaction ends."""
        spares = sql.SQL(", ").join(_name(SPARE, view) for view in self.views)
        connection.execute(sql.SQL(STAY).format(spare=spares))
        if self._found(connection) != self.made:
            raise positions.Overtaken(SPARE)

    def _found(self, connection: Connection) -> dict[str, int]:
        cursor = connection.cursor(row_factory=tuple_row)
        found: dict[str, int] = dict(cursor.execute(MADE, [SPARE]).fetchall())
        return {view.name: found[view.name] for view in self.views}

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
