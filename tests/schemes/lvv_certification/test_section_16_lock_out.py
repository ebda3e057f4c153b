"""LVV certification, section 16: the lock-out. Dates: worked example C-T05c."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    AssessmentRequested,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    LockoutEnded,
    LockoutStarted,
)
from domain.schemes.lvv_certification.section_11_handing_in import ApplyForAssessment
from domain.schemes.lvv_certification.section_13_pre_check import (
    AcceptDossier,
    FindIncomplete,
    StartPreCheck,
)
from domain.schemes.lvv_certification.section_13_supplement import RejectForTermOverrun
from domain.schemes.lvv_certification.section_14_decision import RejectApplication
from domain.schemes.lvv_certification.section_15_validity import AT_15, ExpireCertificate
from domain.schemes.lvv_certification.section_16_lock_out import (
    AT_16,
    FROM_EXPIRY,
    EndLockOut,
)
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON
from tests.schemes.lvv_certification.told_application import (
    DECIDER,
    agreement,
    applying,
    certified,
    first_file,
    in_pre_check,
    ready_again,
    upload,
)

APPLIED, MAY_6 = date(2028, 4, 10), date(2028, 5, 6)
LAST, FREE = date(2030, 5, 5), date(2030, 5, 6)
EXPIRE = ExpireCertificate(on=MAY_6)


def locked_out() -> Scenario:
    """Applied too late, rejected for that, and run out."""
    told = asked(applying(certified, APPLIED), BODY, RejectForTermOverrun(on=APPLIED))
    return asked(told, CLERK, EXPIRE)


@pytest.mark.passes("C-T05c")
def test_16_after_a_late_application_expiry_begins_a_lock_out_of_two_years() -> None:
    told = (
        applying(certified, APPLIED)
        .when(EXPIRE, CLERK)
        .then(
            CertificateExpired(matter="certificate-1", on=MAY_6, basis=AT_15),
            LockoutStarted(
                matter="certificate-1", on=MAY_6, basis=FROM_EXPIRY, first_day=MAY_6, until=LAST
            ),
        )
    )
    told.then_term("C-T05c", on=LAST, state="running", due=LAST)


@pytest.mark.refuses("R-39")
def test_16_the_late_application_is_rejected_by_the_body() -> None:
    told = applying(certified, APPLIED).when(RejectForTermOverrun(on=APPLIED), BODY)
    told = told.then(RejectedForTermOverrun(matter="application-1", on=APPLIED, basis=AT_16))
    told.when(EXPIRE, CLERK).then_recorded(CertificateExpired, LockoutStarted)
    told = applying(certified, APPLIED).when(RejectForTermOverrun(on=APPLIED), CLERK)
    told.then_not_allowed()


@pytest.mark.refuses("R-39")
@pytest.mark.parametrize("day", [MAY_6, LAST])
def test_16_during_it_nobody_enrols_or_applies(day: date) -> None:
    told = locked_out()
    told.when(agreement(day), PERSON).then_refused(
        "R-39", "up to 2030-05-05; apply from 2030-05-06"
    )
    apply = ApplyForAssessment(on=day, declares_conduct=True)
    told.when(apply, PERSON).then_refused("R-39", "apply from 2030-05-06")
    assert "submit-agreement" not in told.then_open(PERSON, day)


@pytest.mark.passes("R-39", "C-T05c")
def test_16_after_it_a_first_certification_is_open_again() -> None:
    told = locked_out()
    told.when(EndLockOut(on=LAST), CLERK).then_refused("", "lasts up to 2030-05-05")
    told = told.when(EndLockOut(on=FREE), CLERK).then(
        LockoutEnded(matter="certificate-1", on=FREE, basis=FROM_EXPIRY)
    )
    told.then_term("C-T05c", on=FREE, state="met", due=LAST)
    told = told.when(agreement(FREE), PERSON).then_recorded(AgreementSubmitted)
    assert not told.file().state.application.recertification
    apply = ApplyForAssessment(on=FREE, declares_conduct=True)
    told.when(apply, PERSON).then_recorded(AssessmentRequested)


@pytest.mark.refuses("C-T05c")
def test_16_until_the_clerk_has_come_by_it_shows_as_passed() -> None:
    term = locked_out().then_term("C-T05c", on=FREE, state="missed", due=LAST)
    assert term.then == "end-lock-out"


@pytest.mark.refuses("C-T02")
def test_16_the_exam_is_to_be_taken_again() -> None:
    """The diploma may not be from before 6 May 2028, the first day of the lock-out."""
    for dated, rule in ((date(2028, 5, 6), ""), (date(2028, 5, 5), "C-T02")):
        diploma = upload("exam-diploma", FREE, dated=dated)
        file = {**first_file(FREE), "exam-diploma": diploma}
        told = in_pre_check(locked_out(), FREE, *file.values())
        if rule:
            told.when(AcceptDossier(on=FREE), BODY).then_refused(rule, "from before 2028-05-06")
        else:
            asked(told, BODY, AcceptDossier(on=FREE))


def test_16_who_never_applied_simply_expires() -> None:
    """D-5."""
    certified.when(EXPIRE, CLERK).then_recorded(CertificateExpired)


def test_16_and_so_does_who_applied_in_time_and_was_rejected() -> None:
    """D-6."""
    on = date(2028, 3, 1)
    reject = RejectApplication(on=on, explanation=Personal("the extra activities are off topic"))
    told = asked(ready_again(date(2028, 2, 1), on), DECIDER, reject)
    told.when(EXPIRE, CLERK).then_recorded(CertificateExpired)


def test_16_or_who_applied_in_time_and_supplemented_too_late() -> None:
    """D-6: what was late is the supplement, not the application."""
    told = applying(certified, date(2028, 4, 7))
    told = asked(told, BODY, StartPreCheck(on=APPLIED), FindIncomplete(on=APPLIED))
    told = asked(told, BODY, RejectForTermOverrun(on=date(2028, 4, 25)))
    told.when(EXPIRE, CLERK).then_recorded(CertificateExpired)


def test_16_a_late_application_that_nobody_decided_on_ends_with_the_certificate() -> None:
    told = asked(applying(certified, APPLIED), CLERK, EXPIRE)
    told.when(agreement(FREE), PERSON).then_recorded(AgreementSubmitted)


def test_16_two_years_run_from_expiry_whenever_it_is_recorded() -> None:
    told = applying(certified, APPLIED).when(ExpireCertificate(on=date(2028, 6, 1)), CLERK)
    told = told.then_recorded(CertificateExpired, LockoutStarted)
    assert told.file().state.certificate.locked_out_until == LAST
