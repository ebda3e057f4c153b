"""``griffie replay``: a case fact by fact, or what another edition would have made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from infra.cli.cases import KnownAt, Number, On, file_at
from infra.cli.differences import short, show_differences
from infra.cli.opening import house
from infra.cli.output import Output, Printed, fail, form, show

if TYPE_CHECKING:
    from domain.case import CaseFile
    from infra.http.told.replay import ReplayTold
    from infra.main import House

Edition = Annotated[
    str | None,
    typer.Option(help="show what this edition would have made of it; see griffie schemes"),
]


def add_to(app: typer.Typer) -> None:
    app.command("replay")(replay)


def replay(
    number: Number,
    edition: Edition = None,
    on: On = None,
    known_at: KnownAt = None,
    output: Printed = None,
) -> None:
    """The facts of a case one by one, with what each of them changed.

    With --edition: which decisions and due dates another edition of the text would have changed.
    Nothing is written.
    """
    with house() as open_house:
        if edition is None:
            file = file_at(open_house, number, on, known_at)
            rows = list(_replayed(open_house, file))
            columns = {"version": "#", "on": "on", "fact": "fact", "basis": "basis", "by": "by"}
            show(rows, output, {**columns, "changed": "what it changed"})
            return
        told = _under(open_house, number, edition, on, known_at)
    if form(output) is Output.JSON:
        whole = told.model_dump(mode="json")
        print(json.dumps(whole, indent=2, ensure_ascii=False))
    else:
        show_differences(told, output)


def _under(open_house: House, number: str, edition: str, on: On, known_at: KnownAt) -> ReplayTold:
    """With the terms as they stand on a day; no decision is left out for it."""
    from infra.http.told.replay import replay_told
    from services.replay import NoSuchEdition, Replay

    file = file_at(open_house, number, None, known_at)
    day = on.date() if on else open_house.today()
    try:
        return replay_told(Replay(open_house.record, file, known_at).under(edition, day))
    except NoSuchEdition as wrong:
        raise fail(str(wrong), 2) from None


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
        yield f"{path}: {short(before)} -> {short(after)}"
