"""SSVV SOG-P, sections 3.2 and 7.2: signing, and what it makes of recognitions."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import AgreementConcluded, AgreementSigned
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionContinued,
    RecognitionLapsed,
    RecognitionPropagated,
    RecognitionRevived,
    RecognitionTookEffect,
    RecognitionWithdrawn,
)
from domain.schemes.ssvv_sogp.section_3_2_signing import SignAgreement
from domain.schemes.ssvv_sogp.section_5_2_5_publication import PropagateRecognition
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    CENTRE,
    JUL_1,
    JUN_16,
    JUN_20,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    concluded,
    given,
    offered,
    signed_by_centre,
    signed_by_ssvv,
    took_effect,
    two_granted,
)

JAN_1_27, YEAR_END_28 = date(2027, 1, 1), date(2028, 12, 31)
successor = offered.model_copy(
    update={
        "matter": "agreement-2",
        "on": date(2026, 10, 15),
        "model": "agreement-2027",
        "first_day": JAN_1_27,
        "last_day": YEAR_END_28,
        "successor_of": "agreement-1",
    }
)
signed = signed_by_centre.model_copy(update={"matter": "agreement-2", "on": date(2026, 11, 20)})


def sign(on: date, agreement: str = "agreement-1") -> SignAgreement:
    return SignAgreement(on=on, agreement=agreement)


@pytest.mark.passes("R-31")
def test_3_2_with_the_second_signature_it_is_concluded() -> None:
    told = given(*two_granted, offered).when(sign(JUN_16), CENTRE).then(signed_by_centre)
    told = told.when(sign(JUN_20), SSVV).then(signed_by_ssvv, concluded, *took_effect)
    line = told.file().state.line(AT_ROTTERDAM)
    assert [line.is_in_force(day) for day in (JUN_20, JUL_1, YEAR_END, JAN_1_27)] == [
        False,
        True,
        True,
        False,
    ]


def test_7_2_signed_later_it_is_in_force_from_the_last_signature() -> None:
    told = given(*two_granted, offered, signed_by_centre)
    told = told.when(sign(date(2025, 7, 14)), SSVV)
    told = told.then_recorded(
        AgreementSigned, AgreementConcluded, RecognitionTookEffect, RecognitionTookEffect
    )
    line = told.file().state.line(AT_ROTTERDAM)
    assert line.in_force == ((date(2025, 7, 14), YEAR_END),)


@pytest.mark.refuses("R-31")
def test_7_2_no_recognition_with_one_signature() -> None:
    asked = PropagateRecognition(on=JUN_16, line="line-1")
    told = given(*two_granted, offered, signed_by_centre)
    told.when(asked, SSVV).then_refused("R-31", "signed by both")


@pytest.mark.passes("R-31")
def test_5_2_5_once_signed_it_goes_to_the_exam_systems() -> None:
    asked = PropagateRecognition(on=JUN_20, line="line-1")
    told = given(*a_recognised_centre).when(asked, SSVV).then_recorded(RecognitionPropagated)
    told.when(asked, SSVV).then_refused("", "since 2025-06-20")


def test_3_2_each_party_signs_once() -> None:
    told = given(*two_granted, offered, signed_by_centre)
    told.when(sign(JUN_20), CENTRE).then_refused("", "signed agreement-1 already")


def renewed(on: date, *before: Fact) -> Scenario:
    told = given(*a_recognised_centre, successor, signed, *before)
    return told.when(sign(on, "agreement-2"), SSVV)


def test_3_2_a_successor_in_time_goes_on_without_a_gap() -> None:
    told = renewed(date(2026, 12, 12)).then_recorded(
        AgreementSigned, AgreementConcluded, RecognitionContinued, RecognitionContinued
    )
    line = told.file().state.line(AT_GELEEN)
    assert line.in_force == ((JUL_1, YEAR_END_28),)
    assert line.agreement == "agreement-2"


def test_3_2_signed_late_what_lapsed_is_brought_back_with_a_remark() -> None:
    lapsed = tuple(
        RecognitionLapsed(matter=matter, on=JAN_1_27, basis=section("3.2"), last_day=YEAR_END)
        for matter in ("line-1", "line-2")
    )
    told = renewed(date(2027, 1, 4), *lapsed).then_recorded(
        AgreementSigned, AgreementConcluded, RecognitionRevived, RecognitionRevived
    )
    revived = told.history[-1].fact
    assert "not recognised for 3 days" in revived.remarks[0].says
    line = told.file().state.line(AT_GELEEN)
    assert line.in_force == ((JUL_1, YEAR_END), (date(2027, 1, 4), YEAR_END_28))


def test_3_2_a_withdrawn_recognition_does_not_come_back() -> None:
    withdrawn = RecognitionWithdrawn(
        matter="line-1",
        on=date(2026, 11, 2),
        basis=section("5.3"),
        first_day=date(2026, 11, 2),
        on_request=True,
        ground="own-request",
        reasons=Personal("costs"),
    )
    told = renewed(date(2026, 12, 12), withdrawn)
    told.then_recorded(AgreementSigned, AgreementConcluded, RecognitionContinued)
