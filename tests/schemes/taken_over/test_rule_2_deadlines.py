"""2. A day by which the source was to be done is a term, met when the case ended."""

from datetime import date

import pytest

from domain.schemes.taken_over.record.history import (
    DeadlineTakenOver,
    EndRecorded,
    EndTakenOver,
    HistoryTakenOver,
)
from domain.schemes.taken_over.rule_1_taking_over import Deadline, End
from domain.schemes.taken_over.rule_3_what_is_open import RecordEnd
from tests.schemes.taken_over.told import (
    ARCHIVIST,
    ENDED,
    HANDLER,
    PLANNED,
    TODAY,
    at,
    history,
    take_over,
)

DUE = date(2011, 12, 6)


@pytest.mark.passes("TO-T1")
def test_2_a_deadline_is_met_when_the_case_ended_by_then() -> None:
    asked = take_over(deadlines=(PLANNED,), end=ENDED)
    done = history().when(asked, ARCHIVIST)
    told = done.then_recorded(HistoryTakenOver, DeadlineTakenOver, EndTakenOver)
    term = told.then_term("TO-T1", TODAY, "met", DUE)
    assert term.steps[-1].says == "to the planned end that its source gives"


@pytest.mark.refuses("TO-T1")
def test_2_it_is_missed_when_the_case_ended_later() -> None:
    asked = take_over(deadlines=(PLANNED,), end=End(row=2, at=at(12, 7)))
    done = history().when(asked, ARCHIVIST)
    told = done.then_recorded(HistoryTakenOver, DeadlineTakenOver, EndTakenOver)
    told.then_term("TO-T1", TODAY, "missed", DUE)


@pytest.mark.refuses("TO-T1")
def test_2_an_open_case_is_late_until_its_end_is_recorded() -> None:
    done = history().when(take_over(deadlines=(PLANNED,)), ARCHIVIST)
    told = done.then_recorded(HistoryTakenOver, DeadlineTakenOver)
    assert told.then_term("TO-T1", TODAY, "missed", DUE).is_open(TODAY)
    ended = told.when(RecordEnd(on=TODAY), HANDLER).then_recorded(EndRecorded)
    assert not ended.then_term("TO-T1", TODAY, "missed", DUE).is_open(TODAY)


@pytest.mark.passes("TO-T1")
def test_2_a_case_has_as_many_terms_as_its_source_gave_deadlines() -> None:
    second = Deadline(row=1, at=at(12, 20), called="decision")
    done = history().when(take_over(deadlines=(PLANNED, second)), ARCHIVIST)
    told = done.then_recorded(HistoryTakenOver, DeadlineTakenOver, DeadlineTakenOver)
    told.then_term("TO-T1", date(2011, 12, 1), "running", date(2011, 12, 20))
    assert [d.called for d in told.file().state.history.deadlines] == ["planned end", "decision"]
