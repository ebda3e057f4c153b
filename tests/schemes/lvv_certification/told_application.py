"""Applications as they should be: what the scenarios about 5 to 16 start from.

The first is asked for on 2 March 2026, accepted on 30 March and decided on 15 April, as in the
worked examples; the recertification is of a certificate of 6 May 2024 up to 5 May 2028.
"""

from datetime import date
from typing import Any

from domain.case import Command
from domain.personal import Evidence, Personal
from domain.schemes.lvv_certification.section_09_enrolment import SubmitAgreement
from domain.schemes.lvv_certification.section_11_documents import JudgeDocument, Kind
from domain.schemes.lvv_certification.section_11_handing_in import (
    ApplyForAssessment,
    UploadDocument,
)
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, StartPreCheck
from domain.schemes.lvv_certification.section_14_decision import RecordAssessment
from domain.schemes.lvv_certification.section_16_recertification import ApplyForRecertification
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_education import education

DECIDER = "certification-body:h.devries"
MAR_2, MAR_30, APR_15 = date(2026, 3, 2), date(2026, 3, 30), date(2026, 4, 15)
NAME: Personal[Evidence, str] = Personal("Johanna de Wit")

enrolling = given(opened)
certified = given(
    opened.model_copy(update={"on": date(2024, 1, 8)}),
    granted.model_copy(update={"on": date(2024, 5, 6), "until": date(2028, 5, 5)}),
    *education(),
)


def agreement(on: date, **other: Any) -> SubmitAgreement:
    as_it_should_be = {
        "on_standard_document": True,
        "filled_in": True,
        "signed": True,
        "names_code_of_conduct": True,
        "function": "registered-confidential-adviser",
    }
    return SubmitAgreement(on=on, **{**as_it_should_be, **other})


def upload(kind: Kind, on: date, **other: Any) -> UploadDocument:
    more: dict[str, Any] = {"dated": on, **other}
    if kind == "vog":
        more = {"screening_profile": 75, "name_on_it": NAME, **more}
    if kind == "intervision-proof":
        more = {"on_lvv_form": True, **more}
    if kind == "extra-activity-statement":
        more = {"on_cb_form": True, **more}
    return UploadDocument(on=on, kind=kind, **more)


def judge(document: int, on: date, **other: Any) -> JudgeDocument:
    good = {"separate_pdf": True, "upright": True, "legible": True, "language": "nl"}
    return JudgeDocument(on=on, document=document, **{**good, **other})


def first_file(on: date = MAR_2) -> dict[str, UploadDocument]:
    """The documents of a complete first file, by kind."""
    kinds: tuple[Kind, ...] = ("vog", "exam-diploma", "membership", "basic-course")
    return {kind: upload(kind, on) for kind in kinds}


def renewal_file(on: date) -> dict[str, UploadDocument]:
    """The documents of a complete file for recertification, by kind."""
    kinds: tuple[Kind, ...] = (
        "vog",
        "course-proof",
        "intervision-proof",
        "extra-activity-statement",
        "membership",
    )
    return {kind: upload(kind, on) for kind in kinds}


def applying(told: Scenario, on: date, *documents: Command) -> Scenario:
    """Enrolled, with these documents, and asked for: a first time, or again."""
    told = asked(told, PERSON, agreement(on), *documents)
    application = told.file().state.application
    apply: Command = ApplyForAssessment(on=on, declares_conduct=True)
    if application.recertification:
        apply = ApplyForRecertification(on=on, declares_conduct=True)
    return asked(told, PERSON, apply)


def in_pre_check(told: Scenario, on: date, *documents: Command) -> Scenario:
    """Applied, the pre-check started, and every document found good on that day."""
    told = asked(applying(told, on, *documents), BODY, StartPreCheck(on=on))
    return asked(told, BODY, *(judge(n, on) for n in range(1, len(documents) + 1)))


def in_review(told: Scenario, on: date, *documents: Command) -> Scenario:
    """The file accepted four weeks after it was applied for."""
    accept = AcceptDossier(on=MAR_30 if on == MAR_2 else on)
    return asked(in_pre_check(told, on, *documents), BODY, accept)


def assessed(told: Scenario, on: date, meets: bool = True) -> Scenario:
    findings: Personal[Any, str] = Personal("all of the framework was shown")
    return asked(told, BODY, RecordAssessment(on=on, meets=meets, findings=findings))


def ready(on: date = APR_15, **replacing: UploadDocument) -> Scenario:
    """A first application that is ready to be decided on by DECIDER."""
    documents = {**first_file(), **replacing}
    return assessed(in_review(enrolling, MAR_2, *documents.values()), on)


def ready_again(applied_on: date, on: date) -> Scenario:
    """An application for recertification that is ready to be decided on by DECIDER."""
    told = in_review(certified, applied_on, *renewal_file(applied_on).values())
    return assessed(told, on)
