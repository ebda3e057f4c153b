"""``griffie case``: one file as it stands or stood."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from infra.cli.opening import house
from infra.cli.output import Output, Printed, fail, show

if TYPE_CHECKING:
    from domain.case import CaseFile
    from infra.main import House

case = typer.Typer(no_args_is_help=True, help="One case file.")
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="such as 7K3M-9QXD-2F4A")]
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="as it stood on this legal day"),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        "--known-at",
        formats=["%Y-%m-%dT%H:%M:%S%z"],
        help="only what was on record by then, such as 2026-05-15T12:00:00Z",
    ),
]


def add_to(app: typer.Typer) -> None:
    case.command("show")(show_case)
    app.add_typer(case, name="case")


def show_case(
    number: Number, on: On = None, known_at: KnownAt = None, output: Printed = None
) -> None:
    """A case file: how it stands, its matters, its terms, and the cases it cites."""
    from infra.http.told.cases import matters_told
    from infra.http.told.citations import citations_told
    from infra.http.told.terms import term_told

    with house() as open_house:
        file = file_at(open_house, number, on, known_at)
        under = open_house.record.under(file)
        day = on.date() if on else open_house.today()
        terms = [term_told(t, day) for t in open_house.record.terms(file, known_at)]
        cited = citations_told(open_house.record, file, on.date() if on else None, known_at)
        told = {
            "number": file.number,
            "scheme": file.scheme,
            "kind": file.kind,
            "version": file.version,
            "standing": under.shown.standing(file),
            "matters": [m.model_dump(mode="json") for m in matters_told(file)],
            "terms": [t.model_dump(mode="json") for t in terms],
            "citations": [c.model_dump(mode="json", by_alias=True) for c in cited],
            "state": file.state.model_dump(mode="json", by_alias=True),
        }
    if output is Output.TABLE or (output is None and typer.get_text_stream("stdout").isatty()):
        typer.echo(f"{file.number}  {file.scheme} {file.kind}  {told['standing']}")
        show(told["matters"], Output.TABLE, {"matter": "matter", "standing": "stands"})
        columns = {"term": "term", "name": "what", "due": "due", "state": "state"}
        show(told["terms"], Output.TABLE, columns)
        return
    print(json.dumps(told, indent=2, ensure_ascii=False))


def file_at(
    open_house: House, number: str, on: datetime | None, known_at: datetime | None
) -> CaseFile[Any]:
    """The file as it stood; ends the command with 1 when there is or was none."""
    from services.commands import NotOnFile

    try:
        file = open_house.record.file(number)
    except NotOnFile as missing:
        raise fail(str(missing), 1) from None
    if on is None and known_at is None:
        return file
    kind = open_house.record.under(file).kind
    stood = kind.as_of(file, on.date() if on else None, known_at)
    if stood is None:
        raise fail(f"there was no case {number} yet", 1)
    return stood
