"""In a word or two, how a person's file stands."""

from domain.case import CaseFile
from domain.schemes.lvv_certification.record.certificate import Certificate
from domain.schemes.lvv_certification.record.person_file import PersonFile

OF_A_CERTIFICATE = {
    "valid": "certified",
    "suspended": "suspended",
    "withdrawn": "withdrawn",
    "expired": "expired",
    "succeeded": "expired",
}
OF_AN_APPLICATION = {
    "enrolled": "enrolled",
    "rejected": "rejected",
    "rejected-for-term-overrun": "rejected",
    "too-late": "applied too late",
    "withdrawn": "application taken back",
}


def stands(case: CaseFile[PersonFile]) -> str:
    """A held certificate comes first, then a lock-out, an open application, what is behind."""
    certificate, application = case.state.certificate, case.state.application
    if certificate is not None:
        if certificate.is_held:
            return OF_A_CERTIFICATE[certificate.standing]
        if is_locked_out(certificate):
            return "locked out"
        if application is None or application.recertification or not application.is_open:
            return OF_A_CERTIFICATE[certificate.standing]
    if application is not None:
        return OF_AN_APPLICATION.get(application.standing, "in assessment")
    return "opened"


def is_locked_out(certificate: Certificate) -> bool:
    """Whether a lock-out was put on record that was not put on record as over."""
    return certificate.locked_out_until is not None and not certificate.lockout_ended
