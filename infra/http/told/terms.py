"""How a term reads on the wire: every step to its last day, each with its place."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from domain.terms import State, TermStanding
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate


class StepTold(ApiModel):
    """One step on the way to a due date."""

    says: str
    day: IsoDate
    place: PlaceTold


class TermTold(ApiModel):
    """A term: what opened it, when it falls due and why, and what became of it."""

    term: str
    key: str
    name: str
    matter: str
    place: PlaceTold
    for_whom: str
    state: State
    opened_on: IsoDate
    due: IsoDate | None = Field(description="null when the text gives no length; see unknown")
    days_left: int | None
    unknown: str | None = Field(description="Where to look when the text gives no length")
    ended_on: IsoDate | None
    when_passed: str | None
    steps: list[StepTold]


def term_told(term: TermStanding, on: date) -> TermTold:
    return TermTold(
        term=term.term,
        key=term.key,
        name=term.name,
        matter=term.matter,
        place=place_told(term.place),
        for_whom=term.for_whom,
        state=term.state(on),
        opened_on=term.opened_on,
        due=term.due,
        days_left=term.days_left(on),
        unknown=term.unknown or None,
        ended_on=term.ended_on,
        when_passed=term.when_passed or None,
        steps=[StepTold(says=s.says, day=s.day, place=place_told(s.place)) for s in term.steps],
    )
