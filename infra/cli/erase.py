"""``griffie erase``: destroy what is kept about a person, by a decision on record."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from infra.cli.opening import house
from infra.cli.output import fail


def add_to(app: typer.Typer) -> None:
    app.command("erase")(erase)


def erase(
    person: Annotated[UUID, typer.Argument(help="the id of the person, as in the case file")],
    by: Annotated[str, typer.Option("--by", help="the account of the privacy officer")],
    kept: Annotated[
        list[str] | None,
        typer.Option(
            help="only what is kept for this reason: identity, contact, evidence, content"
        ),
    ] = None,
    ground: Annotated[str, typer.Option(help="why, in one of our own words")] = "request",
) -> None:
    """Erase what is kept about a person in every file, unless a duty still needs it.

    That is his own file, and every other that holds him: of a centre that he trains for, of a
    training that he took part in. The rest of such a file stays.

    The decision and its completion go on record; the values go by destroying their keys, which
    can't be undone. Repeating it is harmless, and finishes what was interrupted.
    """
    from domain.erasure import KEPT
    from domain.fact import Actor
    from domain.law import Refused
    from infra.store.views.reading import Views
    from services.erasure import Erasure, StillNeeded

    officer = Actor(id=by, role="privacy-officer")
    with house() as open_house:
        files = Views(open_house.pool).cases
        erasure = Erasure(open_house.record, files, open_house.keyring)
        try:
            done = erasure.erase(person, officer, kept=tuple(kept or KEPT), ground=ground)
        except (StillNeeded, Refused) as no:
            raise fail(str(no), 1) from None
    if not done.numbers:
        raise fail("no file holds anything about this person", 1)
    for number in done.numbers:
        typer.echo(f"erased in case {number}")
