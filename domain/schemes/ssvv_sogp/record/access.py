"""Who works for the centre with access to exams: declaration, access, attempts (3.1.1)."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Identity, Personal


class DeclarationSigned(Fact):
    """``person`` is the random id under whose own key the name is kept; ``external`` if hired."""

    stored_as = "ssvv-sogp.confidentiality-declaration-signed"
    person: UUID
    name: Personal[Identity, str]
    external: bool
    version: str


class ExamAccessGranted(Fact):
    """``purpose`` is what the exam items are for: nothing but sitting an exam."""

    stored_as = "ssvv-sogp.exam-access-granted"
    purpose: str


class ExamAccessRevoked(Fact):
    stored_as = "ssvv-sogp.exam-access-revoked"
    because: Personal[Content, str]


class ExamAttemptRegistered(Fact):
    """A member of the centre's staff sits an exam; ``renewal`` of a diploma near its end."""

    stored_as = "ssvv-sogp.staff-exam-attempt-registered"
    exam: str
    renewal: bool


class ExamPassed(Fact):
    """The diploma is good up to and including ``until``; without, it never ends."""

    stored_as = "ssvv-sogp.staff-exam-passed"
    exam: str
    until: Day | None = None


class RetakeRefused(Fact):
    """Kept on record: staff asked to sit an exam that they had passed."""

    stored_as = "ssvv-sogp.staff-retake-attempt-refused"
    exam: str


AccessFact = (
    DeclarationSigned
    | ExamAccessGranted
    | ExamAccessRevoked
    | ExamAttemptRegistered
    | ExamPassed
    | RetakeRefused
)


class Access(Value):
    """One person who works for the centre; ``passed`` holds exam and last day of the diploma."""

    matter: str
    person: UUID
    signed_on: Day
    has_access: bool = False
    passed: tuple[tuple[str, Day | None], ...] = ()


def evolve(now: Access | None, record: Recorded) -> Access:
    """How this person stands after one fact more."""
    fact = cast(AccessFact, record.fact)
    if isinstance(fact, DeclarationSigned) and now is None:
        return Access(matter=fact.matter, person=fact.person, signed_on=fact.on)
    now = begun(now, fact)
    match fact:
        case ExamAccessGranted():
            return now.model_copy(update={"has_access": True})
        case ExamAccessRevoked():
            return now.model_copy(update={"has_access": False})
        case ExamPassed():
            passed = (*now.passed, (fact.exam, fact.until))
            return now.model_copy(update={"passed": passed})
        case DeclarationSigned() | ExamAttemptRegistered() | RetakeRefused():
            return now
