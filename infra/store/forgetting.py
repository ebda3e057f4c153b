"""Forgetting the keys of who was erased, as soon as the keys database says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import psycopg
import structlog

from infra.store.keyring import CHANNEL, Keyring

log = structlog.get_logger()
LOOK_UP = 0.2  # seconds between looks at whether to stop
AGAIN = 5.0  # seconds before a lost connection is made again


@contextmanager
def forgetting(dsn: str, keyring: Keyring) -> Iterator[None]:
    """Listens in a thread. Were it to miss a word, the keyring forgets by itself in a minute."""
    stop = threading.Event()
    thread = threading.Thread(target=_listen, args=(dsn, keyring, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _listen(dsn: str, keyring: Keyring, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute(f"LISTEN {CHANNEL}")
                _hear(connection, keyring, stop)
        except psycopg.OperationalError as error:
            log.warning("erasures can't be heard of now", reason=type(error).__name__)
            stop.wait(AGAIN)


def _hear(connection: psycopg.Connection, keyring: Keyring, stop: threading.Event) -> None:
    while not stop.is_set():
        for notice in connection.notifies(timeout=LOOK_UP, stop_after=1):
            with suppress(ValueError):
                keyring.forget(UUID(notice.payload))
