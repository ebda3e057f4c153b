"""Every year of the demonstration, told in memory: the record, and the files of one scheme."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from domain.case import CaseFile
from domain.schemes import Scheme
from infra.clock import MovedClock, today_in_amsterdam
from infra.demo.cast import account_of, members
from infra.demo.telling import Year
from infra.scenarios.stage import subject_of
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record


class KeysDestroyedOnce(KeysInMemory):
    """Keys in memory, destroyed as those of the keyring are: by somebody, by a decision."""

    def __init__(self) -> None:
        super().__init__()
        self.receipts: list[tuple[str, str]] = []

    def destroy(
        self,
        person: UUID,
        kept_classes: Collection[str] | None,
        *,
        decided_in: str = "",
        by: str = "",
    ) -> None:
        super().destroy(person, tuple(kept_classes or ()))
        self.receipts.append((decided_in, by))


class YearsTold(NamedTuple):
    """The record of every scheme, its keys, and how many steps were told."""

    record: Record
    keys: KeysDestroyedOnce
    steps: int


@cache
def years_told(now: datetime) -> YearsTold:
    """Every scheme told up to the day before a moment: once in a session, and only looked at."""
    recorder, keys = RecorderInMemory(), KeysDestroyedOnce()
    steps = Year(recorder, keys, now).told(lambda _, __: None)
    record = Record(recorder, keys, MovedClock(now), today_in_amsterdam)
    return YearsTold(record, keys, steps)


def told_at(now: datetime) -> Record:
    """The record of every scheme, told up to the day before a moment."""
    return years_told(now).record


def files_in(record: Record, scheme: Scheme, kind: str) -> dict[str, CaseFile[Any]]:
    """The file of each member of a cast that has a name, by that name."""
    return {
        member.name: record.file(subject_of(scheme, account_of(scheme.id, n), kind).number)
        for n, member in enumerate(members(scheme.id), start=1)
        if member.name
    }


def names_in(file: CaseFile[Any]) -> list[str]:
    """The facts in a file, without the name of the scheme."""
    return [record.fact.stored_as.removeprefix(f"{file.scheme}.") for record in file.trail]
