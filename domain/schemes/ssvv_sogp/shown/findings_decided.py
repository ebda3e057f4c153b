"""The decisions in the graph of a centre's file, and the audits that they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from domain.fact import Recorded
from domain.findings import Node, Piece, edge, node
from domain.schemes.ssvv_sogp.record.application import LineRejected, RecognitionAuditConcluded
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    ImprovementRecorded,
    ImprovementSignalGiven,
    RecognitionGranted,
    RecognitionWithdrawn,
    WithdrawalProcedureDropped,
    WithdrawalProcedureStarted,
)

LineDecided = (
    ImprovementSignalGiven
    | ImprovementRecorded
    | WithdrawalProcedureStarted
    | WithdrawalProcedureDropped
    | RecognitionWithdrawn
)


def decided(record: Recorded, file: CentreFile) -> Iterator[Piece]:
    """Conclusion, refusal and grant of a line; then signals, and how it was withdrawn."""
    fact = record.fact
    match fact:
        case RecognitionAuditConcluded():
            called = "concluded positive" if fact.positive else "concluded negative"
            more = {"location": fact.location, "qualification": fact.qualification}
            yield from _resting_on(node(record, "decision", called, more=more), fact.audit)
        case LineRejected():
            more = {"location": fact.location, "qualification": fact.qualification}
            refused = node(record, "decision", "refused", more=more, because=fact.reasons)
            yield from _resting_on(refused, _audit_of(fact, file))
        case RecognitionGranted():
            more = {"location": fact.location, "qualification": fact.qualification}
            granted = node(record, "decision", "granted", f"{fact.matter}.granted", more=more)
            yield from _resting_on(granted, fact.audit)
        case (
            ImprovementSignalGiven()
            | ImprovementRecorded()
            | WithdrawalProcedureStarted()
            | WithdrawalProcedureDropped()
            | RecognitionWithdrawn()
        ):
            yield from _about_a_line(record, fact)


def _about_a_line(record: Recorded, fact: LineDecided) -> Iterator[Piece]:
    reference = ""
    match fact:
        case ImprovementSignalGiven():
            one, reference = node(record, "signal", f"signal: {fact.source}"), fact.reference
        case ImprovementRecorded():
            one = node(record, "signal", "improved", because=fact.improved)
        case WithdrawalProcedureStarted():
            called = f"withdrawal procedure: {fact.ground}"
            one, reference = node(record, "decision", called), fact.reference
        case WithdrawalProcedureDropped():
            one = node(record, "decision", "withdrawal dropped", because=fact.because)
        case RecognitionWithdrawn():
            more = {"first_day": fact.first_day, "on_request": fact.on_request}
            called = f"withdrawn: {fact.ground}"
            one = node(record, "decision", called, more=more, because=fact.reasons)
    yield from (one, edge(one, "is about", f"{fact.matter}.granted"))
    if reference:
        yield edge(one, "rests on", reference)


def _resting_on(one: Node, audit: str) -> Iterator[Piece]:
    yield one
    if audit:
        yield edge(one, "rests on", audit)


def _audit_of(fact: LineRejected, file: CentreFile) -> str:
    key = LineKey(location=fact.location, qualification=fact.qualification)
    lines = file.applications[fact.matter].lines
    return next((one.audit for one in lines if one.key == key), "")
