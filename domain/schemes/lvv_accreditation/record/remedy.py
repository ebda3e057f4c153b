"""What can be done against a decision: an objection, and a dispute before a committee."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.record.offer import Reference

Side = Literal["lvv", "holder"]


class ObjectionFiled(Fact):
    stored_as = "lvv-accreditation.objection-filed"
    decision: int
    grounds: Personal[Content, str]


class ExpertAdviceRequested(Fact):
    stored_as = "lvv-accreditation.expert-advice-requested"
    question: Personal[Content, str]


class ExpertAdviceGiven(Fact):
    stored_as = "lvv-accreditation.expert-advice-given"
    advice: Personal[Content, str]


class ObjectionAnswered(Fact):
    stored_as = "lvv-accreditation.objection-answered"
    upheld: bool
    reasons: Personal[Content, str]


ObjectionFact = ObjectionFiled | ExpertAdviceRequested | ExpertAdviceGiven | ObjectionAnswered


class Objection(Value):
    matter: str
    decision: int
    since: Day
    standing: Literal["filed", "with-experts", "advised", "answered"] = "filed"


OBJECTION_STANDS: dict[type[Fact], str] = {
    ExpertAdviceRequested: "with-experts",
    ExpertAdviceGiven: "advised",
    ObjectionAnswered: "answered",
}


def evolve_objection(now: Objection | None, record: Recorded) -> Objection:
    """The objection after one fact more."""
    fact = cast(ObjectionFact, record.fact)
    if isinstance(fact, ObjectionFiled):
        return Objection(matter=fact.matter, decision=fact.decision, since=fact.on)
    update = {"standing": OBJECTION_STANDS[type(fact)], "since": fact.on}
    return begun(now, fact).model_copy(update=update)


class DisputeOpened(Fact):
    stored_as = "lvv-accreditation.dispute-opened"
    about: Personal[Content, str]


class MemberNominated(Fact):
    stored_as = "lvv-accreditation.member-nominated"
    side: Side
    member: Reference


class ChairAppointed(Fact):
    stored_as = "lvv-accreditation.chair-appointed"
    chair: Reference


class BindingAdviceIssued(Fact):
    stored_as = "lvv-accreditation.binding-advice-issued"
    withdraws: bool
    advice: Personal[Content, str]


DisputeFact = DisputeOpened | MemberNominated | ChairAppointed | BindingAdviceIssued


class Dispute(Value):
    matter: str
    since: Day
    members: Mapping[Side, str] = {}
    chair: str = ""
    standing: Literal["opened", "committee-ready", "decided"] = "opened"


def evolve_dispute(now: Dispute | None, record: Recorded) -> Dispute:
    """The dispute after one fact more."""
    fact = cast(DisputeFact, record.fact)
    if isinstance(fact, DisputeOpened):
        return Dispute(matter=fact.matter, since=fact.on)
    now = begun(now, fact)
    update: dict[str, object] = {"since": fact.on}
    match fact:
        case MemberNominated():
            update["members"] = {**now.members, fact.side: fact.member}
        case ChairAppointed():
            update |= {"chair": fact.chair, "standing": "committee-ready"}
        case BindingAdviceIssued():
            update["standing"] = "decided"
    return now.model_copy(update=update)
