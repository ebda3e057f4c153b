"""3. What is still open is handled by people; what was taken over is never changed."""

from domain.personal import Personal
from domain.schemes.taken_over.record.history import (
    DeadlineTakenOver,
    EndRecorded,
    EndTakenOver,
    HistoryTakenOver,
    Noted,
)
from domain.schemes.taken_over.rule_3_what_is_open import Note, RecordEnd
from domain.schemes.taken_over.shown import HISTORY_FILE
from tests.schemes.taken_over.told import (
    ARCHIVIST,
    ENDED,
    HANDLER,
    PLANNED,
    TODAY,
    history,
    take_over,
)

END = RecordEnd(on=TODAY)


def test_3_an_open_case_is_ended_once() -> None:
    taken = history().when(take_over(), ARCHIVIST).then_recorded(HistoryTakenOver)
    ended = taken.when(END, HANDLER).then_recorded(EndRecorded)
    ended.when(END, HANDLER).then_refused("", "has ended already")


def test_3_a_note_leaves_the_history_as_it_was() -> None:
    taken = history().when(take_over(), ARCHIVIST).then_recorded(HistoryTakenOver)
    note = Note(on=TODAY, note=Personal("A page is missing."))
    noted = taken.when(note, HANDLER).then_recorded(Noted)
    assert noted.file().state.history == taken.file().state.history
    assert noted.file().state.notes == 1


def test_3_an_open_case_waits_for_a_handler_and_an_ended_one_for_nobody() -> None:
    taken = history().when(take_over(deadlines=(PLANNED,)), ARCHIVIST)
    file = taken.then_recorded(HistoryTakenOver, DeadlineTakenOver).file()
    assert HISTORY_FILE.standing(file) == "taken over, open"
    assert [one.action for one in HISTORY_FILE.waiting(file)] == ["record-end"]
    assert [str(one.due) for one in HISTORY_FILE.audits(file)] == ["2011-12-06"]
    assert HISTORY_FILE.register(file) == ()
    ended = history().when(take_over(end=ENDED), ARCHIVIST)
    file = ended.then_recorded(HistoryTakenOver, EndTakenOver).file()
    assert HISTORY_FILE.waiting(file) == ()
    assert HISTORY_FILE.audits(file) == ()
