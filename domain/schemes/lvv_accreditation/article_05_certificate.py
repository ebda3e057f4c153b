"""5(1). The certificate (certificaat met het LVV-Keurmerk)

- With a decision to grant, the board gives the provider a certificate with the mark.
- The certificate is the only and exclusive proof of the accreditation of the training.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation, CertificateIssued
from domain.schemes.lvv_accreditation.record.offer import Reference
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD

AT_5 = article(5)
R_08 = Rule(
    id="R-08", place=AT_5(1), says="a certificate only with a grant; it alone proves accreditation"
)


class IssueCertificate(Command):
    """Give the provider the certificate with the mark, under its number."""

    name = "issue-certificate"
    certificate: Reference


def granted(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation that a certificate is to be given for."""
    now = at.file.accreditation
    is_granted = now is not None and now.held_on(at.on)
    require(
        R_08,
        is_granted,
        "no accreditation is granted, and there is no provisional certificate",
        granted=is_granted,
    )
    if now is None or not now.certificate_due:
        raise Refused("the certificate was given already", AT_5(1))
    return now


@action(IssueCertificate, by=BOARD, place=AT_5(1), when=granted)
def issue_certificate(asked: IssueCertificate, at: Situation[TrainingFile]) -> Facts:
    """Give the certificate, with the name of the training and its points."""
    now = granted(at)
    return CertificateIssued(
        matter=now.matter,
        on=asked.on,
        basis=AT_5(1),
        certificate=asked.certificate,
        title=at.file.title,
        points=_points(at, now.periods[-1].application),
    )


def _points(at: Situation[TrainingFile], application: str) -> int:
    """The points of the description that the grant or the renewal rests on."""
    offer = at.file.investigations[application].offer
    if offer is None:
        raise Refused("no description of the training is on file", AT_5(1))
    return offer.points
