"""LVV accreditation, article 6: four years, expiry and renewal. Dates of A-T04 and A-T05."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.accredited import was_accredited
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.annex_clause_2_mark import RegisterMarkUse
from domain.schemes.lvv_accreditation.article_05_certificate import IssueCertificate
from domain.schemes.lvv_accreditation.article_05_decision import (
    GrantAccreditation,
    RejectApplication,
)
from domain.schemes.lvv_accreditation.article_06_renewal import (
    AFTER_THE_OLD,
    AnnounceRenewal,
    RenewAccreditation,
)
from domain.schemes.lvv_accreditation.article_06_validity import ExpireAccreditation
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationRenewed,
    AccreditationWithdrawn,
    CertificateIssued,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    AdviceReceived,
    ApplicationGranted,
    ApplicationRejected,
    RenewalAnnounced,
)
from domain.schemes.lvv_accreditation.record.compliance import MarkUseRegistered
from tests.scenario import Given, Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AN_7,
    AUDITOR,
    BOARD,
    CLERK,
    END,
    EXPERT,
    HOBEON,
    OFFER,
    PROVIDER,
    TO_BE_DECIDED,
    WHY,
    assessed,
    delivered,
    given,
)

AIM, MAR_4 = date(2029, 11, 3), date(2030, 3, 4)
DEC_3 = date(2029, 12, 3)


def announce(on: date = AIM) -> Scenario:
    return given(*ACCREDITED).when(AnnounceRenewal(on=on), HOBEON)


def to_be_renewed(positive: bool = True, received_on: date = DEC_3) -> tuple[Given, ...]:
    announced = RenewalAnnounced(
        matter="renewal-1", on=AIM, basis=article(6)(2), accreditation="accreditation-1", until=END
    )
    advice = AdviceGiven(
        matter="renewal-1", on=DEC_3, basis=article(6)(3), positive=positive, report=WHY
    )
    received = AdviceReceived(matter="renewal-1", on=received_on, basis=article(6)(3))
    return (
        *ACCREDITED,
        (announced, HOBEON),
        delivered(OFFER, AIM, "renewal-1"),
        assessed("quality", AUDITOR, DEC_3, "renewal-1"),
        assessed("content", EXPERT, DEC_3, "renewal-1"),
        (advice, HOBEON),
        (received, BOARD),
    )


@pytest.mark.passes("R-11", "R-01")
@pytest.mark.parametrize(
    ("history", "day"), [(ACCREDITED[:-1], date(2026, 3, 4)), (ACCREDITED, END)]
)
def test_6_1_the_mark_is_carried_from_the_first_day_to_the_last(
    history: tuple[Given, ...], day: date
) -> None:
    asked = RegisterMarkUse(on=day)
    given(*history).when(asked, PROVIDER).then_recorded(MarkUseRegistered)


@pytest.mark.refuses("R-11")
def test_6_1_and_not_one_day_after() -> None:
    asked = RegisterMarkUse(on=MAR_4)
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-11", "does not hold on 2030-03-04")


@pytest.mark.refuses("A-T04")
def test_6_1_the_clerk_puts_the_end_on_record() -> None:
    told = given(*ACCREDITED)
    told.then_term("A-T04", MAR_4, "missed", END)
    expired = AccreditationExpired(matter="accreditation-1", on=MAR_4, basis=article(6)(1))
    told = told.when(ExpireAccreditation(on=MAR_4), CLERK).then(expired)
    told.then_term("A-T04", MAR_4, "met", END)


def test_6_1_and_not_before_it() -> None:
    told = given(*ACCREDITED).when(ExpireAccreditation(on=END), CLERK)
    told.then_refused("", "runs to 2030-03-03")
    given(*TO_BE_DECIDED).when(ExpireAccreditation(on=END), CLERK).then_refused("", "holds no")


@pytest.mark.passes("A-T05")
def test_6_2_the_renewal_is_announced_about_four_months_before_the_end() -> None:
    given(*ACCREDITED).then_term("A-T05", AIM, "running", date(2029, 11, 17))
    told = announce().then_recorded(RenewalAnnounced)
    assert told.history[-1].fact.remarks == ()
    term = told.then_term("A-T05", AIM, "met", date(2029, 11, 17))
    assert AIM in [step.day for step in term.steps]


@pytest.mark.refuses("A-T05")
def test_6_2_what_was_not_announced_in_time_stays_missed_after_the_accreditation_ended() -> None:
    expired = AccreditationExpired(matter="accreditation-1", on=MAR_4, basis=article(6)(1))
    told = given(*ACCREDITED, (expired, CLERK))
    term = told.then_term("A-T05", MAR_4, "missed", date(2029, 11, 17))
    assert not term.is_open(MAR_4)


@pytest.mark.refuses("A-T05")
@pytest.mark.parametrize("day", [date(2029, 10, 19), date(2029, 11, 18)])
def test_6_2_outside_the_fortnight_a_remark_says_so(day: date) -> None:
    told = announce(day).then_recorded(RenewalAnnounced)
    assert "is 2029-11-03" in told.history[-1].fact.remarks[0].says


def test_6_2_one_renewal_at_a_time() -> None:
    told = announce().then_recorded(RenewalAnnounced)
    told.when(AnnounceRenewal(on=DEC_3), HOBEON).then_refused("", "open already")


def test_6_3_renewed_in_time_the_four_years_follow_on_the_old() -> None:
    told = given(*to_be_renewed()).when(RenewAccreditation(on=DEC_3), BOARD)
    told = told.then(
        ApplicationGranted(
            matter="renewal-1", on=DEC_3, basis=article(6)(3), accreditation="accreditation-1"
        ),
        AccreditationRenewed(
            matter="accreditation-1",
            on=DEC_3,
            basis=AFTER_THE_OLD,
            renewal="renewal-1",
            first_day=MAR_4,
            until=date(2034, 3, 3),
        ),
    )
    told.then_term("A-T04", DEC_3, "running", date(2034, 3, 3))
    anew = IssueCertificate(on=DEC_3, certificate="LVV-BNS-2029-0007")
    told.when(anew, BOARD).then_recorded(CertificateIssued)


def test_6_3_decided_later_there_is_a_gap_that_shows() -> None:
    late = date(2030, 3, 20)
    expired = AccreditationExpired(matter="accreditation-1", on=MAR_4, basis=article(6)(1))
    told = given(*to_be_renewed(), (expired, CLERK)).when(RenewAccreditation(on=late), BOARD)
    file = told.then_recorded(ApplicationGranted, AccreditationRenewed).file().state
    days = (END, MAR_4, date(2030, 3, 19), late, date(2034, 3, 19), date(2034, 3, 20))
    assert [was_accredited(file, d) for d in days] == [True, False, False, True, True, False]


@pytest.mark.refuses("R-07")
def test_6_3_negative_advice_binds_here_too() -> None:
    told = given(*to_be_renewed(positive=False))
    told.when(RenewAccreditation(on=DEC_3), BOARD).then_refused("R-07", "is negative")
    refused = RejectApplication(on=DEC_3, reasons=WHY)
    told = told.when(refused, BOARD).then_recorded(ApplicationRejected)
    told.then_term("A-T04", DEC_3, "running", END)


def test_6_3_a_renewal_is_no_grant() -> None:
    told = given(*to_be_renewed()).when(GrantAccreditation(on=DEC_3), BOARD)
    told.then_refused("", "renew-accreditation")
    given(*TO_BE_DECIDED).when(RenewAccreditation(on=DEC_3), BOARD).then_refused(
        "", "grant-accreditation"
    )


def test_6_3_what_was_withdrawn_is_not_renewed() -> None:
    withdrawn = AccreditationWithdrawn(
        matter="accreditation-1", on=DEC_3, basis=AN_7("b"), ground="criteria-not-met", reasons=WHY
    )
    told = given(*to_be_renewed(), (withdrawn, BOARD))
    told.when(RenewAccreditation(on=DEC_3), BOARD).then_refused("", "ended with the accreditation")


def test_a_withdrawal_does_not_undo_the_days_before_it() -> None:
    day = date(2026, 7, 10)
    withdrawn = AccreditationWithdrawn(
        matter="accreditation-1", on=day, basis=AN_7("a"), ground="mark-misused", reasons=WHY
    )
    file = given(*ACCREDITED, (withdrawn, BOARD)).file().state
    days = (date(2026, 3, 3), date(2026, 3, 4), date(2026, 7, 9), day, date(2026, 7, 11))
    assert [was_accredited(file, d) for d in days] == [False, True, True, False, False]
