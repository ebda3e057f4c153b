"""LVV certification, section 16: the file for recertification."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import DossierAccepted, FoundIncomplete
from domain.schemes.lvv_certification.section_11_handing_in import UploadDocument
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, FindIncomplete
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY
from tests.schemes.lvv_certification.told_application import (
    certified,
    in_pre_check,
    judge,
    renewal_file,
    upload,
)

ON = date(2028, 2, 1)
ACCEPT = AcceptDossier(on=ON)


def file_with(**replacing: UploadDocument | None) -> Scenario:
    """``vog=None`` leaves the VOG out; an underscore stands for a hyphen."""
    changed = {kind.replace("_", "-"): one for kind, one in replacing.items()}
    file = {**renewal_file(ON), **changed}
    return in_pre_check(certified, ON, *(one for one in file.values() if one is not None))


@pytest.mark.passes("R-05", "C-T01")
def test_16_a_complete_file_is_accepted() -> None:
    file_with().when(ACCEPT, BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-05")
@pytest.mark.parametrize("kind", list(renewal_file(ON)))
def test_16_nothing_may_be_missing(kind: str) -> None:
    file_with(**{kind: None}).when(ACCEPT, BODY).then_refused("R-05", kind)


@pytest.mark.refuses("R-05")
def test_16_the_membership_is_a_valid_one() -> None:
    told = asked(file_with(), BODY, judge(5, ON, in_force=False))
    told.when(ACCEPT, BODY).then_refused("R-05", "membership: not in force")


@pytest.mark.refuses("R-05")
def test_16_intervision_is_shown_on_the_form_of_lvv() -> None:
    told = file_with(intervision_proof=upload("intervision-proof", ON, on_lvv_form=False))
    told.when(ACCEPT, BODY).then_refused("R-05", "intervision-proof: not on the form")


@pytest.mark.refuses("R-05")
def test_16_extra_activities_on_the_form_of_the_certification_body() -> None:
    other = upload("extra-activity-statement", ON, on_cb_form=False)
    told = file_with(extra_activity_statement=other)
    told.when(ACCEPT, BODY).then_refused("R-05", "extra-activity-statement: not on the form")


@pytest.mark.refuses("C-T01")
def test_16_the_vog_is_a_new_one() -> None:
    file_with(vog=upload("vog", ON, dated=date(2027, 2, 1))).when(ACCEPT, BODY).then_recorded(
        DossierAccepted
    )
    told = file_with(vog=upload("vog", ON, dated=date(2027, 1, 31)))
    told.when(ACCEPT, BODY).then_refused("C-T01", "from before 2027-02-01")


@pytest.mark.refuses("R-05")
def test_13_an_application_in_time_is_supplemented_like_a_first_one() -> None:
    """D-2 and D-3: in time with its agreement; the file is for the pre-check."""
    told = in_pre_check(certified, date(2028, 4, 7)).when(
        FindIncomplete(on=date(2028, 4, 10)), BODY
    )
    told = told.then_recorded(FoundIncomplete)
    assert told.file().state.application.supplement_by == date(2028, 4, 24)
