"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): what was upheld is decided again

- A rejected application goes back to its assessment, on an objection upheld here or on the order
  of the board after an appeal (26).
- A suspension or a withdrawal is decided again, by somebody else: it stays as it was, or it is
  revoked from its first day.
- A certificate that was granted, or granted on a new assessment before the appeal was upheld, is
  kept, with reasons: the text takes it back only by withdrawal (28).

What a revocation undoes: section_25_revocation.py. How it is sent: section_25_sending.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.fact import Recorded
from domain.law import Refused, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    ApplicationRejected,
    ReassessmentStarted,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_handling import SOD_C3
from domain.schemes.lvv_certification.section_25_revocation import revoked
from domain.schemes.lvv_certification.section_26_opinion import BY_THE_BOARD, R_35
from domain.schemes.lvv_certification.section_28_withdrawal import R_30
from domain.words import Prose

AT_25, AT_26 = section(25), section(26)
TAKEN_AGAIN = AT_25.read("an objection upheld means that the decision is taken again")


class ReassessApplication(Command):
    """Take a rejected application back to its assessment; names the rejection."""

    name = "reassess-application"
    decision: int


class RetakeDecision(Command):
    """Decide again on a suspension, a withdrawal or a grant: keep it, or revoke a measure."""

    name = "retake-decision"
    decision: int
    revoked: bool
    reasons: Personal[Content, Prose]


def is_reassessed(decision: Decision, file: PersonFile) -> bool:
    """Whether it is taken again by a new assessment: a rejection, unless it was granted since."""
    application = file.applications.get(decision.matter)
    return application is not None and application.standing != "granted"


def rejection_wanting(at: Situation[PersonFile]) -> None:
    """Open while a rejection is to be taken again."""
    _something_is_wanting(at, reassessed=True)


def measure_wanting(at: Situation[PersonFile]) -> None:
    """Open while a suspension, a withdrawal or a grant is to be decided again."""
    _something_is_wanting(at, reassessed=False)


def _something_is_wanting(at: Situation[PersonFile], *, reassessed: bool) -> None:
    wanting = [one for one in at.file.decisions.values() if one.to_be_retaken]
    if not any(is_reassessed(one, at.file) is reassessed for one in wanting):
        raise Refused("nothing of this kind that was upheld is still to be followed", AT_25)


def _found_wanting(version: int, at: Situation[PersonFile]) -> Decision:
    """The decision with this version. Raises Refused when it is not to be taken again."""
    decision = at.file.decisions.get(version)
    if decision is None or not decision.to_be_retaken:
        why = f"no objection against decision {version} was upheld, nor an appeal after it"
        raise Refused(why, R_35.place, R_35.id)
    weigh(R_35, True, decision=version, ordered_in=decision.to_be_retaken)
    return decision


def _in_an_appeal(decision: Decision) -> bool:
    return decision.to_be_retaken.startswith("appeal")


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
        basis=AT_26 if _in_an_appeal(decision) else TAKEN_AGAIN,
        ordered_in=decision.to_be_retaken,
    )


@action(RetakeDecision, by=BODY, place=TAKEN_AGAIN, when=measure_wanting)
def retake_decision(asked: RetakeDecision, at: Situation[PersonFile]) -> Facts:
    """Decide again, by somebody who did not take it before; a grant can only be kept."""
    decision = _found_wanting(asked.decision, at)
    taken = _taken_before(decision.version, at)
    independent = at.by.id not in {record.by.id for record in taken}
    require(
        SOD_C3,
        independent,
        "whoever took the decision does not take it again; somebody else does",
        independent=independent,
    )
    first = taken[-1]
    kept = DecisionRetaken(
        matter=first.fact.matter,
        on=asked.on,
        basis=BY_THE_BOARD if _in_an_appeal(decision) else TAKEN_AGAIN,
        decision=decision.version,
        first=first.version,
        ordered_in=decision.to_be_retaken,
        revoked=False,
        reasons=asked.reasons,
    )
    if isinstance(first.fact, CertificateSuspended | CertificateWithdrawn):
        return revoked(kept, first.fact, at) if asked.revoked else kept
    otherwise = "a grant is taken back only as 28 has it; keep it, or withdraw the certificate"
    require(R_30, not asked.revoked, otherwise, revoked=asked.revoked)
    return kept.model_copy(update={"keeps_a_grant": True})


def _taken_before(version: int, at: Situation[PersonFile]) -> list[Recorded]:
    """Every time it was decided: the latest first; the measure or the grant itself last."""
    record = at.case.trail[version - 1]
    if isinstance(record.fact, DecisionRetaken):
        return [record, *_taken_before(record.fact.decision, at)]
    if isinstance(record.fact, ApplicationRejected):
        return [record, _granted_since(record.fact.matter, at)]
    return [record]


def _granted_since(application: str, at: Situation[PersonFile]) -> Recorded:
    """The grant of an application that was rejected before."""
    for record in reversed(at.case.trail):
        if isinstance(record.fact, CertificateGranted) and record.fact.application == application:
            return record
    raise Refused(
        "a rejection is taken again by a new assessment; see reassess-application", AT_25
    )
