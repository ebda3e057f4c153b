"""1. A history is taken over whole, on the days of its source."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from domain.personal import Personal
from domain.schemes.taken_over.record.history import (
    DeadlineTakenOver,
    EndTakenOver,
    EventTakenOver,
    HistoryTakenOver,
)
from domain.schemes.taken_over.record.source import Said, SaidOfAPerson
from domain.schemes.taken_over.rule_1_taking_over import Event, TakeOverMore
from tests.schemes.taken_over.told import (
    ARCHIVIST,
    CHECKED,
    ENDED,
    HANDLER,
    PLANNED,
    RECEIVED,
    SOURCE,
    TODAY,
    at,
    history,
    take_over,
)


def test_1_each_event_comes_over_on_its_own_day_with_its_row() -> None:
    asked = take_over(events=(CHECKED, RECEIVED), deadlines=(PLANNED,), end=ENDED)
    told = history().when(asked, ARCHIVIST)
    done = told.then_recorded(
        HistoryTakenOver, DeadlineTakenOver, EventTakenOver, EventTakenOver, EndTakenOver
    )
    facts = [record.fact for record in done.file().trail]
    assert [fact.on for fact in facts] == [
        date(2011, 10, 11),
        date(2011, 10, 11),
        date(2011, 10, 11),
        date(2011, 10, 12),
        date(2011, 11, 25),
    ]
    assert [str(fact.basis) for fact in facts[2:4]] == [f"{SOURCE}, row 1", f"{SOURCE}, row 2"]


def test_1_the_legal_day_is_that_of_amsterdam() -> None:
    late = Event(row=1, at=datetime(2011, 6, 30, 22, 30, tzinfo=UTC), activity="Received")
    done = history().when(take_over(events=(late,)), ARCHIVIST)
    event = done.then_recorded(HistoryTakenOver, EventTakenOver).file().trail[-1].fact
    assert event.on == date(2011, 7, 1)


def test_1_a_history_begins_with_its_earliest_moment() -> None:
    early = Event(row=9, at=at(9, 1), activity="Received by post")
    done = history().when(take_over(events=(RECEIVED, early)), ARCHIVIST)
    first = done.then_recorded(HistoryTakenOver, EventTakenOver, EventTakenOver).file().trail[0]
    assert (first.fact.on, first.fact.basis.at) == (date(2011, 9, 1), "row 1")


def test_1_a_case_number_that_names_somebody_is_sealed() -> None:
    done = history().when(take_over(case_names_somebody=True), ARCHIVIST)
    fact = done.then_recorded(HistoryTakenOver).file().trail[0].fact
    assert isinstance(fact, HistoryTakenOver)
    assert fact.case == SaidOfAPerson(heading="concept:name", sealed=Personal("W-2011-0417"))


def test_1_what_is_still_to_come_is_not_taken_over() -> None:
    ahead = Event(row=3, at=datetime(2026, 11, 24, 9, tzinfo=UTC), activity="Decided")
    history().when(take_over(events=(ahead,)), ARCHIVIST).then_refused("", "still to come")


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": datetime(2011, 10, 11), "activity": "Received", "row": 1},  # noqa: DTZ001  no zone
        {"at": datetime(1600, 1, 1, tzinfo=UTC), "activity": "Received", "row": 1},
        {"at": at(10, 11), "activity": "", "row": 1},
        {"at": at(10, 11), "activity": "Recei\x00ved", "row": 1},
        {"at": at(10, 11), "activity": "Received", "row": 0},
    ],
)
def test_1_what_is_no_event_is_not_taken_over(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        take_over(events=[wrong])


def test_1_not_even_a_space_is_taken_off() -> None:
    assert Said(heading="channel", says=" Desk ").says == " Desk "


def test_1_only_an_archivist_takes_over() -> None:
    history().when(take_over(), HANDLER).then_not_allowed()


def test_1_what_the_source_has_added_is_taken_over_later() -> None:
    taken = history().when(take_over(events=(RECEIVED,)), ARCHIVIST)
    on_record = taken.then_recorded(HistoryTakenOver, EventTakenOver)
    more = TakeOverMore(on=TODAY, events=(CHECKED,), deadlines=(PLANNED,))
    added = on_record.when(more, ARCHIVIST).then_recorded(DeadlineTakenOver, EventTakenOver)
    again = TakeOverMore(on=TODAY, events=(CHECKED,))
    added.when(again, ARCHIVIST).then_refused("", "row 2 is on record already")
    added.when(TakeOverMore(on=TODAY), ARCHIVIST).then_refused("", "give an event")
