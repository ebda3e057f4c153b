"""What is being looked into: applications, renewals, checks, and what was found wanting."""

from collections.abc import Iterator
from datetime import date

from domain.case import CaseFile
from domain.law import Place
from domain.schemes.lvv_accreditation.act import EDITION, annex, article
from domain.schemes.lvv_accreditation.annex_clause_6_initial_audit import TO_CLOSE
from domain.schemes.lvv_accreditation.annex_clause_6_response import TO_HAVE_EFFECT
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    ended_with_its_accreditation,
    still_open,
)
from domain.schemes.lvv_accreditation.record.application import Application
from domain.schemes.lvv_accreditation.record.audit import Audit
from domain.schemes.lvv_accreditation.record.check import Check
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.shown import AuditStatus

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
OF_A_CHECK = {
    "requested": ("interim check asked for", "hobeon", "the check is announced"),
    "announced": ("interim check planned", "hobeon", "the check begins"),
    "running": ("in interim check", "hobeon", "a report to the board"),
    "reported": ("interim check reported", "lvv-board", "the accreditation goes on, or not"),
}
OF_A_FINDING = {
    "found": ("open finding", "provider", "a response, and measures with effect"),
    "answered": ("finding answered", "hobeon", "the improvement is verified"),
    "not-demonstrated": ("finding without effect", "lvv-board", "a decision on a sanction"),
}


def audits(case: CaseFile[TrainingFile]) -> tuple[AuditStatus, ...]:
    """Everything in a training's file that is being looked into, in the order of the file."""
    file = case.state
    return (
        *(one for now in file.applications.values() for one in _of_an_application(case, now)),
        *(one for now in file.checks.values() for one in _of_a_check(file, now)),
        *(one for now in file.audits.values() for one in _findings_of(case, now)),
    )


def _of_an_application(case: CaseFile[TrainingFile], now: Application) -> Iterator[AuditStatus]:
    if now.standing not in OF_AN_APPLICATION or not still_open(case.state, now):
        return
    status, role, next_, place = OF_AN_APPLICATION[now.standing]
    audit = case.state.audits.get(now.matter)
    due: date | None = now.supplement_by if now.standing == "awaiting-supplement" else None
    if now.standing == "with-hobeon" and audit and audit.first_day and not audit.closed_on:
        status, next_, place = "in audit", "the audit is closed", annex(6)("a")
        due = TO_CLOSE.of(EDITION).span.after(audit.first_day)
    yield AuditStatus(
        matter=now.matter,
        status=f"renewal, {status}" if now.renewal else status,
        since=now.since,
        for_whom=role,
        next=next_,
        due=due,
        under=place,
    )


def _of_a_check(file: TrainingFile, now: Check) -> Iterator[AuditStatus]:
    if now.standing in OF_A_CHECK and not ended_with_its_accreditation(file, now.matter):
        status, role, next_ = OF_A_CHECK[now.standing]
        yield AuditStatus(
            matter=now.matter,
            status=status,
            since=now.since,
            for_whom=role,
            next=next_,
            due=now.starts_on if now.standing == "announced" else None,
            under=article(7),
        )


def _findings_of(case: CaseFile[TrainingFile], now: Audit) -> Iterator[AuditStatus]:
    """What was found wanting and is not verified, while the training can still be held to it."""
    over = ended_with_its_accreditation(case.state, now.matter)
    for number in () if over or now.closed_on else now.unverified:
        finding = now.findings[number]
        status, role, next_ = OF_A_FINDING[finding.stands]
        last = finding.last_audit_day
        yield AuditStatus(
            matter=f"{now.matter}.finding-{number}",
            status=status,
            since=finding.since,
            for_whom=role,
            next=next_,
            due=TO_HAVE_EFFECT.of(EDITION).span.after(last) if last else None,
            under=annex(6)("b"),
        )
