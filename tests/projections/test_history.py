"""A row is known from the moment it was first shown until it changed."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from projections.history import Known, Shown, follow
from projections.register import words_of
from projections.view import View, keyed

MORNING = datetime(2026, 5, 15, 9, tzinfo=UTC)
DAY = date(2026, 5, 15)


@dataclass(frozen=True)
class Line:
    status: str
    until: date | None = None


def ended(line: Line, on: date) -> Line:
    return line if line.until else replace(line, until=on)


PLAIN = View("lines", Line, lambda *_: {})
ENDING = View("waits", Line, lambda *_: {}, ended=ended)
EACH = View("facts", Line, lambda *_: {}, each_fact=True)


def shown(hour: int, **rows: str) -> Shown[Line]:
    at = MORNING + timedelta(hours=hour)
    return Shown(at, hour, DAY, {key: Line(status) for key, status in rows.items()})


def test_an_unchanged_row_goes_on() -> None:
    held = {"a": Known("a", Line("valid"), MORNING, 1)}
    change = follow(PLAIN, held, [shown(2, a="valid")])
    assert change.closed == change.opened == ()


def test_a_changed_row_is_known_no_longer_and_the_new_one_from_then_on() -> None:
    held = {"a": Known("a", Line("valid"), MORNING, 0)}
    change = follow(PLAIN, held, [shown(2, a="suspended")])
    two = MORNING + timedelta(hours=2)
    assert change.closed == (held["a"]._replace(known_until=two, until_position=2),)
    assert change.opened == (Known("a", Line("suspended"), two, 2),)


def test_what_came_and_went_is_kept_as_well() -> None:
    change = follow(PLAIN, {}, [shown(1, a="valid"), shown(2), shown(3, a="valid")])
    assert change.closed == ()
    spans = [(k.from_position, k.until_position) for k in change.opened]
    assert spans == [(1, 2), (3, None)]


def test_what_ends_leaves_a_copy_with_its_last_day() -> None:
    change = follow(ENDING, {}, [shown(1, a="waits"), shown(2)])
    assert [(k.row.until, k.known_until is None) for k in change.opened] == [
        (None, False),
        (DAY, True),
    ]
    held = {k.key: k for k in change.opened if k.known_until is None}
    assert follow(ENDING, held, [shown(3)]).opened == ()
    assert follow(ENDING, held, [shown(3, a="waits")]).opened[0].row.until is None


def test_rows_of_facts_never_end() -> None:
    change = follow(EACH, {}, [shown(1, a="first"), shown(2, b="second")])
    assert {k.key for k in change.opened if k.known_until is None} == {"a", "b"}


moments = st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12)


@given(moments, st.integers(0, 12), st.sampled_from([PLAIN, ENDING]))
def test_it_makes_no_difference_where_a_series_is_cut(
    told: list[dict[str, str]], cut: int, view: View[Line]
) -> None:
    series = [shown(n, **rows) for n, rows in enumerate(told)]
    whole = follow(view, {}, series).opened
    first = follow(view, {}, series[:cut]).opened
    held = {known.key: known for known in first if known.known_until is None}
    then = follow(view, held, series[cut:])
    closed = {(known.key, known.known_from): known for known in then.closed}
    both = [closed.get((k.key, k.known_from), k) for k in first] + list(then.opened)
    assert sorted(map(repr, both)) == sorted(map(repr, whole))


@given(moments)
def test_at_each_moment_is_known_what_was_shown(told: list[dict[str, str]]) -> None:
    series = [shown(n, **rows) for n, rows in enumerate(told)]
    kept = follow(PLAIN, {}, series).opened
    for moment in series:
        known = {
            k.key: k.row
            for k in kept
            if k.known_from <= moment.at and (k.known_until is None or k.known_until > moment.at)
        }
        assert known == moment.rows


def test_of_two_things_with_one_key_the_second_is_told_apart() -> None:
    assert keyed(["ab", "ac", "b"], lambda thing: thing[0]) == {"a": "ab", "a.2": "ac", "b": "b"}


def test_words_are_looked_for_without_accents_capitals_or_signs() -> None:
    assert words_of("Zoë van 't Hof-IJssel") == ("hof", "ijssel", "t", "van", "zoe")
    assert words_of("' & :* --") == ()
