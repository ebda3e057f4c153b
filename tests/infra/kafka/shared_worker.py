"""A worker that reads from Kafka, in a process of its own, to be killed.

Takes the DSNs of the record and the keys, the broker and the prefix of its topics.
"""

import signal
import sys
import threading

from psycopg_pool import ConnectionPool

from infra.kafka import sharing
from infra.kafka.sharing import SharedWorker
from infra.kafka.topics import named
from infra.store.keyring import Keyring
from infra.store.views.feeding import Feed
from tests.infra.conftest import KEK
from tests.projections.lvv_shown import SCHEMES

QUICK = {"session_timeout_ms": 6000, "heartbeat_interval_ms": 500, "max_poll_records": 40}


def main(record_dsn: str, keys_dsn: str, servers: str, prefix: str) -> None:
    SharedWorker.frozen_after = 3.0
    sharing.AGAIN = 0.1
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    autocommit = {"autocommit": True}
    with (
        ConnectionPool(record_dsn, kwargs=autocommit, min_size=1, max_size=4) as pool,
        ConnectionPool(keys_dsn, kwargs=autocommit, min_size=1, max_size=2) as keys,
    ):
        feed = Feed(pool, Keyring(keys, KEK), SCHEMES)
        to_broker = {"bootstrap_servers": servers.split(","), **QUICK}
        SharedWorker(pool, feed, named(prefix).facts, to_broker).run(stop)


if __name__ == "__main__":
    main(*sys.argv[1:])
