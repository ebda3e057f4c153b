"""Casework over the record: open, act, repeat, be second, lose an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from eventsourcing.persistence import OperationalError, StoredEvent
from pydantic import ValidationError
from structlog.testing import capture_logs

from domain.case import Setting
from domain.decide import NotAllowed
from domain.fact import Actor
from domain.law import Refused
from domain.schemes import all_schemes
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.casework import TRIES
from services.commands import (
    Asked,
    FileMoved,
    NotOnFile,
    OnFileAlready,
    Receipt,
    RepeatedOtherwise,
)

SCHEME = "lvv-certification"
PERSON = UUID("6a0f4a55-3f0e-4a3f-8f5a-2f5a2b7f1c01")
WHO = Actor(id="jansen", role="person")
BODY = Actor(id="m.bakker", role="certification-body")
NINE = datetime(2026, 3, 2, 8, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
NAMED = {"fullName": "Johanna van der Berg", "born": "1970-02-28"}
AGREED = {
    "onStandardDocument": True,
    "filledIn": True,
    "signed": True,
    "namesCodeOfConduct": True,
    "function": "registered-confidential-adviser",
}
OBJECTION_WEEKS = "objection-weeks"


class Interrupted(RecorderInMemory):
    """A recorder in which something happens before or after what is stored."""

    def __init__(self) -> None:
        super().__init__()
        self.before: list[Callable[[], object]] = []
        self.after: list[Callable[[], object]] = []

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        if self.before:
            self.before.pop(0)()
        positions = super().insert_events(stored_events, **kwargs)
        if self.after:
            self.after.pop(0)()
        return positions


class House:
    """A record in memory with a clock that can be moved."""

    def __init__(self) -> None:
        self.clock = MovedClock(NINE)
        self.recorder = Interrupted()
        self.record = Record(self.recorder, KeysInMemory(), self.clock, today_in_amsterdam)
        self._commands = 0

    def asked(self, action: str, by: Actor, data: Mapping[str, Any], **more: Any) -> Asked:
        self._commands += 1
        return Asked(UUID(int=self._commands), by, action, data, person=PERSON, **more)

    def open(self, asked: Asked | None = None) -> Receipt:
        asked = asked or self.asked("open-file", WHO, NAMED)
        return self.record.open(SCHEME, "person", str(PERSON), asked)

    def open_own_file(self) -> Receipt:
        asked = self.asked("open-scheme-file", BODY, {"on": "2026-01-05"})
        return self.record.open(SCHEME, "scheme", SCHEME, asked)

    def agree(self, **more: Any) -> Asked:
        return self.asked("submit-agreement", WHO, AGREED, **more)


@pytest.fixture
def house() -> House:
    return House()


def lost() -> None:
    raise OperationalError("the connection was lost")


def test_a_file_is_opened_with_its_first_fact(house: House) -> None:
    receipt = house.open()
    (record,) = receipt.records
    assert (receipt.version, receipt.repeated) == (1, False)
    assert record.fact.stored_as == "lvv-certification.file-opened"
    assert record.fact.on == MONDAY
    assert (record.by, record.person, record.recorded_at) == (WHO, PERSON, NINE)
    assert record.edition == "lvv-certification@6"
    assert house.record.file(receipt.number).trail == receipt.records


def test_what_is_asked_in_a_file_is_put_on_record(house: House) -> None:
    number = house.open().number
    receipt = house.record.act(number, house.agree(caused_by="letter 12"))
    (record,) = receipt.records
    assert (receipt.version, record.caused_by) == (2, "letter 12")
    assert {check.rule for check in record.checks} >= {"R-01"}
    assert house.record.file(number).state.application.standing == "enrolled"


def test_a_repeat_gets_the_first_answer_and_records_nothing(house: House) -> None:
    number = house.open().number
    asked = house.agree()
    first = house.record.act(number, asked)
    house.clock.advance(timedelta(days=3))
    again = house.record.act(number, replace(asked, seen_version=1))
    assert again == replace(first, repeated=True)
    assert house.record.file(number).version == 2


def test_a_repeated_opening_gets_the_first_answer_too(house: House) -> None:
    asked = house.asked("open-file", WHO, NAMED)
    first = house.open(asked)
    assert house.open(asked) == replace(first, repeated=True)


@pytest.mark.parametrize("change", [{"data": {}}, {"by": BODY}, {"action": "end-agreement"}])
def test_a_command_id_is_for_one_request(house: House, change: dict[str, Any]) -> None:
    number = house.open().number
    asked = house.agree()
    house.record.act(number, asked)
    with pytest.raises(RepeatedOtherwise, match=str(asked.command_id)):
        house.record.act(number, replace(asked, **change))
    assert house.record.file(number).version == 2


def test_a_command_id_is_for_one_file(house: House) -> None:
    asked = house.asked("open-file", WHO, NAMED)
    house.open(asked)
    with pytest.raises(RepeatedOtherwise):
        house.record.open(SCHEME, "person", str(UUID(int=8)), asked)


def test_a_subject_has_one_file(house: House) -> None:
    number = house.open().number
    with pytest.raises(OnFileAlready) as already:
        house.open()
    assert already.value.number == number


def test_who_may_not_open_a_file_is_not_told_that_there_is_one(house: House) -> None:
    house.open()
    with pytest.raises(NotAllowed):
        house.open(house.asked("open-file", Actor(id="x", role="regulator"), NAMED))


def test_a_file_that_moved_on_is_told_with_its_version(house: House) -> None:
    number = house.open().number
    house.record.act(number, house.agree(seen_version=1))
    with pytest.raises(FileMoved) as moved:
        house.record.act(number, house.asked("order-erasure", BODY, {}, seen_version=1))
    assert moved.value.version == 2


def test_what_is_not_there_is_not_on_file(house: House) -> None:
    number = house.open().number
    with pytest.raises(NotOnFile, match="no case 0000-0000-0000"):
        house.record.act("0000-0000-0000", house.agree())
    with pytest.raises(NotOnFile, match="no action"):
        house.record.act(number, house.asked("grant-everything", BODY, {}))
    with pytest.raises(NotOnFile, match="no action"):
        house.record.act(number, house.asked("open-file", WHO, NAMED))
    with pytest.raises(NotOnFile, match="does not open"):
        house.open(house.agree())
    with pytest.raises(NotOnFile, match="no scheme ferry"):
        house.record.open("ferry", "person", "1", house.agree())
    with pytest.raises(NotOnFile, match="it keeps person, scheme"):
        house.record.open(SCHEME, "ferry", "1", house.agree())


def test_what_is_refused_or_not_understood_leaves_no_trace(house: House) -> None:
    number = house.open().number
    with pytest.raises(Refused):
        house.record.act(
            number, house.asked("apply-for-assessment", WHO, {"declaresConduct": True})
        )
    with pytest.raises(NotAllowed):
        house.record.act(number, house.asked("submit-agreement", Actor(id="x", role="clerk"), {}))
    with pytest.raises(ValidationError):
        house.record.act(number, house.asked("submit-agreement", WHO, {"signed": "perhaps"}))
    assert house.record.file(number).version == 1


def test_an_answer_that_is_lost_is_looked_up(house: House) -> None:
    """The fact is on record, the answer is not: asking again must not record it twice."""
    number = house.open().number
    house.recorder.after = [lost]
    receipt = house.record.act(number, house.agree())
    assert (receipt.repeated, receipt.version) == (True, 2)
    assert house.record.file(number).version == 2


def test_the_lost_answer_to_an_opening_is_looked_up_too(house: House) -> None:
    house.recorder.after = [lost]
    receipt = house.open()
    assert (receipt.repeated, house.record.file(receipt.number).version) == (True, 1)


def test_a_record_that_cannot_be_reached_says_so_in_the_end(house: House) -> None:
    number = house.open().number
    house.recorder.before = [lost] * TRIES
    with pytest.raises(OperationalError):
        house.record.act(number, house.agree())
    assert house.record.file(number).version == 1


def test_of_two_who_decide_at_once_the_second_decides_anew(house: House) -> None:
    """The other agreement came in between; on the file as it stands now a second is refused."""
    number = house.open().number
    house.recorder.before = [lambda: house.record.act(number, house.agree())]
    with pytest.raises(Refused, match="application-1 is open"):
        house.record.act(number, house.agree())
    assert house.record.file(number).version == 2


def test_a_file_that_was_handed_on_is_not_read_again(house: House) -> None:
    number = house.open().number
    receipt = house.record.act(number, house.agree(), house.record.file(number))
    assert house.record.file(number).trail[1:] == receipt.records


def test_a_file_that_was_handed_on_and_has_moved_is_decided_on_anew(house: House) -> None:
    """Nothing is recorded on what is no longer so; the refusal is that of the file as it is."""
    number = house.open().number
    seen = house.record.file(number)
    house.record.act(number, house.agree())
    with pytest.raises(Refused, match="application-1 is open"):
        house.record.act(number, house.agree(), seen)
    with pytest.raises(FileMoved):
        house.record.act(number, house.agree(seen_version=1), seen)
    assert house.record.file(number).version == 2


def test_the_file_of_another_number_is_not_taken_for_this_one(house: House) -> None:
    number = house.open().number
    other = house.open_own_file().number
    house.record.act(number, house.agree(), house.record.file(other))
    assert (house.record.file(number).version, house.record.file(other).version) == (2, 1)


def test_who_had_seen_a_version_is_told_when_somebody_was_first(house: House) -> None:
    number = house.open().number
    house.recorder.before = [lambda: house.record.act(number, house.agree())]
    with pytest.raises(FileMoved) as moved:
        house.record.act(number, house.agree(seen_version=1))
    assert moved.value.version == 2


def test_of_two_who_open_at_once_the_second_is_told_the_number(house: House) -> None:
    house.recorder.before = [house.open]
    with pytest.raises(OnFileAlready) as already:
        house.open()
    assert house.record.file(already.value.number).version == 1


def test_somebody_who_is_never_first_is_told_so(house: House) -> None:
    number = house.open().number
    not_signed = {**AGREED, "signed": False}

    def another() -> None:
        before, house.recorder.before = house.recorder.before, []
        house.record.act(number, house.asked("submit-agreement", WHO, not_signed))
        house.recorder.before = before

    house.recorder.before = [another] * TRIES
    with pytest.raises(FileMoved) as moved:
        house.record.act(number, house.asked("submit-agreement", WHO, not_signed))
    assert moved.value.version == 1 + TRIES


def test_moments_on_record_never_go_back(house: House) -> None:
    """A clock that is set back does not put a fact before the one it follows."""
    number = house.open().number
    house.clock.move_to(NINE - timedelta(hours=5))
    (record,) = house.record.act(number, house.agree()).records
    assert record.recorded_at == NINE
    assert record.fact.on == MONDAY


def test_the_legal_day_is_that_of_amsterdam(house: House) -> None:
    house.clock.move_to(datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    assert house.open().records[0].fact.on == date(2026, 7, 1)


def test_the_law_reads_its_settings_from_the_schemes_own_file(house: House) -> None:
    weeks = _setting(OBJECTION_WEEKS)
    assert house.record.own_file(SCHEME) is None
    assert weeks.number(house.record.law(SCHEME, MONDAY)) is None
    own = house.open_own_file().number
    decided = {"setting": OBJECTION_WEEKS, "value": 6, "because": "website of 1 February"}
    decided_on = {**decided, "on": "2026-02-01"}
    house.record.act(own, house.asked("decide-setting", BODY, decided_on))
    assert weeks.number(house.record.law(SCHEME, date(2026, 1, 31))) is None
    assert weeks.number(house.record.law(SCHEME, date(2026, 2, 1))) == 6
    number = house.open().number
    (record,) = house.record.act(number, house.agree()).records
    assert record.law_version == 2


def test_the_law_can_be_asked_as_it_was_known_at_a_moment(house: House) -> None:
    weeks, own = _setting(OBJECTION_WEEKS), house.open_own_file().number
    house.clock.advance(timedelta(days=1))
    decided = {"setting": OBJECTION_WEEKS, "value": 6, "because": "website", "on": "2026-02-01"}
    house.record.act(own, house.asked("decide-setting", BODY, decided))
    day = date(2026, 2, 2)
    assert weeks.number(house.record.law(SCHEME, day, known_at=NINE)) is None
    assert weeks.number(house.record.law(SCHEME, day, known_at=house.clock())) == 6
    before = house.record.own_file(SCHEME, known_at=NINE - timedelta(days=1))
    assert before is None


def test_what_is_open_is_told_for_a_file_and_somebody(house: House) -> None:
    file = house.record.file(house.open().number)
    to_the_person = {one.name for one in house.record.open_actions(file, WHO, MONDAY)}
    assert "submit-agreement" in to_the_person
    assert "open-file" not in to_the_person
    nobody = Actor(id="x", role="regulator")
    assert house.record.open_actions(file, nobody, MONDAY) == []


def _setting(name: str) -> Setting:
    return next(one for one in all_schemes()[SCHEME].settings if one.name == name)


def test_each_decision_is_one_line_in_the_log_and_names_nobody() -> None:
    house = House()
    suspension = {
        "firstDay": "2026-03-02",
        "until": "2026-04-01",
        "ground": "own-request",
        "reasons": "she asked",
    }
    with capture_logs() as lines:
        number = house.open().number
        with pytest.raises(Refused):
            house.record.act(number, house.asked("suspend", BODY, suspension))
    told = [line for line in lines if line["event"] == "decided"]
    assert [line["outcome"] for line in told] == ["recorded", "refused"]
    assert told[0]["facts"] == ["lvv-certification.file-opened"]
    assert told[1]["basis"].startswith("LVV certification scheme v6")
    assert "Johanna" not in str(lines)
    assert "she asked" not in str(lines)
