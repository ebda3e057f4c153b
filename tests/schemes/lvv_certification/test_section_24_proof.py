"""LVV certification, section 24: what proves an activity."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.education import ActivityAccepted, Area, Form
from tests.schemes.lvv_certification.told_education import FORM_OF, accepting, registered

FEB_10 = date(2027, 2, 10)
AREAS: tuple[Area, ...] = ("course", "intervision", "extra")


@pytest.mark.passes("R-17")
@pytest.mark.parametrize("area", AREAS)
def test_24_each_area_has_its_proof(area: Area) -> None:
    accepting(registered(1, area, 4, FEB_10)).then_recorded(ActivityAccepted)


@pytest.mark.refuses("R-17")
@pytest.mark.parametrize(
    ("area", "form"),
    [("intervision", "other-form"), ("course", "lvv-form"), ("extra", "institute-proof")],
)
def test_24_and_no_other(area: Area, form: Form) -> None:
    one = registered(1, area, 4, FEB_10, form=form)
    accepting(one).then_refused("R-17", f"proven by {FORM_OF[area]}, and this is {form}")
