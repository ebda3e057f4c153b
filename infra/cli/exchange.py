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
from infra.exchange.formats import Format

if TYPE_CHECKING:
    from infra.exchange.importing import Progress, Report
    from infra.main import House


def add_to(app: typer.Typer) -> None:
    app.command("import")(take_over)
    app.command("export")(write_out)


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
        archivist = Actor(id=by, role="archivist")
        taking = Import(open_house.record, bulk, open_house.keyring, archivist, read)
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


def write_out(
    file: Annotated[Path, typer.Argument(help="the file to write; - is stdout")],
    format: Annotated[Format, typer.Option("--format", "-f", help="what others read")],
    scheme: Annotated[str, typer.Option(help="only the cases of this scheme")] = "",
    case: Annotated[str, typer.Option("--case", help="only the case with this number")] = "",
    with_personal: Annotated[
        bool, typer.Option("--with-personal", help="personal values too; needs --by and --reason")
    ] = False,
    by: Annotated[str, typer.Option("--by", help="the account of who has it opened")] = "",
    reason: Annotated[str, typer.Option("--reason", help="why, for the log")] = "",
) -> None:
    """Write out what is on record: for process mining, for archives.

    Personal values are withheld unless they are asked for; those that were erased are erased.
    A case with a fact that can't be read is left out whole and named, and the exit code is 1.
    """
    import structlog

    from infra.cli.schemes import scheme_named
    from infra.exchange.exporting import export
    from infra.exchange.going_out import Wanted
    from infra.store.views.facts import Facts

    if with_personal and not (by and reason):
        raise fail("personal values go out on a named account for a reason: --by, --reason", 2)
    if scheme:
        scheme_named(scheme)
    wanted = Wanted(scheme, case, with_personal)
    with house() as open_house:
        if case:
            _require_case(open_house, case)
        facts = Facts(open_house.pool, open_house.keyring)
        try:
            done = export(facts, wanted, format, file)
        except OSError as wrong:
            raise fail(f"{file} can't be written: {wrong.strerror}", 2) from None
        told = {"format": format.value, "scheme": scheme, "case": case, "events": done.many}
        structlog.get_logger("griffie.exported").info(
            "exported", personal=with_personal, by=by, reason=reason, **told
        )
    if str(file) != "-":
        typer.echo(f"{done.many} {_what(format)} written to {file}")
    for fault in done.faults:
        where = f"its fact at position {fault.position} can't be read"
        typer.echo(f"left out: case {fault.number}: {where}: {fault.reason}", err=True)
    if done.faults:
        raise typer.Exit(1)


def _require_case(open_house: House, number: str) -> None:
    from services.commands import NotOnFile

    try:
        open_house.record.file(number)
    except NotOnFile as missing:
        raise fail(str(missing), 1) from None


def _what(format: Format) -> str:
    return "events" if format in (Format.XES, Format.OCEL) else "facts"


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
