"""``griffie work`` and ``griffie clerk``: the two processes that act by themselves."""

from __future__ import annotations

import signal
import threading
from typing import Annotated

import typer

from infra.cli.opening import house


def add_to(app: typer.Typer) -> None:
    app.command("work")(work)
    app.command("clerk")(clerk)


Once = Annotated[bool, typer.Option("--once", help="do all there is now, and end")]


def work(once: Once = False) -> None:
    """Feed the views from the record. Start as many as you like; one acts, the others wait."""
    with house() as open_house:
        worker = open_house.worker()
        worker.run_once() if once else worker.run(until_told_to_stop())


def clerk(once: Once = False) -> None:
    """Turn what is due into commands: open procedures, end periods; never decide on rights."""
    with house() as open_house:
        at_work = open_house.clerk_at_work()
        at_work.run_once() if once else at_work.run(until_told_to_stop())


def until_told_to_stop() -> threading.Event:
    """Set by SIGTERM and SIGINT; what is under way is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop
