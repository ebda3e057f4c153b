"""The graph of a training's file: audits, what was found wanting, what was done, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from domain.case import CaseFile
from domain.fact import Recorded
from domain.findings import Graph, Node, Piece, edge, finding_key, graph_of, node
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationWithdrawn,
)
from domain.schemes.lvv_accreditation.record.application import AdviceGiven, ApplicationRejected
from domain.schemes.lvv_accreditation.record.audit import (
    AuditClosed,
    AuditStarted,
    ImprovementNotDemonstrated,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
    PartialReassessmentOrdered,
)
from domain.schemes.lvv_accreditation.record.check import (
    AccreditationContinued,
    CheckAnnounced,
    CheckFollowedByWithdrawal,
    CheckReported,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile


def findings(case: CaseFile[TrainingFile]) -> Graph:
    """What joins what was found wanting to what was done, and to what was decided."""
    return graph_of(piece for record in case.trail for piece in _pieces(record, case.state))


def _pieces(record: Recorded, file: TrainingFile) -> Iterator[Piece]:
    yield from _of_a_finding(record, file)
    yield from _of_an_audit(record, file)
    yield from _decided(record)


def _audit(record: Recorded, called: str, file: TrainingFile) -> Node:
    """An audit goes by the name of the application, renewal or check it is of."""
    now = file.audits.get(record.fact.matter)
    stands = "closed" if now and now.closed_on else "open" if now else ""
    return node(record, "audit", called, record.fact.matter, stands=stands)


def _of_an_audit(record: Recorded, file: TrainingFile) -> Iterator[Piece]:
    fact = record.fact
    match fact:
        case AuditStarted():
            yield _audit(record, "audit", file)
            return
        case CheckAnnounced():
            yield _audit(record, "interim check", file)
            return
        case PartialReassessmentOrdered():
            one, says = node(record, "follow-up", "partly assessed again"), "asks more of"
        case AuditClosed():
            one, says = node(record, "closing", "closed"), "closes"
        case CheckReported():
            called = f"reported, advice: {fact.advice or 'none'}"
            one, says = node(record, "report", called, because=fact.report), "reports on"
        case AdviceGiven():
            yield _audit(record, "investigation", file)
            called = "advice positive" if fact.positive else "advice negative"
            one, says = node(record, "judgement", called, because=fact.report), "rests on"
        case _:
            return
    yield from (one, edge(one, says, fact.matter))


def _of_a_finding(record: Recorded, file: TrainingFile) -> Iterator[Piece]:
    fact = record.fact
    match fact:
        case NonconformityRecorded():
            now = file.audits[fact.matter].findings[fact.finding]
            key = finding_key(fact.matter, fact.finding)
            found = node(
                record,
                "finding",
                "found wanting",
                key,
                stands=now.stands,
                since=now.since,
                because=fact.says,
            )
            yield _audit(record, "audit", file)
            yield from (found, edge(found, "found in", fact.matter))
            return
        case NonconformityAnswered():
            one, says = node(record, "reaction", "response given"), "answers"
        case ImprovementVerified() | ImprovementNotDemonstrated():
            verified = isinstance(fact, ImprovementVerified)
            called = "improvement verified" if verified else "improvement not demonstrated"
            one = node(record, "judgement", called, more={"how": fact.how})
            says = "accepts what was done about" if verified else "does not accept"
        case _:
            return
    yield from (one, edge(one, says, finding_key(fact.matter, fact.finding)))


def _decided(record: Recorded) -> Iterator[Piece]:
    fact = record.fact
    match fact:
        case AccreditationGranted():
            one = node(record, "decision", "granted", f"{fact.matter}.granted")
            rests_on = fact.application
        case AccreditationRenewed():
            one, rests_on = node(record, "decision", "renewed"), fact.renewal
        case ApplicationRejected():
            one = node(record, "decision", "refused", because=fact.reasons)
            rests_on = fact.matter
        case AccreditationContinued():
            one = node(record, "decision", "continued", because=fact.reasons)
            rests_on = fact.matter
        case CheckFollowedByWithdrawal():
            one, rests_on = node(record, "decision", "followed by withdrawal"), fact.matter
        case AccreditationWithdrawn():
            one = node(record, "decision", f"withdrawn: {fact.ground}", because=fact.reasons)
            yield from (one, edge(one, "is about", f"{fact.matter}.granted"))
            return
        case _:
            return
    yield from (one, edge(one, "rests on", rests_on))
