"""13. Participants: presence, and the certificate of attendance (bewijs van deelname)

- (c) Participants are present during the whole of the training, by an attendance list.
- (d) The proof states at least: name and initials in full as on the identity document, date of
  birth, the provider's name, and, as they stand on the LVV certificate, the name of the training,
  its number and its BNS hours.
"""

from datetime import date
from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.erasure import subject_of
from domain.law import Refused, Rule, require
from domain.personal import Identity, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_02_general import works_under_the_scheme
from domain.schemes.lvv_accreditation.article_06_validity import holds_on
from domain.schemes.lvv_accreditation.article_13_participants import R_28
from domain.schemes.lvv_accreditation.record.accreditation import Certificate
from domain.schemes.lvv_accreditation.record.compliance import ProofIssued
from domain.schemes.lvv_accreditation.record.offer import Number, Reference
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import PROVIDER
from domain.words import Line

AT_13 = article(13)
R_29 = Rule(
    id="R-29",
    place=AT_13("d"),
    says="the proof names the participant in full, and repeats the LVV certificate exactly",
)


class IssueProof(Command):
    """Give a participant the proof of attendance, as it reads.

    ``taken_on`` is the last day of the training; ``participant`` is as on the identity document.
    With the random id of the ``person`` these data are kept under a key of their own, so that
    they can be erased apart from the file of the training.
    """

    name = "issue-proof"
    person: UUID | None = None
    participant: Personal[Identity, Line]
    initials: Personal[Identity, Line]
    born: Personal[Identity, Day]
    name_as_on_identity_document: bool
    provider: Personal[Identity, Line]
    title: Line
    certificate: Reference
    points: Number
    taken_on: Day
    on_attendance_list: bool
    present_throughout: bool


def certified(at: Situation[TrainingFile]) -> None:
    """Open once the training was accredited, and a certificate was given."""
    works_under_the_scheme(at.file.accreditation, at.on)
    if not any(one.proved_on(at.on) for one in at.file.accreditations.values()):
        raise Refused("no certificate was given for this training yet", AT_13("d"))


def certificate_of(at: Situation[TrainingFile], day: date) -> Certificate:
    """The certificate that proves the accreditation on the day the training was taken."""
    then = at.file.accreditation_on(day)
    holds_on(then or at.file.accreditation, day)
    proved = then.proved_on(day) if then else None
    if proved is None or proved.certificate is None:
        raise Refused(f"no certificate was given for {day}; one is given first", AT_13("d"))
    return proved.certificate


@action(IssueProof, by=PROVIDER, place=AT_13("d"), when=certified)
def issue_proof(asked: IssueProof, at: Situation[TrainingFile]) -> Facts:
    """Give a participant who was present throughout the proof of attendance."""
    if asked.taken_on > asked.on:
        raise Refused(f"the training ends on {asked.taken_on}; give a proof then", AT_13("d"))
    certificate = certificate_of(at, asked.taken_on)
    require(
        R_28,
        asked.on_attendance_list and asked.present_throughout,
        "a proof is for who was present throughout, by the attendance list",
        on_attendance_list=asked.on_attendance_list,
        present_throughout=asked.present_throughout,
    )
    _repeats_the_certificate(asked, certificate, at)
    whose = asked.person or subject_of(at.case)
    return ProofIssued(
        matter="attendance",
        on=asked.on,
        basis=AT_13("d"),
        name=asked.participant.about(whose),
        initials=asked.initials.about(whose),
        born=asked.born.about(whose),
        certificate=asked.certificate,
        title=asked.title,
        points=asked.points,
        taken_on=asked.taken_on,
    )


def _repeats_the_certificate(
    asked: IssueProof, certificate: Certificate, at: Situation[TrainingFile]
) -> None:
    agrees = {
        "title": asked.title == certificate.title,
        "certificate": asked.certificate == certificate.number,
        "points": asked.points == certificate.points,
        "provider": at.file.provider is None or asked.provider == at.file.provider,
        "name as on the identity document": asked.name_as_on_identity_document,
    }
    wrong = [what for what, right in agrees.items() if not right]
    require(
        R_29,
        not wrong,
        f"{', '.join(wrong)}: not as on the LVV certificate or the identity document "
        f"({certificate.number}, {certificate.title}, {certificate.points} points)",
        differing=len(wrong),
    )
