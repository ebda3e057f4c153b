"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): what was upheld is decided again

- A rejected application goes back to its assessment, on an objection upheld here or on the order
  of the board after an appeal (26).
- A suspension or a withdrawal is decided again, by somebody else: it stays as it was, or it is
  revoked from its first day.

What a revocation undoes: section_25_revocation.py.
"""

from collections.abc import Callable

from domain.case import Command, Facts, Situation, action
from domain.fact import Fact, Recorded
from domain.law import Place, Refused, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    ApplicationRejected,
    DecisionSent,
    ReassessmentStarted,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_handling import SOD_C3
from domain.schemes.lvv_certification.section_25_objection import is_objectionable
from domain.schemes.lvv_certification.section_25_revocation import revoked
from domain.schemes.lvv_certification.section_26_opinion import R_35
from domain.words import Prose

AT_25 = section(25)
TAKEN_AGAIN = AT_25.read("an objection upheld means that the decision is taken again")
BY_THE_BOARD = section(26).read("decision on doubts: the order is to take that decision again")


class ReassessApplication(Command):
    """Take a rejected application back to its assessment; names the rejection."""

    name = "reassess-application"
    decision: int


class RetakeDecision(Command):
    """Decide a suspension or a withdrawal again: keep it, or revoke it from its first day."""

    name = "retake-decision"
    decision: int
    revoked: bool
    reasons: Personal[Content, Prose]


class SendRetakenDecision(Command):
    """Send the decision that was taken again; one that kept it is open to objection."""

    name = "send-retaken-decision"
    decision: int


def found_wanting(*kinds: type[Fact]) -> Callable[[Situation[PersonFile]], None]:
    """Open while a decision of one of these kinds is to be taken again."""
    names = {kind.stored_as for kind in kinds}

    def guard(at: Situation[PersonFile]) -> None:
        decisions = at.file.decisions.values()
        if not any(one.to_be_retaken and one.stored_as in names for one in decisions):
            raise Refused("nothing of this kind that was upheld is still to be followed", AT_25)

    return guard


rejection_wanting = found_wanting(ApplicationRejected)
measure_wanting = found_wanting(CertificateSuspended, CertificateWithdrawn, DecisionRetaken)


def _found_wanting(version: int, at: Situation[PersonFile]) -> Decision:
    """The decision with this version. Raises Refused when it is not to be taken again."""
    decision = at.file.decisions.get(version)
    if decision is None or not decision.to_be_retaken:
        why = f"no objection against decision {version} was upheld, nor an appeal after it"
        raise Refused(why, R_35.place, R_35.id)
    weigh(R_35, True, decision=version, ordered_in=decision.to_be_retaken)
    return decision


def _ground(decision: Decision) -> Place:
    return BY_THE_BOARD if decision.to_be_retaken.startswith("appeal") else TAKEN_AGAIN


@action(ReassessApplication, by=BODY, place=TAKEN_AGAIN, when=rejection_wanting)
def reassess_application(asked: ReassessApplication, at: Situation[PersonFile]) -> Facts:
    """Take a rejected application back to its assessment."""
    decision = _found_wanting(asked.decision, at)
    application = at.file.applications.get(decision.matter)
    if application is None or application.standing != "rejected":
        raise Refused(f"{decision.matter} does not stand as a rejected application", AT_25)
    return ReassessmentStarted(
        matter=decision.matter,
        on=asked.on,
        basis=_ground(decision),
        ordered_in=decision.to_be_retaken,
    )


@action(RetakeDecision, by=BODY, place=TAKEN_AGAIN, when=measure_wanting)
def retake_decision(asked: RetakeDecision, at: Situation[PersonFile]) -> Facts:
    """Decide a suspension or a withdrawal again, by somebody who did not take it before."""
    decision = _found_wanting(asked.decision, at)
    taken = _taken_before(decision.version, at)
    first = taken[-1]
    if not isinstance(first.fact, CertificateSuspended | CertificateWithdrawn):
        raise Refused("this is no suspension or withdrawal; see reassess-application", AT_25)
    independent = at.by.id not in {record.by.id for record in taken}
    require(
        SOD_C3,
        independent,
        "whoever took the decision does not take it again; somebody else does",
        independent=independent,
    )
    kept = DecisionRetaken(
        matter=decision.matter,
        on=asked.on,
        basis=_ground(decision),
        decision=decision.version,
        first=first.version,
        ordered_in=decision.to_be_retaken,
        revoked=False,
        reasons=asked.reasons,
    )
    return revoked(kept, first.fact, at) if asked.revoked else kept


def _taken_before(version: int, at: Situation[PersonFile]) -> list[Recorded]:
    """Every time it was decided: the latest first, the suspension or withdrawal itself last."""
    record = at.case.trail[version - 1]
    if isinstance(record.fact, DecisionRetaken):
        return [record, *_taken_before(record.fact.decision, at)]
    return [record]


def to_be_sent(at: Situation[PersonFile]) -> None:
    if not any(_is_to_be_sent(one) for one in at.file.decisions.values()):
        raise Refused("no decision that was taken again waits to be sent", AT_25)


def _is_to_be_sent(decision: Decision | None) -> bool:
    return (
        decision is not None
        and decision.stored_as == DecisionRetaken.stored_as
        and decision.sent_on is None
    )


@action(SendRetakenDecision, by=BODY, place=TAKEN_AGAIN, when=to_be_sent)
def send_retaken_decision(asked: SendRetakenDecision, at: Situation[PersonFile]) -> Facts:
    """Send the decision that was taken again; the time to object runs from this day."""
    if not _is_to_be_sent(at.file.decisions.get(asked.decision)):
        raise Refused(f"{asked.decision} is no decision taken again that waits to be sent", AT_25)
    taken = at.case.trail[asked.decision - 1].fact
    return DecisionSent(
        matter=taken.matter,
        on=asked.on,
        basis=TAKEN_AGAIN,
        decision=asked.decision,
        objection_open=is_objectionable(taken),
    )
