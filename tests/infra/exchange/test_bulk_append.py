"""A bulk append is one among many writers: no reader misses a fact, no writer waits for long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError

from domain.number import number_of, stream_of
from infra.main import House
from infra.store import bulk as bulk_append
from infra.store.bulk import BulkAppend
from infra.store.recorder import FactRecorder
from services.commands import Asked
from services.drafts import Draft, Drafting
from tests.infra.exchange.conftest import ARCHIVIST

BEGAN = datetime(2011, 1, 3, 9, tzinfo=UTC)


def draft(drafting: Drafting, person: int, events: int = 3) -> Draft:
    told = [{"row": n, "at": BEGAN, "activity": "Received"} for n in range(1, events + 1)]
    data = {"source": "Bulk", "case": str(person), "began": BEGAN, "events": told}
    command = UUID(int=10**6 + person)
    return drafting.draft(Asked(command, ARCHIVIST, "take-over", data, person=UUID(int=person)))


@pytest.fixture
def drafting(house: House) -> Drafting:
    return Drafting(house.record, "taken-over", "history")


def test_what_was_appended_is_a_file_like_any_other(
    house: House, bulk: BulkAppend, drafting: Drafting
) -> None:
    one, two = draft(drafting, 1), draft(drafting, 2)
    assert bulk.append([one, two]) == 8
    file = house.record.file(one.number)
    assert file.trail == one.records
    assert bulk.answered([one.asked.command_id, UUID(int=5)]) == {one.asked.command_id: one.digest}
    again = house.record.open("taken-over", "history", str(UUID(int=2)), two.asked)
    assert again.repeated
    assert again.records == two.records


def test_all_or_nothing(house: House, bulk: BulkAppend, drafting: Drafting) -> None:
    bulk.append([draft(drafting, 11)])
    with pytest.raises(IntegrityError):
        bulk.append([draft(drafting, 12), draft(drafting, 11)])
    assert bulk.answered([UUID(int=10**6 + 12)]) == {}


def test_the_application_may_copy_in_nothing_but_what_it_may_insert(house: House) -> None:
    for column in ("notification_id", "stored_at"):
        with (
            psycopg.connect(house.databases.record) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            connection.cursor().copy(f"COPY record.facts ({column}) FROM STDIN"),
        ):
            pass


class Tail(threading.Thread):
    """Follows the record by position, as views do, while others write."""

    def __init__(self, recorder: FactRecorder, begin: int) -> None:
        super().__init__()
        self._recorder, self._seen = recorder, begin
        self.found: list[tuple[int, UUID, int]] = []
        self.over = threading.Event()

    def run(self) -> None:
        while True:
            last = self.over.is_set()
            for one in self._new():
                self.found.append(one)
            if last:
                return

    def _new(self) -> Iterator[tuple[int, UUID, int]]:
        while some := self._recorder.select_notifications(
            self._seen, 500, inclusive_of_start=False
        ):
            for one in some:
                yield one.id, UUID(str(one.originator_id)), one.originator_version
            self._seen = some[-1].id


def test_a_reader_misses_nothing_while_bulk_and_live_writers_write(
    house: House, bulk: BulkAppend, drafting: Drafting
) -> None:
    """Two bulk writers in chunks, three live ones, and a reader at every moment in between."""
    recorder = FactRecorder(house.pool)
    tail = Tail(recorder, recorder.safe_head())
    live = [UUID(int=5000 + n) for n in range(60)]
    chunks = [
        [draft(drafting, 2000 + 100 * chunk + n, events=20) for n in range(25)]
        for chunk in range(8)
    ]

    def in_bulk(mine: list[list[Draft]]) -> None:
        for chunk in mine:
            bulk.append(chunk)

    def one_by_one(mine: list[UUID]) -> None:
        for person in mine:
            data = {"source": "Live", "case": "1", "began": BEGAN}
            asked = Asked(person, ARCHIVIST, "take-over", data, person=person)
            house.record.open("taken-over", "history", str(person), asked)

    work = [(in_bulk, chunks[0::2]), (in_bulk, chunks[1::2])]
    writers = [threading.Thread(target=do, args=(mine,)) for do, mine in work]
    writers += [threading.Thread(target=one_by_one, args=(live[n::3],)) for n in range(3)]
    tail.start()
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    tail.over.set()
    tail.join()
    positions = [position for position, _, _ in tail.found]
    assert positions == sorted(set(positions))
    drafts = [one for chunk in chunks for one in chunk]
    wanted = {(r.originator_id, r.version) for one in drafts for r in one.records}
    wanted |= {(stream_of(_number(person)), 1) for person in live}
    assert {(stream, version) for _, stream, version in tail.found} == wanted


def _number(person: UUID) -> str:
    return number_of("taken-over", "history", str(person))


def test_stuck_before_its_commit_it_holds_back_readers_and_no_writer(
    house: House, bulk: BulkAppend, drafting: Drafting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its positions are drawn and nobody sees them yet: a reader that went on would miss them."""
    recorder, copy = FactRecorder(house.pool), bulk_append._copy
    head = recorder.safe_head()
    drawn, go_on = threading.Event(), threading.Event()

    def slow(connection: Any, into: str, *rest: Any) -> None:
        copy(connection, into, *rest)
        if into == bulk_append.FACTS:
            drawn.set()
            go_on.wait(30)

    monkeypatch.setattr(bulk_append, "_copy", slow)
    with ThreadPoolExecutor(2) as others:
        stuck = others.submit(bulk.append, [draft(drafting, 7001)])
        assert drawn.wait(30)
        live = UUID(int=7002)
        data = {"source": "Live", "case": "1", "began": BEGAN}
        asked = Asked(live, ARCHIVIST, "take-over", data, person=live)
        receipt = house.record.open("taken-over", "history", str(live), asked)
        reader = others.submit(recorder.select_notifications, head + 1, 10)
        time.sleep(0.5)
        waited = not reader.done()
        go_on.set()
        assert stuck.result(30) == 4
        found = [(one.originator_id, one.originator_version) for one in reader.result(30)]
    assert waited, "the reader went past positions that were not visible yet"
    assert len(found) == 5
    assert found[-1] == (stream_of(receipt.number), 1)
