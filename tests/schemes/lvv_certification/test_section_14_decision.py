"""LVV certification, section 14: review and decision. Dates: worked example C-T15."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    ApplicationGranted,
    ApplicationRejected,
    AssessmentRecorded,
    ReassessmentStarted,
)
from domain.schemes.lvv_certification.record.certificate import CertificateGranted
from domain.schemes.lvv_certification.section_14_decision import (
    RecordAssessment,
    RejectApplication,
)
from domain.schemes.lvv_certification.section_14_grant import GrantCertificate
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_application import (
    APR_15,
    DECIDER,
    MAR_2,
    MAR_30,
    agreement,
    assessed,
    enrolling,
    first_file,
    in_review,
    ready,
)

ANOTHER = "certification-body:a.visser"
BECAUSE: Personal[Content, str] = Personal("the diploma is of another exam")


def reviewed() -> Scenario:
    return in_review(enrolling, MAR_2, *first_file().values())


@pytest.mark.passes("R-08")
def test_12_what_was_accepted_is_reviewed_and_then_decided_on() -> None:
    asks = RecordAssessment(on=APR_15, meets=True, findings=Personal("all was shown"))
    told = reviewed().when(asks, BODY).then_recorded(AssessmentRecorded)
    told.when(GrantCertificate(on=APR_15), DECIDER).then_recorded(
        CertificateGranted, ApplicationGranted
    )


@pytest.mark.refuses("R-08")
def test_12_nothing_is_granted_straight_from_enrolment() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    told.when(GrantCertificate(on=MAR_2), DECIDER).then_refused("R-08", "stands enrolled")


@pytest.mark.refuses("R-08")
def test_12_nor_without_the_review_nor_against_it() -> None:
    grant = GrantCertificate(on=APR_15)
    reviewed().when(grant, DECIDER).then_refused("R-08", "review is recorded first")
    told = assessed(reviewed(), APR_15, meets=False)
    told.when(grant, DECIDER).then_refused("R-08", "requirements not met")


def test_12_the_review_is_recorded_once() -> None:
    again = RecordAssessment(on=APR_15, meets=False, findings=Personal("on second thoughts"))
    ready().when(again, BODY).then_refused("", "assessed already")


@pytest.mark.passes("SOD-C6")
@pytest.mark.refuses("SOD-C6")
def test_14_who_assessed_does_not_decide() -> None:
    ready().when(GrantCertificate(on=APR_15), BODY).then_refused("SOD-C6", "does not decide")
    reject = RejectApplication(on=APR_15, explanation=BECAUSE)
    ready().when(reject, BODY).then_refused("SOD-C6", "does not decide")
    ready().when(reject, DECIDER).then_recorded(ApplicationRejected)


@pytest.mark.passes("R-09")
def test_14_a_rejection_carries_an_explanation() -> None:
    reject = RejectApplication(on=APR_15, explanation=BECAUSE)
    told = ready().when(reject, DECIDER).then_recorded(ApplicationRejected)
    assert not told.file().state.application.is_open


@pytest.mark.refuses("R-09")
def test_14_and_is_nothing_without_one() -> None:
    ready().when(RejectApplication(on=APR_15), DECIDER).then_refused("R-09", "give one")


@pytest.mark.passes("C-T15")
def test_14_there_is_no_time_for_it_and_the_days_are_measured() -> None:
    told = ready()
    running = told.then_term("C-T15", on=date(2027, 4, 15), state="running", due=None)
    assert "sets no time" in running.unknown
    told = told.when(GrantCertificate(on=APR_15), DECIDER).then_recorded(
        CertificateGranted, ApplicationGranted
    )
    term = told.then_term("C-T15", on=APR_15, state="met", due=None)
    assert term.ended_on is not None
    assert (term.opened_on, (term.ended_on - term.opened_on).days) == (MAR_30, 16)


@pytest.mark.refuses("C-T15")
def test_14_nothing_is_decided_on_a_day_before_the_file_was_accepted() -> None:
    reject = RejectApplication(on=date(2026, 3, 29), explanation=BECAUSE)
    ready().when(reject, DECIDER).then_refused("C-T15", "accepted on 2026-03-30")


def reassessed(on: date) -> Scenario:
    """Rejected by DECIDER, then to be assessed again because an appeal was upheld."""
    again = ReassessmentStarted(
        matter="application-1", on=on, basis=section(26), ordered_in="appeal-1"
    )
    reject = RejectApplication(on=APR_15, explanation=BECAUSE)
    return asked(ready(), DECIDER, reject).given(again)


@pytest.mark.passes("R-08", "R-09", "C-T15")
def test_26_what_is_reassessed_is_reviewed_and_decided_on_anew() -> None:
    on = date(2026, 9, 1)
    told = reassessed(on)
    told.when(GrantCertificate(on=on), ANOTHER).then_refused("R-08", "recorded first")
    assessed(told, on).when(GrantCertificate(on=on), ANOTHER).then_recorded(
        CertificateGranted, ApplicationGranted
    )
    anew = RejectApplication(on=on, explanation=BECAUSE)
    told = assessed(told, on, meets=False).when(anew, ANOTHER).then_recorded(ApplicationRejected)
    assert [one.by for one in told.file().state.decisions.values()] == ["h.devries", "a.visser"]
    told.then_term("C-T15", on=on, state="met", due=None)


@pytest.mark.refuses("SOD-C3")
def test_26_and_not_by_who_decided_before() -> None:
    on = date(2026, 9, 1)
    told = assessed(reassessed(on), on)
    told.when(GrantCertificate(on=on), DECIDER).then_refused("SOD-C3", "somebody else does")
