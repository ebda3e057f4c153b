"""LVV certification, section 20: the group, the meeting, the facilitator, the case bringer."""

from datetime import date

import pytest

from domain.law import Refused
from domain.schemes.lvv_certification.record.education import ActivityAccepted, Meeting
from domain.schemes.lvv_certification.section_17_acceptance import AcceptActivity
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, given, granted, opened
from tests.schemes.lvv_certification.told_education import MEETING, accepting, registered

FEB_10 = date(2027, 2, 10)


def meeting(**other: object) -> Scenario:
    asked: Meeting | None = MEETING.model_copy(update=other)
    return accepting(registered(1, "intervision", 4, FEB_10, meeting=asked))


@pytest.mark.passes("R-13", "R-14", "R-15")
@pytest.mark.parametrize("participants", [4, 10])
def test_20_four_to_ten_in_a_group_registered_before(participants: int) -> None:
    told = meeting(participants=participants, group_registered_on=date(2027, 2, 1))
    told.then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-13")
@pytest.mark.parametrize("day", [None, date(2027, 2, 11), FEB_10])
def test_20_registered_after_the_meeting_is_too_late(day: date | None) -> None:
    meeting(group_registered_on=day).then_refused("R-13", "before the day of the meeting")


@pytest.mark.passes("R-13")
def test_20_the_day_before_is_beforehand() -> None:
    meeting(group_registered_on=date(2027, 2, 9)).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-13")
def test_20_the_group_works_by_the_guide() -> None:
    meeting(follows_the_guide=False).then_refused("R-13", "intervision guide")


@pytest.mark.refuses("R-13")
def test_20_the_meeting_is_named() -> None:
    one = registered(1, "intervision", 4, FEB_10, meeting=None)
    accepting(one).then_refused("R-13", "no meeting is named")


@pytest.mark.refuses("R-14")
@pytest.mark.parametrize("participants", [3, 11])
def test_20_three_are_too_few_and_eleven_too_many(participants: int) -> None:
    meeting(participants=participants).then_refused("R-14", f"{participants} took part")


@pytest.mark.refuses("R-15")
def test_20_a_facilitator_at_every_meeting() -> None:
    meeting(facilitator_present=False).then_refused("R-15", "every meeting has one")


@pytest.mark.refuses("R-13")
@pytest.mark.parametrize(
    ("other", "letter", "is_a_reading"),
    [({"follows_the_guide": False}, "a", False), ({"group_registered_on": None}, "b", True)],
)
def test_20_each_letter_answers_for_itself(
    other: dict[str, object], letter: str, is_a_reading: bool
) -> None:
    meeting = MEETING.model_copy(update=other)
    one = registered(1, "intervision", 4, date(2026, 5, 4), meeting=meeting)
    accepting(one).then_refused("R-13", "group")
    with pytest.raises(Refused) as refusal:
        asked(given(opened, granted, one), BODY, AcceptActivity(on=one.on, activity=one.matter))
    place = refusal.value.place
    assert (place.at, bool(place.reading)) == (f"20({letter})", is_a_reading)
