"""How a fact on record reads on the wire: its basis, its checks, who recorded it."""

from __future__ import annotations

from pydantic import Field

from domain.fact import Actor, Fact, Recorded
from domain.law import Check, Remark
from infra.http.cursors import Page
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate, Json, UtcMoment, Uuid


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


class Receipt(ApiModel):
    """What an action recorded."""

    number: str
    version: int
    repeated: bool = Field(description="This Idempotency-Key was answered before; same answer")
    facts: list[FactTold]


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
