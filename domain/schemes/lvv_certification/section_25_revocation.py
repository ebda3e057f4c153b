"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): what a revocation undoes

- Only what the revoked decision itself did: a suspension revoked leaves the certificate valid, a
  withdrawal revoked leaves it valid, or suspended when its suspension was never lifted.
- The certificate comes back with its own end date (D-30), and the register with it.
- Expiry prevails: what comes back after its last valid day has expired (D-24), and a certificate
  that was granted meanwhile stays in its place.
"""

from domain.case import Law, Situation
from domain.days import Day, Stated
from domain.fact import Fact
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateSucceeded,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
    RegisterStatusChanged,
    SuspensionExtended,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_27_extension import ENDS_A_SUSPENSION
from domain.schemes.lvv_certification.section_27_running_out import procedure_opened
from domain.terms import Term, its_day

OWN_END_DATE = section(29)("c").read("D-30: back with the original end date")
RUNS_AGAIN = section(15).read("D-24, D-30: it runs again, to its own last day and no further")
SUSPENDED_AGAIN = section(27).read("a suspension that was never lifted runs again, to its end")


def revoked(
    kept: DecisionRetaken,
    first: CertificateSuspended | CertificateWithdrawn,
    at: Situation[PersonFile],
) -> tuple[Fact, ...]:
    """The revocation, and what follows from it for the certificate and the register."""
    now = at.file.certificates[kept.matter]
    revocation = kept.model_copy(update={"revoked": True})
    if not _stands_by(now, kept.first):
        return (revocation,)
    known = at.file.decisions[kept.first].sent_on is not None
    register = (_register(now, first, kept.on),) if known else ()
    latest = at.file.certificate
    if latest is not None and latest.matter != now.matter:
        succeeded = CertificateSucceeded(
            matter=now.matter, on=kept.on, basis=RUNS_AGAIN, by_certificate=latest.matter
        )
        return (revocation, *register, succeeded)
    if isinstance(first, CertificateWithdrawn):
        again = {"until": now.until, "suspended_until": _suspended_until(now, at)}
        revocation = revocation.model_copy(update=again)
    return (revocation, *register)


def _stands_by(now: Certificate, decision: int) -> bool:
    """Whether the certificate stands as it does by this decision."""
    if now.standing == "withdrawn":
        return now.withdrawal_decision == decision
    suspension = now.suspension
    return (
        now.standing == "suspended" and suspension is not None and suspension.decision == decision
    )


def _suspended_until(now: Certificate, at: Situation[PersonFile]) -> Day | None:
    """The last day of the suspension that is back, unless the withdrawal procedure is open."""
    return None if now.suspension is None or procedure_opened(at) else now.suspension.until


def _register(
    now: Certificate, first: CertificateSuspended | CertificateWithdrawn, on: Day
) -> RegisterStatusChanged:
    """What the register says again; after expiry that is read no more."""
    suspension = now.suspension if isinstance(first, CertificateWithdrawn) else None
    return RegisterStatusChanged(
        matter=now.matter,
        on=on,
        basis=OWN_END_DATE,
        status="suspended" if suspension else "valid",
        first_day=suspension.first_day if suspension else first.first_day,
        day=suspension.until if suspension else now.until,
    )


def _is_suspended_again(fact: DecisionRetaken) -> Day | None:
    return fact.on if fact.suspended_until else None


def _to_the_end_of_the_suspension(fact: DecisionRetaken, _: Law) -> Stated:
    return Stated(last=fact.suspended_until or fact.on, place=SUSPENDED_AGAIN)


C_T08_AGAIN = Term(
    id="C-T08",
    name="the suspension ends, after the withdrawal was revoked",
    place=SUSPENDED_AGAIN,
    for_whom="certification-body",
    length=_to_the_end_of_the_suspension,
    opened_by={DecisionRetaken: _is_suspended_again},
    met_by={SuspensionLifted: its_day},
    ended_by={**ENDS_A_SUSPENSION, SuspensionExtended: its_day},
    then="open-withdrawal-procedure",
    when_passed="the withdrawal procedure opens; the decision is left to the certification body",
)
