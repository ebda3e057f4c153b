"""``griffie case show`` and ``griffie replay``: one file as it stands or stood, fact by fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
    app.command("replay")(replay)


def show_case(
    number: Number, on: On = None, known_at: KnownAt = None, output: Printed = None
) -> None:
    """A case file: how it stands, its matters, its terms, and the cases it cites."""
    from infra.http.told.cases import matters_told
    from infra.http.told.citations import citations_told
    from infra.http.told.terms import term_told

    with house() as open_house:
        file = _file(open_house, number, on, known_at)
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


def replay(number: Number, output: Printed = None) -> None:
    """The facts of a case one by one, with what each of them changed."""
    with house() as open_house:
        file = _file(open_house, number, None, None)
        rows = list(_replayed(open_house, file))
    columns = {"version": "#", "on": "on", "fact": "fact", "basis": "basis", "by": "by"}
    show(rows, output, {**columns, "changed": "what it changed"})


def _replayed(open_house: House, file: CaseFile[Any]) -> Iterator[dict[str, Any]]:
    kind = open_house.record.under(file).kind
    before: dict[str, Any] = {}
    for version, record in enumerate(file.trail, start=1):
        state = kind.recalled(file.trail[:version]).state
        after = state.model_dump(mode="json", by_alias=True)
        yield {
            "version": version,
            "on": str(record.fact.on),
            "recordedAt": record.recorded_at.isoformat(),
            "fact": record.fact.stored_as,
            "matter": record.fact.matter,
            "basis": str(record.fact.basis),
            "by": f"{record.by.role}:{record.by.id}",
            "changed": list(_changes("", before, after)),
        }
        before = after


def _changes(path: str, before: Any, after: Any) -> Iterator[str]:
    """Where two states differ, as ``certificates.certificate-1.standing: valid -> suspended``."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in [*before, *(n for n in after if n not in before)]:
            inside = f"{path}.{name}" if path else str(name)
            yield from _changes(inside, before.get(name), after.get(name))
    elif isinstance(after, dict) and before is None:
        yield from _changes(path, {}, {k: v for k, v in after.items() if v not in (None, [], {})})
    else:
        yield f"{path}: {_short(before)} -> {_short(after)}"


def _short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= 60 else f"{said[:57]}..."


def _file(
    open_house: House, number: str, on: datetime | None, known_at: datetime | None
) -> CaseFile[Any]:
    from services.casework import NotOnFile

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
