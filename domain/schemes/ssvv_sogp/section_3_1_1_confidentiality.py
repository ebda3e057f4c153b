"""3.1.1 Confidentiality and access to exams (Geheimhouding)

- Everybody who, for the centre, does work in which they have access to VCA or SOG-P exams has
  signed a confidentiality declaration: staff, officers and outside parties.
- Exam items serve only for candidates to sit an exam and earn a diploma, and for nothing else.

Staff who want to sit an exam again: section_3_1_1_retakes.py.
"""

from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.access import (
    Access,
    DeclarationSigned,
    ExamAccessGranted,
    ExamAccessRevoked,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, EXAM_CENTRE, SSVV
from domain.words import Code, Line, Prose

AT_3_1_1 = section("3.1.1")
SITTING = "sitting-an-exam"

R_23 = Rule(
    id="R-23",
    place=AT_3_1_1,
    says="who has access to exams has signed a confidentiality declaration before",
)
R_24 = Rule(
    id="R-24", place=AT_3_1_1, says="exam items serve for sitting an exam, and for nothing else"
)


class SignDeclaration(Command):
    """Record that somebody who works for the centre signed the confidentiality declaration."""

    name = "sign-declaration"
    person: UUID
    full_name: Personal[Identity, Line]
    external: bool
    version: Code


class GrantExamAccess(Command):
    """Give somebody who works for the centre access to exams, for a purpose."""

    name = "grant-exam-access"
    person: UUID
    purpose: Code


class RevokeExamAccess(Command):
    """End somebody's access to exams."""

    name = "revoke-exam-access"
    person: UUID
    because: Personal[Content, Prose]


def access_of(at: Situation[CentreFile], person: UUID) -> Access | None:
    """How somebody who works for the centre stands, once the declaration was signed."""
    return next((one for one in at.file.accesses.values() if one.person == person), None)


@action(SignDeclaration, by=CENTRE, place=AT_3_1_1)
def sign_declaration(asked: SignDeclaration, at: Situation[CentreFile]) -> Facts:
    """Record that somebody who works for the centre signed the confidentiality declaration."""
    known = access_of(at, asked.person)
    return DeclarationSigned(
        matter=at.file.next_matter("access") if known is None else known.matter,
        on=asked.on,
        basis=AT_3_1_1,
        person=asked.person,
        name=asked.full_name.about(asked.person),
        external=asked.external,
        version=asked.version,
    )


@action(GrantExamAccess, by=CENTRE | EXAM_CENTRE | SSVV, place=AT_3_1_1)
def grant_exam_access(asked: GrantExamAccess, at: Situation[CentreFile]) -> Facts:
    """Give somebody access to exams, who signed the declaration; for sitting exams only."""
    now = access_of(at, asked.person)
    require(
        R_23,
        now is not None,
        "the confidentiality declaration is signed first, also by who is hired",
        signed_on=None if now is None else now.signed_on,
    )
    require(
        R_24,
        asked.purpose == SITTING,
        f"exam items serve for {SITTING} and for no other purpose",
        purpose=asked.purpose,
    )
    assert now is not None  # noqa: S101  required above
    if now.has_access:
        raise Refused("this person has access already", AT_3_1_1)
    return ExamAccessGranted(matter=now.matter, on=asked.on, basis=AT_3_1_1, purpose=asked.purpose)


def somebody_has_access(at: Situation[CentreFile]) -> None:
    if not any(one.has_access for one in at.file.accesses.values()):
        raise Refused("nobody who works for the centre has access to exams", AT_3_1_1)


@action(RevokeExamAccess, by=CENTRE | SSVV, place=AT_3_1_1, when=somebody_has_access)
def revoke_exam_access(asked: RevokeExamAccess, at: Situation[CentreFile]) -> Facts:
    """End somebody's access to exams."""
    now = access_of(at, asked.person)
    if now is None or not now.has_access:
        raise Refused("this person has no access to exams", AT_3_1_1)
    return ExamAccessRevoked(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_1_1,
        because=asked.because.about(asked.person),
    )
