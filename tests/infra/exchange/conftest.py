"""One house for the tests of a module, on a database of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.fact import Actor, Recorded
from infra import logs
from infra.exchange.importing import Import, Report
from infra.exchange.mapping import SourceMapping, read_mapping
from infra.main import FOLDERS, House, opened
from infra.settings import Settings
from infra.store.bulk import BulkAppend
from infra.store.mapper import FactMapper
from infra.store.migrations import KEYS, prepare
from infra.store.views.facts import Facts
from tests.infra.conftest import KEK, Database, TestServer, environment
from tests.infra.exchange.permit_desk import MAPPING

ARCHIVIST = Actor(id="l.dekker", role="archivist")
Imports = Callable[..., Report]


@pytest.fixture(scope="module")
def settings(server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    database = Database(server)
    prepare(database.record_owner, FOLDERS)
    prepare(database.keys_owner, KEYS)
    yield Settings(
        mode="test",
        dsn=database.record,
        keys_dsn=database.keys,
        kek=SecretStr(KEK.hex()),
        data_dir=Path(tmp_path_factory.mktemp("house")),
    )
    database.drop()


@pytest.fixture(scope="module")
def house(settings: Settings) -> Iterator[House]:
    with opened(settings) as house:
        yield house


@pytest.fixture
def told_of_the_house(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command finds: the house of these tests."""
    told = environment(settings.dsn, settings.keys_dsn, settings.data_dir)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(logs, "configure", lambda **_: None)


@pytest.fixture
def bulk(house: House) -> BulkAppend:
    return BulkAppend(house.pool, FactMapper(house.keyring))


@pytest.fixture
def mapping(request: pytest.FixtureRequest) -> SourceMapping:
    """That of the permit desk; each test has a source of its own."""
    return read_mapping(MAPPING).model_copy(update={"source": request.node.name[:110]})


@pytest.fixture
def take_over(house: House, bulk: BulkAppend, mapping: SourceMapping) -> Imports:
    """Takes over a file under the mapping of this test, or another one."""

    def taken(
        path: Path, *, by: SourceMapping = mapping, dry: bool = False, into: BulkAppend = bulk
    ) -> Report:
        steps: list[tuple[int, int]] = []
        importing = Import(house.record, into, house.keyring, ARCHIVIST, by)
        report = importing.run(path, lambda *step: steps.append(step), dry=dry)
        assert steps[-1] == (report.cases, report.cases)
        return report

    return taken


@pytest.fixture
def on_record(house: House, mapping: SourceMapping) -> Callable[[], list[list[Recorded]]]:
    """The cases that were taken over from the source of this test."""

    def read() -> list[list[Recorded]]:
        facts = Facts(house.pool, house.keyring)
        with facts.by_case(facts.head()) as stored:
            cases = [[facts.read(one) for one in case] for case in stored]
        return [case for case in cases if case[0].fact.basis.text == mapping.source]

    return read
