"""A training-centre audit, recognition or regular: from planning to formal closing (6.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast, get_args

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Identity, Personal
from domain.schemes.ssvv_sogp.record import finding
from domain.schemes.ssvv_sogp.record.finding import Finding, FindingFact, Grade

Kind = Literal["recognition", "regular"]
"""Erkenningsaudit (of an application), or the yearly herhalingsaudit (7.2)."""


class AuditProposed(Fact):
    """SSVV proposes a day for a regular audit at a location; it is planned once agreed on."""

    stored_as = "ssvv-sogp.audit-proposed"
    location: str
    proposed: Day


class AuditPlanned(Fact):
    """By appointment, on a day, at a training location; an application when it is of one."""

    stored_as = "ssvv-sogp.audit-planned"
    kind: Kind
    location: str
    planned_for: Day
    application: str = ""


class AuditDateRefused(Fact):
    """The centre did not agree to a proposed day; ``times`` counts how often in this audit."""

    stored_as = "ssvv-sogp.audit-date-refused"
    proposed: Day
    times: int
    because: Personal[Content, str]


class AuditTeamAppointed(Fact):
    """The accounts of the auditors, the lead first."""

    stored_as = "ssvv-sogp.audit-team-appointed"
    auditors: tuple[str, ...]


class AuditAgendaAgreed(Fact):
    """``agreed_with`` is the account of the centre's SOG-P responsible person."""

    stored_as = "ssvv-sogp.audit-agenda-agreed"
    qualifications: tuple[str, ...]
    topics: tuple[str, ...]
    agreed_with: str


class AuditOpened(Fact):
    """The day on which it is held; ``agreement`` is the one in force then, if any."""

    stored_as = "ssvv-sogp.audit-opened"
    kind: Kind
    agreement: str = ""
    safety_gone_through: bool
    agenda_feasible: bool
    reporting_explained: bool


class AuditAgendaDeparted(Fact):
    stored_as = "ssvv-sogp.audit-agenda-departed"
    because: Personal[Content, str]


class ObservationRecorded(Fact):
    """What was observed, against which norm, and whether it meets it."""

    stored_as = "ssvv-sogp.audit-observation-recorded"
    norm: str
    meets: bool
    what: Personal[Content, str]


class FindingsShared(Fact):
    """The provisional findings, shared at the end of the audit (6.1.3)."""

    stored_as = "ssvv-sogp.provisional-findings-shared"
    findings: int


class AuditeeRemarksRecorded(Fact):
    """Nothing said when the auditee had no remarks."""

    stored_as = "ssvv-sogp.auditee-remarks-recorded"
    said: Personal[Content, str] | None = None


class ReportFinalised(Fact):
    stored_as = "ssvv-sogp.audit-report-finalised"
    summary: Personal[Content, str]
    observations: int
    persons: Personal[Identity, str]


class ReportSent(Fact):
    """``asks`` is what SSVV asks for; ``grades`` the class of each finding on that day."""

    stored_as = "ssvv-sogp.audit-report-sent"
    asks: Literal["reaction", "acknowledgement"]
    grades: Mapping[int, Grade]


class ReceiptAcknowledged(Fact):
    stored_as = "ssvv-sogp.audit-report-receipt-acknowledged"


class AuditClosed(Fact):
    stored_as = "ssvv-sogp.audit-formally-closed"


class AuditClosureConfirmed(Fact):
    stored_as = "ssvv-sogp.audit-closure-confirmed"


class AuditEscalated(Fact):
    """The centre proves unable to deal with findings; ``lines`` are the recognitions at stake."""

    stored_as = "ssvv-sogp.audit-escalated-to-withdrawal"
    lines: tuple[str, ...]
    because: Personal[Content, str]


AuditFact = (
    AuditProposed
    | AuditPlanned
    | AuditDateRefused
    | AuditTeamAppointed
    | AuditAgendaAgreed
    | AuditOpened
    | AuditAgendaDeparted
    | ObservationRecorded
    | FindingsShared
    | AuditeeRemarksRecorded
    | ReportFinalised
    | ReportSent
    | ReceiptAcknowledged
    | AuditClosed
    | AuditClosureConfirmed
    | AuditEscalated
    | FindingFact
)

Standing = Literal[
    "proposed",
    "day-refused",
    "planned",
    "prepared",
    "in-progress",
    "findings-shared",
    "reported",
    "awaiting-acknowledgement",
    "awaiting-reaction",
    "under-review",
    "ready-to-close",
    "closed",
    "escalated",
]


class Observation(Value):
    norm: str
    meets: bool


class Audit(Value):
    """One audit. ``held_on`` is the day it was opened.

    ``planned_for`` is the day agreed on; while it stands proposed or day-refused, the day
    proposed last. ``at_stake`` are the recognitions over which it was escalated (6.1.5).
    """

    matter: str
    kind: Kind
    application: str
    location: str
    planned_for: Day
    standing: Standing = "planned"
    since: Day
    date_refusals: int = 0
    auditors: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    held_on: Day | None = None
    departures: int = 0
    observations: tuple[Observation, ...] = ()
    findings: Mapping[int, Finding] = {}
    auditee_heard: bool = False
    report_sent_on: Day | None = None
    closed_on: Day | None = None
    confirmed_on: Day | None = None
    at_stake: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.standing not in ("closed", "escalated")

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings.values() if one.is_open)


STANDS: Mapping[type[Fact], Standing] = {
    AuditDateRefused: "day-refused",
    AuditAgendaAgreed: "prepared",
    AuditOpened: "in-progress",
    FindingsShared: "findings-shared",
    ReportFinalised: "reported",
    ReceiptAcknowledged: "ready-to-close",
    AuditClosed: "closed",
    AuditEscalated: "escalated",
}


def evolve(now: Audit | None, record: Recorded) -> Audit:
    """The audit after one fact more."""
    fact = cast(AuditFact, record.fact)
    if isinstance(fact, AuditProposed | AuditPlanned):
        return _with_a_day(now, fact)
    now = begun(now, fact)
    if isinstance(fact, get_args(FindingFact)):
        return _with_finding(now, record)
    update = _changes(now, fact)
    if standing := STANDS.get(type(fact)):
        update |= {"standing": standing, "since": fact.on}
    return now.model_copy(update=update)


def _with_a_day(now: Audit | None, fact: AuditProposed | AuditPlanned) -> Audit:
    """Proposed or planned; or so again, for another day. What was agreed to go into stays."""
    day: dict[str, object] = {"location": fact.location, "since": fact.on}
    if isinstance(fact, AuditProposed):
        day |= {"standing": "proposed", "planned_for": fact.proposed}
        begins: dict[str, object] = {"kind": "regular", "application": ""}
    else:
        prepared = now is not None and bool(now.qualifications)
        standing: Standing = "prepared" if prepared else "planned"
        day |= {"standing": standing, "planned_for": fact.planned_for}
        begins = {"kind": fact.kind, "application": fact.application}
    if now is not None:
        return now.model_copy(update=day)
    return Audit.model_validate({"matter": fact.matter, **begins, **day})


def _with_finding(now: Audit, record: Recorded) -> Audit:
    fact = cast(FindingFact, record.fact)
    after = finding.evolve(now.findings.get(fact.finding), record)
    now = now.model_copy(update={"findings": {**now.findings, fact.finding: after}})
    if now.report_sent_on is None:
        return now
    standing = _awaits(now.findings)
    since = now.since if standing == now.standing else fact.on
    return now.model_copy(update={"standing": standing, "since": since})


def _awaits(findings: Mapping[int, Finding]) -> Standing:
    """After the report: the centre answers each finding, SSVV judges each answer."""
    standings = {one.standing for one in findings.values()}
    if standings <= {"accepted"}:
        return "ready-to-close"
    return "under-review" if "reacted" in standings else "awaiting-reaction"


def _changes(now: Audit, fact: AuditFact) -> dict[str, object]:
    match fact:
        case AuditDateRefused():
            return {"date_refusals": fact.times}
        case AuditTeamAppointed():
            return {"auditors": fact.auditors}
        case AuditAgendaAgreed():
            return {"qualifications": fact.qualifications, "topics": fact.topics}
        case AuditOpened():
            return {"held_on": fact.on}
        case AuditAgendaDeparted():
            return {"departures": now.departures + 1}
        case ObservationRecorded():
            one = Observation(norm=fact.norm, meets=fact.meets)
            return {"observations": (*now.observations, one)}
        case AuditeeRemarksRecorded():
            return {"auditee_heard": True}
        case ReportSent():
            return _reported(now, fact)
        case AuditClosed():
            return {"closed_on": fact.on}
        case AuditClosureConfirmed():
            return {"confirmed_on": fact.on}
        case AuditEscalated():
            return {"at_stake": fact.lines}
        case _:
            return {}


def _reported(now: Audit, fact: ReportSent) -> dict[str, object]:
    """The report keeps the class of each finding as it stood on the day it was sent."""
    findings = {
        number: one.model_copy(update={"reported_as": fact.grades.get(number)})
        for number, one in now.findings.items()
    }
    standing = "awaiting-reaction" if findings else "awaiting-acknowledgement"
    return {
        "findings": findings,
        "report_sent_on": fact.on,
        "standing": standing,
        "since": fact.on,
    }
