"""LVV accreditation, articles 10 and 4(1): two experts, and then the advice."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.article_04_advice import GiveAdvice, ReceiveAdvice
from domain.schemes.lvv_accreditation.article_10_assessment import RecordAssessment
from domain.schemes.lvv_accreditation.record.application import AdviceGiven
from domain.schemes.lvv_accreditation.record.investigation import AssessmentRecorded, Capacity
from tests.schemes.lvv_accreditation.told import (
    ASSESSED,
    AUDITOR,
    BOARD,
    EXPERT,
    HOBEON,
    WHY,
    WITH_HOBEON,
    advised,
    assessed,
    delivered,
    given,
    received,
)

FEB_2, FEB_9 = date(2026, 2, 2), date(2026, 2, 9)


def assess(capacity: Capacity, meets: bool = True) -> RecordAssessment:
    return RecordAssessment(
        on=FEB_2, matter="application-1", capacity=capacity, meets=meets, findings=WHY
    )


def advise(positive: bool = True, matter: str = "application-1") -> GiveAdvice:
    return GiveAdvice(on=FEB_9, matter=matter, positive=positive, report=WHY)


@pytest.mark.passes("R-40")
def test_10_an_auditor_and_a_content_expert_assess_and_hobeon_advises() -> None:
    told = given(*WITH_HOBEON, delivered())
    told = told.when(assess("quality"), AUDITOR).then_recorded(AssessmentRecorded)
    told = told.when(assess("content"), EXPERT).then_recorded(AssessmentRecorded)
    told = told.when(advise(), HOBEON).then(advised())
    told.when(ReceiveAdvice(on=received.on), BOARD).then(received)


@pytest.mark.passes("R-40")
def test_10_a_second_content_expert_is_optional() -> None:
    told = given(*ASSESSED).when(assess("second-content"), "content-expert:s.maas")
    told.then_recorded(AssessmentRecorded)


@pytest.mark.refuses("R-40")
def test_10_an_auditor_alone_is_not_enough() -> None:
    told = given(*WITH_HOBEON, delivered(), assessed("quality", AUDITOR))
    told.when(advise(), HOBEON).then_refused("R-40", "both assess")


@pytest.mark.refuses("R-40")
def test_10_one_person_does_not_assess_in_two_capacities() -> None:
    told = given(*WITH_HOBEON, delivered(), assessed("quality", "quality-auditor:e.vos"))
    told.when(assess("content"), EXPERT).then_refused("R-40", "another expert")


@pytest.mark.refuses("R-40")
def test_10_each_in_the_capacity_of_the_role() -> None:
    told = given(*WITH_HOBEON, delivered())
    told.when(assess("quality"), EXPERT).then_refused("R-40", "by a quality-auditor")


def test_10_who_acted_for_the_provider_does_not_assess() -> None:
    told = given(*WITH_HOBEON, delivered())
    told.when(assess("quality"), "quality-auditor:academy").then_refused("", "for the provider")


def test_4_1_advice_against_the_finding_of_an_expert_carries_a_remark() -> None:
    told = given(*WITH_HOBEON, delivered(), assessed("quality", AUDITOR))
    told = told.when(assess("content", meets=False), EXPERT).then_recorded(AssessmentRecorded)
    told = told.when(advise(), HOBEON).then_recorded(AdviceGiven)
    assert "an expert found" in told.history[-1].fact.remarks[0].says


def test_4_1_advice_is_about_what_is_with_hobeon() -> None:
    asked = advise(matter="application-2")
    given(*ASSESSED).when(asked, HOBEON).then_refused("", "give one of application-1")


def test_4_1_the_board_gives_no_advice() -> None:
    given(*ASSESSED).when(advise(), BOARD).then_not_allowed()
