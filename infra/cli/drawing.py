"""``griffie draw``: the pages of docs/ that the code writes."""

from __future__ import annotations

from typing import Annotated

import typer

from infra.cli.output import fail


def add_to(app: typer.Typer) -> None:
    app.command("draw")(draw)


def draw(
    check: Annotated[bool, typer.Option("--check", help="compare, write nothing")] = False,
) -> None:
    """Write the pages of docs/ that are drawn from the code; --check fails when one is old."""
    from infra import logs
    from infra.drawing.pages import differing, drawn
    from infra.law_coverage import REPO

    if not (REPO / "tests" / "scenarios").is_dir():
        raise fail("there are no scenarios beside the code; draw in a clone of the repository", 2)
    logs.configure(json=False, level="WARNING")
    pages = drawn(REPO)
    if check:
        old = differing(pages, REPO)
        for path in old:
            typer.echo(f"{path} differs from what the code says; run griffie draw")
        if old:
            raise typer.Exit(1)
        return
    for path, text in pages.items():
        (REPO / path).parent.mkdir(parents=True, exist_ok=True)
        (REPO / path).write_text(text, encoding="utf-8")
        typer.echo(path)
