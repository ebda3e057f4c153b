"""Whether a suspension or a withdrawal is still there to be made known."""

from domain.schemes.lvv_certification.record.certificate import (
    CertificateSuspended,
    CertificateWithdrawn,
)
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile


def still_stands(file: PersonFile, decision: Decision) -> bool:
    """Whether the decision was not overtaken: lifted, revoked, ended with the certificate."""
    certificate = file.certificates.get(decision.matter)
    if certificate is None:
        return True
    if decision.stored_as == CertificateSuspended.stored_as:
        suspension = certificate.suspension if certificate.standing == "suspended" else None
        return suspension is not None and suspension.decision == decision.version
    if decision.stored_as == CertificateWithdrawn.stored_as:
        return certificate.withdrawal_decision == decision.version
    return True
