"""``griffie deadlines``, ``griffie rebuild`` and ``griffie views``: what the views say, and how
they are."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from infra.cli.opening import house
from infra.cli.output import Printed, fail, show

views = typer.Typer(help="How far the views have come, and what they could not follow.")


def add_to(app: typer.Typer) -> None:
    app.command("deadlines")(deadlines)
    app.command("rebuild")(rebuild)
    views.callback(invoke_without_command=True)(shown_unless_asked_otherwise)
    views.command("show")(show_views)
    views.command("check")(check)
    views.command("retry")(retry)
    app.add_typer(views, name="views")


On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="as it stood on this legal day"),
]
Names = Annotated[list[str] | None, typer.Argument(metavar="VIEW...", help="all when unsaid")]
Processes = Annotated[
    int | None,
    typer.Option(
        min=1, max=64, metavar="N", help="side by side; unsaid, one a core when there is much"
    ),
]


def deadlines(
    scheme: Annotated[str | None, typer.Option(help="only this scheme")] = None,
    state: Annotated[
        str, typer.Option(help="open, overdue, running, suspended, met, missed or void")
    ] = "open",
    for_whom: Annotated[str | None, typer.Option(help="only for this role")] = None,
    on: On = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 200,
    output: Printed = None,
) -> None:
    """What falls due, when, for whom, under which place; the first due first."""
    from typing import cast, get_args

    from infra.store.views.deadlines import Standing
    from infra.store.views.reading import Views

    if state not in get_args(Standing):
        raise fail(f"{state} is no state; give one of {', '.join(get_args(Standing))}", 2)
    with house() as open_house:
        day = on.date() if on else open_house.today()
        found = Views(open_house.pool).deadlines.search(
            on=day, scheme=scheme, state=cast(Standing, state), for_whom=for_whom, limit=limit
        )
        rows = []
        for kept in found:
            term = kept.row.standing(kept.key)
            rows.append(
                {
                    "due": str(term.due) if term.due else f"unknown: {term.unknown}",
                    "daysLeft": term.days_left(day),
                    "term": term.term,
                    "name": term.name,
                    "forWhom": term.for_whom,
                    "state": term.state(day),
                    "case": kept.number,
                    "matter": term.matter,
                    "place": str(term.place),
                    "why": [f"{step.day}: {step.says} ({step.place})" for step in term.steps],
                }
            )
    columns = {"due": "due", "daysLeft": "days", "term": "term", "name": "what"}
    show(rows, output, {**columns, "forWhom": "for", "state": "state", "case": "case"})


def rebuild(names: Names = None, processes: Processes = None) -> None:
    """Tell views anew from the whole record, and switch without a gap for who reads them."""
    from rich.console import Console
    from rich.progress import Progress

    from infra.store.views.crew import Unfilled

    with house() as open_house, Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("facts", total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        try:
            stand = open_house.rebuild(processes).rebuild(names or (), progress)
        except LookupError as wrong:
            raise fail(str(wrong), 2) from None
        except Unfilled as stopped:
            raise fail(str(stopped), 2) from None
    for name, position in stand.items():
        typer.echo(f"{name} stands at {position}")


def shown_unless_asked_otherwise(context: typer.Context) -> None:
    """How far each view has come; or check views, or follow again what was set aside."""
    if context.invoked_subcommand is None:
        show_views()


def show_views(output: Printed = None) -> None:
    """How far each view has come, and the cases it could not follow."""
    from infra.store.views.reading import Views

    with house() as open_house:
        progress = Views(open_house.pool).progress
        head = open_house.record.recorder.max_notification_id() or 0
        aside = progress.set_aside()
        rows = [
            {
                "view": name,
                "position": position,
                "behind": head - position,
                "setAside": [f"{a.number}: {a.reason}" for a in aside if a.view == name],
            }
            for name, position in progress.positions().items()
        ]
    columns = {"view": "view", "position": "stands at", "behind": "behind"}
    show(rows, output, {**columns, "setAside": "set aside"})


def check(
    names: Names = None,
    every: Annotated[
        float | None,
        typer.Option(min=0, metavar="MINUTES", help="check again after so long, until stopped"),
    ] = None,
    processes: Processes = None,
) -> None:
    """Compare views with the same told anew; 1 when one differs, with the first difference."""
    from infra.cli.processes import until_told_to_stop
    from infra.store.views.crew import Unfilled
    from infra.store.views.rebuild import named

    try:
        wanted = named(names or ())
    except LookupError as wrong:
        raise fail(str(wrong), 2) from None
    stop, differs = until_told_to_stop(), False
    with house() as open_house:
        again = open_house.rebuild(processes)
        try:
            for name, found in again.check(wanted, stop, every and every * 60):
                differs = differs or found is not None
                typer.echo(f"{name} {found.says if found else 'is right'}")
        except Unfilled as stopped:
            raise fail(str(stopped), 2) from None
    if differs:
        raise typer.Exit(1)


def retry(name: Annotated[str, typer.Argument(metavar="VIEW")]) -> None:
    """Tell every case that was set aside in a view again, from its first fact."""
    with house() as open_house:
        try:
            typer.echo(f"{open_house.rebuild().retry(name)} cases are followed again")
        except LookupError as wrong:
            raise fail(str(wrong), 2) from None
