"""What is being looked into about applications and recognitions (5.2, 5.3)."""

from collections.abc import Iterator

from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import Application
from domain.schemes.ssvv_sogp.record.line import Line
from domain.schemes.ssvv_sogp.shown.step import AUDITOR, CENTRE, SSVV
from domain.shown import AuditStatus

OF_AN_APPLICATION = {
    "submitted": ("application handed in", SSVV, "an auditor is assigned", "5.2.2"),
    "under-assessment": ("application in assessment", AUDITOR, "one of three outcomes", "5.2.2"),
    "awaiting-resubmission": (
        "application not accepted",
        CENTRE,
        "the application is handed in again",
        "5.2.2",
    ),
    "withdrawal-advised": (
        "withdrawal advised",
        CENTRE,
        "the application is withdrawn, or handed in again",
        "5.2.2",
    ),
    "accepted": ("application accepted", SSVV, "a recognition audit is planned", "5.2.2"),
    "audit-pending": ("recognition audit", SSVV, "each line is granted or rejected", "5.2.3"),
}


def of_an_application(now: Application) -> Iterator[AuditStatus]:
    """An application that is being assessed or audited."""
    if now.standing in OF_AN_APPLICATION:
        status, role, next_, place = OF_AN_APPLICATION[now.standing]
        yield AuditStatus(
            matter=now.matter,
            status=status,
            since=now.since,
            for_whom=role,
            next=next_,
            under=section(place),
        )


def of_a_line(now: Line) -> Iterator[AuditStatus]:
    """A recognition under watch, or under a procedure for withdrawal."""
    if not now.is_held or not now.is_under_watch:
        return
    status, role, next_ = (
        ("withdrawal procedure", SSVV, "the recognition is withdrawn, or the procedure dropped")
        if now.procedure
        else ("improvement expected", CENTRE, "what was signalled improves")
    )
    yield AuditStatus(
        matter=now.matter,
        status=status,
        since=min(now.signals),
        for_whom=role,
        next=next_,
        under=section("5.3"),
    )
