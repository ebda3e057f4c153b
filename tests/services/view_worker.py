"""A worker in a process of its own, to be killed; takes the DSNs of the record and the keys."""

import signal
import sys
import threading

from psycopg_pool import ConnectionPool

from infra.store.keyring import Keyring
from infra.store.views.runner import Runner
from infra.worker import Worker
from tests.infra.conftest import KEK
from tests.projections.lvv_shown import SCHEMES


def main(record_dsn: str, keys_dsn: str) -> None:
    Runner.frozen_after = 1.0
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    autocommit = {"autocommit": True}
    with (
        ConnectionPool(record_dsn, kwargs=autocommit, min_size=1, max_size=4) as pool,
        ConnectionPool(keys_dsn, kwargs=autocommit, min_size=1, max_size=2) as keys,
    ):
        Worker(pool, pool, Keyring(keys, KEK), schemes=SCHEMES, most=20).run(stop, poll=0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
