"""Erasing what is kept about a person: decided on record, then done, then on record as done.

AVG (GDPR) articles 12(3), 17(1) and 17(3): erased is what no duty of the scheme needs any
longer. The decision and its completion are facts of the case file; the values themselves go by
destroying their keys, so the file still loads and decides, and shows that something was erased.

A file may hold values about others than its subject, each under a key of that person: a trainer,
a participant, a signatory. They are erased in the same way, and the rest of the file stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from domain.case import Action, CaseFile, Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Place, Refused, Rule
from domain.personal import persons_in
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
    """A decision to erase what is kept about a person, for these reasons kept.

    ``person`` is whom, when that is not the subject of the file.
    """

    stored_as = "person.erasure-ordered"
    kept: tuple[str, ...]
    ground: str
    person: UUID | None = None


class Erased(Fact):
    """The keys were destroyed; nothing kept for these reasons can be read again."""

    stored_as = "person.erased"
    kept: tuple[str, ...]
    person: UUID | None = None


ErasureFact = ErasureOrdered | Erased


class OrderErasure(Command):
    """Decide to erase what is kept about the subject of the file, or another person in it."""

    name = "order-erasure"
    kept: tuple[Code, ...] = KEPT
    ground: Code = "request"
    person: UUID | None = None


class RecordErasure(Command):
    """Record that the ordered erasure was done."""

    name = "record-erasure"
    person: UUID | None = None


def nothing_else(_: Any, __: UUID) -> str:
    """No duty needs what a file holds about others than its subject."""
    return ""


def erasure_actions(
    needed_for: Callable[[Any], str],
    needed_of: Callable[[Any, UUID], str] = nothing_else,
) -> tuple[Action[Any, Any], Action[Any, Any]]:
    """Both actions for one kind of file.

    ``needed_for`` names what still needs the data of the file, ``needed_of`` what still needs
    those of another person in it.
    """

    @action(OrderErasure, by=PRIVACY_OFFICER, place=AVG_17)
    def order(asked: OrderErasure, at: Situation[Any]) -> Facts:
        """Decide to erase what is kept about the subject of the file, or another person in it."""
        unknown = sorted(set(asked.kept) - set(KEPT))
        if unknown or not asked.kept:
            raise Refused(f"give reasons kept out of {', '.join(KEPT)}", AVG_17)
        person = other_than_the_subject(at.case, asked.person)
        duty = needed_for(at.file) if person is None else _needed_of(person, at)
        if duty:
            raise Refused(f"the data is still needed: {duty}", NO_DUTY_LEFT.place, NO_DUTY_LEFT.id)
        return ErasureOrdered(
            matter=PRIVACY,
            on=asked.on,
            basis=AVG_17(1),
            kept=asked.kept,
            ground=asked.ground,
            person=person,
        )

    def _needed_of(person: UUID, at: Situation[Any]) -> str:
        if not any(person in persons_in(record.fact) for record in at.case.trail):
            raise Refused("this file holds nothing about that person", AVG_17)
        return needed_of(at.file, person)

    @action(RecordErasure, by=CLERK, place=AVG_17, when=_erasure_was_ordered)
    def record(asked: RecordErasure, at: Situation[Any]) -> Facts:
        """Record that the ordered erasure was done."""
        person = other_than_the_subject(at.case, asked.person)
        kept = open_erasures(at.case).get(person, ())
        if not kept:
            raise Refused("no erasure of that person was ordered that is not done", AVG_17)
        return Erased(matter=PRIVACY, on=asked.on, basis=AVG_17(1), kept=kept, person=person)

    return order, record


def subject_of(file: CaseFile[Any]) -> UUID:
    """Under whose key a file keeps what is about its subject: a person's, or the file's own."""
    return file.person or file.id


def other_than_the_subject(file: CaseFile[Any], person: UUID | None) -> UUID | None:
    return None if person == subject_of(file) else person


def open_erasures(file: CaseFile[Any]) -> dict[UUID | None, tuple[str, ...]]:
    """The reasons kept for which an erasure was ordered and is not on record as done.

    By person; nobody stands for the subject of the file.
    """
    ordered: dict[UUID | None, set[str]] = {}
    for record in file.trail:
        if isinstance(record.fact, ErasureOrdered):
            ordered.setdefault(record.fact.person, set()).update(record.fact.kept)
        if isinstance(record.fact, Erased):
            ordered.get(record.fact.person, set()).difference_update(record.fact.kept)
    return {person: tuple(sorted(kept)) for person, kept in ordered.items() if kept}


def _erasure_was_ordered(at: Situation[Any]) -> None:
    if not open_erasures(at.case):
        raise Refused("no erasure was ordered that is not done", AVG_17)
