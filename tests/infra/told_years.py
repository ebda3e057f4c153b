"""Every year of the demonstration, told in memory: the record, and the files of one scheme."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.case import CaseFile
from domain.schemes import Scheme
from infra.clock import MovedClock, today_in_amsterdam
from infra.demo.cast import account_of, members
from infra.demo.telling import Year
from infra.scenarios.stage import subject_of
from infra.store.memory import RecorderInMemory
from infra.store.record import Record
from tests.infra.test_demo import KeysDestroyedOnce


def told_at(now: datetime) -> Record:
    """The record of every scheme, told up to the day before a moment."""
    recorder, keys = RecorderInMemory(), KeysDestroyedOnce()
    Year(recorder, keys, now).told(lambda _, __: None)
    return Record(recorder, keys, MovedClock(now), today_in_amsterdam)


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
