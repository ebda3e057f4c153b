"""One view, fed one stretch of the record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from domain.number import stream_of
from domain.schemes import Scheme
from infra.store.views.asking import Pool
from infra.store.views.batches import Batch, Batches, Touched
from infra.store.views.facts import Facts, ForgetfulKeys, Stored
from infra.store.views.faults import Connection, Fault
from infra.store.views.files import Files
from infra.store.views.law_book import LawBook
from infra.store.views.table import Table
from infra.store.views.telling import Teller, Told
from infra.store.views.unread import unread
from infra.store.views.writing import write
from projections.view import R, View

MOST_FACTS = 1000
CASES_AT_ONCE = 500

Share = Callable[[str], bool]
"""Whether the case of a number is one of those a worker feeds."""


class Feed:
    """What reading the record for views takes: facts, folded files, the law of each position."""

    def __init__(
        self,
        record: Pool,
        keys: ForgetfulKeys,
        schemes: Mapping[str, Scheme],
        most: int = MOST_FACTS,
    ) -> None:
        self.facts = Facts(record, keys)
        self.files = Files(self.facts, schemes)
        self.book = LawBook(self.facts, self.files, schemes)
        self.batches = Batches(self.facts, self.files, self.book, most)
        self._teller = Teller(self.files, self.book)
        self._schemes = schemes

    def unread(self, views: Sequence[View[Any]]) -> frozenset[str]:
        """The stored names of the facts that none of these views is told from."""
        return unread(views, self._schemes)

    def apply(
        self,
        connection: Connection,
        view: View[R],
        table: Table[R],
        batch: Batch,
        aside: Collection[UUID],
        share: Share | None = None,
    ) -> list[Fault]:
        """Writes a batch to a table, but for cases set aside; gives the cases that now must be.

        A decision on the law is told to every case, or to those of a share. Within a transaction.
        """
        told = [self._told(view, one, batch, aside) for one in batch.touched]
        faults = write(connection, view, table, [one for one in told if one is not None])
        if batch.decided is not None and view.follows_law:
            with connection.cursor() as cursor:
                under = table.numbers_under(cursor, batch.decided.scheme)
            known = {*aside, *(one.stream for one in batch.touched)}
            mine = [number for number in under if share is None or share(number)]
            streams = [stream_of(number) for number in mine]
            others = [stream for stream in streams if stream not in known]
            for n in range(0, len(others), CASES_AT_ONCE):
                some = others[n : n + CASES_AT_ONCE]
                faults += self._tell_law(connection, view, table, batch, some)
        return faults

    def anew(self, stream: UUID, stored: Sequence[Stored]) -> Touched:
        """All that happened in a case whose facts are these."""
        folded = self.files.history(stored)
        number = folded.fault.number if folded.fault else ""
        return Touched(stream, number, None, folded.events, folded.fault, afresh=True)

    def whole(self, view: View[R], touched: Touched, upto: int) -> Told[R]:
        """All that a view shows of a case, from its first fact up to a position."""
        return self._teller.told(view, touched, 0, upto)

    def _told(
        self, view: View[R], touched: Touched, batch: Batch, aside: Collection[UUID]
    ) -> Told[R] | None:
        """Nothing for a case set aside; but what was erased goes there too."""
        if touched.stream not in aside:
            return self._teller.told(view, touched, batch.after, batch.upto)
        if not touched.afresh:
            return None
        return Told(touched.stream, touched.number, "", None, True, (), None)

    def _tell_law(
        self,
        connection: Connection,
        view: View[R],
        table: Table[R],
        batch: Batch,
        streams: list[UUID],
    ) -> list[Fault]:
        """A decision on calendar or settings, to cases in which nothing else happened."""
        told = []
        for stream, stored in self.facts.of(streams, batch.upto).items():
            folded = self.files.history(stored)
            opened = folded.events[-1].opened if folded.events else None
            number = opened.file.number if opened else ""
            touched = Touched(stream, number, opened, (), folded.fault)
            told.append(self._teller.told(view, touched, batch.after, batch.upto))
        return write(connection, view, table, told)
