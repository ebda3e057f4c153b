"""Erasing: decided on record, done, and on record as done; never while a duty needs the data."""

from datetime import date
from uuid import UUID

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
    open_erasures,
)
from domain.fact import Fact
from domain.law import Refused
from domain.personal import Personal
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
    assert open_erasures(file) == {None: ("content",)}


def test_recording_it_is_open_to_the_clerk_only_once_it_is_ordered() -> None:
    before, after = file_of(ASKED), file_of(ASKED, ordered("identity"))
    assert open_actions(KIND, at(before, "clerk", DAY)) == []
    assert [one.name for one in open_actions(KIND, at(after, "clerk", DAY))] == ["record-erasure"]


SKIPPER, MATE = UUID(int=1), UUID(int=2)
NAMED = Asked(matter="sailing-1", on=DAY, basis=AT_3, name=Personal("B. Oot", MATE))


def needed_of(_: State, person: UUID) -> str:
    return "he is at sea" if person == SKIPPER else ""


INSIDE: KindOfFile[State] = KindOfFile(
    name="skipper",
    says="the file of a skipper",
    start=State(),
    evolve=evolve,
    facts=KIND.facts,
    actions=actions_of(*erasure_actions(lambda _: "the boat is registered", needed_of)),
)


def order_of(person: UUID, *facts: Fact) -> ErasureOrdered:
    command, by = OrderErasure(on=DAY, person=person), "privacy-officer"
    (fact,) = decide(INSIDE, command, at(file_of(*facts), by, DAY), DAY).facts
    assert isinstance(fact, ErasureOrdered)
    return fact


def test_somebody_else_in_a_file_is_erased_though_the_file_itself_is_needed() -> None:
    assert order_of(MATE, NAMED).person == MATE
    with pytest.raises(Refused, match="the boat is registered"):
        decide(INSIDE, OrderErasure(on=DAY), at(file_of(NAMED), "privacy-officer", DAY), DAY)


def test_unless_a_duty_needs_what_is_kept_about_him_or_nothing_is() -> None:
    of_the_skipper = NAMED.model_copy(update={"name": Personal("A. Nker", SKIPPER)})
    with pytest.raises(Refused, match="he is at sea"):
        order_of(SKIPPER, of_the_skipper)
    with pytest.raises(Refused, match="holds nothing about that person"):
        order_of(SKIPPER, NAMED)


def test_the_subject_may_be_named_by_id() -> None:
    file = file_of(NAMED)
    command = OrderErasure(on=DAY, person=file.id)
    (fact,) = decide(KIND, command, at(file, "privacy-officer", DAY), DAY).facts
    assert isinstance(fact, ErasureOrdered)
    assert fact.person is None


def test_what_was_done_is_recorded_for_whom_it_was() -> None:
    file = file_of(NAMED, order_of(MATE, NAMED), ordered("identity"))
    assert open_erasures(file) == {MATE: tuple(sorted(KEPT)), None: ("identity",)}
    clerk = at(file, "clerk", DAY)
    (done,) = decide(INSIDE, RecordErasure(on=DAY, person=MATE), clerk, DAY).facts
    assert isinstance(done, Erased)
    assert (done.person, done.kept) == (MATE, tuple(sorted(KEPT)))
    with pytest.raises(Refused, match="no erasure of that person"):
        decide(INSIDE, RecordErasure(on=DAY, person=SKIPPER), clerk, DAY)
