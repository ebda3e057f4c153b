"""``griffie schemes`` and ``griffie actions``: which law is here, what can be asked under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from infra.cli.output import Output, Printed, fail, form, show

if TYPE_CHECKING:
    from domain.schemes import Scheme


def add_to(app: typer.Typer) -> None:
    app.command("schemes")(schemes)
    app.command("actions")(actions)


SchemeId = Annotated[str, typer.Argument(metavar="SCHEME", help="such as lvv-certification")]


def schemes(output: Printed = None) -> None:
    """The schemes: their titles, owners, the edition in force and every edition there is."""
    from domain.schemes import all_schemes
    from infra.clock import now, today_in_amsterdam

    today = today_in_amsterdam(now())
    rows = [
        {
            "id": scheme.id,
            "title": scheme.title,
            "dutch": scheme.dutch,
            "owner": scheme.owner,
            "edition": scheme.edition_on(today).id,
            "since": str(scheme.edition_on(today).since),
            "editions": [edition.id for edition in scheme.editions],
            "files": list(scheme.files),
            "roles": list(scheme.roles),
        }
        for scheme in all_schemes().values()
    ]
    columns = {"id": "scheme", "title": "title", "owner": "owner", "edition": "edition"}
    show(rows, output, {**columns, "since": "in force", "editions": "all editions"})


def actions(scheme: SchemeId, output: Printed = None) -> None:
    """Every action of a scheme: who may ask it, under which place, with which fields."""
    rows = list(_actions(scheme_named(scheme)))
    if form(output) in (Output.TABLE, Output.CSV):
        rows = [{**row, "takes": _takes(row["fields"])} for row in rows]
    columns = {"name": "action", "by": "for", "place": "place", "takes": "takes", "says": "what"}
    show(rows, output, columns)


def scheme_named(id_: str) -> Scheme:
    """The scheme with this id; otherwise the command ends with 2 and names those there are."""
    from domain.schemes import all_schemes

    found = all_schemes().get(id_)
    if found is None:
        known = ", ".join(all_schemes())
        raise fail(f"there is no scheme '{id_}'; give one of {known}", 2)
    return found


def _actions(scheme: Scheme) -> Iterator[dict[str, Any]]:
    for kind, under in scheme.files.items():
        for action in under.kind.actions.values():
            schema = action.asks.model_json_schema(by_alias=True)
            yield {
                "name": action.name,
                "file": kind,
                "by": sorted(action.by),
                "place": action.place.at,
                "reading": action.place.reading or None,
                "opensFile": action.opens_file,
                "says": action.says,
                "fields": schema,
            }


def _takes(schema: dict[str, Any]) -> str:
    """The fields of an action in a line; those that may be left out have a question mark."""
    needed = schema.get("required", ())
    names = (name for name in schema["properties"] if name != "on")
    return ", ".join(name if name in needed else f"{name}?" for name in names)
