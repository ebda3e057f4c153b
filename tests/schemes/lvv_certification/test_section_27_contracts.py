"""LVV certification, section 27: service contracts during a suspension."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    ContractBanBreached,
    ServiceContractRenewed,
)
from domain.schemes.lvv_certification.section_27_contracts import (
    RecordContractBreach,
    RenewServiceContract,
)
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, suspended

JUN_1 = date(2026, 6, 1)
WHAT: Personal[Content, str] = Personal("the contract with a hospital was renewed")


@pytest.mark.passes("R-29")
def test_27_a_contract_may_be_renewed_while_the_certificate_is_valid() -> None:
    told = given(granted).when(RenewServiceContract(on=JUN_1), PERSON)
    told.then_recorded(ServiceContractRenewed)


@pytest.mark.refuses("R-29")
def test_27_but_not_during_a_suspension() -> None:
    told = given(granted, suspended).when(RenewServiceContract(on=JUN_1), PERSON)
    told.then_refused("R-29", "existing contracts go on")


@pytest.mark.passes("R-29")
def test_27_a_suspension_that_is_still_to_begin_forbids_nothing_yet() -> None:
    later = suspended.model_copy(update={"first_day": date(2026, 6, 2)})
    told = given(granted, later)
    told.when(RenewServiceContract(on=JUN_1), PERSON).then_recorded(ServiceContractRenewed)
    told.when(RecordContractBreach(on=JUN_1, what=WHAT), BODY).then_refused(
        "", "begins on 2026-06-02"
    )


@pytest.mark.refuses("R-29")
def test_27_a_breach_is_put_on_record() -> None:
    told = given(granted, suspended).when(RecordContractBreach(on=JUN_1, what=WHAT), BODY)
    told.then_recorded(ContractBanBreached)


def test_27_without_a_suspension_there_is_no_breach() -> None:
    told = given(granted).when(RecordContractBreach(on=JUN_1, what=WHAT), BODY)
    told.then_refused("", "not suspended")
