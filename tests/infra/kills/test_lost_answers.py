"""The answer to a COMMIT is lost: the command is not done twice, and its answer is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4  # noqa: TID251  tests come in through the door

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import SecretStr

from infra.main import House, opened
from infra.settings import Settings
from services.commands import Asked
from tests.infra.conftest import KEK, Database
from tests.infra.kills.on_record import on_record
from tests.infra.kills.test_two_deciders import BODY, DOCUMENT, enrolled, opening
from tests.infra.kills.wire import Wire


@pytest.fixture
def wire(database: Database, open_folder: Path) -> Iterator[Wire]:
    host = conninfo_to_dict(database.record)["host"]
    folder = open_folder / "wire"
    folder.mkdir()
    made = Wire(folder, Path(str(host)))
    yield made
    made.close()
    (folder / ".s.PGSQL.5432").unlink()
    folder.rmdir()


@pytest.fixture
def house(
    database: Database, wire: Wire, open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """Every answer to an append is lost, though the facts are on record."""
    settings = Settings(
        mode="test",
        dsn=make_conninfo(database.record, host=str(open_folder / "wire")),
        keys_dsn=database.keys,
        kek=SecretStr(KEK.hex()),
        data_dir=open_folder,
    )
    with opened(settings) as house:
        append = house.record.recorder.insert_events

        def appended(*events: object, **kwargs: object) -> object:
            wire.cut_at_next_answer()
            return append(*events, **kwargs)  # type: ignore[arg-type]  # passed on as it came

        monkeypatch.setattr(house.record.recorder, "insert_events", appended)
        yield house


def test_a_lost_answer_is_found_again(house: House, wire: Wire, database: Database) -> None:
    number = enrolled(house.record)
    for version in range(3, 23):
        asked = Asked(uuid4(), BODY, "upload-document", DOCUMENT, seen_version=version - 1)
        first = house.record.act(number, asked)
        again = house.record.act(number, asked)
        assert (first.version, again.version) == (version, version)
        assert first.records == again.records
    assert wire.cuts == 22
    found = on_record(database.record)
    found.assert_sound()
    assert len(found.facts) == 22


def test_the_lost_answer_to_an_opening_too(house: House, wire: Wire, database: Database) -> None:
    person, key = uuid4(), uuid4()
    first, again = (opening(house.record, person, key) for _ in range(2))
    assert first.records == again.records
    assert (wire.cuts, len(on_record(database.record).facts)) == (1, 1)
