"""``griffie law``: where each rule of a text is encoded, and which tests show it both ways."""

from __future__ import annotations

import typer

from infra.cli.output import Output, Printed, fail, form, show
from infra.cli.schemes import SchemeId, scheme_named


def add_to(app: typer.Typer) -> None:
    app.command("law")(law)


def law(scheme: SchemeId, output: Printed = None) -> None:
    """Every rule and term of a scheme: place, file, tests that pass and that are refused."""
    from infra.law_coverage import NoTests, coverage

    try:
        covered = coverage(scheme_named(scheme))
    except NoTests as reason:
        raise fail(str(reason), 2) from None
    rows = [one.model_dump(mode="json", by_alias=False) for one in covered]
    if form(output) is Output.TABLE:
        rows = [
            {
                **row,
                "place": _place(row["place"]),
                "passes": len(row["passes"]) or "-",
                "refuses": len(row["refuses"]) or "-",
                "file": (row["file"] or "-").rpartition("/")[2],
            }
            for row in rows
        ]
    columns = {"id": "id", "place": "place", "file": "file", "passes": "pass", "refuses": "refuse"}
    show(rows, output, {**columns, "left_to_people": "left to people, because"})
    bare = [one.id for one in covered if not one.is_covered]
    summary = f"{len(covered) - len(bare)} of {len(covered)} covered"
    typer.echo(summary + (f"; not yet: {', '.join(bare)}" if bare else ""), err=True)


def _place(place: str | None) -> str:
    """The place alone: the command names the text, and readings are in docs/readings.md."""
    return place.partition(", ")[2].partition(" as read in ")[0] if place else "-"
