"""LVV certification, annex 3: the list of equivalent proofs."""

import pytest

from domain.schemes.lvv_certification.record.application import DossierAccepted, FoundIncomplete
from domain.schemes.lvv_certification.section_11_handing_in import UploadDocument
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, FindIncomplete
from tests.scenario import Scenario
from tests.schemes.lvv_certification.told import BODY
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    enrolling,
    first_file,
    in_pre_check,
    upload,
)

SOCIAL_WORK = upload("equivalent", MAR_2, in_register="mw")
WORKING_CONDITIONS = upload("arbo-psa-course", MAR_2)


def with_proof(*proofs: UploadDocument) -> Scenario:
    file = {kind: one for kind, one in first_file().items() if kind != "basic-course"}
    return in_pre_check(enrolling, MAR_2, *file.values(), *proofs)


@pytest.mark.passes("R-07")
def test_3_social_work_with_a_course_on_working_conditions() -> None:
    told = with_proof(SOCIAL_WORK, WORKING_CONDITIONS)
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-07")
def test_3_not_social_work_alone() -> None:
    told = with_proof(SOCIAL_WORK)
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-07", "arbo-psa-course")


@pytest.mark.passes("R-07")
def test_3_occupational_social_work_alone() -> None:
    told = with_proof(upload("equivalent", MAR_2, in_register="bmw"))
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-07")
@pytest.mark.parametrize("register", ["big", None])
def test_3_no_register_that_is_not_listed(register: str | None) -> None:
    told = with_proof(upload("equivalent", MAR_2, in_register=register))
    told.when(FindIncomplete(on=MAR_2), BODY).then_recorded(FoundIncomplete)
