"""8-9. Code of conduct (Gedragscode) and enrolment (Aanmelden)

- The code of conduct of 21 May 2021 is in force; who asks for assessment of a file declares to
  abide by it.
- Who enrols asks to be assessed. Enrolment is a certification agreement on the standard document
  of the certification body; only a complete one, filled in and signed, is taken up.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require, weigh
from domain.personal import Contact, Identity, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    AgreementNotTakenUp,
    AgreementSubmitted,
    FileOpened,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_05_scope import FUNCTION, is_in_scope
from domain.schemes.lvv_certification.section_16_lock_out import not_locked_out
from domain.words import Code, Line

AT_8, AT_9, AT_15 = section(8), section(9), section(15)
ONE_AT_A_TIME = AT_9.read("one application is open at a time in a file")

R_01 = Rule(
    id="R-01",
    place=AT_9,
    says="only a complete agreement on the standard document, filled in and signed, is taken up",
)
R_02 = Rule(
    id="R-02",
    place=AT_8,
    says="who asks for assessment declares to abide by the code of conduct of 21 May 2021",
)


class OpenFile(Command):
    """Enrol: open a file, under the name as it stands on the VOG."""

    name = "open-file"
    full_name: Personal[Identity, Line]
    born: Personal[Identity, Day]
    email: Personal[Contact, Line] | None = None


class SubmitAgreement(Command):
    """Hand in the certification agreement; while a certificate is held, for recertification."""

    name = "submit-agreement"
    on_standard_document: bool
    filled_in: bool
    signed: bool
    names_code_of_conduct: bool
    function: Code


@action(OpenFile, by=PERSON | BODY, place=AT_9, opens_file=True)
def open_file(asked: OpenFile, _: Situation[PersonFile]) -> Facts:
    """Enrol: open a file, under the name as it stands on the VOG."""
    return FileOpened(
        matter="file",
        on=asked.on,
        basis=AT_9,
        name=asked.full_name,
        born=asked.born,
        email=asked.email,
    )


def may_enrol(at: Situation[PersonFile]) -> None:
    """Not during a lock-out, not beside an open application, not before an expiry is recorded."""
    not_locked_out(at)
    certificate, application = at.file.certificate, at.file.application
    is_held = certificate is not None and certificate.is_held
    if certificate is not None and is_held and at.on > certificate.until:
        raise Refused(f"the expiry after {certificate.until} is put on record first", AT_15)
    if application is None or not application.is_open:
        return
    # A recertification that was not asked for in time ends with the certificate itself.
    in_time = application.standing not in ("enrolled", "too-late")
    if is_held or in_time or not application.recertification:
        raise Refused(
            f"{application.matter} is open and stands {application.standing}", ONE_AT_A_TIME
        )


@action(SubmitAgreement, by=PERSON | BODY, place=AT_9, when=may_enrol)
def submit_agreement(asked: SubmitAgreement, at: Situation[PersonFile]) -> Facts:
    """Hand in the certification agreement; an incomplete one is not taken up."""
    matter, lacking = at.file.next_matter("application"), _lacking(asked)
    weigh(R_01, not lacking, lacking=len(lacking))
    if not is_in_scope(asked.function, at.law.edition):
        lacking = (*lacking, f"function {FUNCTION.of(at.law.edition).code}")
    if lacking:
        return AgreementNotTakenUp(matter=matter, on=asked.on, basis=AT_9, lacking=lacking)
    certificate = at.file.certificate
    return AgreementSubmitted(
        matter=matter,
        on=asked.on,
        basis=AT_9,
        recertification=certificate is not None and certificate.is_held,
    )


def _lacking(asked: SubmitAgreement) -> tuple[str, ...]:
    is_there = {
        "standard document": asked.on_standard_document,
        "every field filled in": asked.filled_in,
        "signature": asked.signed,
        "code of conduct": asked.names_code_of_conduct,
    }
    return tuple(what for what, there in is_there.items() if not there)


def declares_conduct(declared: bool) -> None:
    """Refused without the declaration to abide by the code of conduct (R-02)."""
    require(
        R_02,
        declared,
        "declare with the application to abide by the code of conduct of 21 May 2021",
        declared=declared,
    )
