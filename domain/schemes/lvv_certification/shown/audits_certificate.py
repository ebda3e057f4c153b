"""What is being looked into about a certificate: remedy, suspension, withdrawal."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    RemedialPeriodGranted,
    Remedy,
    Suspension,
    WithdrawalProcedureOpened,
    WithdrawalRequested,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.shown.step import BODY, PERSON
from domain.shown import AuditStatus


def of_a_certificate(case: CaseFile[PersonFile], now: Certificate) -> Iterator[AuditStatus]:
    """What is being looked into while this certificate is held."""
    if not now.is_held:
        return
    if now.remedy is not None:
        yield _under_remedy(case, now.matter, now.remedy)
    if now.suspension is not None:
        yield _suspended(now.matter, now.suspension)
    if now.withdrawal_open:
        yield AuditStatus(
            matter=now.matter,
            status="withdrawal procedure",
            since=case.last_day_of(now.matter, WithdrawalRequested, WithdrawalProcedureOpened),
            for_whom=BODY,
            next="a decision on the withdrawal",
            under=section(28),
        )


def _under_remedy(case: CaseFile[PersonFile], matter: str, remedy: Remedy) -> AuditStatus:
    waits = remedy.submitted_on is None
    return AuditStatus(
        matter=matter,
        status="under remedy",
        since=case.last_day_of(matter, RemedialPeriodGranted),
        for_whom=PERSON if waits else BODY,
        next="measures are handed in" if waits else "the measures are assessed",
        due=remedy.until if waits else None,
        under=section(27),
    )


def _suspended(matter: str, suspension: Suspension) -> AuditStatus:
    shown = suspension.submitted_on is not None
    return AuditStatus(
        matter=matter,
        status="suspended",
        since=suspension.first_day,
        for_whom=BODY if shown else PERSON,
        next="the measures are verified and it is lifted" if shown else "measures are shown",
        due=suspension.until,
        under=section(27),
    )
