"""How cases, facts and terms read on the wire."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from domain.case import Action, CaseFile
from domain.fact import Actor, Fact, Recorded
from domain.law import Check, Place, Remark
from domain.terms import State, TermStanding
from infra.http.cursors import Page
from infra.http.values import ApiModel, IsoDate, UtcMoment, Uuid

Json = dict[str, Any]


class PlaceTold(ApiModel):
    """Where in a text; with the reading where the text itself is silent or unclear."""

    text: str
    at: str
    reading: str | None = Field(None, description="Ours, not the text's")


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


class ActionTold(ApiModel):
    """Something that may be asked in a case file."""

    name: str
    says: str
    by: list[str]
    place: PlaceTold
    opens_case: bool
    content_schema: Json = Field(description="JSON Schema of `data`")


class ActorTold(ApiModel):
    id: str
    role: str
    organisation: str | None
    on_behalf_of: str | None


class RemarkTold(ApiModel):
    says: str
    place: PlaceTold


class CheckTold(ApiModel):
    """A rule that was weighed, what it was given, and its answer."""

    rule: str
    place: PlaceTold
    given: Json
    holds: bool


class FactTold(ApiModel):
    """One fact on record."""

    version: int
    fact: str
    matter: str
    on: IsoDate
    recorded_at: UtcMoment
    by: ActorTold
    basis: PlaceTold
    edition: str
    remarks: list[RemarkTold]
    checks: list[CheckTold]
    command_id: Uuid
    caused_by: str | None
    content: Json = Field(description='Fields of this fact; {"erased": …} where erased')


class FactPage(Page[FactTold]):
    """The trail of a case, in order."""


class MatterTold(ApiModel):
    """One procedure inside the case file."""

    matter: str
    standing: str
    since: IsoDate


class CaseTold(ApiModel):
    """A case file as it stands, or stood."""

    number: str
    scheme: str
    kind: str
    edition: str
    person: Uuid | None
    version: int
    standing: str
    opened_on: IsoDate
    matters: list[MatterTold]
    terms: list[TermTold]
    open_actions: list[str] = Field(description="What the caller may ask now")
    state: Json


class Receipt(ApiModel):
    """What an action recorded."""

    number: str
    version: int
    repeated: bool = Field(description="This Idempotency-Key was answered before; same answer")
    facts: list[FactTold]


def place_told(place: Place) -> PlaceTold:
    return PlaceTold(text=place.text, at=place.at, reading=place.reading or None)


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


def action_told(action: Action[Any, Any]) -> ActionTold:
    schema: Json = _untitled(action.asks.model_json_schema(by_alias=True))
    schema["required"] = [name for name in schema.get("required", []) if name != "on"]
    return ActionTold(
        name=action.name,
        says=action.says,
        by=sorted(action.by),
        place=place_told(action.place),
        opens_case=action.opens_file,
        content_schema=schema,
    )


def _untitled(schema: Any) -> Any:
    """Without the titles that pydantic makes of names: they say nothing a name does not."""
    if isinstance(schema, list):
        return [_untitled(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: v for k, v in schema.items() if k != "title" or not isinstance(v, str)}
    return {name: _untitled(value) for name, value in kept.items()}


def actor_told(actor: Actor) -> ActorTold:
    return ActorTold(
        id=actor.id,
        role=actor.role,
        organisation=actor.organisation or None,
        on_behalf_of=actor.on_behalf_of or None,
    )


def check_told(check: Check) -> CheckTold:
    given: Json = check.model_dump(mode="json")["given"]
    return CheckTold(
        rule=check.rule, place=place_told(check.place), given=given, holds=check.holds
    )


def remark_told(remark: Remark) -> RemarkTold:
    return RemarkTold(says=remark.says, place=place_told(remark.place))


COMMON = frozenset(Fact.model_fields)


def fact_told(record: Recorded) -> FactTold:
    fact = record.fact
    return FactTold(
        version=record.version,
        fact=fact.stored_as,
        matter=fact.matter,
        on=fact.on,
        recorded_at=record.recorded_at,
        by=actor_told(record.by),
        basis=place_told(fact.basis),
        edition=record.edition,
        remarks=[remark_told(one) for one in fact.remarks],
        checks=[check_told(one) for one in record.checks],
        command_id=record.command_id,
        caused_by=record.caused_by or None,
        content=fact.model_dump(mode="json", by_alias=True, exclude=set(COMMON)),
    )


def matters_told(file: CaseFile[Any]) -> list[MatterTold]:
    """Every procedure that the state of a file holds."""
    held = [
        one
        for value in vars(file.state).values()
        if isinstance(value, dict)
        for one in value.values()
        if hasattr(one, "matter") and hasattr(one, "standing") and hasattr(one, "since")
    ]
    return [MatterTold(matter=m.matter, standing=m.standing, since=m.since) for m in held]
