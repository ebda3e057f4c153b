"""From a command to facts: who may ask, on which day, in which order; and what is open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.case import action, actions_of
from domain.decide import NotAllowed, decide, open_actions
from domain.law import Refused
from tests.domain.fictional import (
    AT_3,
    EMPTY,
    KIND,
    AnswerAll,
    Answered,
    Ask,
    Asked,
    TakeBack,
    TakenBack,
    ask,
    at,
    file_of,
)

DAY = date(2026, 6, 10)
ASKED = Asked(matter="sailing-1", on=DAY, basis=AT_3)
ASKED_TOO = Asked(matter="sailing-2", on=DAY - timedelta(days=5), basis=AT_3)


def test_a_decision_carries_its_facts_and_every_rule_that_was_weighed() -> None:
    decision = decide(KIND, Ask(on=DAY), at(EMPTY, "skipper", DAY), DAY)
    assert decision.facts == (ASKED,)
    assert [(c.rule, c.holds) for c in decision.checks] == [("F-02", True), ("F-01", True)]
    assert decision.checks[0].given == {"seen_on": DAY}


def test_a_question_that_guard_and_decision_both_put_is_weighed_once() -> None:
    twice = action(
        Ask, by=frozenset({"skipper"}), place=AT_3, when=lambda at: ask(Ask(on=DAY), at)
    )
    kind = replace(KIND, actions=actions_of(twice(ask.decide)))
    decision = decide(kind, Ask(on=DAY), at(EMPTY, "skipper", DAY), DAY)
    assert [c.rule for c in decision.checks] == ["F-02", "F-01"]


def test_what_the_text_forbids_is_refused_under_its_place() -> None:
    with pytest.raises(Refused, match="bring eight life jackets") as refusal:
        decide(KIND, Ask(on=DAY, jackets=7), at(EMPTY, "skipper", DAY), DAY)
    assert str(refusal.value.place) == "Ferry rules v1, 3(a)"


def test_a_role_that_does_not_carry_the_action_is_not_allowed() -> None:
    with pytest.raises(NotAllowed, match="ask is for skipper, not for harbour"):
        decide(KIND, Ask(on=DAY, jackets=0), at(EMPTY, "harbour", DAY), DAY)


def test_a_day_that_is_still_to_come_is_refused() -> None:
    tomorrow = DAY + timedelta(days=1)
    with pytest.raises(Refused, match=f"give a day up to {DAY}"):
        decide(KIND, Ask(on=tomorrow), at(EMPTY, "skipper", tomorrow), DAY)


def test_a_fact_that_would_lie_ahead_is_refused_whatever_the_command_says() -> None:
    tomorrow = DAY + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        decide(
            KIND, AnswerAll(on=DAY, answered_on=tomorrow), at(file_of(ASKED), "harbour", DAY), DAY
        )


def test_a_day_before_the_latest_fact_of_the_matter_is_refused() -> None:
    earlier = DAY - timedelta(days=1)
    with pytest.raises(Refused, match=f"sailing-1 has a fact of {DAY}"):
        decide(KIND, AnswerAll(on=earlier), at(file_of(ASKED), "harbour", earlier), DAY)


def test_the_days_of_other_matters_do_not_count() -> None:
    file = file_of(ASKED_TOO)
    decision = decide(KIND, AnswerAll(on=ASKED_TOO.on), at(file, "harbour", ASKED_TOO.on), DAY)
    assert [fact.matter for fact in decision.facts] == ["sailing-2"]


def test_a_decision_may_give_several_facts_in_several_matters() -> None:
    decision = decide(KIND, AnswerAll(on=DAY), at(file_of(ASKED_TOO, ASKED), "harbour", DAY), DAY)
    assert decision.facts == tuple(
        Answered(matter=f"sailing-{n}", on=DAY, basis=AT_3) for n in (2, 1)
    )


def test_the_facts_of_one_decision_are_in_order_too() -> None:
    """A file as it stood on a day is cut off by days, so a matter never goes back in time."""
    earlier, later = DAY, DAY + timedelta(days=2)
    situation = at(file_of(ASKED), "skipper", later)
    decision = decide(KIND, TakeBack(on=later, days=(earlier, later)), situation, later)
    assert [type(fact) for fact in decision.facts] == [TakenBack, TakenBack]
    with pytest.raises(Refused, match=f"sailing-1 has a fact of {later}"):
        decide(KIND, TakeBack(on=later, days=(later, earlier)), situation, later)


def test_an_action_that_is_closed_is_refused_before_it_is_decided() -> None:
    with pytest.raises(Refused, match="nothing was asked"):
        decide(KIND, AnswerAll(on=DAY), at(EMPTY, "harbour", DAY), DAY)


def test_open_is_what_the_role_may_ask_of_the_file_as_it_stands() -> None:
    file = file_of(ASKED)
    assert [one.name for one in open_actions(KIND, at(EMPTY, "skipper", DAY))] == ["ask"]
    assert open_actions(KIND, at(EMPTY, "harbour", DAY)) == []
    assert [one.name for one in open_actions(KIND, at(file, "skipper", DAY))] == ["take-back"]
    assert [one.name for one in open_actions(KIND, at(file, "harbour", DAY))] == ["answer-all"]


def test_an_action_says_what_it_is_and_can_still_be_called() -> None:
    assert ask.says == "Ask to sail, with a life jacket for everybody."
    assert KIND.actions["answer-all"].says == "Answer everything that was asked."
    assert ask(Ask(on=DAY), at(EMPTY, "skipper", DAY)) == ASKED
    closed = KIND.actions["answer-all"].closed_because(at(EMPTY, "harbour", DAY))
    assert closed is not None
    assert closed.reason == "nothing was asked"
    assert ask.closed_because(at(EMPTY, "skipper", DAY)) is None


def test_two_actions_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match="the same name"):
        actions_of(ask, ask)
