"""A process holds no more connections than it may, however much it is asked at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

from infra.main import FOLDERS, House, opened
from infra.settings import Settings
from infra.store.migrations import KEYS, prepare
from infra.store.views.reading import Views
from infra.store.views.rebuild import Rebuild
from tests.bench.filling import fill
from tests.infra.conftest import KEK, Database

POOL = 5
OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"


def test_everything_at_once_stays_within_the_budget(database: Database, tmp_path: Path) -> None:
    prepare(database.record_owner, FOLDERS)
    prepare(database.keys_owner, KEYS)
    settings = Settings(
        mode="test",
        dsn=database.record,
        keys_dsn=database.keys,
        kek=SecretStr(KEK.hex()),
        data_dir=tmp_path,
        pool_size=POOL,
    )
    with opened(settings) as house, psycopg.connect(database.record_owner) as looking:
        fill(house, 300)
        most: dict[str, int] = {}

        def look() -> None:
            for dsn in (database.record, database.keys):
                name = str(conninfo_to_dict(dsn)["dbname"])
                row = looking.execute(OPEN, [name]).fetchone()
                most[dsn] = max(most.get(dsn, 0), row[0] if row else 0)
                looking.commit()

        at_once(house, look)
    assert most[database.record] <= POOL + 1, "the pool, and who wakes the followers"
    assert most[database.keys] <= 4 + 1, "the pool, and who hears of destroyed keys"
    assert most[database.record] > 2, "it was busy"


def at_once(house: House, look: Callable[[], None]) -> None:
    """A worker, a rebuild and ten readers, until the rebuild is done."""
    stop = threading.Event()
    worker = threading.Thread(target=house.worker().run, args=(stop, 0.01))
    worker.start()
    views = Views(house.pool)
    with ThreadPoolExecutor(12) as pool:
        rebuild = pool.submit(Rebuild(house.pool, house.pool, house.keyring).rebuild)
        while not rebuild.done():
            for reading in [pool.submit(views.progress.positions) for _ in range(10)]:
                reading.result()
            look()
        rebuild.result()
    stop.set()
    worker.join()
