"""11. The file (Vullen van het beoordelingsdossier): handing it in

- As soon as the applicant has enrolled, the documents that are needed can be handed in.
- Who asks for assessment of the file declares to abide by the code of conduct (8); the age of
  documents is counted to that day (2, peildatum).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused
from domain.personal import Evidence, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    Application,
    AssessmentRequested,
    DocumentUploaded,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_09_enrolment import declares_conduct
from domain.schemes.lvv_certification.section_10_equivalents import equivalents_are_open
from domain.schemes.lvv_certification.section_11_documents import Kind, of_the_file
from domain.schemes.lvv_certification.section_16_lock_out import not_locked_out
from domain.schemes.lvv_certification.standing import application_that
from domain.words import Code, Line, Prose

AT_2, AT_9, AT_11, AT_16 = section(2), section(9), section(11), section(16)


class UploadDocument(Command):
    """Hand in one document. ``dated`` is the day it bears; ``about`` says what it is."""

    name = "upload-document"
    kind: Kind
    dated: Day
    screening_profile: int | None = None
    in_register: Code | None = None
    on_cb_form: bool | None = None
    on_lvv_form: bool | None = None
    name_on_it: Personal[Evidence, Line] | None = None
    about: Personal[Evidence, Prose] | None = None


class ApplyForAssessment(Command):
    """Ask for assessment of the first file, with the declaration on the code of conduct."""

    name = "apply-for-assessment"
    declares_conduct: bool


def takes_documents(at: Situation[PersonFile]) -> Application:
    """The application that documents can be handed in for: not asked yet, or to supplement."""
    return application_that(at, AT_11, "enrolled", "awaiting-supplement")


@action(UploadDocument, by=PERSON | BODY, place=AT_11, when=takes_documents)
def upload_document(asked: UploadDocument, at: Situation[PersonFile]) -> Facts:
    """Hand in one document."""
    application = takes_documents(at)
    if asked.dated > asked.on:
        why = f"a document handed in on {asked.on} can't be of {asked.dated}"
        raise Refused(why, of_the_file(application))
    if asked.kind == "equivalent":
        equivalents_are_open(application)
    return DocumentUploaded(
        matter=application.matter,
        basis=of_the_file(application),
        document=len(application.documents) + 1,
        **{field: getattr(asked, field) for field in UploadDocument.model_fields},
    )


def may_apply(at: Situation[PersonFile]) -> Application:
    """The first application that was enrolled for, outside a lock-out."""
    not_locked_out(at)
    application = application_that(at, AT_9, "enrolled")
    if application.recertification:
        raise Refused("a certificate is held; apply for recertification", AT_16)
    return application


@action(ApplyForAssessment, by=PERSON, place=AT_2, when=may_apply)
def apply_for_assessment(asked: ApplyForAssessment, at: Situation[PersonFile]) -> Facts:
    """Ask for assessment of the first file; its documents are as old as they are on this day."""
    declares_conduct(asked.declares_conduct)
    return AssessmentRequested(matter=may_apply(at).matter, on=asked.on, basis=AT_2)
