"""``griffie demo``: told years of cases, served with everything that acts by itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from infra.cli.opening import house, settings
from infra.cli.output import fail
from infra.cli.serve import Host, Port

if TYPE_CHECKING:
    from infra.demo.telling import Progress
    from infra.main import House
    from infra.settings import Settings

DEFAULTS = {"GRIFFIE_MODE": "demo", "GRIFFIE_DATA_DIR": ".data/demo"}
WORTH_A_LOOK = ("lvv-certification", "appeal-upheld")
OPEN = """\
Griffie is open at {at}/
  the register   {at}/  (look somebody up, on any day)
  sign in        {at}/sign-in  (as {who}, for one)
  a case         {at}/cases/{number}  (once signed in: an appeal upheld, and what followed)
  the API        {at}/api/v1/openapi.json
Ctrl-C ends it; what happened stays in {data}."""


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(host: Host = None, port: Port = None) -> None:
    """Tell years of made-up cases once, and serve them: pages, API, views and clerk."""
    from infra.http import serving

    read = _settings(host, port)
    try:
        listener = serving.listening(read.host, read.port)
    except serving.CannotListen as wrong:
        raise fail(str(wrong), 2) from None
    _signals_end_it()
    with listener, house(read) as open_house:
        _tell(open_house)
        typer.echo(_opened(serving.address(listener), read))
        from infra.demo.personas import PERSONAS

        beside = (open_house.worker().run, open_house.clerk_at_work().run)
        serving.serve(open_house, listener, personas=PERSONAS, beside=beside)


def _settings(host: str | None, port: int | None) -> Settings:
    """Those of the environment; unless it says otherwise, a demonstration in a folder here."""
    from infra import logs

    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    if os.environ["GRIFFIE_MODE"] == "production":
        raise fail("made-up cases are not told in production; give another GRIFFIE_MODE", 2)
    read = settings(host=host, port=port)
    logs.configure(json=read.log_json, level="WARNING")
    return read


def _tell(open_house: House) -> None:
    """The year, if it is not told yet; and every view up to what is on record."""
    from infra.demo.telling import AnotherRecord, ToldOtherwise, tell
    from infra.scenarios.reading import ScriptError

    try:
        with _progress() as progress:
            tell(open_house, progress)
    except (AnotherRecord, ToldOtherwise, ScriptError) as wrong:
        folder = open_house.settings.data_dir
        says = f"{wrong}\nThe year can't be told in {folder}; name another GRIFFIE_DATA_DIR"
        raise fail(says, 1) from None
    open_house.worker().run_once()


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a screen; elsewhere one line, when there was something to tell."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    says, told = "Telling years of cases", [0]
    console = Console(stderr=True)
    columns = TextColumn(says), BarColumn(), MofNCompleteColumn(), TextColumn("steps")
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(says, visible=False)

        def progress(done: int, of: int) -> None:
            told[0] += 1
            bar.update(task, completed=done, total=of, visible=True)

        yield progress
    if told[0] and not sys.stderr.isatty():
        typer.echo(f"{says}: {told[0]} steps told.", err=True)


def _opened(at: str, read: Settings) -> str:
    from infra.demo.cast import number_told
    from infra.demo.personas import PERSONAS

    number = number_told(*WORTH_A_LOOK)
    return OPEN.format(at=at, who=PERSONAS[0].name, number=number, data=read.data_dir)


def _signals_end_it() -> None:
    """SIGTERM closes the house as Ctrl-C does, also while the year is being told."""

    def end(*_: object) -> None:
        raise SystemExit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
