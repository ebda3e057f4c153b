"""LVV accreditation, 6, 7(4) and An.6(b): what ends when the accreditation it is about does."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.annex_clause_6_nonconformities import RecordNonconformity
from domain.schemes.lvv_accreditation.article_03_documents import DeliverDocuments
from domain.schemes.lvv_accreditation.article_04_advice import GiveAdvice
from domain.schemes.lvv_accreditation.article_06_renewal import RenewAccreditation
from domain.schemes.lvv_accreditation.article_07_check_report import ContinueAccreditation
from domain.schemes.lvv_accreditation.article_07_interim_check import AnnounceInterimCheck
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationRenewed,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    AdviceReceived,
    ApplicationGranted,
)
from domain.schemes.lvv_accreditation.record.audit import NonconformityRecorded
from domain.schemes.lvv_accreditation.record.check import CheckAnnounced
from domain.schemes.lvv_accreditation.record.investigation import FurtherDocumentsRequested
from domain.schemes.lvv_accreditation.shown import TRAINING_FILE
from domain.schemes.lvv_accreditation.still_needed import still_needed
from tests.scenario import Given
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AFTER,
    AN_7,
    AUDITOR,
    BOARD,
    CLERK,
    EXPERT,
    HOBEON,
    IN_CHECK,
    OFFER,
    PROVIDER,
    WHY,
    assessed,
    delivered,
    given,
    granted,
    renewal_announced,
    reported,
)

DAY, LATER = date(2029, 12, 3), date(2030, 3, 20)
IN_RENEWAL: tuple[Given, ...] = (*ACCREDITED, (renewal_announced, HOBEON))
DELIVERED: tuple[Given, ...] = (
    *IN_RENEWAL,
    delivered(on=date(2029, 11, 20), matter="renewal-1"),
    assessed("quality", AUDITOR, on=DAY, matter="renewal-1"),
    assessed("content", EXPERT, on=DAY, matter="renewal-1"),
)
expired = AccreditationExpired(matter="accreditation-1", on=AFTER, basis=article(6)(1))
withdrawn = AccreditationWithdrawn(
    matter="accreditation-1", on=DAY, basis=AN_7("a"), ground="mark-misused", reasons=WHY
)
ended = OldTextEnded(matter="accreditation-1", on=DAY, basis=annex(4)("c*"), change="change-1")
replaced = AccreditationReplaced(
    matter="accreditation-1", on=DAY, basis=article(5)(1), by="accreditation-2"
)
granted_anew = granted.model_copy(
    update={"matter": "accreditation-2", "on": DAY, "until": date(2033, 12, 2)}
)


def waits(*history: Given) -> list[str]:
    return [one.action for one in TRAINING_FILE.waiting(given(*history).file())]


def looked_into(*history: Given) -> list[str]:
    audits = TRAINING_FILE.audits(given(*history).file())
    return [one.matter for one in audits if one.stage != "closed"]


@pytest.mark.parametrize("end", [withdrawn, ended, expired])
def test_6_1_a_renewal_without_documents_ends_with_its_accreditation(end: Fact) -> None:
    assert "deliver-documents" in waits(*IN_RENEWAL)
    history = (*IN_RENEWAL, (end, CLERK))
    assert "deliver-documents" not in waits(*history)
    assert looked_into(*history) == []
    asked = DeliverDocuments(on=LATER, matter="renewal-1", offer=OFFER)
    given(*history).when(asked, PROVIDER).then_refused("", "ended with the accreditation")


def test_6_1_what_ended_needs_no_personal_data_for_its_renewal() -> None:
    file = given(*IN_RENEWAL, (expired, CLERK)).file()
    assert still_needed(file.state) == ""
    open_still = given(*DELIVERED, (expired, CLERK)).file()
    assert still_needed(open_still.state) == "an application is open"


def test_b_7_what_was_delivered_in_time_may_be_renewed_after_the_end() -> None:
    told = given(*DELIVERED, (expired, CLERK))
    assert "give-advice" in [one.action for one in TRAINING_FILE.waiting(told.file())]
    advice = GiveAdvice(on=AFTER, matter="renewal-1", positive=True, report=WHY)
    told = told.when(advice, HOBEON).then_recorded(AdviceGiven)
    received = AdviceReceived(matter="renewal-1", on=AFTER, basis=article(4)(1))
    told = told.given((received, BOARD))
    renewed = told.when(RenewAccreditation(on=LATER), BOARD)
    renewed.then_recorded(ApplicationGranted, AccreditationRenewed)


def test_6_1_nothing_is_decided_on_the_renewal_of_what_was_replaced() -> None:
    history = (*DELIVERED, (replaced, BOARD), (granted_anew, BOARD))
    assert waits(*history) == ["issue-certificate"]
    advice = GiveAdvice(on=LATER, matter="renewal-1", positive=True, report=WHY)
    given(*history).when(advice, HOBEON).then_refused("", "ended with the accreditation")


def test_6_1_a_late_renewal_is_over_once_the_mark_was_granted_anew() -> None:
    again = granted_anew.model_copy(update={"on": LATER})
    advice = GiveAdvice(on=LATER, matter="renewal-1", positive=True, report=WHY)
    told = given(*DELIVERED, (expired, CLERK), (again, BOARD))
    told.when(advice, HOBEON).then_refused("", "ended with the accreditation")


@pytest.mark.parametrize(
    ("kind", "state"), [(withdrawn, "void"), (ended, "void"), (expired, "running")]
)
def test_4_3_documents_asked_for_in_a_renewal_are_no_longer_awaited(
    kind: Fact, state: str
) -> None:
    asked = FurtherDocumentsRequested(
        matter="renewal-1", on=DAY, basis=article(4)(3), by=LATER, what=WHY
    )
    told = given(*DELIVERED, (asked, HOBEON), (kind, CLERK))
    told.then_term("A-T02", LATER, state, LATER)


def test_7_4_a_check_that_ended_with_its_accreditation_stands_in_nobodys_way() -> None:
    gone = withdrawn.model_copy(update={"on": date(2028, 8, 2)})
    again = granted_anew.model_copy(update={"on": DAY})
    history = (*IN_CHECK, reported("negative"), (gone, BOARD), (again, BOARD))
    assert looked_into(*history) == []
    announce = AnnounceInterimCheck(on=LATER, starts_on=date(2030, 6, 3))
    given(*history).when(announce, HOBEON).then_recorded(CheckAnnounced)
    leave = ContinueAccreditation(on=LATER, reasons=WHY)
    given(*history).when(leave, BOARD).then_refused("", "no interim check")


def test_7_4_a_check_goes_on_under_the_accreditation_that_took_its_place() -> None:
    now = replaced.model_copy(update={"on": date(2028, 8, 2)})
    anew = granted_anew.model_copy(update={"on": date(2028, 8, 2)})
    assert looked_into(*IN_CHECK, (now, BOARD), (anew, BOARD)) == ["check-1"]


def test_an_6_b_advice_on_a_renewal_waits_for_no_initial_audit() -> None:
    """A holder's findings have their own weeks and months; no audit of an applicant runs."""
    asked = RecordNonconformity(on=DAY, matter="renewal-1", last_audit_day=DAY, says=WHY)
    told = given(*DELIVERED).when(asked, HOBEON).then_recorded(NonconformityRecorded)
    advice = GiveAdvice(on=DAY, matter="renewal-1", positive=True, report=WHY)
    told.when(advice, HOBEON).then_recorded(AdviceGiven)
