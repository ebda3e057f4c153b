"""What these tests begin with: a case of a permit desk that never was."""

from datetime import UTC, date, datetime
from typing import Any

from domain.schemes import all_schemes
from domain.schemes.taken_over.rule_1_taking_over import Deadline, End, Event, TakeOver
from tests.scenario import Scenario

ARCHIVIST, HANDLER = "archivist:l.dekker", "handler:s.aydin"
SOURCE = "Permit desk 2010-2012"


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2011, month, day, hour, tzinfo=UTC)


BEGAN = at(10, 11)
RECEIVED = Event(row=1, at=at(10, 11, 10), activity="Confirmation of receipt")
CHECKED = Event(row=2, at=at(10, 12), activity="T02 Check confirmation of receipt")
PLANNED = Deadline(row=1, at=at(12, 6), called="planned end")
ENDED = End(row=2, at=at(11, 25))
TODAY = date(2026, 11, 23)


def history() -> Scenario:
    return Scenario(all_schemes()["taken-over"], "history")


def take_over(**what: Any) -> TakeOver:
    return TakeOver.model_validate(
        {"on": TODAY, "source": SOURCE, "case": "W-2011-0417", "began": BEGAN, **what}
    )
