"""Erasing: decided on record, done, and on record as done; never while a duty needs the data."""

from datetime import date

import pytest

from domain.case import KindOfFile, actions_of
from domain.decide import Decision, NotAllowed, decide, open_actions
from domain.erasure import (
    KEPT,
    Erased,
    ErasureOrdered,
    OrderErasure,
    RecordErasure,
    erasure_actions,
    ordered_and_not_done,
)
from domain.fact import Fact
from domain.law import Refused
from tests.domain.fictional import AT_3, Asked, State, at, evolve, file_of

DAY = date(2026, 6, 10)
ASKED = Asked(matter="sailing-1", on=DAY, basis=AT_3)


def still_needed(state: State) -> str:
    return "an answer is awaited" if "sailing-2" in state.matters else ""


KIND: KindOfFile[State] = KindOfFile(
    name="skipper",
    says="the file of a skipper",
    start=State(),
    evolve=evolve,
    facts=(Asked, ErasureOrdered, Erased),
    actions=actions_of(*erasure_actions(still_needed)),
)


def ordered(*kept: str) -> ErasureOrdered:
    return ErasureOrdered(matter="privacy", on=DAY, basis=AT_3, kept=kept, ground="request")


def order(command: OrderErasure, *facts: Fact, role: str = "privacy-officer") -> Decision:
    return decide(KIND, command, at(file_of(ASKED, *facts), role, DAY), DAY)


def record(*facts: Fact) -> Decision:
    return decide(KIND, RecordErasure(on=DAY), at(file_of(ASKED, *facts), "clerk", DAY), DAY)


def test_an_erasure_is_ordered_for_the_reasons_kept() -> None:
    (fact,) = order(OrderErasure(on=DAY)).facts
    assert isinstance(fact, ErasureOrdered)
    assert (fact.kept, fact.ground, fact.matter) == (KEPT, "request", "privacy")
    assert str(fact.basis) == "AVG (GDPR), 17(1)"
    (some,) = order(OrderErasure(on=DAY, kept=("contact",), ground="retention-over")).facts
    assert isinstance(some, ErasureOrdered)
    assert some.kept == ("contact",)


def test_nothing_is_erased_that_a_duty_still_needs() -> None:
    awaited = Asked(matter="sailing-2", on=DAY, basis=AT_3)
    with pytest.raises(Refused, match="an answer is awaited") as refusal:
        order(OrderErasure(on=DAY), awaited)
    assert refusal.value.rule == "G-01"


@pytest.mark.parametrize("kept", [(), ("everything",), ("identity", "secrets")])
def test_only_known_reasons_kept_can_be_named(kept: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="identity, contact, evidence, content"):
        order(OrderErasure(on=DAY, kept=kept))


def test_only_the_privacy_officer_orders_it() -> None:
    with pytest.raises(NotAllowed):
        order(OrderErasure(on=DAY), role="clerk")


def test_what_was_ordered_is_recorded_as_done_once() -> None:
    (done,) = record(ordered("identity"), ordered("content", "identity")).facts
    assert isinstance(done, Erased)
    assert done.kept == ("content", "identity")
    with pytest.raises(Refused, match="no erasure was ordered"):
        record(ordered("identity"), done)


def test_nothing_is_recorded_as_done_that_was_not_ordered() -> None:
    with pytest.raises(Refused, match="no erasure was ordered"):
        record()


def test_what_is_ordered_after_an_erasure_is_to_be_done_again() -> None:
    done = Erased(matter="privacy", on=DAY, basis=AT_3, kept=("identity",))
    file = file_of(ASKED, ordered("identity"), done, ordered("content"))
    assert ordered_and_not_done(at(file, "clerk", DAY)) == ("content",)


def test_recording_it_is_open_to_the_clerk_only_once_it_is_ordered() -> None:
    before, after = file_of(ASKED), file_of(ASKED, ordered("identity"))
    assert open_actions(KIND, at(before, "clerk", DAY)) == []
    assert [one.name for one in open_actions(KIND, at(after, "clerk", DAY))] == ["record-erasure"]
