"""An installation on a server of one's own: made by its owner, used by a login that may little."""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import SecretStr

from infra.main import FOLDERS, opened
from infra.settings import Misconfigured, Settings
from infra.store.embedded import Embedded
from infra.store.installing import install, install_keys


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Embedded:
    place = Path(tmp_path_factory.mktemp("installing"))
    for folder in (place, *place.parents[:3]):
        folder.chmod(0o755)
    return Embedded(place / "pg")


def test_an_installation_is_made_once_and_then_opened_in_production(
    server: Embedded, tmp_path: Path
) -> None:
    with server:
        host = str(conninfo_to_dict(server.dsn)["host"])
        record = make_conninfo(host=host, user="griffie_at_work", dbname="of_the_record")
        keys = make_conninfo(host=host, user="griffie_keeper", dbname="of_the_keys")
        owner = server.dsn
        first = install(owner, record, FOLDERS, role="griffie_app", variable="GRIFFIE_DSN")
        first += install_keys(owner, keys)
        assert first
        again = install(owner, record, FOLDERS, role="griffie_app", variable="GRIFFIE_DSN")
        assert again + install_keys(owner, keys) == []
        production = Settings(
            mode="production",
            dsn=record,
            keys_dsn=keys,
            kek=SecretStr("11" * 32),
            oidc_issuer="https://login.example.org",
            data_dir=tmp_path,
        )
        with opened(production) as house:
            assert house.record.recorder.max_notification_id() is None
        with (
            psycopg.connect(record, autocommit=True) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute("DELETE FROM record.facts")


def test_a_dsn_without_a_user_is_refused_in_words() -> None:
    with pytest.raises(Misconfigured, match="GRIFFIE_DSN names no database or no user"):
        install("dbname=postgres", "dbname=x", FOLDERS, role="griffie_app", variable="GRIFFIE_DSN")
