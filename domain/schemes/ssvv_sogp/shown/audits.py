"""What is being looked into: audits, each of their findings, and signals not decided on."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.case import CaseFile
from domain.law import Place
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import Audit, Standing
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import Finding
from domain.schemes.ssvv_sogp.record.irregularity import OversightSignal
from domain.schemes.ssvv_sogp.section_6_1_1_yearly import T_01, YEARLY
from domain.schemes.ssvv_sogp.section_6_1_5_waiting import T_15
from domain.shown import AuditStatus, Stage

CENTRE, AUDITOR, SSVV = "centre", "auditor", "ssvv"
AT_6, AT_6_1_5 = section("6"), section("6.1.5")

OF_AN_AUDIT: Mapping[Standing, tuple[str, str, str, Place]] = {
    "proposed": ("day proposed", CENTRE, "the centre agrees to the day", section("6.1.1")),
    "day-refused": ("day refused", SSVV, "another day is proposed", section("6.1.1")),
    "planned": ("planned", AUDITOR, "the agenda is agreed", section("6.1.2")),
    "prepared": ("prepared", AUDITOR, "the audit is held", section("6.1.3")),
    "in-progress": ("being held", AUDITOR, "the findings are shared", section("6.1.3")),
    "findings-shared": ("to be reported", AUDITOR, "the report is made", section("6.1.4")),
    "reported": ("report to be sent", SSVV, "the report is sent", section("6.1.4")),
    "awaiting-acknowledgement": (
        "report sent, no findings",
        CENTRE,
        "its receipt is acknowledged",
        section("6.1.4"),
    ),
    "awaiting-reaction": ("report sent", CENTRE, "each finding is reacted to", AT_6_1_5),
    "under-review": ("reactions judged", SSVV, "each reaction is judged", AT_6_1_5),
    "ready-to-close": ("to be closed", SSVV, "the audit is formally closed", AT_6_1_5),
}
"""What it is called, whom it waits for, what comes next, and where that stands."""
OF_A_FINDING = {
    "open": ("not reacted to", CENTRE, "a reaction in substance"),
    "reacted": ("reacted to", SSVV, "a judgement whether it is sufficiently dealt with"),
    "more-asked": ("more asked", CENTRE, "more information or action"),
    "accepted": ("sufficiently dealt with", "", ""),
}
OVER: Mapping[tuple[Standing, bool], tuple[str, str, str]] = {
    ("closed", False): ("closed", SSVV, "its closing is confirmed to the centre"),
    ("closed", True): ("closed and confirmed", "", ""),
    ("escalated", False): ("escalated to withdrawal", "", ""),
}
"""What an audit that is over is called, whom it waits for still, and what comes next."""
STAGES: Mapping[Standing, Stage] = {
    "proposed": "expected",
    "day-refused": "expected",
    "planned": "planned",
    "prepared": "planned",
}
"""A day that SSVV proposes is no appointment yet (6.1.1)."""
OF_A_SIGNAL = {
    "shared": ("signal shared", "the signal is assessed"),
    "assessed": ("signal assessed", "it is acted on, or closed with reasons"),
}
DAY_IS_SET = ("proposed", "planned", "prepared")
REACTED_TO: tuple[Standing, ...] = ("awaiting-acknowledgement", "awaiting-reaction")
YEARLY_AUDIT = "regular-audit"


def audits(case: CaseFile[CentreFile]) -> tuple[AuditStatus, ...]:
    """Everything in a centre's file that oversight has open, in the order of the file."""
    file = case.state
    return (
        *_of_this_year(file),
        *(one for now in file.audits.values() for one in _of_an_audit(file, now)),
        *(one for now in file.signals.values() for one in _of_a_signal(now)),
    )


def _of_this_year(file: CentreFile) -> Iterator[AuditStatus]:
    """While it is recognised a centre is visited once a year: the last visit is the last start."""
    begun: list[date] = [
        *(one.first_day for one in file.agreements.values() if one.concluded_on is not None),
        *(now.held_on for now in file.audits.values() if now.held_on and now.kind == "regular"),
    ]
    if not begun or not any(line.standing == "in-force" for line in file.lines.values()):
        return
    yield AuditStatus(
        matter=YEARLY_AUDIT,
        about="audit",
        stage="expected",
        status="regular audit: once a year",
        since=max(begun),
        for_whom=SSVV,
        next="a regular audit is agreed on and held",
        term=T_01.id,
        under=YEARLY,
    )


def _of_an_audit(file: CentreFile, now: Audit) -> Iterator[AuditStatus]:
    if now.is_open:
        called, role, next_, place = OF_AN_AUDIT[now.standing]
    else:
        place = AT_6_1_5
        called, role, next_ = OVER[now.standing, now.confirmed_on is not None]
    yield AuditStatus(
        matter=now.matter,
        about="audit",
        stage=STAGES.get(now.standing, "open") if now.is_open else "closed",
        status=f"{now.kind} audit: {called}",
        since=now.confirmed_on or now.since,
        for_whom=role,
        next=next_,
        due=now.planned_for if now.standing in DAY_IS_SET else None,
        term=T_15.id if now.standing in REACTED_TO else "",
        under=place,
    )
    if now.report_sent_on is not None:
        for finding in now.findings.values():
            yield _of_a_finding(file, now, finding, now.report_sent_on)


def _of_a_finding(
    file: CentreFile, now: Audit, finding: Finding, reported_on: date
) -> AuditStatus:
    """An escalated audit keeps its findings in sight; what comes next is decided under 5.3.

    They are over once none of the recognitions at stake is held: nobody is left to remedy them.
    A procedure that was dropped leaves them where they were, not dealt with.
    """
    called, role, next_ = OF_A_FINDING[finding.standing]
    decided = now.standing == "escalated" and not any(
        file.lines[line].is_held for line in now.at_stake
    )
    if now.standing == "escalated" and finding.is_open:
        role, next_ = ("", "") if decided else (SSVV, "a decision in the procedure for withdrawal")
    unanswered = finding.standing == "open" and now.is_open
    return AuditStatus(
        matter=now.matter,
        about="finding",
        stage="open" if finding.is_open and not decided else "closed",
        status=f"finding {finding.number} ({finding.grade}): {called}",
        since=max(finding.since, finding.graded_on, reported_on),
        for_whom=role,
        next=next_,
        term=T_15.id if unanswered else "",
        finding_class=finding.grade,
        finding_state=finding.standing,
        under=AT_6_1_5,
    )


def _of_a_signal(now: OversightSignal) -> Iterator[AuditStatus]:
    if now.standing in OF_A_SIGNAL:
        called, next_ = OF_A_SIGNAL[now.standing]
        yield AuditStatus(
            matter=now.matter,
            status=f"{called}, from {now.side}",
            since=now.since,
            for_whom=SSVV,
            next=next_,
            under=AT_6,
        )
