"""What was asked is read back from what came of it: never wrongly, in any told case.

So every told case comes out as it did under the edition that it was decided under.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from domain.case import CaseFile
from domain.schemes import all_schemes
from infra.clock import Clock, today_in_amsterdam
from infra.scenarios.names import kinds_of_files
from infra.scenarios.play import Play
from infra.scenarios.stage import Stage
from infra.scenarios.stories import load
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.casework import Asked, Receipt
from services.replay import Replay
from tests.beginnings import scenarios
from tests.replay.another_edition import not_the_same

SCENARIOS = [
    (scheme, file)
    for scheme in all_schemes()
    for file in scenarios(scheme)
    if file.parent.name != "stories"
]
"""Without the stories: the scenarios begin with them."""


class Remembering(Record):
    """A record that remembers what was asked, which no record does in earnest."""

    remembered: dict[UUID, Asked]

    def _put(self, file: CaseFile[Any], asked: Asked) -> Receipt:
        receipt = super()._put(file, asked)
        self.remembered[asked.command_id] = asked
        return receipt


def remembering(clock: Clock) -> Remembering:
    record = Remembering(RecorderInMemory(), KeysInMemory(), clock, today_in_amsterdam)
    record.remembered = {}
    return record


@pytest.mark.parametrize(("scheme", "file"), SCENARIOS, ids=[f.stem for _, f in SCENARIOS])
def test_what_was_asked_is_read_back_and_comes_out_as_it_did(scheme: str, file: Path) -> None:
    script, text = load(file), all_schemes()[scheme]
    begins = script.steps[0].text.day
    stage = Stage(text, kinds_of_files(script, text), begins, remembering)
    Play(script, stage).told()
    record = stage.record
    assert isinstance(record, Remembering)
    for alias in stage.subjects:
        case = stage.file(alias)
        for found, reading in Replay(record, case).readings() if case is not None else ():
            asked = record.remembered[found.records[0].command_id]
            action = found.kind.actions[asked.action]
            meant = action.asks.model_validate({"on": found.today, **asked.data})
            assert {one.action.name for one in reading} == {asked.action}
            assert meant in [one.command for one in reading]
        if case is not None:
            replayed = Replay(record, case).under(text.editions[-1].id, stage.today)
            assert not_the_same(replayed) == []
