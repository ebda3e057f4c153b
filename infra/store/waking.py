"""Waking who follows the record: after a commit, never within one, and not for every fact.

A NOTIFY in the transaction of an append would make commits queue up. So appends only raise a
flag here, and a thread of the process says once for all of them that there is more. Whoever is
not woken looks by himself: nothing depends on it but how soon.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import structlog

log = structlog.get_logger()
CHANNEL = "griffie_facts"
PAUSE = 0.05  # seconds between two words at least
AGAIN = 5.0  # seconds before a lost connection is made again


@contextmanager
def waking(dsn: str) -> Iterator[Callable[[], None]]:
    """What to call after each append; it costs the caller nothing."""
    stop, more = threading.Event(), threading.Event()
    thread = threading.Thread(target=_tell, args=(dsn, stop, more), daemon=True)
    thread.start()
    try:
        yield more.set
    finally:
        stop.set()
        more.set()
        thread.join()


def _tell(dsn: str, stop: threading.Event, more: threading.Event) -> None:
    while not stop.is_set():
        more.wait()
        try:
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute("SET synchronous_commit = off")  # a word is not a fact
                _tell_on(connection, stop, more)
        except psycopg.Error as error:
            log.warning("who follows the record is not woken", reason=type(error).__name__)
            stop.wait(AGAIN)


def _tell_on(connection: psycopg.Connection, stop: threading.Event, more: threading.Event) -> None:
    while more.wait() and not stop.is_set():
        more.clear()
        connection.execute(f"NOTIFY {CHANNEL}")
        stop.wait(PAUSE)
