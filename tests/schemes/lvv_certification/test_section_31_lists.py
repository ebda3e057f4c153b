"""LVV certification, sections 31 and 32: the lists. Dates are the worked example C-T13."""

from datetime import date
from typing import Literal

import pytest
from pydantic import ValidationError

from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.own_file import (
    ListingGranted,
    ListingRefused,
    ListingRequested,
)
from domain.schemes.lvv_certification.section_31_lists import DecideListing, RequestListing
from tests.schemes.lvv_certification.told import given_scheme

BOARD, PROVIDER, ANOTHER = "lvv-board:b.meijer", "provider:school-a", "provider:school-b"
JAN_20, NOV_3, JAN_4 = date(2026, 1, 20), date(2026, 11, 3), date(2027, 1, 4)
COURSE = "listening-course"
file_opened = given_scheme(
    SchemeFileOpened(matter="scheme", on=date(2026, 1, 2), basis=section(30))
)


def request(
    on: date, item: str = COURSE, list: Literal["bns", "equivalents"] = "bns"
) -> RequestListing:
    return RequestListing(on=on, list=list, item=item, costs_in_cents=12500)


requested = file_opened.when(request(JAN_20), PROVIDER).then_recorded(ListingRequested)


@pytest.mark.passes("R-37", "C-T13")
def test_32_a_provider_asks_once_in_a_calendar_year() -> None:
    told = file_opened.when(request(JAN_20), PROVIDER).then(
        ListingRequested(
            matter="listing-1",
            on=JAN_20,
            basis=section(32),
            list="bns",
            provider="school-a",
            item=COURSE,
            costs_in_cents=12500,
        )
    )
    told.when(request(JAN_4), PROVIDER).then_recorded(ListingRequested)


@pytest.mark.refuses("R-37")
def test_32_and_not_twice() -> None:
    requested.when(request(NOV_3), PROVIDER).then_refused("R-37", "ask again from 2027-01-01")


@pytest.mark.refuses("C-T13")
def test_32_nor_for_another_course_in_that_year() -> None:
    other = request(NOV_3, item="mediation-course")
    requested.when(other, PROVIDER).then_refused("C-T13", "one request a list")


@pytest.mark.passes("R-37", "C-T13")
def test_31_another_list_or_another_provider_is_another_request() -> None:
    on_the_other_list = request(NOV_3, list="equivalents")
    told = requested.when(on_the_other_list, PROVIDER).then_recorded(ListingRequested)
    assert told.file().trail[-1].fact.basis == section(31)
    requested.when(request(NOV_3), ANOTHER).then_recorded(ListingRequested)


@pytest.mark.refuses("R-37")
def test_31_a_refusal_does_not_give_a_second_request() -> None:
    refused = DecideListing(
        on=date(2026, 2, 2), request="listing-1", granted=False, reasons="no proof of hours"
    )
    told = requested.when(refused, BOARD).then_recorded(ListingRefused)
    told.when(request(NOV_3), PROVIDER).then_refused("R-37", "ask again from 2027-01-01")


def test_31_the_board_decides() -> None:
    granting = DecideListing(
        on=date(2026, 2, 2), request="listing-1", granted=True, reasons="it covers the profile"
    )
    requested.when(granting, PROVIDER).then_not_allowed()
    told = requested.when(granting, BOARD).then_recorded(ListingGranted)
    told.when(granting, BOARD).then_refused("", "no request for a list waits")
    unknown = granting.model_copy(update={"request": "listing-9"})
    requested.when(unknown, BOARD).then_refused("", "give one of listing-1")


def test_31_costs_are_not_negative() -> None:
    with pytest.raises(ValidationError, match="costs_in_cents"):
        RequestListing(on=JAN_20, list="bns", item=COURSE, costs_in_cents=-1)
