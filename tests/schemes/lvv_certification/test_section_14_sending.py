"""LVV certification, section 14: sending the decision."""

from datetime import date

from domain.personal import Personal
from domain.schemes.lvv_certification.record.application import DecisionSent
from domain.schemes.lvv_certification.record.certificate import RegisterEntryPublished
from domain.schemes.lvv_certification.section_13_pre_check import FindIncomplete
from domain.schemes.lvv_certification.section_13_supplement import RejectForTermOverrun
from domain.schemes.lvv_certification.section_14_decision import RejectApplication
from domain.schemes.lvv_certification.section_14_grant import GrantCertificate
from domain.schemes.lvv_certification.section_14_sending import AT_14, IN_TIME, SendDecision
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY
from tests.schemes.lvv_certification.told_application import (
    APR_15,
    DECIDER,
    MAR_2,
    enrolling,
    in_pre_check,
    ready,
)


def sent(told: Scenario, on: date) -> DecisionSent:
    told = told.when(SendDecision(on=on), BODY).then_recorded(DecisionSent)
    fact = told.history[-1].fact
    assert isinstance(fact, DecisionSent)
    return fact


def test_14_a_granted_certificate_is_published_with_the_decision() -> None:
    told, on = asked(ready(), DECIDER, GrantCertificate(on=APR_15)), date(2026, 4, 16)
    granting = told.file().version - 1
    told = told.when(SendDecision(on=on), BODY).then(
        DecisionSent(
            matter="certificate-1", on=on, basis=AT_14, decision=granting, objection_open=False
        ),
        RegisterEntryPublished(matter="certificate-1", on=on, basis=IN_TIME),
    )
    assert told.file().state.certificate.published
    assert told.file().state.decisions[granting].sent_on == on
    told.when(SendDecision(on=on), BODY).then_refused("", "no decision on an application waits")


def test_14_the_letter_offers_an_objection_against_a_rejection_on_the_substance() -> None:
    reject = RejectApplication(on=APR_15, explanation=Personal("the exam is another one"))
    told = asked(ready(), DECIDER, reject)
    assert sent(told, APR_15).decision == told.file().version
    assert sent(told, APR_15).objection_open


def test_14_and_none_against_one_for_an_overrun_term() -> None:
    told = asked(in_pre_check(enrolling, MAR_2), BODY, FindIncomplete(on=MAR_2))
    overrun = date(2026, 3, 17)
    told = asked(told, BODY, RejectForTermOverrun(on=overrun))
    assert not sent(told, overrun).objection_open
