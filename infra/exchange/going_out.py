"""What is on record, case by case, for whoever writes it out; memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.fact import Fact, Recorded
from domain.number import stream_of
from domain.personal import Sealed
from domain.schemes.taken_over.record.source import SaidOfAPerson, Saying
from infra.store.views.facts import Facts, Stored
from infra.store.views.faults import UNREACHABLE, Fault, reason_of
from infra.store.views.files import number_in

COMMON = frozenset(Fact.model_fields)
WITHHELD, ERASED = "[withheld]", "[erased]"


@dataclass(frozen=True)
class Wanted:
    """What goes out: all there is, one scheme or one case; with personal values or without."""

    scheme: str = ""
    number: str = ""
    personal: bool = False


@dataclass(frozen=True)
class Out:
    """A fact on its way out, and its position in the record."""

    position: int
    record: Recorded


class Withholding:
    """Stands where the cipher does when facts are stored: nothing personal passes."""

    def again(self, _: Sealed) -> None:
        """Nothing: what is sealed goes out as little as what is not."""

    def seal(self, _: UUID | None, kept: str, __: object) -> Mapping[str, object]:
        return {"withheld": kept}


def cases(facts: Facts, wanted: Wanted, on_fault: Callable[[Fault], None]) -> Iterator[list[Out]]:
    """Every case that is wanted with all its facts, as the record stood when this began.

    A case with a fact that cannot be read is left out whole, and told to ``on_fault``.
    """
    head = facts.head()
    with _stored(facts, wanted, head) as found:
        for stored in found:
            out = _read(facts, wanted, stored, on_fault)
            if out and wanted.scheme in ("", out[0].record.scheme):
                yield out


def _read(
    facts: Facts, wanted: Wanted, stored: Sequence[Stored], on_fault: Callable[[Fault], None]
) -> list[Out]:
    out: list[Out] = []
    for one in stored:
        try:
            out.append(Out(one.position, _whole(facts.read(one), wanted)))
        except UNREACHABLE:
            raise
        except Exception as error:  # whatever is wrong with this case keeps back no other
            reason = f"{one.topic}: {reason_of(error)}"
            on_fault(Fault(one.stream, number_in(one.state), one.position, reason))
            return []
    return out


def _whole(record: Recorded, wanted: Wanted) -> Recorded:
    """A fact is read when somebody looks: so all that goes out is looked at here."""
    looked_at = (record.fact, record.checks, record.command_id)
    if wanted.personal:
        content(looked_at[0], wanted)
    return record


def _stored(
    facts: Facts, wanted: Wanted, head: int
) -> AbstractContextManager[Iterable[list[Stored]]]:
    if not wanted.number:
        return facts.by_case(head)
    return nullcontext(facts.of([stream_of(wanted.number)], head).values())


def content(fact: Fact, wanted: Wanted) -> dict[str, Any]:
    """The fields of a fact: personal ones as ``{"withheld": ...}``, or ``{"erased": ...}``."""
    context = None if wanted.personal else {"sealing": Withholding()}
    told: dict[str, Any] = fact.model_dump(
        mode="json", by_alias=True, exclude=set(COMMON), context=context
    )
    return told


def said(one: Saying, wanted: Wanted) -> tuple[str, str]:
    """The kind of a value and its text, as a source gave it."""
    if not isinstance(one, SaidOfAPerson):
        return one.kind, one.says
    if one.sealed.erased:
        return "string", ERASED
    return (one.kind, one.sealed.value) if wanted.personal else ("string", WITHHELD)
