"""A scheme as it would be with one edition more, and told cases to replay under it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from domain.law import Edition, InTime
from domain.replay.decisions import Redecided
from domain.replay.terms import TermRedone
from domain.schemes import Scheme, all_schemes
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.replay import Replay, Replayed
from tests.beginnings import SCENARIOS, Beginning, begun_with

FIRST, NEXT_YEAR = date(2020, 1, 1), date(2027, 1, 1)


def with_another_edition(scheme: str, since: date = NEXT_YEAR, called: str = "") -> Scheme:
    """The scheme with its editions, and another that begins on this day."""
    text = all_schemes()[scheme]
    another = Edition(
        id=called or f"{scheme}@another",
        title=f"{text.title}, another edition",
        adopted=since,
        since=since,
    )
    return replace(text, editions=(*text.editions, another))


def changed(patch: pytest.MonkeyPatch, article: ModuleType, rule: str, other: object) -> None:
    """From next year on this rule of an article has another version, wherever it is used."""
    was = getattr(article, rule)
    now = InTime({FIRST: was.latest, NEXT_YEAR: other})
    scheme = article.__name__.rpartition(".")[0]
    for name, module in list(sys.modules.items()):
        if name.startswith(scheme) and getattr(module, rule, None) is was:
            patch.setattr(module, rule, now)


@dataclass(frozen=True)
class Told:
    """A record that holds what a told scenario left, under a scheme that may have changed."""

    scheme: Scheme
    begun: Beginning
    record: Record
    keys: KeysInMemory

    def number(self, kind: str) -> str:
        return dict(self.begun.numbers)[kind]

    def replayed(self, kind: str, edition: str = "") -> Replayed:
        """Under the latest edition unless another is given, on the day after the last fact."""
        file = self.record.file(self.number(kind))
        edition = edition or self.scheme.editions[-1].id
        return Replay(self.record, file).under(edition, today_in_amsterdam(self.begun.ends))


def record_of(begun: Beginning, scheme: Scheme) -> Told:
    recorder = RecorderInMemory()
    begun.put_in(recorder)
    keys = KeysInMemory()
    record = Record(recorder, keys, MovedClock(begun.ends), today_in_amsterdam)
    record.schemes = {**all_schemes(), scheme.id: scheme}
    return Told(scheme, begun, record, keys)


def told(scheme: Scheme, story: str, kind: str) -> Told:
    begun = begun_with(SCENARIOS / scheme.id / f"{story}.yaml", kind)
    assert begun is not None
    return record_of(begun, scheme)


def decision(replayed: Replayed, action: str) -> Redecided:
    """The only decision on this action."""
    (found,) = [one for one in replayed.decisions if one.action == action]
    return found


def term(replayed: Replayed, id: str) -> TermRedone:
    """The only term with this id."""
    (found,) = [one for one in replayed.terms if one.term == id]
    return found


def not_the_same(replayed: Replayed) -> list[Any]:
    """The actions and the terms that would not come out the same."""
    decisions = [one.action for one in replayed.decisions if one.outcome != "same"]
    return decisions + [one.term for one in replayed.terms if one.how != "same"]
