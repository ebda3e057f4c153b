"""How the file must stand before something can be asked: one sentence each, refused in words."""

from domain.case import Situation
from domain.law import Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import Certificate, Suspension
from domain.schemes.lvv_certification.record.person_file import PersonFile

AT_15, AT_27 = section(15), section(27)


def held(at: Situation[PersonFile]) -> Certificate:
    """The certificate that is held, valid or suspended."""
    now = at.file.certificate
    if now is None or not now.is_held:
        raise Refused("no certificate is held", AT_15)
    return now


def valid(at: Situation[PersonFile]) -> Certificate:
    """The certificate, which stands valid."""
    now = held(at)
    if now.standing != "valid":
        raise Refused(f"the certificate stands {now.standing}, not valid", AT_15)
    return now


def suspended(at: Situation[PersonFile]) -> tuple[Certificate, Suspension]:
    """The certificate, which stands suspended, and its suspension."""
    now = held(at)
    if now.standing != "suspended" or now.suspension is None:
        raise Refused(f"the certificate stands {now.standing}, not suspended", AT_27)
    return now, now.suspension
