"""``griffie case findings`` and ``griffie granted-with-open``: from audit to decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from infra.cli.cases import KnownAt, Number, On, case, file_at
from infra.cli.opening import house
from infra.cli.output import Output, Printed, form, show
from infra.cli.schemes import scheme_named

if TYPE_CHECKING:
    from datetime import date, datetime

    from infra.main import House

Scheme = Annotated[str | None, typer.Option("--scheme", help="only this scheme")]
FindingClass = Annotated[
    str | None, typer.Option("--class", "--finding-class", help="only this class, such as major")
]
COLUMNS = {"case": "case", "line": "granted", "grantedOn": "on", "audit": "audit"}
COLUMNS |= {"finding": "finding", "findingClass": "class", "followedUp": "done by then"}
AT_A_TIME = 500
"""So many cases are listed at a time, and looked at one by one."""


def add_to(app: typer.Typer) -> None:
    case.command("findings")(findings)
    app.command("granted-with-open")(granted_with_open)


def findings(
    number: Number, on: On = None, known_at: KnownAt = None, output: Printed = None
) -> None:
    """From audit over finding and corrective action to decision, fact by fact."""
    from infra.http.told.findings import graph_told

    with house() as open_house:
        file = file_at(open_house, number, on, known_at)
        graph = open_house.record.under(file).shown.findings(file)
        told = graph_told(file.number, file.version, graph).model_dump(mode="json")
    if form(output) is Output.JSON:
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return
    joined: dict[str, list[str]] = {}
    for edge in told["edges"]:
        joined.setdefault(edge["from"], []).append(f"{edge['says']} {edge['to']}")
    rows = [{**node, "joined": joined.get(node["key"], [])} for node in told["nodes"]]
    columns = {"key": "node", "on": "on", "kind": "kind", "called": "what", "stands": "stands"}
    show(rows, output, {**columns, "findingClass": "class", "joined": "and what it joins"})


def granted_with_open(
    finding_class: FindingClass = None,
    scheme: Scheme = None,
    on: On = None,
    known_at: KnownAt = None,
    output: Printed = None,
) -> None:
    """Everything granted while a finding was open, over the whole record; mostly nothing."""
    if scheme is not None:
        scheme_named(scheme)
    day = on.date() if on else None
    with house() as open_house:
        numbers = list(_numbers(open_house, scheme, day, known_at))
        rows = list(_granted(open_house, numbers, day, known_at, finding_class))
    show(rows, output, {**COLUMNS, "explained": "where the text allows it"})
    typer.echo(f"{len(rows)} found in {len(numbers)} cases", err=True)


def _numbers(
    open_house: House, scheme: str | None, on: date | None, known_at: datetime | None
) -> Iterator[str]:
    """Every case of the record, as the view of cases lists them."""
    from infra.store.views.reading import Views

    search, after = Views(open_house.pool).cases.search, None
    while page := search(scheme=scheme, on=on, known_at=known_at, after=after, limit=AT_A_TIME):
        yield from (kept.number for kept in page)
        after = page[-1].cursor


def _granted(
    open_house: House,
    numbers: list[str],
    on: date | None,
    known_at: datetime | None,
    finding_class: str | None,
) -> Iterator[dict[str, Any]]:
    from infra.http.told.findings import grant_told
    from services.findings import granted_over

    for number in numbers:
        for one in granted_over(
            open_house.record, number, on=on, known_at=known_at, finding_class=finding_class
        ):
            told = grant_told(one).model_dump(mode="json")
            yield {**told, "explained": str(one.explained) if one.explained else None}
