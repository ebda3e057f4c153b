"""24. Proof (Wijze van aantonen)

- (a) A course: proof of attendance by the institute that gave it.
- (b) Intervision: the attendance list or a proof of attendance by the organiser; LVV's form is
  compulsory.
- (c) An extra activity: a statement by its organiser; the certification body's form is
  compulsory (annex 4, which leaves the layout free and lists what it holds).
"""

from collections.abc import Mapping

from domain.law import Rule, require
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.education import ActivityRegistered, Area, Form

AT_24 = section(24)

R_17 = Rule(
    id="R-17",
    place=AT_24,
    says="proof by the institute, on LVV's form, or on the form of the certification body",
)

FORM_FOR: Mapping[Area, Form] = {
    "course": "institute-proof",
    "intervision": "lvv-form",
    "extra": "cb-form",
}

LETTER_OF: Mapping[Area, str] = {"course": "a", "intervision": "b", "extra": "c"}


def proven_on_its_form(one: ActivityRegistered) -> None:
    """Refused when the proof is not of the kind that the area asks for (R-17)."""
    asked = FORM_FOR[one.area]
    require(
        R_17.model_copy(update={"place": AT_24(LETTER_OF[one.area])}),
        one.form == asked,
        f"{one.area} is proven by {asked}, and this is {one.form}",
        area=one.area,
        form=one.form,
    )
