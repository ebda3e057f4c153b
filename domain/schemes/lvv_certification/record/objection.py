"""An objection with the certification body, and the appeal to the LVV board after it."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal


class ObjectionFiled(Fact):
    """Filed against the decision with this version in the file, in this matter.

    ``sent_on`` is the day that decision was sent, if it had been.
    """

    stored_as = "lvv-certification.objection-filed"
    decision: int
    against: str
    sent_on: Day | None
    interested_party: bool
    grounds: Personal[Content, str]


class ObjectionRefused(Fact):
    stored_as = "lvv-certification.objection-refused"
    ground: str


class ObjectionHandlerAssigned(Fact):
    stored_as = "lvv-certification.objection-handler-assigned"
    handler: str


class ObjectionUpheld(Fact):
    """Upheld, wholly or in part; what was upheld is to be decided again."""

    stored_as = "lvv-certification.objection-upheld"
    in_part: bool
    reasons: Personal[Content, str]


class ObjectionRejected(Fact):
    stored_as = "lvv-certification.objection-rejected"
    reasons: Personal[Content, str]


class ObjectionDecisionSent(Fact):
    """The day of this fact is the sending date (verzenddatum) that the appeal term runs from."""

    stored_as = "lvv-certification.objection-decision-sent"
    appeal_open: bool


class AppealSent(Fact):
    """Sent to the board on ``sent_on``; ``cites`` are the places of the scheme it points to."""

    stored_as = "lvv-certification.appeal-sent"
    objection: str
    sent_on: Day
    cites: tuple[str, ...]
    defects: Personal[Content, str]


class AppealRefused(Fact):
    stored_as = "lvv-certification.appeal-refused"
    ground: str


class AppealCompletionAsked(Fact):
    stored_as = "lvv-certification.appeal-completion-asked"
    until: Day


class AppealCompleted(Fact):
    stored_as = "lvv-certification.appeal-completed"
    sent_on: Day
    cites: tuple[str, ...]
    defects: Personal[Content, str]


class CaseDataRequested(Fact):
    stored_as = "lvv-certification.case-data-requested"


class CaseDataProvided(Fact):
    """All data up to and including the fact with this version were handed over."""

    stored_as = "lvv-certification.case-data-provided"
    up_to: int


class CbViewSubmitted(Fact):
    stored_as = "lvv-certification.cb-view-submitted"
    view: Personal[Content, str]


class QuestionsAsked(Fact):
    stored_as = "lvv-certification.questions-asked"
    questions: Personal[Content, str]


class QuestionsAnswered(Fact):
    stored_as = "lvv-certification.questions-answered"
    answers: Personal[Content, str]


class ReactionInvited(Fact):
    stored_as = "lvv-certification.reaction-invited"


class ReactionGiven(Fact):
    stored_as = "lvv-certification.reaction-given"
    reaction: Personal[Content, str]


class AppealUpheld(Fact):
    """``defect`` is what the board found wanting, against the ``places`` of the scheme."""

    stored_as = "lvv-certification.appeal-upheld"
    defect: str
    places: tuple[str, ...]
    opinion: Personal[Content, str]


class ReassessmentOrdered(Fact):
    """The board orders the certification body to take this decision again, correctly."""

    stored_as = "lvv-certification.reassessment-ordered"
    decision: int


class AppealDismissed(Fact):
    stored_as = "lvv-certification.appeal-dismissed"
    defect: str
    opinion: Personal[Content, str]


class OpinionSent(Fact):
    stored_as = "lvv-certification.opinion-sent"


class OpinionReceived(Fact):
    """The written opinion reached the applicant on this day."""

    stored_as = "lvv-certification.opinion-received"


class OpinionExplained(Fact):
    stored_as = "lvv-certification.opinion-explained"


ObjectionFact = (
    ObjectionFiled
    | ObjectionRefused
    | ObjectionHandlerAssigned
    | ObjectionUpheld
    | ObjectionRejected
    | ObjectionDecisionSent
)
AppealFact = (
    AppealSent
    | AppealRefused
    | AppealCompletionAsked
    | AppealCompleted
    | CaseDataRequested
    | CaseDataProvided
    | CbViewSubmitted
    | QuestionsAsked
    | QuestionsAnswered
    | ReactionInvited
    | ReactionGiven
    | AppealUpheld
    | ReassessmentOrdered
    | AppealDismissed
    | OpinionSent
    | OpinionReceived
    | OpinionExplained
)


class Objection(Value):
    """One objection, against the decision with this version."""

    matter: str
    decision: int
    standing: Literal["filed", "refused", "handling", "upheld", "upheld-in-part", "rejected"]
    since: Day
    filed_by: str
    interested_party: bool = False
    handler: str = ""
    sent_on: Day | None = None


class Appeal(Value):
    """One appeal, against the outcome of an objection."""

    matter: str
    objection: str
    standing: Literal["filed", "refused", "incomplete", "investigating", "upheld", "dismissed"]
    since: Day
    sent_on: Day
    cites: tuple[str, ...]
    complete_by: Day | None = None
    data_provided: bool = False
    view_given: bool = False
    question_open: bool = False
    reaction_invited: bool = False
    reaction_given: bool = False
    opinion_sent_on: Day | None = None
    opinion_received_on: Day | None = None


def evolve_objection(now: Objection | None, record: Recorded) -> Objection:
    """The objection after one fact more."""
    fact = cast(ObjectionFact, record.fact)
    if isinstance(fact, ObjectionFiled):
        return Objection(
            matter=fact.matter,
            decision=fact.decision,
            standing="filed",
            since=fact.on,
            filed_by=record.by.id,
            interested_party=fact.interested_party,
        )
    now = begun(now, fact)
    match fact:
        case ObjectionRefused():
            update: dict[str, object] = {"standing": "refused"}
        case ObjectionHandlerAssigned():
            update = {"standing": "handling", "handler": fact.handler}
        case ObjectionUpheld():
            update = {"standing": "upheld-in-part" if fact.in_part else "upheld"}
        case ObjectionRejected():
            update = {"standing": "rejected"}
        case ObjectionDecisionSent():
            return now.model_copy(update={"sent_on": fact.on})
    return now.model_copy(update={"since": fact.on, **update})


def evolve_appeal(now: Appeal | None, record: Recorded) -> Appeal:
    """The appeal after one fact more."""
    fact = cast(AppealFact, record.fact)
    if isinstance(fact, AppealSent):
        return Appeal(
            matter=fact.matter,
            objection=fact.objection,
            standing="filed",
            since=fact.on,
            sent_on=fact.sent_on,
            cites=fact.cites,
        )
    now = begun(now, fact)
    return now.model_copy(update={"since": fact.on, **_appeal_update(fact)})


def _appeal_update(fact: AppealFact) -> dict[str, object]:
    match fact:
        case AppealRefused():
            return {"standing": "refused"}
        case AppealCompletionAsked():
            return {"standing": "incomplete", "complete_by": fact.until}
        case AppealCompleted():
            return {"standing": "filed", "cites": fact.cites}
        case CaseDataRequested():
            return {"standing": "investigating"}
        case CaseDataProvided():
            return {"data_provided": True}
        case CbViewSubmitted():
            return {"view_given": True}
        case QuestionsAsked():
            return {"question_open": True}
        case QuestionsAnswered():
            return {"question_open": False}
        case ReactionInvited():
            return {"reaction_invited": True}
        case ReactionGiven():
            return {"reaction_given": True}
        case AppealUpheld():
            return {"standing": "upheld"}
        case AppealDismissed():
            return {"standing": "dismissed"}
        case OpinionSent():
            return {"opinion_sent_on": fact.on}
        case OpinionReceived():
            return {"opinion_received_on": fact.on}
        case AppealSent() | ReassessmentOrdered() | OpinionExplained():
            return {}
