"""Many who decide on one file at once: one wins each version, and nobody's command is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4  # noqa: TID251  tests come in through the door

import pytest
from pydantic import SecretStr

from domain.fact import Actor
from infra.clock import now, today_in_amsterdam
from infra.main import opened
from infra.settings import Settings
from infra.store.record import Record
from services.commands import Asked, FileMoved, OnFileAlready, Receipt
from tests.infra.conftest import KEK, Database
from tests.infra.doors.visits import AGREEMENT, SCHEME
from tests.infra.kills.on_record import on_record

BODY = Actor(id="m.bakker", role="certification-body")
ROUNDS, FILES = 50, 5
DOCUMENT = {
    "kind": "membership",
    "dated": today_in_amsterdam(now()).isoformat(),
    "about": "a letter",
}
Once = Callable[[Record], Receipt]


@pytest.fixture
def records(database: Database, tmp_path: Path) -> Iterator[list[Record]]:
    """For eight writers in two houses, each with connections of its own, as processes have."""
    settings = Settings(
        mode="test",
        dsn=database.record,
        keys_dsn=database.keys,
        kek=SecretStr(KEK.hex()),
        data_dir=tmp_path,
        pool_size=4,
    )
    with ExitStack() as stack:
        yield [stack.enter_context(opened(settings)).record for _ in range(2)] * 4


def opening(record: Record, person: UUID, key: UUID | None = None) -> Receipt:
    data = {"fullName": "Johanna de Wit", "born": "1980-02-29"}
    asked = Asked(key or uuid4(), BODY, "open-file", data, person=person)
    return record.open(SCHEME, "person", str(person), asked)


def enrolled(record: Record) -> str:
    number = opening(record, uuid4()).number
    record.act(number, Asked(uuid4(), BODY, "submit-agreement", AGREEMENT))
    return number


def document(number: str, seen: int | None = None) -> Once:
    asked = Asked(uuid4(), BODY, "upload-document", DOCUMENT, seen_version=seen)
    return lambda record: record.act(number, asked)


def at_once(records: list[Record], asks: list[Once]) -> list[Receipt | Exception]:
    """What became of each; they begin together."""
    together = Barrier(len(asks))

    def begin(record: Record, ask: Once) -> Receipt | Exception:
        together.wait(60)
        try:
            return ask(record)
        except (FileMoved, OnFileAlready) as error:
            return error

    with ThreadPoolExecutor(len(asks)) as threads:
        return list(threads.map(begin, records, asks))


@pytest.mark.parametrize("writers", [2, 8])
def test_who_decides_on_a_version_wins_it_alone(
    records: list[Record], database: Database, writers: int
) -> None:
    number = enrolled(records[0])
    for version in range(2, ROUNDS + 2):
        asks = [document(number, seen=version) for _ in range(writers)]
        outcomes = at_once(records, asks)
        moved = [one.version for one in outcomes if isinstance(one, FileMoved)]
        won = [one.version for one in outcomes if isinstance(one, Receipt)]
        assert (won, moved) == ([version + 1], [version + 1] * (writers - 1))
    found = on_record(database.record)
    found.assert_sound()
    assert len(found.facts) == ROUNDS + 2


@pytest.mark.parametrize("writers", [2, 8])
def test_who_says_no_version_is_recorded_after_the_others(
    records: list[Record], database: Database, writers: int
) -> None:
    """In a few files one after the other: to decide anew takes longer the longer a file is."""
    for _ in range(FILES):
        number = enrolled(records[0])
        for _ in range(ROUNDS // FILES):
            outcomes = at_once(records, [document(number) for _ in range(writers)])
            assert all(isinstance(one, Receipt) for one in outcomes), outcomes
    found = on_record(database.record)
    found.assert_sound()
    assert len(found.facts) == ROUNDS * writers + 2 * FILES


def test_a_command_asked_eight_times_at_once_has_one_answer(
    records: list[Record], database: Database
) -> None:
    """Though it can be done only once, and on one version only."""
    for _ in range(ROUNDS):
        person, key = uuid4(), uuid4()
        begin = partial(opening, person=person, key=key)
        number = one_answer(at_once(records, [begin] * 8)).number
        agreed = Asked(uuid4(), BODY, "submit-agreement", AGREEMENT, seen_version=1)
        one_answer(at_once(records, [partial(Record.act, number=number, asked=agreed)] * 8))
    on_record(database.record).assert_sound()


def one_answer(outcomes: list[Receipt | Exception]) -> Receipt:
    receipts = [one for one in outcomes if isinstance(one, Receipt)]
    assert len(receipts) == len(outcomes), outcomes
    assert Counter(one.repeated for one in receipts) == {False: 1, True: len(receipts) - 1}
    assert all(one.records == receipts[0].records for one in receipts)
    return receipts[0]


def test_of_eight_who_open_one_file_one_does(records: list[Record], database: Database) -> None:
    for _ in range(ROUNDS):
        begin = partial(opening, person=uuid4())
        outcomes: list[Any] = at_once(records, [begin] * 8)
        became = Counter(type(one) for one in outcomes)
        assert became == {Receipt: 1, OnFileAlready: 7}
        assert len({one.number for one in outcomes}) == 1
    on_record(database.record).assert_sound()
