"""A certificate: granted, suspended, lifted, withdrawn, expired; and the lock-out after it."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Evidence, Identity, Personal


class CertificateGranted(Fact):
    """Granted on the day of the decision; ``name`` is the name on the VOG."""

    stored_as = "lvv-certification.certificate-granted"
    application: str
    until: Day
    name: Personal[Identity, str]
    born: Personal[Identity, Day]


class CertificateRenewed(CertificateGranted):
    """Granted again on a recertification, in place of the certificate named."""

    stored_as = "lvv-certification.certificate-renewed"
    renews: str


class CertificateSucceeded(Fact):
    """A renewed certificate took its place on this day."""

    stored_as = "lvv-certification.certificate-succeeded"
    by_certificate: str


class RegisterEntryPublished(Fact):
    stored_as = "lvv-certification.register-entry-published"


class RegisterStatusChanged(Fact):
    """The register says so from this day; ``first_day`` is the legal day the status began."""

    stored_as = "lvv-certification.register-status-changed"
    status: Literal["valid", "suspended", "withdrawn"]
    first_day: Day
    day: Day


class RecertificationWindowOpened(Fact):
    stored_as = "lvv-certification.recertification-window-opened"
    latest: Day


class CertificateExpired(Fact):
    """The last valid day was the day before this fact."""

    stored_as = "lvv-certification.certificate-expired"


class LockoutStarted(Fact):
    """No certification from ``first_day`` up to and including ``until``."""

    stored_as = "lvv-certification.lockout-started"
    first_day: Day
    until: Day


class LockoutEnded(Fact):
    stored_as = "lvv-certification.lockout-ended"


class RemedialPeriodGranted(Fact):
    stored_as = "lvv-certification.remedial-period-granted"
    until: Day
    to_remedy: Personal[Content, str]


class MeasuresSubmitted(Fact):
    stored_as = "lvv-certification.measures-submitted"
    measures: Personal[Evidence, str]


class MeasuresAssessed(Fact):
    stored_as = "lvv-certification.measures-assessed"
    adequate: bool
    findings: Personal[Content, str]


class SuspensionAverted(Fact):
    stored_as = "lvv-certification.suspension-averted"


class SuspensionRequested(Fact):
    """The person asks for a suspension, as ground (d) has it."""

    stored_as = "lvv-certification.suspension-requested"


class CertificateSuspended(Fact):
    """Suspended from ``first_day`` up to and including ``until``."""

    stored_as = "lvv-certification.certificate-suspended"
    first_day: Day
    until: Day
    ground: str
    reasons: Personal[Content, str]


class SuspensionNotified(Fact):
    """``weeks_to_object`` is how long the letter gave, when that was known on that day."""

    stored_as = "lvv-certification.suspension-notified"
    weeks_to_object: int | None = None


class SuspensionExtended(Fact):
    stored_as = "lvv-certification.suspension-extended"
    until: Day
    because: Personal[Content, str]


class MeasuresVerified(Fact):
    stored_as = "lvv-certification.measures-verified"


class SuspensionLifted(Fact):
    stored_as = "lvv-certification.suspension-lifted"


class LiftingNotified(Fact):
    stored_as = "lvv-certification.lifting-notified"


class ServiceContractRenewed(Fact):
    stored_as = "lvv-certification.service-contract-renewed"


class ContractBanBreached(Fact):
    stored_as = "lvv-certification.contract-ban-breached"
    what: Personal[Content, str]


class WithdrawalRequested(Fact):
    """The person asks for withdrawal; ending the agreement counts as asking."""

    stored_as = "lvv-certification.withdrawal-requested"
    agreement_ended: bool


class WithdrawalProcedureOpened(Fact):
    stored_as = "lvv-certification.withdrawal-procedure-opened"


class CertificateWithdrawn(Fact):
    """Withdrawn from ``first_day`` on."""

    stored_as = "lvv-certification.certificate-withdrawn"
    first_day: Day
    ground: str
    reasons: Personal[Content, str]


class WithdrawalNotified(Fact):
    """``weeks_to_object`` is how long the letter gave, when that was known on that day."""

    stored_as = "lvv-certification.withdrawal-notified"
    weeks_to_object: int | None = None


class DecisionRetaken(Fact):
    """A suspension or withdrawal decided again: as it was, or revoked from its first day.

    ``decision`` is the one found wanting, ``first`` the suspension or withdrawal it goes back
    to, or the grant with ``keeps_a_grant``: that is only ever kept. ``until`` is the last day to
    which the certificate runs again because its withdrawal was revoked, ``suspended_until`` the
    last day of the suspension that runs again with it (none when the procedure for withdrawal is
    open over it already).
    """

    stored_as = "lvv-certification.decision-retaken"
    decision: int
    first: int
    until: Day | None = None
    suspended_until: Day | None = None
    ordered_in: str
    revoked: bool
    keeps_a_grant: bool = False
    reasons: Personal[Content, str]


CertificateFact = (
    CertificateGranted
    | CertificateRenewed
    | RegisterEntryPublished
    | RegisterStatusChanged
    | RecertificationWindowOpened
    | CertificateSucceeded
    | CertificateExpired
    | LockoutStarted
    | LockoutEnded
    | RemedialPeriodGranted
    | MeasuresSubmitted
    | MeasuresAssessed
    | SuspensionAverted
    | SuspensionRequested
    | CertificateSuspended
    | SuspensionNotified
    | SuspensionExtended
    | MeasuresVerified
    | SuspensionLifted
    | LiftingNotified
    | ServiceContractRenewed
    | ContractBanBreached
    | WithdrawalRequested
    | WithdrawalProcedureOpened
    | CertificateWithdrawn
    | WithdrawalNotified
    | DecisionRetaken
)


class Remedy(Value):
    """Measures before a suspension: asked for by ``until``, handed in, judged."""

    until: Day | None
    submitted_on: Day | None = None
    adequate: bool | None = None


class Suspension(Value):
    """``decision`` is the version of the fact that decided it."""

    decision: int
    first_day: Day
    until: Day
    ground: str
    notified: bool = False
    extended: bool = False
    submitted_on: Day | None = None
    verified: bool = False


Standing = Literal["valid", "suspended", "withdrawn", "expired", "succeeded"]


class Certificate(Value):
    """One certificate. ``withdrawal_open`` says that the withdrawal procedure runs."""

    matter: str
    application: str
    first_day: Day
    until: Day
    standing: Standing
    since: Day
    published: bool = False
    window_open: bool = False
    lifting_to_be_told: bool = False
    lifted_on: Day | None = None
    remedy: Remedy | None = None
    suspension_requested: bool = False
    suspension: Suspension | None = None
    withdrawal_open: bool = False
    withdrawal_requested: bool = False
    withdrawal_decision: int | None = None
    locked_out_until: Day | None = None
    lockout_ended: bool = False

    @property
    def is_held(self) -> bool:
        return self.standing in ("valid", "suspended")


def evolve(now: Certificate | None, record: Recorded) -> Certificate:
    """The certificate after one fact more."""
    fact = cast(CertificateFact, record.fact)
    if isinstance(fact, CertificateGranted):
        return Certificate(
            matter=fact.matter,
            application=fact.application,
            first_day=fact.on,
            until=fact.until,
            standing="valid",
            since=fact.on,
        )
    now = begun(now, fact)
    match fact:
        case RegisterEntryPublished():
            return _with(now, published=True)
        case RecertificationWindowOpened():
            return _with(now, window_open=True)
        case CertificateSucceeded():
            return _with(now, standing="succeeded", since=fact.on, withdrawal_open=False)
        case CertificateExpired():
            return _with(now, standing="expired", since=fact.on, withdrawal_open=False)
        case LockoutStarted():
            return _with(now, locked_out_until=fact.until)
        case LockoutEnded():
            return _with(now, lockout_ended=True)
        case RemedialPeriodGranted():
            return _with(now, remedy=Remedy(until=fact.until))
        case MeasuresSubmitted():
            return _measures_submitted(now, fact.on)
        case MeasuresAssessed():
            remedy = now.remedy or Remedy(until=None)
            return _with(now, remedy=remedy.model_copy(update={"adequate": fact.adequate}))
        case SuspensionAverted():
            return _with(now, remedy=None)
        case SuspensionRequested():
            return _with(now, suspension_requested=True)
        case CertificateSuspended():
            return _suspended(now, fact, record.version)
        case SuspensionNotified():
            return _in_suspension(now, notified=True)
        case SuspensionExtended():
            return _in_suspension(now, until=fact.until, extended=True)
        case MeasuresVerified():
            return _in_suspension(now, verified=True)
        case SuspensionLifted():
            lifted = _valid_again(now, fact.on)
            return _with(lifted, lifted_on=fact.on, lifting_to_be_told=True)
        case LiftingNotified():
            return _with(now, lifting_to_be_told=False)
        case WithdrawalRequested():
            return _with(now, withdrawal_open=True, withdrawal_requested=True)
        case WithdrawalProcedureOpened():
            return _with(now, withdrawal_open=True)
        case CertificateWithdrawn():
            return _with(
                now,
                standing="withdrawn",
                since=fact.first_day,
                withdrawal_open=False,
                withdrawal_decision=record.version,
            )
        case DecisionRetaken():
            return _retaken(now, fact) if fact.revoked else now
        case (
            RegisterStatusChanged()
            | ServiceContractRenewed()
            | ContractBanBreached()
            | WithdrawalNotified()
        ):
            return now


def _with(now: Certificate, **update: object) -> Certificate:
    return now.model_copy(update=update)


def _in_suspension(now: Certificate, **update: object) -> Certificate:
    return (
        now
        if now.suspension is None
        else _with(now, suspension=now.suspension.model_copy(update=update))
    )


def _measures_submitted(now: Certificate, on: Day) -> Certificate:
    if now.suspension is not None:
        shown_on, until = now.suspension.submitted_on, now.suspension.until
        in_time_before = shown_on is not None and shown_on <= until
        return now if in_time_before and on > until else _in_suspension(now, submitted_on=on)
    remedy = now.remedy or Remedy(until=None)
    return _with(now, remedy=remedy.model_copy(update={"submitted_on": on, "adequate": None}))


def _suspended(now: Certificate, fact: CertificateSuspended, version: int) -> Certificate:
    suspension = Suspension(
        decision=version, first_day=fact.first_day, until=fact.until, ground=fact.ground
    )
    return _with(
        now,
        standing="suspended",
        since=fact.first_day,
        suspension=suspension,
        suspension_requested=False,
        remedy=None,
    )


def _valid_again(now: Certificate, on: Day) -> Certificate:
    """Valid with its own end date: a suspension never stops the clock (21)."""
    return _with(
        now,
        standing="valid",
        since=on,
        suspension=None,
        withdrawal_open=now.withdrawal_requested,
    )


def _retaken(now: Certificate, fact: DecisionRetaken) -> Certificate:
    """Only what the revoked decision itself did is undone; what ended since stays ended."""
    suspension = now.suspension
    if fact.first == now.withdrawal_decision and now.standing == "withdrawn":
        standing: Standing = "suspended" if suspension else "valid"
        since = suspension.first_day if suspension else fact.on
        procedure_open = suspension is not None and fact.suspended_until is None
        return _with(
            now,
            standing=standing,
            since=since,
            withdrawal_open=now.withdrawal_requested or procedure_open,
            withdrawal_decision=None,
        )
    if suspension is None or fact.first != suspension.decision:
        return now
    if now.standing == "suspended":
        return _valid_again(now, fact.on)
    return _with(now, suspension=None)
