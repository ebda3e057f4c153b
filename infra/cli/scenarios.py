"""``griffie scenario``: stories in YAML, played against the law and told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infra.cli.output import fail, only_warnings
from infra.cli.schemes import SchemeId, scheme_named

if TYPE_CHECKING:
    from infra.scenarios.telling import Telling

scenario = typer.Typer(help="Stories in YAML, played and told.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(scenario, name="scenario")


Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="scenario files, or folders")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="only the verdicts, not the stories")]


@scenario.command("run")
def run_files(files: Files, quiet: Quiet = False) -> None:
    """Play scenario files and tell what happened and why; 1 when an expectation fails."""
    from infra.scenarios.play import run
    from infra.scenarios.prose import told
    from infra.scenarios.reading import ScriptError

    tellings: list[Telling] = []
    for file in _scenarios(files):
        try:
            with only_warnings():
                telling = run(file)
        except ScriptError as wrong:
            raise fail(str(wrong), 2) from None
        tellings.append(telling)
        if not quiet:
            typer.echo(told(telling))
        _say_how_it_went(telling)
    if not all(telling.held for telling in tellings):
        raise typer.Exit(1)


@scenario.command("new")
def new_file(scheme: SchemeId) -> None:
    """Write a first scenario to stdout: commented, and it runs as it is."""
    from infra.scenarios.first import NoFirstScenario, new

    try:
        with only_warnings():
            written = new(scheme_named(scheme).id)
    except NoFirstScenario as reason:
        raise fail(str(reason), 2) from None
    typer.echo(written, nl=False)


def _scenarios(given: list[Path]) -> list[Path]:
    """The files, and every .yaml in the folders, in order."""
    found: list[Path] = []
    for path in given:
        if not path.exists():
            raise fail(f"there is no file {path}", 2)
        found += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    if not found:
        raise fail("there is no .yaml file there", 2)
    return found


def _say_how_it_went(telling: Telling) -> None:
    from infra.scenarios.prose import failures, verdict

    for failure in failures(telling):
        typer.echo(failure)
    typer.echo(verdict(telling))
