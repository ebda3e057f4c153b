"""LVV certification, sections 5-7: scope, function and competences."""

import pytest

from domain.schemes.lvv_certification.record.application import (
    AgreementNotTakenUp,
    AgreementSubmitted,
)
from domain.schemes.lvv_certification.section_09_enrolment import AT_9
from tests.schemes.lvv_certification.told import PERSON
from tests.schemes.lvv_certification.told_application import MAR_2, agreement, enrolling


@pytest.mark.passes("R-38")
def test_5_the_function_of_the_profile_in_force_is_certified() -> None:
    enrolling.when(agreement(MAR_2), PERSON).then_recorded(AgreementSubmitted)


@pytest.mark.refuses("R-38")
def test_5_an_agreement_for_another_function_is_not_taken_up() -> None:
    other = agreement(MAR_2, function="complaints-officer")
    enrolling.when(other, PERSON).then(
        AgreementNotTakenUp(
            matter="application-1",
            on=MAR_2,
            basis=AT_9,
            lacking=("function registered-confidential-adviser",),
        )
    )
