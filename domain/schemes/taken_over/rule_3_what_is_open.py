"""3. What is still open (Wat nog loopt).

What is still open is handled by people: they note what they find and record the end. Nothing
that was taken over is changed.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.taken_over.act import house_rule
from domain.schemes.taken_over.record.history import (
    HISTORY,
    NOTES,
    EndRecorded,
    HistoryFile,
    Noted,
)
from domain.schemes.taken_over.roles import HANDLERS
from domain.words import Prose

AT_3 = house_rule(3)


class Note(Command):
    """Note what was found in a history."""

    name = "note"
    note: Personal[Content, Prose]


class RecordEnd(Command):
    """Record that a case that was open when it was taken over has ended."""

    name = "record-end"


def the_case_is_open(at: Situation[HistoryFile]) -> None:
    history = at.file.history
    if history is None or history.standing == "ended":
        raise Refused("the case has ended already", AT_3)


@action(Note, by=HANDLERS, place=AT_3)
def note(asked: Note, _: Situation[HistoryFile]) -> Facts:
    """Note what was found in a history."""
    return Noted(matter=NOTES, on=asked.on, basis=AT_3, note=asked.note)


@action(RecordEnd, by=HANDLERS, place=AT_3, when=the_case_is_open)
def record_end(asked: RecordEnd, _: Situation[HistoryFile]) -> Facts:
    """Record that a case that was open when it was taken over has ended."""
    return EndRecorded(matter=HISTORY, on=asked.on, basis=AT_3)
