"""How a replay under another edition reads on the wire."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from domain.replay.changes import Change
from domain.replay.decisions import Outcome, Redecided
from domain.replay.terms import DueThen, How, TermRedone
from domain.replay.texts import RuleDiffers
from infra.http.told.facts import ActorTold, actor_told
from infra.http.told.places import PlaceTold, place_told
from infra.http.told.terms import StepTold
from infra.http.values import ApiModel, IsoDate
from services.replay import Replayed


class RuleTold(ApiModel):
    """A rule that the two editions have in another version; null where one has it not."""

    article: str
    rule: str
    place: PlaceTold | None
    edition: str = Field(description="The edition on record that it is compared with")
    recorded: Any
    other: Any


class DifferenceTold(ApiModel):
    """One value, as it is on record and as it would have been."""

    what: str
    recorded: Any
    other: Any


class DecisionTold(ApiModel):
    """One command on record, and what would have come of it."""

    first: int = Field(description="The number of its first fact in the case")
    last: int
    on: IsoDate
    by: ActorTold
    edition: str = Field(description="The edition it was decided under")
    action: str | None = Field(description="What was asked; null when it can't be read back")
    facts: list[str]
    outcome: Outcome = Field(
        description="The same; the same facts with other values (differs); refused; other facts "
        "(other); or it can't be said (unknown)"
    )
    says: str | None = Field(description="Why it would be refused, or why it can't be said")
    rule: str | None
    place: PlaceTold | None
    changes: list[DifferenceTold]
    checks: list[DifferenceTold] = Field(description="Rules given or answering something else")
    would_be: list[str] = Field(description="The facts that would have come of it")
    unsaid: list[str] = Field(
        description="Fields that leave no trace on record, and are taken as left out"
    )


class DueTold(ApiModel):
    """When a term falls due, how it stands, and every step to that day."""

    due: IsoDate | None
    unknown: str | None
    state: str
    steps: list[StepTold]


class TermReplayTold(ApiModel):
    """One term, as it stands on record and as it would have stood."""

    key: str
    term: str
    name: str
    matter: str
    place: PlaceTold
    for_whom: str
    opened_on: IsoDate
    how: How
    days_later: int | None
    recorded: DueTold | None = Field(description="null where it was not opened")
    other: DueTold | None = Field(description="null where it would not open, or can't be said")


class ReplayTold(ApiModel):
    """A case under another edition. Nothing of it is on record."""

    number: str
    scheme: str
    edition: str
    recorded_under: list[str]
    parts_from: int | None = Field(
        description="The first fact that would not be there; after it the case is taken as it is "
        "on record, for what would have been asked instead is not known"
    )
    rules: list[RuleTold]
    decisions: list[DecisionTold]
    terms: list[TermReplayTold]


def replay_told(replayed: Replayed) -> ReplayTold:
    return ReplayTold(
        number=replayed.number,
        scheme=replayed.scheme,
        edition=replayed.edition,
        recorded_under=list(replayed.recorded_under),
        parts_from=replayed.parts_from,
        rules=[_rule_told(one) for one in replayed.rules],
        decisions=[_decision_told(one) for one in replayed.decisions],
        terms=[_term_told(one) for one in replayed.terms],
    )


def _rule_told(rule: RuleDiffers) -> RuleTold:
    place = place_told(rule.place) if rule.place else None
    return RuleTold(**{**vars(rule), "place": place})


def _decision_told(one: Redecided) -> DecisionTold:
    return DecisionTold(
        first=one.first,
        last=one.last,
        on=one.on,
        by=actor_told(one.by),
        edition=one.edition,
        action=one.action or None,
        facts=list(one.facts),
        outcome=one.outcome,
        says=one.says or None,
        rule=one.rule or None,
        place=place_told(one.place) if one.place else None,
        changes=[_difference_told(change) for change in one.changes],
        checks=[_difference_told(change) for change in one.checks],
        would_be=list(one.would_be),
        unsaid=list(one.unsaid),
    )


def _difference_told(change: Change) -> DifferenceTold:
    return DifferenceTold(**vars(change))


def _term_told(one: TermRedone) -> TermReplayTold:
    return TermReplayTold(
        key=one.key,
        term=one.term,
        name=one.name,
        matter=one.matter,
        place=place_told(one.place),
        for_whom=one.for_whom,
        opened_on=one.opened_on,
        how=one.how,
        days_later=one.days_later,
        recorded=_due_told(one.recorded) if one.recorded else None,
        other=_due_told(one.other) if one.other else None,
    )


def _due_told(due: DueThen) -> DueTold:
    return DueTold(
        due=due.due,
        unknown=due.unknown or None,
        state=due.state,
        steps=[StepTold(says=s.says, day=s.day, place=place_told(s.place)) for s in due.steps],
    )
