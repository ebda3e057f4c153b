"""One house for the door tests of a module: embedded PostgreSQL, the site, the views on call."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from infra.http.demo_issuer import DemoIssuer
from infra.http.house import site
from infra.http.pages.visitor import Persona
from infra.main import FOLDERS, House, opened
from infra.settings import Settings
from infra.store.migrations import KEYS, prepare
from infra.worker import Worker
from tests.infra.conftest import KEK, Database, TestServer
from tests.infra.doors.visits import BODY, SCHEME, Door

HANDLER = Persona("Case handler", "handles cases", "m.bakker", "Hobéon SKO", ((SCHEME, BODY),))


@pytest.fixture(scope="module")
def house(server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    database = Database(server)
    prepare(database.record_owner, FOLDERS)
    prepare(database.keys_owner, KEYS)
    settings = Settings(
        mode="test",
        dsn=database.record,
        keys_dsn=database.keys,
        kek=SecretStr(KEK.hex()),
        data_dir=Path(tmp_path_factory.mktemp("house")),
    )
    with opened(settings) as house:
        yield house
    database.drop()


@pytest.fixture(scope="module")
def door(house: House) -> Iterator[Door]:
    issuer = DemoIssuer(house.settings.data_dir, mode="test")
    worker = Worker(house.pool, house.pool, house.keyring)
    with TestClient(site(house, personas=(HANDLER,)), raise_server_exceptions=False) as client:
        yield Door(client, house, issuer, worker)
