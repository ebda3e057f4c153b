"""What was asked is read back from what came of it: never wrongly, in any told case.

So every told case comes out as it did under the edition that it was decided under.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from domain.case import CaseFile
from domain.erasure import KEPT
from domain.fact import Actor
from domain.schemes import all_schemes
from infra.clock import Clock, today_in_amsterdam
from infra.scenarios.names import kinds_of_files
from infra.scenarios.play import Play
from infra.scenarios.stage import Stage
from infra.scenarios.stories import load
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.commands import Asked, Receipt
from services.replay import Replay, Replayed
from tests.beginnings import scenarios
from tests.played import Played
from tests.replay.another_edition import decision, told

SCENARIOS = [
    (scheme, file)
    for scheme in all_schemes()
    for file in scenarios(scheme)
    if file.parent.name != "stories"
]
"""Without the stories: the scenarios begin with them."""
KINDS = [("lvv-certification", "person"), ("lvv-accreditation", "training")]
KINDS += [("ssvv-sogp", "centre"), ("lvv-accreditation", "scheme")]
NOT_READ = "what was asked can't be read back from the record"
NOT_READ_BACK = ("take-over", "take-over-more", "amend-agreement")
"""What the source says is taken over on the days of the source: no fact has the day on which it
was asked, and a fact is made of each part of what was. Nothing was decided there either (0024).
An amendment is asked by the names of recognitions and recorded by place and qualification.
"""


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
        case, not_read = stage.file(alias), list[int]()
        for found, reading in Replay(record, case).readings() if case is not None else ():
            asked = record.remembered[found.records[0].command_id]
            action = found.kind.actions[asked.action]
            meant = action.asks.model_validate({"on": found.today, **asked.data})
            if asked.action in NOT_READ_BACK:
                assert reading == ()
                not_read.append(found.records[0].version)
                continue
            assert {one.action.name for one in reading} == {asked.action}
            assert meant in [one.command for one in reading]
        if case is not None:
            replayed = Replay(record, case).under(text.editions[-1].id, stage.today)
            assert _not_said(replayed) == not_read
            assert {one.outcome for one in replayed.decisions} <= {"same", "unknown"}
            assert {one.how for one in replayed.terms} <= {"same"}


def _not_said(replayed: Replayed) -> list[int]:
    """The first facts of the decisions that it says nothing of, each with the reason."""
    unknown = [one for one in replayed.decisions if one.outcome == "unknown"]
    assert {one.says for one in unknown} <= {NOT_READ}
    return [one.first for one in unknown]


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_whatever_is_asked_comes_out_as_it_did_or_is_not_said(scheme: str, kind: str) -> None:
    """Random play, a person whose keys were destroyed among it: never another outcome."""
    text = all_schemes()[scheme]
    played = Played(text, kind, Random(scheme))
    for _ in played.steps(20):
        pass
    file = played.file()
    assert file is not None
    replayed = Replay(played.record, file).under(text.editions[-1].id, played.today)
    assert {one.outcome for one in replayed.decisions} <= {"same", "unknown"}
    assert {one.how for one in replayed.terms} <= {"same"}
    known = [one for one in replayed.decisions if one.outcome == "same"]
    assert len(known) > len(replayed.decisions) / 2


def test_what_leaves_too_little_on_record_is_not_guessed() -> None:
    """A name that is put right is recorded under another word than it is asked with."""
    case = told(all_schemes()["lvv-certification"], "stories/certified", "person")
    right = {"fullName": "Johanna de Witt", "asOnVog": True, "because": "a typing error"}
    by = Actor(id="m.bakker", role="certification-body")
    case.record.act(case.number("person"), Asked(UUID(int=1), by, "correct-name", right))
    replayed = case.replayed("person")
    assert [one.outcome for one in replayed.decisions[-1:]] == ["unknown"]
    assert replayed.decisions[-1].says == NOT_READ
    assert {one.outcome for one in replayed.decisions[:-1]} == {"same"}


def test_what_was_erased_is_read_back_as_far_as_it_decided_nothing() -> None:
    """The keys of a person are destroyed: a decision that looked at his name can't be said."""
    case = told(all_schemes()["lvv-certification"], "stories/certified", "person")
    assert case.begun.person is not None
    case.keys.destroy(case.begun.person, KEPT)
    assert case.record.file(case.number("person")).state.name.erased
    replayed = case.replayed("person")
    assert {one.outcome for one in replayed.decisions} == {"same", "unknown"}
    assert decision(replayed, "start-pre-check").outcome == "same"
    assert {one.how for one in replayed.terms} == {"same"}
