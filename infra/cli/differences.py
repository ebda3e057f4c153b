"""What another edition would have changed in a case, as rows for a screen or a sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from infra.cli.output import Output, form, show

if TYPE_CHECKING:
    from infra.http.told.replay import DecisionTold, DueTold, ReplayTold

ELSE = {"unknown": "can't say: no version of its rule", "does-not-open": "not opened"}


def show_differences(told: ReplayTold, output: Output | None) -> None:
    """What differs, row by row; how much that is of all, where somebody looks at it."""
    columns = {"what": "what", "at": "#", "on": "on", "name": "name", "recorded": "on record"}
    show(
        list(_rows(told)), output, {**columns, "other": f"under {told.edition}", "place": "place"}
    )
    if form(output) is Output.TABLE:
        decisions = sum(one.outcome not in ("same", "unknown") for one in told.decisions)
        unknown = sum(one.outcome == "unknown" for one in told.decisions)
        terms = sum(one.how != "same" for one in told.terms)
        typer.echo(
            f"{decisions} of {len(told.decisions)} decisions and {terms} of {len(told.terms)} "
            f"terms would differ; of {unknown} decisions it can't be said"
        )
        if told.parts_from:
            typer.echo(f"after fact {told.parts_from} the file is taken as it is on record")


def _rows(told: ReplayTold) -> Iterator[dict[str, Any]]:
    for rule in told.rules:
        yield {
            "what": "rule",
            "at": None,
            "on": None,
            "name": f"{rule.article}: {rule.rule}",
            "recorded": short(rule.recorded),
            "other": short(rule.other) if rule.other is not None else "not in this edition",
            "place": rule.place.at if rule.place else None,
        }
    for one in told.decisions:
        if one.outcome != "same":
            yield _row(one)
    for term in told.terms:
        if term.how != "same":
            yield {
                "what": "term",
                "at": term.key,
                "on": str(term.opened_on),
                "name": f"{term.name} ({term.matter})",
                "recorded": _due(term.recorded, "not opened"),
                "other": "can't say"
                if term.how == "unknown"
                else _due(term.other, "does not open"),
                "place": term.place.at,
            }


def _row(one: DecisionTold) -> dict[str, Any]:
    words = {"refused": "refused: ", "unknown": "can't say: "}
    was = [f"{c.what}: {short(c.recorded)}" for c in one.changes]
    now = [f"{c.what}: {short(c.other)}" for c in one.changes]
    if one.outcome == "other":
        now = list(one.would_be)
    return {
        "what": "decision",
        "at": f"{one.first}-{one.last}" if one.last > one.first else str(one.first),
        "on": str(one.on),
        "name": one.action or None,
        "recorded": was or list(one.facts),
        "other": now or f"{words.get(one.outcome, '')}{one.says}",
        "place": one.place.at if one.place else None,
    }


def _due(term: DueTold | None, otherwise: str) -> str:
    if term is None:
        return otherwise
    return f"{term.due or f'unknown: {term.unknown}'} ({term.state})"


def short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= 60 else f"{said[:57]}..."
