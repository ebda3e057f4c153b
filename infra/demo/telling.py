"""Telling the year: every story at once, day by day, on the record.

Steps are told in the order of their days, each under an id of its own. So what is on record is
always the beginning of the same year: a telling that was killed goes on after its last step,
and one that came to its end is not told again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Protocol

import psycopg
from psycopg_pool import ConnectionPool

from domain.days import ONE_DAY
from domain.schemes import all_schemes
from infra.clock import AMSTERDAM, MovedClock, today_in_amsterdam
from infra.demo.cast import schemes_told
from infra.demo.mornings import Mornings
from infra.demo.plan import LAST, Planned, last_tuesday, opening_id, planned, told_up_to
from infra.demo.record import RecordInHand
from infra.demo.stage import OnRecord
from infra.main import House
from infra.scenarios.names import file_of
from infra.scenarios.play import Play
from infra.scenarios.stage import AT_WORK
from infra.store.memory import RecorderInMemory
from infra.store.record import NO_SECRET
from infra.store.recorder import FactRecorder, Pool
from infra.store.sealing import Keys
from services.erasure import KeyDestroyer

ONE_TELLER = 7236010
"""The advisory lock of who tells."""

Recorder = FactRecorder | RecorderInMemory
Progress = Callable[[int, int], None]
"""Told how many steps are on record, out of how many."""


class ToldOtherwise(Exception):
    """A step did not come out as its story says: which file, which line, what came instead."""


class AnotherRecord(Exception):
    """The record holds something else than this year; nothing was told."""

    def __init__(self) -> None:
        super().__init__("the record holds other cases than those of the demonstration")


class BothKeys(Keys, KeyDestroyer, Protocol):
    """Keys that seal and open, and that can be destroyed: the keyring."""


def tell(house: House, progress: Progress = lambda _, __: None) -> int:
    """Tells what is not on record yet, up to yesterday; how many steps were told.

    Of two that tell at once one waits for the other. Raises ToldOtherwise, AnotherRecord, and
    ScriptError for a story that can't be read.
    """
    with psycopg.connect(house.databases.record, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [ONE_TELLER])
        if FactRecorder(house.pool).answered(LAST):
            return 0
        now, secret = house.clock(), house.record.secret
        with _not_waiting_for_the_disk(house) as pool:
            return Year(FactRecorder(pool), house.keyring, now, secret).told(progress)


@contextmanager
def _not_waiting_for_the_disk(house: House) -> Iterator[Pool]:
    """Connections whose commits reach the disk in their order, a moment later.

    What a machine that fails takes with it is the end of what was told: it is told again.
    """
    settings = {"autocommit": True, "options": "-c synchronous_commit=off"}
    pool: ConnectionPool[Any]
    with ConnectionPool(house.databases.record, min_size=1, max_size=2, kwargs=settings) as pool:
        yield pool


class Year:
    """The stories of every scheme, about to be told on a record up to a moment."""

    def __init__(
        self, recorder: Recorder, keys: BothKeys, now: datetime, secret: bytes = NO_SECRET
    ) -> None:
        self._recorder, self._keys = recorder, keys
        self._today = today_in_amsterdam(now)
        self._clock = MovedClock(now)
        self._record = RecordInHand(recorder, keys, self._clock, today_in_amsterdam, secret)
        begun = self._begun()
        self._plan = planned(schemes_told(), begun or last_tuesday(self._today))
        self._on_record = self._steps_on_record() if begun else 0

    def told(self, progress: Progress) -> int:
        """Tells the steps that are not on record; see ``tell``."""
        steps = self._plan[self._on_record :]
        begins = self._plan[max(0, self._on_record - 1)].day
        self._clock.move_to(datetime.combine(begins, AT_WORK, AMSTERDAM))
        stages = {scheme: self._stage(scheme) for scheme in schemes_told()}
        mornings = Mornings(tuple(stages.values()))
        for n, one in enumerate(steps, start=self._on_record + 1):
            mornings.pass_until(one.day)
            _tell(one, stages[one.part.scheme])
            progress(n, len(self._plan))
        mornings.pass_until(self._today - ONE_DAY)
        return len(steps)

    def _begun(self) -> date | None:
        """The last day of the year that is on record in part; nothing on an empty record."""
        for scheme in schemes_told():
            own = self._record.own_file(scheme)
            if own is not None and own.trail[0].command_id == opening_id(scheme):
                return told_up_to(scheme, own.trail[0].fact.on)
        if self._recorder.max_notification_id():
            raise AnotherRecord
        return None

    def _steps_on_record(self) -> int:
        """How many steps were told before: up to the last one that was answered."""
        answered = (n for n, one in enumerate(self._plan) if self._recorder.answered(one.id))
        return max(answered, default=-1) + 1

    def _stage(self, scheme: str) -> OnRecord:
        parts = {one.part.account: one.part for one in self._plan if one.part.scheme == scheme}
        files = {name: kind for part in parts.values() for name, kind in part.files.items()}
        return OnRecord(all_schemes()[scheme], files, self._record, self._clock, self._keys)


def _tell(one: Planned, stage: OnRecord) -> None:
    stage.at(one.day, one.minute, one.id)
    alias = file_of(one.step, stage.subjects)
    _, expectations = Play(one.part.script, stage).played(one.step, alias)
    for expected in expectations:
        if expected.failed:
            where = f"{one.step.written.file.name}:{expected.line}, told of {one.part.account}"
            raise ToldOtherwise(f"{where}: expected {expected.says}; {expected.failed}")
