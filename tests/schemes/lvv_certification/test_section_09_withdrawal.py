"""LVV certification, section 9: an application is taken back."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    ApplicationWithdrawn,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    LockoutStarted,
)
from domain.schemes.lvv_certification.section_09_withdrawal import (
    NO_LOCK_OUT,
    NOBODY_IS_HELD,
    STILL_LATE,
    WithdrawApplication,
)
from domain.schemes.lvv_certification.section_13_pre_check import FindIncomplete
from domain.schemes.lvv_certification.section_13_supplement import SupplementDossier
from domain.schemes.lvv_certification.section_15_validity import ExpireCertificate
from domain.schemes.lvv_certification.section_16_recertification import ApplyForRecertification
from domain.schemes.lvv_certification.section_25_retaking import ReassessApplication
from domain.schemes.lvv_certification.section_29_register import still_needed
from domain.schemes.lvv_certification.shown.stands import stands
from domain.schemes.lvv_certification.shown.waiting import waiting
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, given, opened
from tests.schemes.lvv_certification.told_application import (
    APR_15,
    MAR_2,
    agreement,
    applying,
    certified,
    enrolling,
    first_file,
    in_pre_check,
    ready,
    upload,
)
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    REJECTION,
    investigated,
    opinion,
    told_of_it,
    turned_down,
)

MAR_13, MAR_27 = date(2026, 3, 13), date(2026, 3, 27)
FEB_1, CLOSES = date(2028, 2, 1), date(2028, 4, 7)
LATE, MAY_6 = date(2028, 4, 10), date(2028, 5, 6)


def take_back(on: date) -> WithdrawApplication:
    return WithdrawApplication(on=on)


def in_time() -> Scenario:
    return applying(certified, FEB_1)


@pytest.mark.parametrize("who", [PERSON, BODY])
def test_9_nobody_is_held_to_an_application(who: str) -> None:
    told = applying(enrolling, MAR_2, *first_file().values()).when(take_back(MAR_13), who)
    told = told.then(ApplicationWithdrawn(matter="application-1", on=MAR_13, basis=NOBODY_IS_HELD))
    file = told.file()
    assert (file.state.application.standing, file.state.application.is_open) == (
        "withdrawn",
        False,
    )
    assert still_needed(file.state) == ""
    assert waiting(file) == ()
    assert stands(file) == "application taken back"
    told.when(agreement(MAR_13), PERSON).then_recorded(AgreementSubmitted)


@pytest.mark.refuses("C-T03")
def test_9_nothing_is_left_to_supplement() -> None:
    documents = [one for kind, one in first_file().items() if kind != "membership"]
    told = asked(in_pre_check(enrolling, MAR_2, *documents), BODY, FindIncomplete(on=MAR_13))
    told.then_term("C-T03", on=MAR_13, state="running", due=MAR_27)
    told = asked(told, PERSON, take_back(MAR_13))
    told.then_term("C-T03", on=MAR_13, state="void", due=MAR_27)
    told.when(SupplementDossier(on=MAR_13), PERSON).then_refused("", "no application stands")


@pytest.mark.refuses("C-T15")
def test_9_nor_to_decide_on() -> None:
    told = asked(ready(), PERSON, take_back(APR_15))
    told.then_term("C-T15", on=APR_15, state="void", due=None)


@pytest.mark.parametrize("told", [given(opened), turned_down], ids=["never", "decided"])
def test_9_what_was_decided_on_or_never_asked_is_not_taken_back(told: Scenario) -> None:
    told.when(take_back(date(2026, 5, 4)), PERSON).then_refused("", "no application is open")


@pytest.mark.passes("C-T05b")
def test_16_a_recertification_in_time_can_be_asked_for_again_in_time() -> None:
    told = in_time()
    told.then_term("C-T05b", on=FEB_1, state="met", due=CLOSES)
    told = told.when(take_back(FEB_1), PERSON).then(
        ApplicationWithdrawn(matter="application-1", on=FEB_1, basis=NO_LOCK_OUT, apply_by=CLOSES)
    )
    told.then_term("C-T05b", on=CLOSES, state="running", due=CLOSES)
    again = asked(told, PERSON, agreement(CLOSES))
    again = asked(again, PERSON, ApplyForRecertification(on=CLOSES, declares_conduct=True))
    again.then_term("C-T05b", on=CLOSES, state="met", due=CLOSES)


def test_16_and_leads_to_no_lock_out() -> None:
    told = asked(in_time(), PERSON, take_back(date(2028, 4, 8)))
    withdrawn = told.history[-1].fact
    assert isinstance(withdrawn, ApplicationWithdrawn)
    assert withdrawn.apply_by is None
    told.when(ExpireCertificate(on=MAY_6), CLERK).then_recorded(CertificateExpired)


@pytest.mark.refuses("R-39")
def test_16_one_that_came_late_came_late_all_the_same() -> None:
    told = applying(certified, LATE)
    assert isinstance(told.history[-1].fact, RecertificationRequestedTooLate)
    told = told.when(take_back(LATE), PERSON).then(
        ApplicationWithdrawn(matter="application-1", on=LATE, basis=STILL_LATE)
    )
    told = told.when(ExpireCertificate(on=MAY_6), CLERK)
    told = told.then_recorded(CertificateExpired, LockoutStarted)
    told.when(agreement(MAY_6), PERSON).then_refused("R-39", "a lock-out lasts")


def test_25_a_rejection_that_is_to_be_decided_again_can_be_taken_back_instead() -> None:
    told = told_of_it(turned_down, REJECTION, "upheld-in-part")
    assert still_needed(told.file().state) == "a decision is to be taken again"
    told = asked(told, PERSON, take_back(date(2026, 6, 8)))
    assert still_needed(told.file().state) == ""
    again = ReassessApplication(on=date(2026, 6, 8), decision=REJECTION)
    told.when(again, BODY).then_refused("", "nothing of this kind")


def test_26_and_nothing_is_left_for_the_board_to_have_decided_again() -> None:
    told = told_of_it(turned_down, REJECTION, "upheld-in-part")
    told = asked(investigated(told), PERSON, take_back(date(2026, 8, 3)))
    told = asked(told, BOARD, opinion(True, "procedure-not-followed", "13"))
    assert not told.file().state.decisions[REJECTION].to_be_retaken


def test_16_documents_never_go_to_a_renewal_that_ended_with_its_certificate() -> None:
    told = asked(certified, PERSON, agreement(FEB_1))
    told = asked(told, CLERK, ExpireCertificate(on=MAY_6))
    told.when(upload("vog", MAY_6), PERSON).then_refused("", "no application stands enrolled")
    told = asked(told, PERSON, agreement(MAY_6))
    told = asked(told, PERSON, upload("vog", MAY_6))
    assert told.history[-1].fact.matter == "application-2"
