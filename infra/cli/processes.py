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
    from infra.worker import Worker

    with house() as open_house:
        worker = Worker(open_house.pool, open_house.pool, open_house.keyring)
        if once:
            worker.run_once()
            return
        worker.run(_until_told_to_stop())


def clerk(once: Once = False) -> None:
    """Turn what is due into commands: open procedures, end periods; never decide on rights."""
    from infra.clock import today_in_amsterdam
    from infra.store.views.reading import Views
    from infra.worker import ClerkAtWork
    from services.clerk import Clerk

    with house() as open_house:
        due = Views(open_house.pool).deadlines
        at_desk = Clerk(open_house.record, due)
        if once:
            done = at_desk.run_day(open_house.today())
            typer.echo(f"{len(done.done)} done, {len(done.refused)} no longer due", err=True)
            return
        ClerkAtWork(open_house.pool, at_desk, open_house.clock, today_in_amsterdam).run(
            _until_told_to_stop()
        )


def _until_told_to_stop() -> threading.Event:
    """Set by SIGTERM and SIGINT; what is under way is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop
