"""The case file: who had a hand in what, and how it stood on a day as known at a moment."""

from datetime import UTC, date, datetime

from domain.fact import Actor
from tests.domain.fictional import AT_3, EMPTY, KIND, Answered, Asked, recorded

ASKED = recorded(1, Asked(matter="sailing-1", on=date(2026, 6, 1), basis=AT_3), by="skipper")
AGAIN = recorded(2, Asked(matter="sailing-2", on=date(2026, 6, 9), basis=AT_3), by="skipper")
DONE = recorded(3, Answered(matter="sailing-1", on=date(2026, 6, 5), basis=AT_3))
FILE = KIND.recalled((ASKED, AGAIN, DONE))


def test_a_file_is_folded_from_its_facts() -> None:
    assert (FILE.version, FILE.number) == (3, ASKED.number)
    assert FILE.state.matters == ("sailing-1", "sailing-2")
    assert FILE.id == ASKED.originator_id
    assert (EMPTY.version, EMPTY.fact(1)) == (0, None)


def test_one_fact_more_is_the_file_recalled_with_it() -> None:
    before = KIND.recalled((ASKED, AGAIN))
    assert KIND.after(before, DONE) == FILE


def test_a_fact_is_found_by_its_number() -> None:
    assert FILE.fact(2) is AGAIN
    assert (FILE.fact(0), FILE.fact(4), FILE.fact(-1)) == (None, None, None)


def test_everybody_who_recorded_something_in_a_matter_had_a_hand_in_it() -> None:
    assert FILE.who_had_a_hand_in("sailing-1") == {"skipper", "harbour"}
    assert FILE.who_had_a_hand_in("sailing-2") == {"skipper"}
    assert FILE.who_had_a_hand_in("sailing-3") == frozenset()
    assert FILE.trail[0].by == Actor(id="skipper", role="skipper")


def test_as_of_a_day_is_what_had_happened_by_then() -> None:
    stood = KIND.as_of(FILE, date(2026, 6, 5), None)
    assert stood is not None
    assert stood.trail == (ASKED, DONE)
    assert stood.version == 3
    assert KIND.as_of(FILE, date(2026, 5, 31), None) is None


def test_as_known_at_a_moment_is_what_was_recorded_by_then() -> None:
    known = KIND.as_of(FILE, None, AGAIN.recorded_at)
    assert known is not None
    assert known.trail == (ASKED, AGAIN)
    by_number = KIND.as_of(FILE, None, 2)
    assert by_number is not None
    assert by_number.trail == (ASKED, AGAIN)
    assert KIND.as_of(FILE, None, datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_both_axes_at_once() -> None:
    """On 5 June as known when two facts were on record: the answer was not known yet."""
    then = KIND.as_of(FILE, date(2026, 6, 5), 2)
    assert then is not None
    assert then.trail == (ASKED,)
