"""Every decision of a file, taken again under another edition.

The file they are taken in is the one that the other edition would have left: a fact that comes
out with another day or number is carried on so. Where a decision would have been another one, or
none, nobody knows what people would have done instead; the fact on record is carried on then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Literal

from domain.case import CaseFile
from domain.days import Day
from domain.decide import Decision
from domain.fact import Actor, Fact, Recorded
from domain.law import Check, Edition, NotYetInForce, Place, Refused, Value
from domain.personal import ErasedValue
from domain.replay.changes import Change, changes
from domain.replay.read_back import Asked, Reading, readings

Outcome = Literal["same", "differs", "refused", "other", "unknown"]
"""The same facts; the same with other values; refused; other facts; or it can't be said."""


class Redecided(Value):
    """One command on record and what would have come of it.

    ``first`` and ``last`` are the numbers of its facts. ``checks`` are the rules that were given
    something else or answered otherwise. ``unsaid`` names what the command may have held that
    left no trace: it is taken as left out.
    """

    first: int
    last: int
    on: Day
    by: Actor
    edition: str
    action: str = ""
    facts: tuple[str, ...]
    outcome: Outcome = "unknown"
    says: str = ""
    place: Place | None = None
    rule: str = ""
    changes: tuple[Change, ...] = ()
    checks: tuple[Change, ...] = ()
    would_be: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


Again = tuple[Redecided, tuple[Recorded, ...]]
"""A decision taken again, and the facts that the file goes on with."""


class Redeciding:
    """Takes the decisions of one file again, and keeps the file that they leave."""

    def __init__(self, empty: CaseFile[Any], edition: Edition) -> None:
        self.file, self._edition = empty, edition

    def take(self, asked: Asked) -> Redecided:
        """The next decision of the file; each one once, in the order of the file."""
        told, records = self._again(asked)
        for record in records:
            under_it = replace(record, edition=self._edition.id)
            self.file = asked.kind.after(self.file, under_it)
        return told

    def _again(self, asked: Asked) -> Again:
        read = readings(asked)
        if not read:
            says = "what was asked can't be read back from the record"
            return _on_record(asked, says=says), asked.records
        first, *rest = (self._outcome(asked, one) for one in read)
        if any(told != first[0] for told, _ in rest):
            says = f"what was asked can be read in {len(read)} ways, which come out differently"
            return _on_record(asked, says=says), asked.records
        return first

    def _outcome(self, asked: Asked, read: Reading) -> Again:
        was: dict[str, Any] = {"action": read.action.name, "unsaid": read.unsaid}
        try:
            decision = asked.decided(read.command, self._edition, self.file)
        except Refused as no:
            was |= {"outcome": "refused", "says": no.reason, "place": no.place, "rule": no.rule}
        except NotYetInForce as no:
            says = f"{self._edition.id} does not have a rule that this was decided by"
            was |= {"says": says, "place": getattr(no.rule.latest, "place", None)}
        except ErasedValue as gone:
            was |= {"says": str(gone)}
        else:
            return _compared(asked, decision, was)
        return _on_record(asked, **was), asked.records


def _compared(asked: Asked, decision: Decision, was: dict[str, Any]) -> Again:
    """Other facts than on record, or the same with whatever differs in them."""
    would_be = tuple(fact.stored_as for fact in decision.facts)
    if _kinds(decision.facts) != _kinds(asked.facts):
        return _on_record(asked, **was, outcome="other", would_be=would_be), asked.records
    pairs = [*zip(asked.records, decision.facts, strict=True)]
    changed = tuple(one for r, fact in pairs for one in changes(r.fact, fact, fact.stored_as))
    told = _on_record(
        asked,
        **was,
        outcome="differs" if changed else "same",
        would_be=would_be,
        changes=changed,
        checks=tuple(_checks(asked.records[0].checks, decision.checks)),
    )
    first, *rest = (replace(r, fact=fact) for r, fact in pairs)
    return told, (replace(first, checks=decision.checks), *rest)


def _kinds(facts: tuple[Fact, ...]) -> list[tuple[type[Fact], str]]:
    return [(type(fact), fact.matter) for fact in facts]


def _checks(recorded: tuple[Check, ...], other: tuple[Check, ...]) -> Iterator[Change]:
    """What the rules were given and answered, where that would not have been the same."""
    for was, now in zip_longest(recorded, other):
        if was is not None and now is not None and was.rule == now.rule:
            yield from changes(was, now, was.rule)
        else:
            for one in filter(None, (was, now)):
                yield Change(what=one.rule, recorded=one is was, other=one is now)


def _on_record(asked: Asked, **told: Any) -> Redecided:
    first, last = asked.records[0], asked.records[-1]
    return Redecided(
        first=first.version,
        last=last.version,
        on=first.fact.on,
        by=first.by,
        edition=first.edition,
        facts=tuple(fact.stored_as for fact in asked.facts),
        **told,
    )
