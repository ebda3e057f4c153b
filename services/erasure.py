"""Erasing a person: ordered in every file, done once, then on record as done in every file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID, uuid5

from domain.case import CaseFile, Situation
from domain.decide import NotAllowed, decide
from domain.erasure import (
    AVG_17,
    KEPT,
    ErasureOrdered,
    open_erasures,
    other_than_the_subject,
    subject_of,
)
from domain.fact import Actor, Recorded
from domain.law import Refused
from services.casework import Casework
from services.clerk import CLERK
from services.commands import Asked
from services.person_files import PersonFiles, found_holding

ERASURES = UUID("7a3f0a0e-52a4-5f39-8f5c-2d1f8f6f0b17")
"""Our namespace for the commands of an erasure (RFC 9562, section 5.5)."""


class KeyDestroyer(Protocol):
    """The keyring, as far as erasing goes. Destroying twice is harmless."""

    def destroy(
        self, person: UUID, kept_classes: Collection[str] | None, *, decided_in: str, by: str
    ) -> object: ...


class StillNeeded(Exception):
    """Nothing was destroyed: these files refuse, each with its reason."""

    def __init__(self, refusals: dict[str, Refused | NotAllowed]) -> None:
        told = "; ".join(f"{number}: {refusal}" for number, refusal in refusals.items())
        super().__init__(f"nothing was erased, for it is refused in {told}")
        self.refusals = refusals


@dataclass(frozen=True)
class ErasureDone:
    """In which files the erasure of a person is on record now."""

    person: UUID
    numbers: tuple[str, ...]


class Erasure:
    """Every step can be repeated, so what a crash interrupted is gone on with by ``resume``."""

    def __init__(self, casework: Casework, files: PersonFiles, keys: KeyDestroyer) -> None:
        self._casework, self._files, self._keys = casework, files, keys

    def erase(
        self,
        person: UUID,
        by: Actor,
        *,
        kept: Sequence[str] = KEPT,
        ground: str = "request",
        numbers: Sequence[str] | None = None,
    ) -> ErasureDone:
        """Erases what is kept about a person for these reasons, under every scheme.

        His own files and every other that holds him order it first. A key is the person's, not
        the file's: if any file still needs what is kept, StillNeeded is raised and nothing is
        destroyed. ``numbers`` are the files that hold the person, when known.
        """
        found = found_holding(person, self._files, self._casework, numbers)
        data = {"kept": tuple(kept), "ground": ground, "person": str(person)}
        waiting = [n for n in found if not _covers(self._ordered(n, person), kept)]
        refusals = {n: no for n in waiting if (no := self._refusal(n, by, data)) is not None}
        if refusals:
            raise StillNeeded(refusals)
        for number in waiting:
            once = uuid5(ERASURES, f"{number}/{self._casework.file(number).version}/order")
            self._casework.act(number, Asked(once, by, "order-erasure", data))
        return self._carry_out(person, found, kept, by)

    def resume(self, by: Actor = CLERK) -> list[ErasureDone]:
        """Goes on with every erasure that was ordered in all files of a person and not done."""
        files = [self._casework.file(number) for number in self._files.with_open_erasure()]
        persons = dict.fromkeys(
            person or subject_of(file) for file in files for person in open_erasures(file)
        )
        done = []
        for person in persons:
            numbers = found_holding(person, self._files, self._casework)
            ordered = [self._ordered(number, person) for number in numbers]
            kept = [one for one in KEPT if ordered and all(_covers(o, [one]) for o in ordered)]
            if kept:
                done.append(self._carry_out(person, numbers, kept, by))
        return done

    def _carry_out(
        self, person: UUID, numbers: tuple[str, ...], kept: Sequence[str], by: Actor
    ) -> ErasureDone:
        if numbers:
            order = _orders(self._casework.file(numbers[0]), person)[-1]
            decided_in = f"{order.number}, fact {order.version}"
            self._keys.destroy(person, kept, decided_in=decided_in, by=by.id)
        for number in numbers:
            file = self._casework.file(number)
            if other_than_the_subject(file, person) in open_erasures(file):
                last = _orders(file, person)[-1]
                once = uuid5(ERASURES, f"{number}/{last.version}/record")
                asked = Asked(once, CLERK, "record-erasure", {"person": str(person)})
                self._casework.act(number, asked)
        return ErasureDone(person, numbers)

    def _ordered(self, number: str, person: UUID) -> frozenset[str]:
        """All for which an erasure of a person was ever ordered in a file, done or not."""
        orders = _orders(self._casework.file(number), person)
        return frozenset(
            kept
            for record in orders
            if isinstance(record.fact, ErasureOrdered)
            for kept in record.fact.kept
        )

    def _refusal(
        self, number: str, by: Actor, data: dict[str, Any]
    ) -> Refused | NotAllowed | None:
        """Why a file would refuse the order; nothing is recorded by asking."""
        file = self._casework.file(number)
        kind = self._casework.under(file).kind
        if "order-erasure" not in kind.actions:
            return Refused("nothing is ever erased from a file of this kind", AVG_17)
        today = self._casework.day_of(self._casework.clock())
        at = Situation(file, by, today, self._casework.law(file.scheme, today))
        command = kind.actions["order-erasure"].asks.model_validate({"on": at.on, **data})
        try:
            decide(kind, command, at, at.on)
        except (Refused, NotAllowed) as refusal:
            return refusal
        return None


def _orders(file: CaseFile[Any], person: UUID) -> list[Recorded]:
    whose = other_than_the_subject(file, person)
    return [
        record
        for record in file.trail
        if isinstance(record.fact, ErasureOrdered) and record.fact.person == whose
    ]


def _covers(ordered: Collection[str], kept: Sequence[str]) -> bool:
    return set(kept) <= set(ordered)
