"""What is being looked into: audits, each of their findings, and signals not decided on."""

from collections.abc import Iterator, Mapping

from domain.case import CaseFile
from domain.law import Place
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import Audit, Standing
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import Finding
from domain.schemes.ssvv_sogp.record.irregularity import OversightSignal
from domain.shown import AuditStatus

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
}
OF_A_SIGNAL = {
    "shared": ("signal shared", "the signal is assessed"),
    "assessed": ("signal assessed", "it is acted on, or closed with reasons"),
}
DAY_IS_SET = ("proposed", "planned", "prepared")


def audits(case: CaseFile[CentreFile]) -> tuple[AuditStatus, ...]:
    """Everything in a centre's file that oversight has open, in the order of the file."""
    file = case.state
    return (
        *(one for now in file.audits.values() for one in _of_an_audit(now)),
        *(one for now in file.signals.values() for one in _of_a_signal(now)),
    )


def _of_an_audit(now: Audit) -> Iterator[AuditStatus]:
    if now.is_open:
        called, role, next_, place = OF_AN_AUDIT[now.standing]
        yield AuditStatus(
            matter=now.matter,
            status=f"{now.kind} audit: {called}",
            since=now.since,
            for_whom=role,
            next=next_,
            due=now.planned_for if now.standing in DAY_IS_SET else None,
            under=place,
        )
    elif now.standing == "closed" and now.confirmed_on is None:
        yield AuditStatus(
            matter=now.matter,
            status=f"{now.kind} audit: closed",
            since=now.since,
            for_whom=SSVV,
            next="its closing is confirmed to the centre",
            under=AT_6_1_5,
        )
    if now.report_sent_on is not None:
        for finding in now.open_findings:
            yield _of_a_finding(now, finding)


def _of_a_finding(now: Audit, finding: Finding) -> AuditStatus:
    """An escalated audit keeps its findings in sight; what comes next is decided under 5.3."""
    called, role, next_ = OF_A_FINDING[finding.standing]
    if now.standing == "escalated":
        role, next_ = SSVV, "a decision in the procedure for withdrawal"
    return AuditStatus(
        matter=now.matter,
        status=f"finding {finding.number} ({finding.grade}): {called}",
        since=finding.since,
        for_whom=role,
        next=next_,
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
