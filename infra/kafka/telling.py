"""What came from several partitions, told to one view in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from infra.store.views import partitions, sweeping
from infra.store.views.batches import Batch
from infra.store.views.facts import Stored
from infra.store.views.faults import Connection, Fault, set_aside, streams_set_aside
from infra.store.views.feeding import Feed, Share
from infra.store.views.files import number_in
from infra.store.views.levelling import share_of
from infra.store.views.partitions import Stand
from infra.store.views.table import Table
from projections.view import View

Moves = Mapping[int, tuple[Stand, Stand]]


class Came(NamedTuple):
    """Where a view goes in each partition, and the facts it is told on the way."""

    moves: Moves
    facts: Sequence[Stored]


class Told(NamedTuple):
    """The cases that could not be told, and whether the table is to be swept."""

    faults: Sequence[Fault]
    erased: bool


class Teller:
    """Tells views what came. What is the same for all of them is folded once."""

    def __init__(self, feed: Feed, partitions: int) -> None:
        self._feed, self._partitions = feed, partitions
        self._last: tuple[Moves, list[tuple[Batch, Share | None]]] | None = None

    def tell(self, connection: Connection, view: View[Any], came: Came) -> Told:
        """Rows and stands in one transaction. Raises Overtaken: then another reads these now."""
        parts = self._parts(came)
        with connection.transaction():
            partitions.move(connection, view.name, came.moves)
            aside = streams_set_aside(connection, view.name)
            faults: list[Fault] = []
            for batch, share in parts:
                also = {*aside, *(fault.stream for fault in faults)}
                faults += self._feed.apply(connection, view, Table(view), batch, also, share)
            set_aside(connection, view.name, faults)
            touched = [one for batch, _ in parts for one in batch.touched]
            erased = view.personal and any(one.afresh for one in touched)
            if erased:
                sweeping.note(connection, view.name)
            partitions.follow(connection, view.name)
        return Told(faults, erased)

    def _parts(self, came: Came) -> list[tuple[Batch, Share | None]]:
        if self._last is None or self._last[0] != came.moves:
            self._last = came.moves, list(self._split(came))
        return self._last[1]

    def _split(self, came: Came) -> Iterator[tuple[Batch, Share | None]]:
        """All at once; or, when the law was decided on meanwhile, one partition after another."""
        after = min(before.upto for before, _ in came.moves.values())
        upto = max(stand.upto for _, stand in came.moves.values())
        facts = sorted(came.facts, key=attrgetter("position"))
        self._feed.book.read_to(upto)
        if self._feed.book.first_between(after, upto) is None:
            yield self._feed.batches.of(facts, after, upto), None
            return
        for partition, (before, stand) in came.moves.items():
            share = share_of(partition, self._partitions)
            mine = [one for one in facts if share(number_in(one.state))]
            at = before.upto
            while at < stand.upto:
                rest = [one for one in mine if one.position > at]
                batch = self._feed.batches.of(rest, at, stand.upto)
                yield batch, share
                at = batch.upto
