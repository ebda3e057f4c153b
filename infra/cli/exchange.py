"""``griffie import`` and ``griffie export``: histories come in, what is on record goes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infra.cli.opening import house
from infra.cli.output import Output, Printed, fail, form, show

if TYPE_CHECKING:
    from infra.exchange.importing import Progress, Report


def add_to(app: typer.Typer) -> None:
    app.command("import")(take_over)


By = Annotated[str, typer.Option("--by", help="the account of the archivist who takes it over")]


def take_over(
    file: Annotated[Path, typer.Argument(help="a table (.csv) or an event log (.xes)")],
    mapping: Annotated[
        Path, typer.Option("--mapping", "-m", help="which column is what, in YAML")
    ],
    by: By,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="say what would come of it, and store nothing")
    ] = False,
    output: Printed = None,
) -> None:
    """Take over the histories of cases that were handled elsewhere.

    A case with a row that is wrong is left out whole, and the report says which row and why.
    Interrupted, it is run again: what is on record already is left as it is.
    """
    from eventsourcing.persistence import IntegrityError, OperationalError

    from domain.fact import Actor
    from infra.exchange.faults import NotMapped, Unreadable
    from infra.exchange.importing import Import
    from infra.exchange.mapping import read_mapping
    from infra.store.bulk import BulkAppend
    from infra.store.mapper import FactMapper

    try:
        read = read_mapping(mapping)
    except NotMapped as wrong:
        raise fail(str(wrong), 2) from None
    if not file.is_file():
        raise fail(f"there is no file {file}", 2)
    with house() as open_house, _progress("cases") as progress:
        bulk = BulkAppend(open_house.pool, FactMapper(open_house.keyring))
        taking = Import(open_house.record, bulk, Actor(id=by, role="archivist"), read)
        try:
            report = taking.run(file, progress, dry=dry_run)
        except Unreadable as wrong:
            raise fail(f"{file}: {wrong}\nNothing was stored.", 1) from None
        except (OperationalError, IntegrityError) as away:
            says = "The record could not be reached, or somebody else takes over the same cases"
            told = f"{says} ({away}). Run this again: what was stored is found and left."
            raise fail(told, 1) from None
    _reported(report, output, dry=dry_run)
    if report.faults:
        raise typer.Exit(1)


def _reported(report: Report, output: Output | None, *, dry: bool) -> None:
    if form(output) is Output.JSON:
        print(json.dumps({**_told(report), "dryRun": dry}, indent=2, ensure_ascii=False))
        return
    faults = [
        {"row": one.row, "case": one.case, "wrong": one.wrong, "right": one.right}
        for one in report.faults
    ]
    if form(output) is Output.TABLE:
        done = "would be taken over" if dry else "taken over"
        typer.echo(
            f"{report.rows} rows, {report.cases} cases: {report.stored} {done} "
            f"({report.facts} facts), {report.already} on record already, {report.refused} refused"
        )
        if not faults:
            return
    show(faults, output, {"row": "row", "case": "case", "wrong": "wrong", "right": "right"})


def _told(report: Report) -> dict[str, object]:
    faults = [
        {name: value for name, value in asdict(one).items() if name != "maybe"}
        for one in report.faults
    ]
    return {
        "source": report.source,
        "rows": report.rows,
        "cases": report.cases,
        "stored": report.stored,
        "alreadyOnRecord": report.already,
        "refused": report.refused,
        "facts": report.facts,
        "attributesLeftOut": report.left_out,
        "faults": faults,
        "faultsNotShown": report.more_faults,
    }


@contextmanager
def _progress(of_what: str) -> Iterator[Progress]:
    """A bar on stderr, where that is a screen."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(of_what, total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or 1)

        yield progress
