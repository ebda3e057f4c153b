"""10. Equivalent proofs (Gelijkwaardige certificaten)

- At a first certification a proof that is listed in annex 3 may be handed in instead of the proof
  of participation in the basic course for LVV registered confidential advisers.
"""

from domain.law import Edition, Rule, require
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.annex_3_equivalents import equivalent_lacks
from domain.schemes.lvv_certification.record.application import Application
from domain.schemes.lvv_certification.section_11_documents import Lack, document_lacks, handed_in

AT_10 = section(10)

R_06 = Rule(
    id="R-06",
    place=AT_10,
    says="an equivalent replaces the proof of the basic course only, at a first certification",
)


def equivalents_are_open(application: Application) -> None:
    """Refused at a recertification (R-06)."""
    first = not application.recertification
    otherwise = "an equivalent stands in for the basic course at a first certification only"
    require(R_06, first, otherwise, first=first)


def basic_course_lacks(application: Application, rule: Rule, edition: Edition) -> Lack | None:
    """What is lacking of the proof of the basic course, or of the one that replaces it."""
    course = handed_in(application, "basic-course")
    equivalent = handed_in(application, "equivalent")
    if equivalent is not None and not (course and course.usable):
        return equivalent_lacks(application, equivalent, edition)
    return document_lacks(application, "basic-course", rule)
