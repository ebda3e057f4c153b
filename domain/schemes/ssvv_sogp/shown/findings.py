"""The graph of a centre's file: audits, their findings, what was done about them, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from domain.case import CaseFile
from domain.fact import Recorded
from domain.findings import Graph, Piece, edge, finding_key, graph_of, node
from domain.schemes.ssvv_sogp.record.audit import (
    AuditClosed,
    AuditClosureConfirmed,
    AuditEscalated,
    AuditPlanned,
    AuditProposed,
    ReceiptAcknowledged,
    ReportSent,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import (
    FindingReacted,
    FindingReclassified,
    FindingRecorded,
    FollowUpAccepted,
    FollowUpRequested,
)
from domain.schemes.ssvv_sogp.shown.findings_decided import decided


def findings(case: CaseFile[CentreFile]) -> Graph:
    """What joins the findings of a centre to what was done, and to what was decided."""
    return graph_of(piece for record in case.trail for piece in _pieces(record, case.state))


def _pieces(record: Recorded, file: CentreFile) -> Iterator[Piece]:
    yield from _of_a_finding(record, file)
    yield from _of_an_audit(record, file)
    yield from decided(record, file)


def _of_an_audit(record: Recorded, file: CentreFile) -> Iterator[Piece]:
    fact = record.fact
    match fact:
        case AuditProposed() | AuditPlanned():
            now = file.audits[fact.matter]
            more = {"location": now.location}
            yield node(
                record,
                "audit",
                f"{now.kind} audit",
                fact.matter,
                stands=now.standing,
                since=now.since,
                more=more,
            )
        case ReportSent():
            more = {finding_key(fact.matter, n): grade for n, grade in fact.grades.items()}
            sent = node(record, "report", f"sent, asks for a {fact.asks}", more=more)
            yield from (sent, edge(sent, "reports on", fact.matter))
        case ReceiptAcknowledged():
            received = node(record, "reaction", "receipt acknowledged")
            yield from (received, edge(received, "answers", fact.matter))
        case AuditClosed() | AuditClosureConfirmed():
            called = "closed" if isinstance(fact, AuditClosed) else "closing confirmed"
            closed = node(record, "closing", called)
            yield from (closed, edge(closed, "closes", fact.matter))
            for finding in file.audits[fact.matter].findings if called == "closed" else ():
                yield edge(closed, "rests on", finding_key(fact.matter, finding))
        case AuditEscalated():
            so = node(record, "decision", "escalated to withdrawal", because=fact.because)
            yield from (so, edge(so, "rests on", fact.matter))
            for one in file.audits[fact.matter].open_findings:
                yield edge(so, "rests on", finding_key(fact.matter, one.number))
            yield from (edge(so, "puts at stake", f"{line}.granted") for line in fact.lines)


def _of_a_finding(record: Recorded, file: CentreFile) -> Iterator[Piece]:
    fact = record.fact
    match fact:
        case FindingRecorded():
            yield from _found(record, fact, file)
            return
        case FindingReclassified():
            more = {"was": fact.was, "is": fact.grade}
            one = node(record, "reclassification", fact.grade, more=more, because=fact.because)
            says = "reclassifies"
        case FindingReacted():
            done_by = {"done_by": fact.done_by} if fact.done_by else {}
            one, says = node(record, "reaction", "reaction submitted", more=done_by), "answers"
        case FollowUpRequested():
            rounds = {"round": fact.round}
            one = node(record, "follow-up", "more asked", more=rounds, because=fact.lacking)
            says = "asks more of"
        case FollowUpAccepted():
            one, says = node(record, "judgement", "accepted"), "accepts what was done about"
        case _:
            return
    yield from (one, edge(one, says, finding_key(fact.matter, fact.finding)))


def _found(record: Recorded, fact: FindingRecorded, file: CentreFile) -> Iterator[Piece]:
    now = file.audits[fact.matter].findings[fact.finding]
    about = {"norm": now.norm, "qualification": now.qualification, "location": now.location}
    found = node(
        record,
        "finding",
        f"found {now.first_grade}",
        finding_key(fact.matter, fact.finding),
        stands=now.standing,
        since=now.since,
        grade=now.grade,
        reported_as=now.reported_as or "",
        more={**{name: said for name, said in about.items() if said}, "rounds": now.rounds},
    )
    yield from (found, edge(found, "found in", fact.matter))
