"""A snapshot and what came after it give the file that all the facts give, under every text."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from domain.case import CaseFile
from domain.personal import Identity, Personal
from domain.schemes import all_schemes
from infra.store import snapshots as module
from infra.store.snapshots import StampedSnapshots
from services import case_files
from tests.played import Played

KINDS = [(scheme.id, kind) for scheme in all_schemes().values() for kind in scheme.files]
SECRET = b"a secret of this test"
SEEDS = range(3)


class InMemory:
    """A table of snapshots, read by who tests them."""

    def __init__(self) -> None:
        self.held: dict[tuple[UUID, int, str], bytes] = {}

    def latest(self, stream: UUID, upto: int, code: str) -> tuple[int, bytes] | None:
        found = [v for s, v, c in self.held if s == stream and c == code and v <= upto]
        return (max(found), self.held[stream, max(found), code]) if found else None

    def put(self, stream: UUID, version: int, code: str, held: bytes) -> None:
        self.held[stream, version, code] = held


class Kept:
    """A file that was played, and its snapshots."""

    def __init__(self, scheme: str, kind: str, seed: int = 1, steps: int = 30) -> None:
        self.played = Played(all_schemes()[scheme], kind, Random(seed))
        for _ in self.played.steps(steps):
            pass
        self.table = InMemory()
        self.snapshots = StampedSnapshots(self.table, self.played.keys, SECRET)

    @property
    def file(self) -> CaseFile[Any]:
        file = self.played.file()
        assert file is not None
        return file

    def after(self, version: int) -> CaseFile[Any]:
        stood = self.played.under.kind.as_of(self.file, None, version)
        assert stood is not None
        return stood

    def found(self, upto: CaseFile[Any]) -> Any:
        return self.snapshots.find(upto, self.played.under.kind)

    def anew(self) -> CaseFile[Any]:
        """The file as casework reads it with nothing at hand but the snapshots."""
        self.played.record.folded = self.snapshots
        self.played.record.__dict__.pop("files", None)
        return self.file


@pytest.fixture(autouse=True)
def _short_files_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_files, "LONG", 2)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_a_snapshot_and_the_rest_give_what_all_facts_give(
    scheme: str, kind: str, seed: int
) -> None:
    kept = Kept(scheme, kind, seed)
    whole = kept.file
    for version in range(1, whole.version + 1):
        kept.table.held.clear()
        before = kept.after(version)
        kept.snapshots.keep(before)
        assert kept.found(whole) == (version, before.state)
        again = kept.anew()
        assert (again.state, again.trail) == (whole.state, whole.trail)


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_dropping_them_all_changes_nothing(scheme: str, kind: str) -> None:
    kept = Kept(scheme, kind)
    without = kept.file
    first, second = kept.anew(), kept.anew()
    assert kept.table.held
    kept.table.held.clear()
    assert first == second == kept.anew() == without


def long_file() -> Kept:
    """A person's file in which the name can be read, with its snapshot."""
    played = (Kept("lvv-certification", "person", seed) for seed in range(20))
    kept = next(one for one in played if not one.played.erased and one.file.state.name)
    kept.snapshots.keep(kept.file)
    return kept


def test_no_personal_value_lies_in_it_open_and_none_opens_after_an_erasure() -> None:
    kept = long_file()
    name = kept.file.state.name
    assert name.value == kept.found(kept.file)[1].name.value
    (held,) = kept.table.held.values()
    assert b'"in":' in held
    kept.played.keys.destroy(kept.played.person, ["identity"])
    assert kept.found(kept.file)[1].name.erased
    assert name.erased


def test_a_state_in_which_something_is_not_sealed_is_not_kept() -> None:
    kept = long_file()
    kept.table.held.clear()
    just_decided = kept.file.state.model_copy(update={"name": Personal[Identity, str]("Anna")})
    with capture_logs() as logs:
        kept.snapshots.keep(replace(kept.file, state=just_decided))
    assert kept.table.held == {}
    assert [one["event"] for one in logs] == ["no snapshot was kept"]


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_one_that_was_changed_is_told_and_left_aside(at: int) -> None:
    kept = long_file()
    whole = kept.file
    ((key, held),) = kept.table.held.items()
    changed = bytearray(held)
    changed[at] ^= 1
    kept.table.held[key] = bytes(changed)
    with capture_logs() as logs:
        assert kept.found(whole) is None
        assert kept.anew() == whole
    assert {one["event"] for one in logs} == {"a snapshot was left aside"}
    assert logs[0]["case"] == whole.number


@pytest.mark.parametrize("held", [b"", b"no snapshot", bytes(100)])
def test_what_is_none_is_left_aside(held: bytes) -> None:
    kept = long_file()
    (key,) = kept.table.held
    kept.table.held[key] = held
    assert kept.found(kept.file) is None
    assert kept.anew() == kept.file


def test_one_moved_to_another_version_or_file_is_left_aside() -> None:
    kept = long_file()
    (((stream, version, code), held),) = kept.table.held.items()
    kept.table.held = {(stream, version - 1, code): held}
    assert kept.found(kept.file) is None


def test_other_code_or_another_secret_folds_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = long_file()
    others = StampedSnapshots(kept.table, kept.played.keys, b"another secret")
    assert others.find(kept.file, kept.played.under.kind) is None
    monkeypatch.setattr(module, "code_of_the_domain", lambda: "other code")
    assert kept.found(kept.file) is None
