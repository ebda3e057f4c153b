"""11. The file (Vullen van het beoordelingsdossier): a complete first file

- A complete file holds (a) a certificate of conduct (VOG), screening profile 75, not older than
  one year; (b) the diploma of the LVV exam, not older than two years; (c) the certification
  agreement that names the code of conduct; (d) proof of a registered LVV membership (number).
- How old a document is, is counted to the day the assessment was asked for (2, peildatum).

The agreement of (c) is the one the application began with (9). Handing in a document, and asking
for assessment: section_11_handing_in.py.
"""

from domain.case import Law
from domain.days import CountedBack, Span
from domain.law import InTime, Place, Rule, weigh
from domain.schemes.lvv_certification.act import EDITION, IN_FORCE, section
from domain.schemes.lvv_certification.record.application import (
    Application,
    Document,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.same_name import IN_THE_REGISTER, asked_by, is_one_name
from domain.schemes.lvv_certification.section_10_equivalents import (
    basic_course_lacks,
)
from domain.schemes.lvv_certification.section_11_documents import (
    Lack,
    document_lacks,
    handed_in,
)
from domain.schemes.lvv_certification.section_29_register import R_36

AT_2, AT_11 = section(2), section(11)
BASIC_COURSE = AT_11.read("decision on doubts: the proof of the basic course of 10, An.1 and An.3")
A_YEAR_OLD = AT_11("a").read("D-20: the same date a year earlier still passes")
SCREENING_PROFILE = InTime({IN_FORCE: 75})
OLDEST_VOG = InTime({IN_FORCE: CountedBack(span=Span(years=1), place=A_YEAR_OLD)})
TWO_YEARS_OLD = AT_11("b").read("D-20: as for the VOG, the same date two years earlier passes")
OLDEST_DIPLOMA = InTime({IN_FORCE: CountedBack(span=Span(years=2), place=TWO_YEARS_OLD)})

R_04 = Rule(
    id="R-04",
    place=AT_11,
    says="a first file holds a VOG (profile 75), the exam diploma, the agreement, a membership",
)
C_T01 = Rule(
    id="C-T01",
    place=Place(text=EDITION.title, at="11(a) and 16(a)", reading=A_YEAR_OLD.reading),
    says="the VOG is not older than one year on the day the assessment was asked for",
)
C_T02 = Rule(
    id="C-T02",
    place=TWO_YEARS_OLD,
    says="the diploma is not older than two years on the day the assessment was asked for",
)


def first_file_lacks(application: Application, file: PersonFile, law: Law) -> tuple[Lack, ...]:
    """Everything that a file for a first certification lacks, or holds and can't be used."""
    basic_course = R_04.model_copy(update={"place": BASIC_COURSE})
    lacks = (
        vog_lacks(application, file, _at("a"), law),
        _diploma_lacks(application, law),
        document_lacks(application, "membership", _at("d")),
        basic_course_lacks(application, basic_course, law.edition),
    )
    return tuple(lack for lack in lacks if lack is not None)


def vog_lacks(application: Application, file: PersonFile, rule: Rule, law: Law) -> Lack | None:
    """What is lacking of the VOG: itself, its profile, its age, or the name in the file (29)."""
    vog = handed_in(application, "vog")
    lack = document_lacks(application, "vog", rule)
    if vog is None or lack is not None:
        return lack
    has, needed = vog.uploaded.screening_profile, SCREENING_PROFILE.of(law.edition)
    if not weigh(rule, has == needed, screening_profile=has):
        return Lack(what=f"vog: screening profile other than {needed}", rule=rule)
    named, called = vog.uploaded.name_on_it, file.name
    if not weigh(asked_by(R_36, named, called, IN_THE_REGISTER), is_one_name(named, called)):
        return Lack(what="vog: another name than that of the file", rule=R_36)
    return _too_old(application, vog, C_T01, OLDEST_VOG.of(law.edition))


def _at(letter: str) -> Rule:
    return R_04.model_copy(update={"place": AT_11(letter)})


def _diploma_lacks(application: Application, law: Law) -> Lack | None:
    diploma = handed_in(application, "exam-diploma")
    lack = document_lacks(
        application, "exam-diploma", R_04.model_copy(update={"place": AT_11("b")})
    )
    if diploma is None or lack is not None:
        return lack
    return _too_old(application, diploma, C_T02, OLDEST_DIPLOMA.of(law.edition))


def _too_old(
    application: Application, one: Document, rule: Rule, limit: CountedBack
) -> Lack | None:
    assert application.reference_date is not None  # noqa: S101  assessment was asked for
    dated, oldest = one.uploaded.dated, limit.day(application.reference_date)
    if weigh(rule, dated >= oldest, dated=dated, oldest=oldest):
        return None
    return Lack(what=f"{one.uploaded.kind}: from before {oldest}", rule=rule)
