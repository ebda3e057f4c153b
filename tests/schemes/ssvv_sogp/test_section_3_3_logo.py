"""SSVV SOG-P, sections 3.3 and 3.3.1: the logo. Dates are those of T-28."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.logo import (
    ConsentGranted,
    ConsentRefused,
    ConsentRequested,
    ConsentRevoked,
    LiabilityNoticeSent,
    LogoUseRecorded,
    MeasureTaken,
    MisuseClosed,
    MisuseDismissed,
    MisuseEstablished,
    MisuseReported,
    MisuseStopped,
)
from domain.schemes.ssvv_sogp.section_3_3_1_misuse import (
    CloseMisuse,
    DismissMisuse,
    EstablishMisuse,
    HoldLiable,
    RecordMisuseStopped,
    ReportMisuse,
    TakeMeasure,
)
from domain.schemes.ssvv_sogp.section_3_3_logo import (
    GrantLogoConsent,
    RecordLogoUse,
    RefuseLogoConsent,
    RequestLogoConsent,
    RevokeLogoConsent,
)
from tests.schemes.ssvv_sogp.told import CENTRE, SSVV, given_scheme

APR_14, APR_30 = date(2025, 4, 14), date(2025, 4, 30)
MAY_1, MAY_2 = date(2025, 5, 1), date(2025, 5, 2)
WHY: Personal[Any, str] = Personal("a banner at the gate")
SOMEBODY, PARTY = UUID(int=90), "party:forklift-school"
asked_for = ConsentRequested(
    matter="logo-consent-1",
    on=APR_14,
    basis=section("3.3"),
    party=SOMEBODY,
    name=Personal("Heftruckschool"),
    medium="banner",
    purpose=WHY,
)
granted = ConsentGranted(
    matter="logo-consent-1", on=MAY_1, basis=section("3.3"), in_writing=True, scope=WHY
)
reported = MisuseReported(
    matter="misuse-1",
    on=MAY_1,
    basis=section("3.3.1"),
    party=SOMEBODY,
    name=Personal("Heftruckschool"),
    is_a_person=False,
    seen_on=APR_30,
    what=WHY,
)


def use(used_on: date) -> RecordLogoUse:
    return RecordLogoUse(on=MAY_2, consent="logo-consent-1", used_on=used_on, medium="banner")


def test_3_3_anybody_asks_for_the_logo_under_a_key_of_its_own() -> None:
    asked = RequestLogoConsent(
        on=APR_14, party=SOMEBODY, full_name=Personal("X"), medium="banner", purpose=WHY
    )
    told = given_scheme().when(asked, PARTY).then_recorded(ConsentRequested)
    fact = told.history[0].fact
    assert isinstance(fact, ConsentRequested)
    assert (fact.name.person, fact.purpose.person) == (SOMEBODY, SOMEBODY)


@pytest.mark.passes("R-39")
def test_3_3_consent_is_given_in_writing() -> None:
    grant = GrantLogoConsent(on=MAY_1, consent="logo-consent-1", in_writing=True, scope=WHY)
    told = given_scheme(asked_for).when(grant, SSVV).then_recorded(ConsentGranted)
    told.when(grant, SSVV).then_refused("", "no request for the logo waits")


@pytest.mark.refuses("R-39")
def test_3_3_not_by_word_of_mouth() -> None:
    grant = GrantLogoConsent(on=MAY_1, consent="logo-consent-1", in_writing=False, scope=WHY)
    given_scheme(asked_for).when(grant, SSVV).then_refused("R-39", "in writing")


@pytest.mark.refuses("R-39")
def test_3_3_no_use_without_consent() -> None:
    given_scheme(asked_for).when(use(MAY_2), PARTY).then_refused("R-39", "ask for it")


@pytest.mark.passes("T-28")
def test_3_3_a_banner_after_the_consent_is_lawful() -> None:
    given_scheme(asked_for, granted).when(use(MAY_2), PARTY).then_recorded(LogoUseRecorded)


@pytest.mark.refuses("T-28")
def test_3_3_one_before_it_is_not() -> None:
    told = given_scheme(asked_for, granted)
    told.when(use(APR_30), PARTY).then_refused("T-28", "holds from 2025-05-01")


@pytest.mark.refuses("T-28")
def test_3_3_nor_one_after_it_was_taken_back() -> None:
    revoke = RevokeLogoConsent(on=MAY_2, consent="logo-consent-1", reasons=WHY)
    told = given_scheme(asked_for, granted).when(revoke, SSVV).then_recorded(ConsentRevoked)
    told.when(use(MAY_2), PARTY).then_refused("T-28", "to before 2025-05-02")
    told.when(revoke, SSVV).then_refused("", "no consent to the logo stands")


def test_3_3_it_can_be_refused() -> None:
    refuse = RefuseLogoConsent(on=MAY_1, consent="logo-consent-1", reasons=WHY)
    given_scheme(asked_for).when(refuse, SSVV).then_recorded(ConsentRefused)
    other = RefuseLogoConsent(on=MAY_1, consent="logo-consent-2", reasons=WHY)
    given_scheme(asked_for).when(other, SSVV).then_refused("", "give: logo-consent-1")


@pytest.mark.refuses("R-40")
def test_3_3_1_misuse_by_who_is_no_centre_is_stopped() -> None:
    report = ReportMisuse(
        on=MAY_1,
        party=SOMEBODY,
        full_name=Personal("J. Jansen"),
        is_a_person=True,
        seen_on=APR_30,
        what=WHY,
    )
    told = given_scheme().when(report, CENTRE).then_recorded(MisuseReported)
    establish = EstablishMisuse(
        on=MAY_2, misuse="misuse-1", form="suggests-qualification", findings=WHY
    )
    told = told.when(establish, SSVV).then_recorded(MisuseEstablished)
    stop = RecordMisuseStopped(on=MAY_2, misuse="misuse-1")
    told.when(stop, SSVV).then_refused("", "measure-running")
    measure = TakeMeasure(on=MAY_2, misuse="misuse-1", measure=WHY)
    told = told.when(measure, SSVV).then_recorded(MeasureTaken)
    liable = HoldLiable(on=MAY_2, misuse="misuse-1")
    told = told.when(liable, SSVV).then_recorded(LiabilityNoticeSent)
    told.when(liable, SSVV).then_refused("", "held liable on 2025-05-02")
    told = told.when(stop, SSVV).then_recorded(MisuseStopped)
    close = CloseMisuse(on=MAY_2, misuse="misuse-1")
    told.when(close, SSVV).then_recorded(MisuseClosed)


@pytest.mark.passes("R-40")
def test_3_3_1_use_with_consent_is_no_misuse() -> None:
    dismiss = DismissMisuse(on=MAY_2, misuse="misuse-1", reasons=WHY)
    told = given_scheme(asked_for, granted, reported)
    told = told.when(dismiss, SSVV).then_recorded(MisuseDismissed)
    told.when(dismiss, SSVV).then_refused("", "there is none")


def test_3_3_1_it_is_reported_as_it_was_seen() -> None:
    report = ReportMisuse(
        on=MAY_1,
        party=SOMEBODY,
        full_name=Personal("J. Jansen"),
        is_a_person=True,
        seen_on=MAY_2,
        what=WHY,
    )
    given_scheme().when(report, CENTRE).then_refused("", "up to 2025-05-01")
