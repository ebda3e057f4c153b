"""2. Deadlines (Streefdata).

A day by which the source was to be done becomes a term. It is met when the case ended, there or
here, and missed when that day passed first; nothing follows by itself.
"""

from __future__ import annotations

from datetime import date

from domain.case import Law
from domain.days import Counted, Step
from domain.law import Value
from domain.legal_calendar import LegalCalendar
from domain.schemes.taken_over.act import house_rule
from domain.schemes.taken_over.record.history import (
    DeadlineTakenOver,
    EndRecorded,
    EndTakenOver,
)
from domain.terms import Term, its_day

AT_2 = house_rule(2)


class GivenBySource(Value):
    """A last day that the source gives, by what it is called there; it never moves."""

    last: date
    called: str

    def counted(self, start: date, _: LegalCalendar, /) -> Counted:
        called = self.called or "last day"
        steps = (
            Step(says="known at its source from this day", day=start, place=AT_2),
            Step(says=f"to the {called} that its source gives", day=self.last, place=AT_2),
        )
        return Counted(day=self.last, steps=steps)


def as_the_source_says(opening: DeadlineTakenOver, _: Law) -> GivenBySource:
    return GivenBySource(last=opening.last, called=opening.called)


TO_BE_DONE = Term(
    id="TO-T1",
    name="to be done, by its source",
    place=AT_2,
    for_whom="handler",
    length=as_the_source_says,
    opened_by={DeadlineTakenOver: its_day},
    met_by={EndTakenOver: its_day, EndRecorded: its_day},
    when_passed="an alarm; people see what is still to be done",
)
