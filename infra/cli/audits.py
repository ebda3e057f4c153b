"""``griffie audits``: what is looked into, or how each holder stands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import typer

from infra.cli.opening import house
from infra.cli.output import Printed, fail, show

DAY = ["%Y-%m-%d"]
COLUMNS = {"due": "due", "overdue": "late", "status": "what", "forWhom": "for", "next": "next"}
HOLDER_COLUMNS = {
    "case": "case",
    "expected": "expected",
    "planned": "planned",
    "open": "open",
    "overdue": "overdue",
    "closed": "closed",
    "findings": "findings",
    "due": "next due",
    "forWhom": "for",
}


def add_to(app: typer.Typer) -> None:
    app.command("audits")(audits)


def audits(
    scheme: Annotated[str | None, typer.Option(help="only this scheme")] = None,
    holder: Annotated[str | None, typer.Option(help="only this case")] = None,
    for_whom: Annotated[str | None, typer.Option(help="only for this role")] = None,
    about: Annotated[str | None, typer.Option(help="audit, finding or procedure")] = None,
    state: Annotated[
        str | None, typer.Option(help="expected, planned, open, overdue or closed")
    ] = None,
    finding_class: Annotated[str | None, typer.Option(help="such as major")] = None,
    finding_state: Annotated[str | None, typer.Option(help="such as reacted")] = None,
    due_from: Annotated[datetime | None, typer.Option(formats=DAY, help="first due day")] = None,
    due_until: Annotated[datetime | None, typer.Option(formats=DAY, help="last due day")] = None,
    on: Annotated[
        datetime | None, typer.Option(formats=DAY, help="as it stood on this legal day")
    ] = None,
    per_holder: Annotated[bool, typer.Option(help="one line for each holder")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 200,
    output: Printed = None,
) -> None:
    """What is looked into, what is due next and for whom; or, per holder, how it all stands."""
    from typing import get_args

    from infra.store.views.audits import State
    from infra.store.views.reading import Views

    if state is not None and state not in get_args(State):
        raise fail(f"{state} is no state; give one of {', '.join(get_args(State))}", 2)
    asked: Any = {
        "scheme": scheme,
        "number": holder,
        "for_whom": for_whom,
        "about": about,
        "state": state,
        "finding_class": finding_class,
        "finding_state": finding_state,
        "due_from": due_from.date() if due_from else None,
        "due_until": due_until.date() if due_until else None,
    }
    with house() as open_house:
        day, views = on.date() if on else open_house.today(), Views(open_house.pool)
        if per_holder:
            found = views.audits.holders(on=day, limit=limit, **asked)
            show([_of_a_holder(one, day) for one in found], output, HOLDER_COLUMNS)
        else:
            rows = views.audits.search(on=day, limit=limit, **asked)
            show([_of(one, day) for one in rows], output, {**COLUMNS, "case": "case"})


def _of(kept: Any, day: date) -> dict[str, Any]:
    from infra.http.told.audits import audit_told

    return _flat(audit_told(kept.number, kept.row, day))


def _of_a_holder(holder: Any, day: date) -> dict[str, Any]:
    from infra.http.told.audits import holder_line, holder_told

    return _flat(holder_line(holder_told(holder, day)))


def _flat(told: Any) -> dict[str, Any]:
    """As over HTTP, with a place as it is cited."""
    row: dict[str, Any] = told.model_dump(mode="json", by_alias=True)
    return {name: value["at"] if isinstance(value, dict) else value for name, value in row.items()}
