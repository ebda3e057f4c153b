"""Erasing what is kept about a person: decided on record, then done, then on record as done.

AVG (GDPR) articles 12(3), 17(1) and 17(3): erased is what no duty of the scheme needs any
longer. The decision and its completion are facts of the case file; the values themselves go by
destroying their keys, so the file still loads and decides, and shows that something was erased.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.case import Action, Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Place, Refused, Rule
from domain.words import Code

PRIVACY = "privacy"
"""The matter under which erasure is recorded."""

AVG_17 = Place(text="AVG (GDPR)", at="17")
NO_DUTY_LEFT = Rule(
    id="G-01",
    place=AVG_17(3),
    says="erased is what no duty of the scheme and no open procedure needs any longer",
)
PRIVACY_OFFICER = frozenset({"privacy-officer"})
CLERK = frozenset({"clerk"})
KEPT = ("identity", "contact", "evidence", "content")


class ErasureOrdered(Fact):
    """A decision to erase what is kept about the subject of the file, for these reasons kept."""

    stored_as = "person.erasure-ordered"
    kept: tuple[str, ...]
    ground: str


class Erased(Fact):
    """The keys were destroyed; nothing kept for these reasons can be read again."""

    stored_as = "person.erased"
    kept: tuple[str, ...]


ErasureFact = ErasureOrdered | Erased


class OrderErasure(Command):
    """Decide to erase what is kept about the person this file is about."""

    name = "order-erasure"
    kept: tuple[Code, ...] = KEPT
    ground: Code = "request"


class RecordErasure(Command):
    """Record that the ordered erasure was done."""

    name = "record-erasure"


def erasure_actions(
    needed_for: Callable[[Any], str],
) -> tuple[Action[Any, Any], Action[Any, Any]]:
    """Both actions for one kind of file; ``needed_for`` names what still needs the data."""

    @action(OrderErasure, by=PRIVACY_OFFICER, place=AVG_17)
    def order(asked: OrderErasure, at: Situation[Any]) -> Facts:
        """Decide to erase what is kept about the person this file is about."""
        unknown = sorted(set(asked.kept) - set(KEPT))
        if unknown or not asked.kept:
            raise Refused(f"give reasons kept out of {', '.join(KEPT)}", AVG_17)
        duty = needed_for(at.file)
        if duty:
            raise Refused(f"the data is still needed: {duty}", NO_DUTY_LEFT.place, NO_DUTY_LEFT.id)
        return ErasureOrdered(
            matter=PRIVACY, on=asked.on, basis=AVG_17(1), kept=asked.kept, ground=asked.ground
        )

    @action(RecordErasure, by=CLERK, place=AVG_17, when=_erasure_was_ordered)
    def record(asked: RecordErasure, at: Situation[Any]) -> Facts:
        """Record that the ordered erasure was done."""
        return Erased(matter=PRIVACY, on=asked.on, basis=AVG_17(1), kept=ordered_and_not_done(at))

    return order, record


def ordered_and_not_done(at: Situation[Any]) -> tuple[str, ...]:
    """The reasons kept for which an erasure was ordered and is not on record as done."""
    ordered: set[str] = set()
    for record in at.case.trail:
        if isinstance(record.fact, ErasureOrdered):
            ordered |= set(record.fact.kept)
        if isinstance(record.fact, Erased):
            ordered -= set(record.fact.kept)
    return tuple(sorted(ordered))


def _erasure_was_ordered(at: Situation[Any]) -> None:
    if not ordered_and_not_done(at):
        raise Refused("no erasure was ordered that is not done", AVG_17)
