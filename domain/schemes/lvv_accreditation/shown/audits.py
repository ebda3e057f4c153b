"""What is being looked into: applications, renewals, checks, and what was found wanting."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.law import Place
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.annex_clause_6_initial_audit import A_T09
from domain.schemes.lvv_accreditation.annex_clause_6_response import A_T10, A_T11
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    DURING_THE_TERM,
    ended_with_its_accreditation,
    its_accreditation_ended_on,
    still_open,
)
from domain.schemes.lvv_accreditation.record.application import Application
from domain.schemes.lvv_accreditation.record.audit import Audit, Finding
from domain.schemes.lvv_accreditation.record.check import Check
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.shown import AuditStatus, Stage

OF_AN_APPLICATION: dict[str, tuple[str, str, str, Place]] = {
    "with-hobeon": ("in investigation", "hobeon", "binding advice to the board", article(4)),
    "awaiting-supplement": (
        "to be supplemented",
        "provider",
        "the application is supplemented, once",
        article(3)(4),
    ),
    "advised": ("advised", "lvv-board", "the board receives the advice", article(4)(1)),
    "received": ("to be decided", "lvv-board", "a decision as advised", article(5)(1)),
    "additional-requested": (
        "additional investigation asked for",
        "hobeon",
        "the board is consulted",
        article(5)(2),
    ),
    "board-consulted": (
        "additional investigation asked for",
        "hobeon",
        "the additional investigation starts, or is declined",
        article(5)(2),
    ),
}
OF_A_CHECK: dict[str, tuple[Stage, str, str, str]] = {
    "requested": ("expected", "interim check asked for", "hobeon", "the check is announced"),
    "announced": ("planned", "interim check planned", "hobeon", "the check begins"),
    "running": ("open", "in interim check", "hobeon", "a report to the board"),
    "reported": (
        "open",
        "interim check reported",
        "lvv-board",
        "the accreditation goes on, or not",
    ),
    "closed": ("closed", "interim check closed", "", ""),
}
OF_A_FINDING = {
    "found": ("open finding", "provider", "a response, and measures with effect", A_T10.id),
    "answered": ("finding answered", "hobeon", "the improvement is verified", A_T11.id),
    "not-demonstrated": (
        "finding without effect",
        "lvv-board",
        "a decision on a sanction",
        A_T11.id,
    ),
    "verified": ("finding verified", "", "", ""),
}
AUDIT_TERMS = (A_T09.id, A_T10.id, A_T11.id)


def audits(case: CaseFile[TrainingFile]) -> tuple[AuditStatus, ...]:
    """Everything in a training's file that is being looked into, in the order of the file."""
    file = case.state
    return (
        *(one for now in file.applications.values() for one in _of_an_application(case, now)),
        *(_of_a_check(file, now) for now in file.checks.values()),
        *(one for now in file.audits.values() for one in _findings_of(file, now)),
    )


def _of_an_application(case: CaseFile[TrainingFile], now: Application) -> Iterator[AuditStatus]:
    audit = case.state.audits.get(now.matter)
    if audit is not None and audit.first_day is not None:
        shown = _of_an_audit(case, now, audit)
        yield shown
        if now.standing == "with-hobeon" and shown.stage == "open":
            return
    if now.standing in OF_AN_APPLICATION and still_open(case.state, now):
        status, role, next_, place = OF_AN_APPLICATION[now.standing]
        yield AuditStatus(
            matter=now.matter,
            status=f"renewal, {status}" if now.renewal else status,
            since=now.since,
            for_whom=role,
            next=next_,
            due=now.supplement_by if now.standing == "awaiting-supplement" else None,
            under=place,
        )


def _of_an_audit(case: CaseFile[TrainingFile], now: Application, audit: Audit) -> AuditStatus:
    """The initial audit: within 16 weeks it is closed, unless advice or a stop ends it."""
    over = audit.closed_on
    if over is None and now.standing not in ("with-hobeon", "awaiting-supplement"):
        over = case.last_day_of(now.matter, *A_T09.ended_by)
    if over is None:
        return AuditStatus(
            matter=now.matter,
            about="audit",
            status="in audit",
            since=audit.first_day or now.since,
            for_whom="hobeon",
            next="the audit is closed",
            term=A_T09.id,
            under=annex(6)("a"),
        )
    return AuditStatus(
        matter=now.matter,
        about="audit",
        stage="closed",
        status="audit closed" if audit.closed_on else "audit ended with the investigation",
        since=over,
        under=annex(6)("a"),
    )


def _of_a_check(file: TrainingFile, now: Check) -> AuditStatus:
    ended_on = its_accreditation_ended_on(file, now)
    if ended_on is not None and now.standing != "closed":
        return AuditStatus(
            matter=now.matter,
            about="audit",
            stage="closed",
            status="interim check ended with the accreditation",
            since=ended_on,
            under=DURING_THE_TERM,
        )
    stage, status, role, next_ = OF_A_CHECK[now.standing]
    return AuditStatus(
        matter=now.matter,
        about="audit",
        stage=stage,
        status=status,
        since=now.since,
        for_whom=role,
        next=next_,
        due=now.starts_on if now.standing == "announced" else None,
        under=article(7),
    )


def _findings_of(file: TrainingFile, now: Audit) -> Iterator[AuditStatus]:
    """What was found wanting, while the training can be held to it; and what was verified."""
    over = now.closed_on is not None or ended_with_its_accreditation(file, now.matter)
    for finding in now.findings.values():
        if finding.stands == "verified" or not over:
            yield _of_a_finding(now, finding)


def _of_a_finding(now: Audit, finding: Finding) -> AuditStatus:
    """A holder's improvement has two clocks, an applicant's those of the audit (B-14)."""
    status, role, next_, term = OF_A_FINDING[finding.stands]
    of_a_holder = finding.last_audit_day is not None
    return AuditStatus(
        matter=f"{now.matter}.finding-{finding.number}",
        about="finding",
        stage="closed" if finding.stands == "verified" else "open",
        status=status,
        since=finding.since,
        for_whom=role,
        next=next_,
        term=term if of_a_holder or not term else A_T09.id,
        opened_by=finding.recorded if of_a_holder else 0,
        finding_class="nonconformity",
        finding_state=finding.stands,
        under=annex(6)("b"),
    )
