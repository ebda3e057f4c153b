"""Files at hand: only what is new is read, and memory stays bounded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.case import CaseFile, KindOfFile
from domain.fact import Recorded
from domain.number import number_of, stream_of
from services import case_files
from services.case_files import CaseFiles
from tests.domain.fictional import AT_3, KIND, TakenBack, recorded

NUMBERS = [number_of("ferry", "skipper", str(n)) for n in range(4)]
DAY = date(2026, 7, 1)


class Store:
    """Facts by stream; how many were read each time."""

    def __init__(self) -> None:
        self.facts: dict[UUID, list[Recorded]] = {}
        self.reads: list[int] = []

    def put(self, number: str, many: int = 1) -> None:
        held = self.facts.setdefault(stream_of(number), [])
        for _ in range(many):
            version = len(held) + 1
            fact = TakenBack(matter=f"sailing-{version}", on=DAY, basis=AT_3)
            one = recorded(1, fact)
            held.append(
                replace(
                    one,
                    number=number,
                    originator_id=stream_of(number),
                    originator_version=version,
                )
            )

    def read(self, stream: UUID, first: int) -> tuple[Recorded, ...]:
        found = tuple(self.facts.get(stream, ())[first - 1 :])
        self.reads.append(len(found))
        return found


class States:
    """Snapshots in memory, of a kind of file that has nothing personal."""

    def __init__(self) -> None:
        self.held: dict[str, tuple[int, Any]] = {}
        self.finds = 0

    def find(self, file: CaseFile[Any], _: KindOfFile[Any]) -> tuple[int, Any] | None:
        self.finds += 1
        return self.held.get(file.number)

    def keep(self, file: CaseFile[Any]) -> None:
        self.held[file.number] = file.version, file.state


@pytest.fixture
def store() -> Store:
    return Store()


def files(store: Store, most: int = 100, states: States | None = None) -> CaseFiles:
    return CaseFiles(store.read, lambda _: KIND, states, most)


def test_what_was_seen_is_not_read_again(store: Store) -> None:
    found = files(store)
    assert found.find(NUMBERS[0]) is None
    store.put(NUMBERS[0], 3)
    first = found.find(NUMBERS[0])
    assert first is not None
    assert first.version == 3
    assert found.find(NUMBERS[0]) == first
    store.put(NUMBERS[0], 2)
    grown = found.find(NUMBERS[0])
    assert grown == files(store).find(NUMBERS[0])
    assert store.reads == [0, 3, 0, 2, 5]


def test_so_many_facts_are_at_hand_and_what_was_not_asked_for_longest_goes(store: Store) -> None:
    found = files(store, most=7)
    for number in NUMBERS[:3]:
        store.put(number, 3)
    for number in (NUMBERS[0], NUMBERS[1], NUMBERS[0], NUMBERS[2], NUMBERS[0], NUMBERS[1]):
        found.find(number)
    assert store.reads == [3, 3, 0, 3, 0, 3]


def test_a_file_longer_than_all_there_is_room_for_is_at_hand_alone(store: Store) -> None:
    found = files(store, most=2)
    store.put(NUMBERS[0], 5)
    store.put(NUMBERS[1], 1)
    for number in (NUMBERS[0], NUMBERS[0], NUMBERS[1], NUMBERS[0]):
        found.find(number)
    assert store.reads == [5, 0, 1, 5]


def test_cleared_all_is_read_anew(store: Store) -> None:
    found = files(store)
    store.put(NUMBERS[0], 3)
    before = found.find(NUMBERS[0])
    found.clear()
    assert found.find(NUMBERS[0]) == before
    assert store.reads == [3, 3]


def test_only_long_files_ask_for_a_snapshot_and_get_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_files, "LONG", 4)
    states = States()
    store.put(NUMBERS[0], 3)
    files(store, states=states).find(NUMBERS[0])
    assert (states.finds, states.held) == (0, {})
    store.put(NUMBERS[0], 3)
    first = files(store, states=states).find(NUMBERS[0])
    assert states.held[NUMBERS[0]][0] == 6
    store.put(NUMBERS[0], 2)
    grown = files(store, states=states).find(NUMBERS[0])
    assert grown == files(store).find(NUMBERS[0]) != first
    assert states.held[NUMBERS[0]][0] == 6
    store.put(NUMBERS[0], 2)
    files(store, states=states).find(NUMBERS[0])
    assert states.held[NUMBERS[0]][0] == 10
