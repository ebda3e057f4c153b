"""What a process of its own does in a rebuild: it fills spare tables with a part of the cases."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection as Line

from domain.schemes import Scheme
from infra.store.keyring import Keyring
from infra.store.pools import pool_on
from infra.store.views.faults import reason_of
from infra.store.views.feeding import Feed
from infra.store.views.leader import session
from infra.store.views.parts import Part
from infra.store.views.spare import Faults, Spare
from projections import VIEWS

ON_RECORD, ON_KEYS = 2, 1  # connections: one reads while the other writes

Told = int | Faults
"""How many facts were gone through; or the cases that could not be told, and it is done."""


@dataclass(frozen=True)
class Access:
    """The record and the keys of what is personal in it, for a process that opens them itself.

    ``schemes`` is called there. All of it is handed over through a pipe: words of a command, and
    the environment of a process, can be seen by others.
    """

    record: str = field(repr=False)
    keys: str = field(repr=False)
    kek: bytes = field(repr=False)
    schemes: Callable[[], Mapping[str, Scheme]]


@dataclass(frozen=True)
class Errand:
    """Which tables are to be filled with which part of the record, up to which position."""

    access: Access
    made: Mapping[str, int]
    part: Part
    upto: int


def run(errand: Errand, line: Line) -> None:
    """Fills, and tells on the line how it goes, or why it can't. Does not outlive who sent it."""
    threading.Thread(target=_end_with_sender, daemon=True).start()
    try:
        line.send(_filled(errand, line))
    except Exception as error:  # whatever it is, who sent us is to say it
        line.send(reason_of(error))


def _filled(errand: Errand, line: Line) -> Faults:
    access = errand.access
    with pool_on(access.record, ON_RECORD) as record, pool_on(access.keys, ON_KEYS) as keys:
        feed = Feed(record, Keyring(keys, access.kek), access.schemes())
        views = [view for view in VIEWS if view.name in errand.made]
        spare = Spare(feed, views, errand.made)
        with session(record) as connection:
            spare.fill(connection, errand.upto, lambda done, _: line.send(done), errand.part)
        return spare.faults


def _end_with_sender() -> None:
    sender = multiprocessing.parent_process()
    if sender is not None:
        sender.join()
        os._exit(1)
