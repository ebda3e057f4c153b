"""A told history put on record as it is, as the file of a subject, for the doors to show."""

from dataclasses import replace
from uuid import UUID

from domain.number import number_of, stream_of
from tests.infra.doors.visits import Door
from tests.scenario import Scenario


def filed(door: Door, told: Scenario, subject: int, after: int = 0) -> str:
    """The number of the file; each fact as a command of its own, at noon UTC of its day.

    The first facts, ``after`` of them, are on record already.
    """
    person = UUID(int=subject)
    number = number_of(told.scheme.id, told.kind, str(person))
    for n, record in enumerate(told.history[after:], start=after):
        mine = replace(
            record,
            originator_id=stream_of(number),
            number=number,
            person=person,
            command_id=UUID(int=subject * 1000 + n),
        )
        door.house.record.recorder.insert_events(
            [door.house.record.mapper.to_stored_event(mine)],
            command_id=mine.command_id,
            actor=mine.by.id,
            recorded_at=[mine.recorded_at],
            request_sha256=bytes(32),
        )
    door.catch_up()
    return number
