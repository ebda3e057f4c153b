"""Terms: running, met, missed, void, standing still and running on, unknown; and why."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.case import Law
from domain.days import Length, NotSaid, Span, Stated, TimeToAct
from domain.fact import Fact
from domain.terms import Term, TermStanding, its_day, terms_of
from tests.domain.fictional import (
    AT_3,
    KIND,
    LAW,
    Answered,
    Asked,
    Stopped,
    TakenBack,
    WentOn,
    file_of,
)

MON = date(2026, 6, 1)
"""A Monday; two weeks on it is Monday 15 June 2026, and no holiday lies in between."""
DUE = date(2026, 6, 15)


def june(day: int) -> date:
    return date(2026, 6, day)


def fact(kind: type[Fact], on: date, matter: str = "sailing-1", **more: Any) -> Fact:
    return kind(matter=matter, on=on, basis=AT_3, **more)


def two_weeks(moves: bool) -> Callable[[Any, Law], Length]:
    return lambda _, __: TimeToAct(span=Span(weeks=2), place=AT_3, moves=moves)


def term(**more: Any) -> Term:
    told: dict[str, Any] = {
        "id": "F-T1",
        "name": "the harbour answers",
        "place": AT_3,
        "for_whom": "harbour",
        "length": two_weeks(moves=False),
        "opened_by": {Asked: its_day},
        "met_by": {Answered: its_day},
        "ended_by": {TakenBack: its_day},
        "paused_by": {Stopped: its_day},
        "resumed_by": {WentOn: its_day},
        **more,
    }
    return Term(**told)


def standing(one: Term, *facts: Fact) -> TermStanding:
    """How the first term that these facts opened stands."""
    return terms_of((one,), file_of(*facts), lambda _: LAW)[0]


ASKED = fact(Asked, MON)


def test_a_term_runs_to_the_end_of_its_last_day_and_is_missed_after_it() -> None:
    now = standing(term(), ASKED)
    assert (now.key, now.due, now.opened_on) == ("F-T1.1", DUE, MON)
    assert now.state(DUE) == "running"
    assert now.state(june(16)) == "missed"
    assert (now.days_left(MON), now.days_left(DUE), now.days_left(june(16))) == (14, 0, -1)
    assert (now.has_passed(DUE), now.has_passed(june(16))) == (False, True)
    assert now.is_open(DUE)


@pytest.mark.parametrize(("day", "state"), [(DUE, "met"), (june(16), "missed")])
def test_a_term_is_met_on_its_last_day_and_not_after(day: date, state: str) -> None:
    now = standing(term(), ASKED, fact(Answered, day))
    assert now.state(june(30)) == state
    assert (now.ended_on, now.ended_by) == (day, 2)
    assert not now.is_open(day)
    assert now.state(MON) == "running"


@pytest.mark.parametrize(
    ("day", "state"),
    [(june(3), "void"), (DUE, "void"), (june(16), "missed"), (june(20), "missed")],
)
def test_a_term_that_is_ended_is_void_unless_it_was_missed_by_then(day: date, state: str) -> None:
    now = standing(term(), ASKED, fact(TakenBack, day))
    assert (now.state(day), now.due, now.is_open(day)) == (state, DUE, False)


def test_a_term_that_is_ended_while_it_stands_still_was_not_missed() -> None:
    stopped = standing(term(), ASKED, fact(Stopped, june(5)), fact(TakenBack, june(20)))
    assert stopped.state(june(20)) == "void"


def test_a_term_on_the_day_that_is_ended_later_was_waiting_for_the_clerk() -> None:
    now = standing(term(on_the_day=True, then="answer-all"), ASKED, fact(TakenBack, june(20)))
    assert now.state(june(20)) == "void"


def test_a_right_that_was_not_used_is_open_no_longer() -> None:
    right = standing(term(lapses=True), ASKED)
    assert (right.is_open(DUE), right.is_open(june(16))) == (True, False)
    assert right.state(june(16)) == "missed"
    assert standing(term(), ASKED).is_open(june(16))


def test_what_ended_first_counts() -> None:
    facts = (ASKED, fact(TakenBack, june(3)), fact(Answered, june(4)))
    assert standing(term(), *facts).state(june(5)) == "void"


def test_a_term_stands_still_and_its_last_day_moves_on_as_long() -> None:
    stopped = standing(term(), ASKED, fact(Stopped, june(5)))
    assert stopped.state(june(4)) == "running"
    assert stopped.state(june(5)) == "suspended"
    assert stopped.state(june(30)) == "suspended"
    assert not stopped.has_passed(june(30))
    assert stopped.days_left(june(30)) == 10
    went_on = standing(term(), ASKED, fact(Stopped, june(5)), fact(WentOn, june(10)))
    assert went_on.due == june(20)
    assert went_on.steps[-1].day == june(20)
    assert "5 days on" in went_on.steps[-1].says
    assert went_on.state(june(20)) == "running"
    assert went_on.state(june(21)) == "missed"


def test_a_last_day_moved_by_a_pause_moves_on_to_a_working_day_where_the_length_does() -> None:
    """15 June and 5 days on is Saturday the 20th; the next working day is Monday the 22nd."""
    pause = (fact(Stopped, june(5)), fact(WentOn, june(10)))
    moved = standing(term(length=two_weeks(moves=True)), ASKED, *pause)
    assert moved.due == june(22)
    assert [step.day for step in moved.steps[-3:]] == [june(20), june(21), june(22)]
    assert moved.steps[-1].place.at == "3"
    assert standing(term(), ASKED, *pause).due == june(20)


def test_a_second_pause_in_a_pause_does_not_shorten_it() -> None:
    facts = (fact(Stopped, june(5)), fact(Stopped, june(8)), fact(WentOn, june(10)))
    assert standing(term(), ASKED, *facts).due == june(20)


def test_a_term_may_stand_still_twice() -> None:
    first = (fact(Stopped, june(2)), fact(WentOn, june(4)))
    again = (fact(Stopped, june(10)), fact(WentOn, june(13)))
    assert standing(term(), ASKED, *first, *again).due == june(20)


def test_what_has_passed_does_not_begin_to_stand_still() -> None:
    late = standing(term(), ASKED, fact(Stopped, june(16)), fact(WentOn, june(26)))
    assert late.due == DUE
    assert late.state(june(26)) == "missed"


def test_what_is_met_while_it_stands_still_is_met() -> None:
    now = standing(term(), ASKED, fact(Stopped, june(10)), fact(Answered, june(30)))
    assert now.state(june(30)) == "met"


def test_going_on_without_having_stopped_changes_nothing() -> None:
    now = standing(term(), ASKED, fact(WentOn, june(10)))
    assert (now.due, now.state(june(10))) == (DUE, "running")


def test_a_term_without_a_length_is_unknown_and_says_where_to_look() -> None:
    unknown = term(length=lambda _, __: NotSaid(look="ask the harbour", place=AT_3))
    now = standing(unknown, ASKED)
    assert (now.due, now.unknown, now.days_left(DUE)) == (None, "ask the harbour", None)
    assert now.state(date(2036, 1, 1)) == "running"
    assert not now.has_passed(date(2036, 1, 1))
    assert standing(unknown, ASKED, fact(Answered, june(30))).state(june(30)) == "met"
    stopped = standing(unknown, ASKED, fact(Stopped, june(5)))
    assert stopped.state(june(5)) == "suspended"
    assert standing(unknown, ASKED, fact(Stopped, june(5)), fact(WentOn, june(9))).due is None


def test_a_term_on_the_day_passes_on_the_day_and_waits_for_the_clerk() -> None:
    now = standing(term(on_the_day=True, then="answer-all"), ASKED)
    assert not now.has_passed(june(14))
    assert now.has_passed(DUE)
    assert now.state(june(16)) == "running"


def test_a_term_is_met_in_its_own_matter_or_in_the_whole_file() -> None:
    elsewhere = fact(Answered, june(3), "sailing-2")
    assert standing(term(), ASKED, elsewhere).state(june(3)) == "running"
    assert standing(term(whole_file=True), ASKED, elsewhere).state(june(3)) == "met"


def test_a_term_may_say_itself_what_concerns_it() -> None:
    same = term(same=lambda opening, later: later.matter == f"answer-to-{opening.matter}")
    assert standing(same, ASKED, fact(Answered, june(3))).state(june(3)) == "running"
    answer = fact(Answered, june(3), "answer-to-sailing-1")
    assert standing(same, ASKED, answer).state(june(3)) == "met"


def test_what_came_before_a_term_does_not_meet_it() -> None:
    facts = (fact(Answered, june(1)), ASKED)
    assert standing(term(), *facts).state(june(2)) == "running"


def test_a_term_may_be_counted_from_a_day_that_is_still_to_come() -> None:
    """It is open from the fact that opened it, not from the day it is counted from."""
    counted_from = term(opened_by={Asked: lambda one: one.by})
    now = standing(counted_from, fact(Asked, MON, by=june(10)))
    assert (now.opened_on, now.due) == (MON, june(24))
    assert now.is_open(MON)
    assert terms_of((counted_from,), file_of(ASKED), lambda _: LAW) == []


def test_each_fact_opens_a_term_of_its_own() -> None:
    file = file_of(ASKED, fact(Asked, june(3), "sailing-2"), fact(Answered, june(4)))
    first, second = terms_of((term(),), file, lambda _: LAW)
    assert [first.key, second.key] == ["F-T1.1", "F-T1.2"]
    assert [first.state(june(5)), second.state(june(5))] == ["met", "running"]


def test_a_file_as_of_a_day_leaves_out_what_came_later_without_losing_count() -> None:
    """Facts of two matters need not be on record in the order of their days."""
    file = file_of(
        fact(Asked, june(9), "sailing-2"), ASKED, fact(Answered, june(3)), fact(Stopped, june(4))
    )
    stood = KIND.as_of(file, june(5), None)
    assert stood is not None
    assert [one.version for one in stood.trail] == [2, 3, 4]
    assert stood.fact(1) is None
    assert stood.fact(3) is file.trail[2]
    (only,) = terms_of((term(),), stood, lambda _: LAW)
    assert (only.key, only.state(june(5))) == ("F-T1.2", "met")


def test_the_decision_may_state_the_last_day_itself() -> None:
    stated = term(length=lambda asked, _: Stated(last=asked.by, place=AT_3))
    now = standing(stated, fact(Asked, MON, by=june(12)))
    assert now.due == june(12)
    assert [step.place.at for step in now.steps] == ["3", "3"]


def test_a_term_is_counted_under_the_law_of_the_fact_that_opened_it() -> None:
    asked_of: list[int] = []

    def law(record: Any) -> Law:
        asked_of.append(record.version)
        return LAW

    terms_of((term(),), file_of(fact(Answered, MON), ASKED), law)
    assert asked_of == [2]
