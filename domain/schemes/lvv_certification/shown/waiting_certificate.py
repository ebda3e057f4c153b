"""What waits for whom about a certificate: its renewal, remedy, suspension and withdrawal."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    MeasuresAssessed,
    MeasuresVerified,
    RecertificationWindowOpened,
    RemedialPeriodGranted,
    Remedy,
    Suspension,
    SuspensionLifted,
    SuspensionRequested,
    WithdrawalProcedureOpened,
    WithdrawalRequested,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.shown.step import BODY, PERSON
from domain.shown import Step, Waiting

NOTIFY_LIFTING = Step("notify-lifting", BODY, "makes the lifting known in writing")
WITHDRAW = Step("withdraw", BODY, "decides on the withdrawal")
DECIDE_ON_REQUEST = Step("suspend", BODY, "decides on the suspension the person asked for")
ENROL_AGAIN = Step("submit-agreement", PERSON, "hands in the agreement for recertification")
SHOW_MEASURES = Step("submit-measures", PERSON, "shows the measures that were taken")
ASSESS_MEASURES = Step("assess-measures", BODY, "assesses the measures that were handed in")
END_REMEDY = Step("end-without-suspension", BODY, "ends it: the measures were adequate")
DECIDE_AFTER_REMEDY = Step("suspend", BODY, "suspends, or ends it: the measures fell short")
VERIFY = Step("verify-measures", BODY, "verifies the measures that were shown")
LIFT = Step("lift-suspension", BODY, "lifts the suspension: the measures were verified")


def of_a_certificate(case: CaseFile[PersonFile], now: Certificate) -> Iterator[Waiting]:
    """Everything about one certificate that waits for somebody."""
    if now.lifting_to_be_told:
        yield NOTIFY_LIFTING.waits(now.matter, case.last_day_of(now.matter, SuspensionLifted))
    if not now.is_held:
        return
    if now.withdrawal_open:
        opened = case.last_day_of(now.matter, WithdrawalRequested, WithdrawalProcedureOpened)
        yield WITHDRAW.waits(now.matter, opened)
    if now.suspension_requested:
        asked = case.last_day_of(now.matter, SuspensionRequested)
        yield DECIDE_ON_REQUEST.waits(now.matter, asked)
    if now.window_open and not _asks_for_renewal(case.state):
        opened = case.last_day_of(now.matter, RecertificationWindowOpened)
        yield ENROL_AGAIN.waits(now.matter, opened)
    if now.remedy is not None:
        yield _of_a_remedy(case, now, now.remedy)
    if now.suspension is not None:
        yield from _of_a_suspension(case, now, now.suspension)


def _asks_for_renewal(file: PersonFile) -> bool:
    application = file.application
    return application is not None and application.recertification and application.is_open


def _of_a_remedy(case: CaseFile[PersonFile], now: Certificate, remedy: Remedy) -> Waiting:
    if remedy.adequate is not None:
        decide = END_REMEDY if remedy.adequate else DECIDE_AFTER_REMEDY
        return decide.waits(now.matter, case.last_day_of(now.matter, MeasuresAssessed))
    if remedy.submitted_on is not None:
        return ASSESS_MEASURES.waits(now.matter, remedy.submitted_on)
    granted = case.last_day_of(now.matter, RemedialPeriodGranted)
    return SHOW_MEASURES.waits(now.matter, granted)


def _of_a_suspension(
    case: CaseFile[PersonFile], now: Certificate, suspension: Suspension
) -> Iterator[Waiting]:
    """Measures shown after the last day lift nothing, so nobody waits for their verification."""
    shown_on = suspension.submitted_on
    if suspension.verified:
        yield LIFT.waits(now.matter, case.last_day_of(now.matter, MeasuresVerified))
    elif shown_on is not None and shown_on <= suspension.until:
        yield VERIFY.waits(now.matter, shown_on)
    elif not now.withdrawal_open:
        yield SHOW_MEASURES.waits(now.matter, suspension.first_day)
