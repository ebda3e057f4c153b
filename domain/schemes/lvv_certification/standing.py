"""How the file must stand before something can be asked: one sentence each, refused in words."""

from datetime import date

from domain.case import Situation
from domain.law import Place, Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import Application
from domain.schemes.lvv_certification.record.certificate import Certificate, Suspension
from domain.schemes.lvv_certification.record.person_file import PersonFile

AT_15, AT_27 = section(15), section(27)
EXPIRY_PREVAILS = AT_15.read(
    "D-24: after the last valid day nothing is left to suspend, to lift or to withdraw"
)


def held(at: Situation[PersonFile]) -> Certificate:
    """The certificate that is held, valid or suspended, whether its expiry is recorded or not."""
    now = at.file.certificate
    if now is None or not now.is_held:
        raise Refused("no certificate is held", AT_15)
    return now


def in_force(at: Situation[PersonFile]) -> Certificate:
    """The certificate that is held, on its last valid day or before."""
    now = held(at)
    if at.on > now.until:
        raise Refused(f"the certificate ran to {now.until}", EXPIRY_PREVAILS)
    return now


def valid(at: Situation[PersonFile]) -> Certificate:
    """The certificate, which stands valid."""
    now = in_force(at)
    if now.standing != "valid":
        raise Refused(f"the certificate stands {now.standing}, not valid", AT_15)
    return now


def suspended(at: Situation[PersonFile]) -> tuple[Certificate, Suspension]:
    """The certificate, which stands suspended, and its suspension."""
    now = in_force(at)
    if now.standing != "suspended" or now.suspension is None:
        raise Refused(f"the certificate stands {now.standing}, not suspended", AT_27)
    return now, now.suspension


def application_that(at: Situation[PersonFile], place: Place, *stands: str) -> Application:
    """The latest application that stands so, out of these; refused under the place that asks."""
    every = list(at.file.applications.values())
    applications = [one for one in every if not ended_with_its_certificate(at.file, one)]
    standing_so = [one for one in applications if one.standing in stands]
    if not standing_so:
        latest = f"the latest stands {applications[-1].standing}" if applications else "none"
        raise Refused(f"no application stands {' or '.join(stands)} ({latest})", place)
    return standing_so[-1]


def ended_with_its_certificate(file: PersonFile, application: Application) -> bool:
    """Whether it was for a recertification that was never asked for, and nothing is held now."""
    never_asked = application.recertification and application.standing == "enrolled"
    return never_asked and not any(one.is_held for one in file.certificates.values())


def on_record_from(at: Situation[PersonFile], matter: str, day: date) -> date:
    """That day, or the day of the latest fact in the matter, which no fact may precede."""
    return max(day, *(r.fact.on for r in at.case.trail if r.fact.matter == matter))
