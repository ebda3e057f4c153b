"""Replay of a case under another edition of the text, over HTTP. Nothing is recorded."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from infra.http.one_case import file_of, stood
from infra.http.parts import House
from infra.http.problems import invalid
from infra.http.queries import AsOf, Number
from infra.http.routes import Routes
from infra.http.sign_in import SignedIn
from infra.http.told.replay import ReplayTold, replay_told
from infra.http.values import Text
from services.replay import NoSuchEdition, Replay

router = Routes(tags=["cases"])


class ReplayQuery(AsOf):
    """``on`` is the day that terms are told of: no decision is left out for it."""

    edition: Annotated[str, Text(80)] = Field(
        description="An edition of the scheme, as /schemes/{scheme} lists them"
    )


@router.get("/cases/{number}/replay")
def replay_case(
    number: Number, query: Annotated[ReplayQuery, Query()], house: House, caller: SignedIn
) -> ReplayTold:
    """Which decisions and due dates another edition of the text would have changed."""
    known = query.model_copy(update={"on": None})
    file = stood(house, file_of(house, caller, number), known)
    replay = Replay(house.casework, file, query.known_at)
    try:
        return replay_told(replay.under(query.edition, query.on or house.today))
    except NoSuchEdition as wrong:
        raise invalid(str(wrong)) from None
