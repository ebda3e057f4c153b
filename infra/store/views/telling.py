"""What one view shows of a case, moment by moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic
from uuid import UUID

from domain.case import CaseFile
from infra.store.views.batches import Touched
from infra.store.views.faults import UNREACHABLE, Fault, reason_of
from infra.store.views.files import Files, Opened
from infra.store.views.law_book import LawBook
from infra.store.views.moments import Moment, moments_of
from projections.history import Shown
from projections.view import R, View


@dataclass(frozen=True)
class Told(Generic[R]):
    """What a view is to be told of a case: from when to go back, and how it reads from there.

    ``since`` is set when the first moment is one that was told before: what a case shows is told
    of moments, not of facts, so the facts of one moment are told together, over again.
    """

    stream: UUID
    number: str
    scheme: str
    since: datetime | None
    afresh: bool
    series: tuple[Shown[R], ...]
    fault: Fault | None


class Teller:
    """Asks views what they show of what happened in a case."""

    def __init__(self, files: Files, book: LawBook) -> None:
        self._files, self._book = files, book

    def told(self, view: View[R], touched: Touched, after: int, upto: int) -> Told[R]:
        """What happened in a case after a position of the record and up to another."""
        latest = touched.latest
        if latest is None:
            return self._nothing(touched)
        floor, moments = touched.floor, touched.moments
        if view.follows_law:
            scheme = latest.file.scheme
            decided = self._book.of(scheme, after if touched.before else latest.began, upto)
            if touched.before:
                earlier = self._book.of(scheme, latest.began, after)
                floor = max([touched.before.at, *(one.at for one in earlier)])
            if decided or floor != touched.floor:
                moments = moments_of(touched.before, touched.events, decided, floor)
        again = moments[0].at if moments and moments[0].at == floor else None
        series, fault = self._series(view, self._telling(view, touched, moments, again))
        return Told(
            touched.stream,
            latest.file.number,
            latest.file.scheme,
            again,
            touched.afresh,
            series,
            fault or touched.fault,
        )

    def _nothing(self, touched: Touched) -> Told[Any]:
        return Told(touched.stream, touched.number, "", None, False, (), touched.fault)

    def _telling(
        self,
        view: View[Any],
        touched: Touched,
        moments: Sequence[Moment],
        again: datetime | None,
    ) -> Sequence[Moment]:
        """The moments after which the view may show something else."""
        under = self._files.under(moments[0].opened.file) if moments else None
        told_from = view.told_from(under) if under and view.told_from else None
        if told_from is None:
            return moments
        seen, left = len(touched.before.file.trail) if touched.before else 0, list[Moment]()
        for moment in moments:
            trail = moment.opened.file.trail
            if moment.at == again or any(type(r.fact) in told_from for r in trail[seen:]):
                left.append(moment)
            seen = len(trail)
        return left

    def _series(
        self, view: View[R], moments: Sequence[Moment]
    ) -> tuple[tuple[Shown[R], ...], Fault | None]:
        series: list[Shown[R]] = []
        told = view.moments() if view.moments else view.rows
        for moment in moments:
            file = moment.opened.file
            asked = _only_new(moment.opened, moment.at) if view.each_fact else file
            try:
                law = self._book.law(file.scheme, moment.position)
                rows = told(asked, self._files.under(file), law)
            except UNREACHABLE:  # the keys are away: no case's fault
                raise
            except Exception as error:  # whatever a view stumbles over stops no other case
                fault = Fault(file.id, file.number, moment.position, reason_of(error))
                return tuple(series), fault
            series.append(Shown(moment.at, moment.position, moment.on, rows))
        return tuple(series), None


def _only_new(opened: Opened, at: datetime) -> CaseFile[Any]:
    """The file with none but the facts of one moment, which is its latest."""
    file, first = opened.file, len(opened.moments)
    while first and opened.moments[first - 1] == at:
        first -= 1
    told = (file.number, file.scheme, file.kind, file.person, file.state)
    return CaseFile(*told, trail=file.trail[first:])
