"""The rows of one case, as the command that takes its history over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from domain.schemes.taken_over.record.source import legal_day
from infra.exchange.faults import Fault, Wrong
from infra.exchange.mapping import OF_A_CASE, SourceMapping
from infra.exchange.moments import moment
from infra.exchange.tables import Cell, Row

MOST_EVENTS = 10_000
"""A history is taken over whole, in one short transaction; a longer one must be split."""
TOO_MANY = Wrong(
    f"the case has more than {MOST_EVENTS} events", "take it over in parts, as cases of their own"
)


class History:
    """One case, read; ``faults`` say why it can't be taken over, ``data`` is what to ask."""

    def __init__(
        self, case: str, rows: Sequence[Row], mapping: SourceMapping, today: date
    ) -> None:
        self._mapping, self._today = mapping, today
        self.faults: list[Fault] = []
        self.rows = [row.number for row in rows]
        self.data: dict[str, Any] = {}
        if len(rows) > MOST_EVENTS:
            self.faults.append(TOO_MANY.at(rows[MOST_EVENTS].number))
            return
        self.faults += _torn(rows, mapping)
        events = [event for row in rows if (event := self._event(row)) is not None]
        moments = self._moments(rows[0])
        if not self.faults:
            self.data = self._asked(case, rows[0], events, moments)

    def wrong(self, refused: ValidationError) -> list[Fault]:
        """What the command did not take, by the rows it stands in."""
        return [self._fault(error) for error in refused.errors(include_input=False)]

    def _fault(self, error: Any) -> Fault:
        where = error["loc"]
        of_event = len(where) > 1 and where[0] == "events"
        row = self.rows[where[1]] if of_event else self.rows[0]
        what = _heading(self.data, where) or ".".join(str(part) for part in where)
        return Fault(row, f"{what}: {error['msg']}", "give text that can be kept as it is")

    def _asked(
        self,
        case: str,
        first: Row,
        events: list[dict[str, Any]],
        moments: Mapping[str, datetime],
    ) -> dict[str, Any]:
        columns, deadlines = self._mapping.columns, self._mapping.deadlines
        row, ended = first.number, moments.get(columns.ended or "")
        began = moments.get(columns.began or "") or min(event["at"] for event in events)
        dates = (
            {"heading": column.removeprefix(OF_A_CASE), "kind": "date", "says": at.isoformat()}
            for column, at in moments.items()
        )
        return {
            "source": self._mapping.source,
            "case": case,
            "case_names_somebody": columns.case in self._mapping.personal,
            "began": began,
            "said": [*self._said(first, self._mapping.of_case), *dates],
            "events": events,
            "deadlines": [
                {"row": row, "at": moments[column], "called": called}
                for called, column in deadlines.items()
                if column in moments
            ],
            "end": None if ended is None else {"row": row, "at": ended},
        }

    def _event(self, row: Row) -> dict[str, Any] | None:
        columns = self._mapping.columns
        activity = row.cells.get(columns.activity)
        if activity is None:
            self.faults.append(
                Fault(row.number, "there is no activity", f"fill {columns.activity}")
            )
        at = self._moment(row, columns.time)
        if activity is None or at is None:
            return None
        return {
            "row": row.number,
            "at": at,
            "activity": activity.text,
            "said": list(self._said(row, self._mapping.of_event)),
        }

    def _moments(self, first: Row) -> dict[str, datetime]:
        """The moments in the life of the case that are given."""
        given = [one for one in self._mapping.moments_of_case if one in first.cells]
        to_come = self._mapping.deadlines.values()
        read = {one: self._moment(first, one, may_come=one in to_come) for one in given}
        return {column: at for column, at in read.items() if at is not None}

    def _moment(self, row: Row, column: str, *, may_come: bool = False) -> datetime | None:
        """Nothing when it can't be read; a deadline alone may be still to come."""
        mapping = self._mapping
        try:
            if (cell := row.cells.get(column)) is None:
                raise Wrong("there is no time", f"fill {column}")
            at = moment(
                cell.text, mapping.zone, "" if cell.kind == "date" else mapping.time_format
            )
            if not may_come and legal_day(at) > self._today:
                raise Wrong("this is still to come", f"give a day up to {self._today}")
        except (Wrong, OverflowError) as wrong:
            told = wrong if isinstance(wrong, Wrong) else Wrong("no such time", "give a real one")
            self.faults.append(Fault(row.number, f"{column}: {told.wrong}", told.right))
            return None
        return at

    def _said(self, row: Row, kept: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        for column, heading in kept.items():
            if (cell := row.cells.get(column)) is None or column in self._mapping.moments_of_case:
                continue
            says = _saying(cell, sealed=column in self._mapping.personal)
            yield {"heading": heading, "kind": cell.kind, **says}


def _saying(cell: Cell, *, sealed: bool) -> dict[str, Any]:
    return {"sealed": cell.text} if sealed else {"says": cell.text}


def _torn(rows: Sequence[Row], mapping: SourceMapping) -> Iterator[Fault]:
    """Rows that say something else of the case as a whole than its first row does."""
    first = rows[0]
    columns = (*mapping.of_case, *mapping.moments_of_case)
    for row in rows[1:]:
        for column in columns:
            if row.cells.get(column) != first.cells.get(column):
                wrong = f"{column} differs from what row {first.number} of the same case says"
                yield Fault(row.number, wrong, "say the same in each row, or keep it of the event")


def _heading(data: Any, where: Sequence[Any]) -> str:
    """The heading that the innermost part of the data has, which an error is about."""
    found = ""
    for part in where:
        try:
            data = data[part]
        except (LookupError, TypeError):
            continue
        if isinstance(data, dict) and "heading" in data:
            found = str(data["heading"])
    return found
