"""SSVV SOG-P, sections 3.2, 5.2.5 and 5.4: what an agreement holds, and how it is offered."""

from datetime import date
from typing import Any

import pytest

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.agreement import AgreementOffered
from domain.schemes.ssvv_sogp.record.own_file import ModelAdopted, PriceListAdopted
from domain.schemes.ssvv_sogp.section_3_2_contents import NamedLine
from domain.schemes.ssvv_sogp.section_3_2_models import AdoptAgreementModel, model_for
from domain.schemes.ssvv_sogp.section_5_2_5_prices import AdoptPriceList
from tests.schemes.ssvv_sogp.told import (
    AT_ROTTERDAM,
    FL,
    GM,
    JUN_5,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    company,
    given,
    given_scheme,
    offered,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import named, offer

granted = given(*two_granted)


@pytest.mark.passes("R-32", "R-33", "R-34", "R-38", "R-70", "T-07")
def test_3_2_the_standard_agreement_with_the_price_list() -> None:
    granted.when(offer(), SSVV).then(offered)


@pytest.mark.refuses("R-32")
@pytest.mark.parametrize("other", [{"own_clauses": True}, {"model": "agreement-2023"}])
def test_3_2_with_the_same_terms_for_all(other: dict[str, Any]) -> None:
    granted.when(offer(**other), SSVV).then_refused("R-32", "agreement-2025")


@pytest.mark.refuses("R-33")
def test_3_2_each_location_with_its_own_qualifications() -> None:
    flat = (NamedLine(qualification=GM), NamedLine(qualification=FL))
    granted.when(offer(lines=flat), SSVV).then_refused("R-33", "with its location")
    one = (named(AT_ROTTERDAM),)
    granted.when(offer(lines=one), SSVV).then_refused("R-33", "fl-1 at geleen")


@pytest.mark.refuses("R-34")
def test_3_2_up_to_the_same_day_for_all() -> None:
    asked = offer(last_day=date(2027, 6, 30))
    granted.when(asked, SSVV).then_refused("R-34", "ends on 2026-12-31")


@pytest.mark.refuses("R-38")
def test_5_4_with_the_company_data() -> None:
    told = given(*(fact for fact in two_granted if fact is not company))
    told.when(offer(), SSVV).then_refused("R-38", "KvK number")


@pytest.mark.refuses("T-07")
def test_3_2_from_the_day_of_the_first_recognition() -> None:
    asked = offer(first_day=date(2025, 7, 2))
    granted.when(asked, SSVV).then_refused("T-07", "begins on 2025-07-01")


@pytest.mark.refuses("R-70")
def test_5_2_5_not_without_the_price_list_that_holds() -> None:
    granted.when(offer(price_list=None), SSVV).then_refused("R-70", "price list")
    adopt = AdoptPriceList(on=JUN_5, price_list="prices-2026", since=JUN_5)
    own = given_scheme().when(adopt, SSVV).then_recorded(PriceListAdopted).file().state
    law = Law(edition=EDITION, settings=own.settings_on(JUN_5))
    granted.under(law).when(offer(), SSVV).then_refused("R-70", "prices-2026")
    asked = offer(price_list="prices-2026")
    granted.under(law).when(asked, SSVV).then_recorded(AgreementOffered)


def test_5_2_5_one_at_a_time() -> None:
    given(*two_granted, offered).when(offer(), SSVV).then_refused("", "stands offered")
    told = given(*a_recognised_centre)
    told.when(offer(on=date(2025, 7, 1)), SSVV).then_refused("", "stands concluded")


def test_3_2_the_next_period_adjoins_the_one_before() -> None:
    adopt = AdoptAgreementModel(
        on=date(2026, 9, 1),
        model="agreement-2027",
        first_day=date(2027, 1, 1),
        last_day=date(2028, 12, 31),
        offer_by=date(2026, 10, 31),
    )
    told = given_scheme().when(adopt, SSVV).then_recorded(ModelAdopted)
    law = Law(edition=EDITION, settings=told.file().state.settings_on(date(2026, 9, 1)))
    found = [model_for(law, day) for day in (date(2024, 9, 1), YEAR_END, date(2027, 1, 1))]
    assert [one and one.id for one in found] == [
        "agreement-2023",
        "agreement-2025",
        "agreement-2027",
    ]
    assert model_for(law, date(2029, 1, 1)) is None
    again = adopt.model_copy(update={"first_day": date(2027, 1, 15)})
    given_scheme().when(again, SSVV).then_refused("", "a day later")


def test_5_2_5_a_price_list_is_laid_down_once() -> None:
    adopt = AdoptPriceList(on=JUN_5, price_list="prices-2026", since=JUN_5)
    told = given_scheme().when(adopt, SSVV).then_recorded(PriceListAdopted)
    told.when(adopt, SSVV).then_refused("", "another name")
