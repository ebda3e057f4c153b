"""``griffie draw``: the pages of docs/ that the code writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from infra.cli.output import fail, only_warnings


def add_to(app: typer.Typer) -> None:
    app.command("draw")(draw)


Check = Annotated[bool, typer.Option("--check", help="compare, and write nothing")]
Repo = Annotated[
    Path | None,
    typer.Option("--repo", help="the clone to draw in; that of this code, if not given"),
]


def draw(check: Check = False, repo: Repo = None) -> None:
    """Write the pages of docs/ that are drawn from the code; --check fails when one is old."""
    from infra.drawing.pages import differing, drawn
    from infra.law_coverage import REPO

    clone = repo or REPO
    if not (clone / "tests" / "scenarios").is_dir():
        raise fail(f"there are no scenarios in {clone}; draw in a clone of the repository", 2)
    with only_warnings():
        pages = drawn(clone)
    if not check:
        _write(pages, clone)
        return
    old = differing(pages, clone)
    for path in old:
        typer.echo(f"{path} differs from what the code says; run griffie draw")
    if old:
        raise typer.Exit(1)


def _write(pages: dict[str, str], clone: Path) -> None:
    for path, text in pages.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text, encoding="utf-8")
        typer.echo(path)
