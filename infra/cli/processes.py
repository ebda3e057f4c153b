"""``griffie work`` and ``griffie clerk``: the two processes that act by themselves."""

from __future__ import annotations

import signal
import threading
from enum import StrEnum
from typing import Annotated

import typer

from infra.cli.opening import house
from infra.cli.output import fail


def add_to(app: typer.Typer) -> None:
    app.command("work")(work)
    app.command("clerk")(clerk)


Once = Annotated[bool, typer.Option("--once", help="do all there is now, and end")]


class Source(StrEnum):
    """Where the facts come from."""

    record = "record"
    kafka = "kafka"


From = Annotated[
    Source, typer.Option("--from", help="kafka: several machines share the cases, by partition")
]


def work(once: Once = False, source: From = Source.record) -> None:
    """Feed the views. From the record one acts and the others wait; from Kafka all of them act."""
    if source is Source.kafka:
        _work_from_kafka(once)
        return
    from infra.store.views.runner import Shared

    with house() as open_house:
        worker = open_house.worker()
        try:
            worker.run_once() if once else worker.run(until_told_to_stop())
        except Shared as by_others:
            raise fail(str(by_others), 2) from None


def _work_from_kafka(once: bool) -> None:
    from infra.kafka.furnishing import NotAsItShould
    from infra.kafka.wiring import shared_worker_of

    if once:
        raise fail("--once feeds the views from the record; leave out --from kafka", 2)
    with house() as open_house:
        try:
            shared_worker_of(open_house).run(until_told_to_stop())
        except NotAsItShould as wrong:
            raise fail(str(wrong), 2) from None


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
