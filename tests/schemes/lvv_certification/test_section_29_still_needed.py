"""LVV certification: what the scheme still needs of a person's data, and so is not erased."""

from datetime import date

import pytest

from domain.erasure import ErasureOrdered, OrderErasure
from domain.fact import Fact
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    ApplicationRejected,
    DecisionSent,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateWithdrawn,
    LockoutEnded,
    LockoutStarted,
    WithdrawalNotified,
)
from domain.schemes.lvv_certification.record.objection import (
    AppealRefused,
    AppealSent,
    ObjectionDecisionSent,
    ObjectionFiled,
    ObjectionRejected,
    ObjectionUpheld,
)
from domain.schemes.lvv_certification.section_29_register import AT_29
from tests.schemes.lvv_certification.told import given, granted, opened, suspended

OFFICER = "privacy-officer:fg"
MAR_2, DAY = date(2026, 3, 2), date(2026, 12, 1)
WHY: Personal[Content, str] = Personal("as it was seen")
submitted = AgreementSubmitted(
    matter="application-1", on=MAR_2, basis=AT_29, recertification=False
)
rejected = ApplicationRejected(matter="application-1", on=MAR_2, basis=AT_29, explanation=WHY)
overran = RejectedForTermOverrun(matter="application-1", on=MAR_2, basis=AT_29)
sent = DecisionSent(matter="application-1", on=MAR_2, basis=AT_29, decision=3)
granted_sent = DecisionSent(matter="certificate-1", on=granted.on, basis=AT_29, decision=2)
certified = (opened, granted, granted_sent)
again = submitted.model_copy(update={"on": date(2026, 11, 1), "recertification": True})
objected = ObjectionFiled(
    matter="objection-1",
    on=MAR_2,
    basis=AT_29,
    decision=3,
    against="application-1",
    sent_on=MAR_2,
    interested_party=False,
    grounds=WHY,
)
objection_lost = ObjectionRejected(matter="objection-1", on=MAR_2, basis=AT_29, reasons=WHY)
objection_won = ObjectionUpheld(
    matter="objection-1", on=MAR_2, basis=AT_29, in_part=False, reasons=WHY
)
objection_sent = ObjectionDecisionSent(
    matter="objection-1", on=MAR_2, basis=AT_29, appeal_open=True
)
appealed = AppealSent(
    matter="appeal-1",
    on=MAR_2,
    basis=AT_29,
    objection="objection-1",
    sent_on=MAR_2,
    cites=("13",),
    defects=WHY,
)
appeal_refused = AppealRefused(matter="appeal-1", on=MAR_2, basis=AT_29, ground="late")
told_withdrawn = WithdrawalNotified(matter="certificate-1", on=DAY, basis=AT_29)
withdrawn = CertificateWithdrawn(
    matter="certificate-1",
    on=DAY,
    basis=AT_29,
    first_day=DAY,
    ground="fraud-or-gross-negligence",
    reasons=WHY,
)
expired = CertificateExpired(matter="certificate-1", on=DAY, basis=AT_29)
locked_out = LockoutStarted(
    matter="certificate-1", on=DAY, basis=AT_29, first_day=DAY, until=date(2028, 11, 30)
)
lock_out_over = LockoutEnded(matter="certificate-1", on=DAY, basis=AT_29)
lost = (opened, submitted, rejected, sent, objected, objection_lost, objection_sent)


@pytest.mark.parametrize(
    ("history", "duty"),
    [
        ((opened, granted), "a certificate is held"),
        ((opened, granted, suspended), "a certificate is held"),
        ((opened, submitted), "an application is open"),
        ((opened, submitted, rejected, objected), "an objection is open"),
        ((opened, submitted, rejected, objected, objection_lost), "an objection is open"),
        ((*lost, appealed), "an appeal is open"),
        (
            (opened, submitted, rejected, objected, objection_won, objection_sent),
            "a decision is to be taken again",
        ),
        ((opened, granted, expired, locked_out), "a lock-out runs"),
        ((opened, submitted, rejected), "a decision is to be sent"),
        ((opened, submitted, overran), "a decision is to be sent"),
        ((opened, granted, expired), "a decision is to be sent"),
        ((*certified, withdrawn), "a decision is to be sent"),
        ((*certified, again), "a certificate is held"),
    ],
)
def test_29_what_is_still_needed_is_not_erased(history: tuple[Fact, ...], duty: str) -> None:
    told = given(*history).when(OrderErasure(on=DAY), OFFICER)
    told.then_refused("G-01", f"still needed: {duty}")


@pytest.mark.parametrize(
    "history",
    [
        (opened,),
        (opened, submitted, rejected, sent),
        (opened, submitted, overran, sent),
        lost,
        (*lost, appealed, appeal_refused),
        (*certified, withdrawn, told_withdrawn),
        (*certified, expired),
        (*certified, again, expired),
        (*certified, expired, locked_out, lock_out_over),
    ],
)
def test_29_and_what_is_not_may_be(history: tuple[Fact, ...]) -> None:
    given(*history).when(OrderErasure(on=DAY), OFFICER).then_recorded(ErasureOrdered)
