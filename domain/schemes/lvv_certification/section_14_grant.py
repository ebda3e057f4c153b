"""14. Substantive review and decision (Inhoudelijke beoordeling en certificatiebesluit): granting

- The certification body decides on giving a certificate, on the file that was handed in.

The certificate carries the name on the VOG, as the register will (29). It starts on the day of
the decision (15). At a recertification it takes the place of the old one (16).
"""

from typing import Any

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, require
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import Application, ApplicationGranted
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.same_name import IN_THE_REGISTER, asked_by, is_one_name
from domain.schemes.lvv_certification.section_11_documents import handed_in
from domain.schemes.lvv_certification.section_14_decision import (
    R_08,
    in_review,
    ready_for_decision,
)
from domain.schemes.lvv_certification.section_15_validity import last_day
from domain.schemes.lvv_certification.section_16_renewal import (
    education_suffices,
    remarks_on_dates,
    renewable,
)
from domain.schemes.lvv_certification.section_29_register import R_36

AT_14, AT_15, AT_16 = section(14), section(15), section(16)
IN_ITS_PLACE = AT_16.read("D-8: the new certificate takes the place of the old from its first day")


class GrantCertificate(Command):
    """Grant the certificate; ``first_day``, when given, is the day of the decision."""

    name = "grant-certificate"
    first_day: Day | None = None


def can_be_granted(at: Situation[PersonFile]) -> Application:
    """The application in review, of somebody whose certificate does not stand in its way."""
    application, now = in_review(at), at.file.certificate
    if application.recertification:
        renewable(at)
    elif now is not None and now.is_held:
        raise Refused(f"{now.matter} is held; it is renewed by recertification", AT_16)
    return application


@action(GrantCertificate, by=BODY, place=AT_14, when=can_be_granted)
def grant_certificate(asked: GrantCertificate, at: Situation[PersonFile]) -> Facts:
    """Grant the certificate, from this day and for four years."""
    application = ready_for_decision(asked, at)
    meets = application.meets is True
    require(R_08, meets, "the review found the requirements not met", meets=meets)
    certificate: dict[str, Any] = {
        "matter": at.file.next_matter("certificate"),
        "on": asked.on,
        "basis": AT_15,
        "application": application.matter,
        "until": last_day(asked.first_day, asked.on, at.law),
        **_holder(application, at.file),
    }
    granted = ApplicationGranted(
        matter=application.matter,
        on=asked.on,
        basis=AT_14,
        certificate=certificate["matter"],
    )
    if application.recertification:
        return (*_renewed(certificate, asked.on, at), granted)
    return CertificateGranted(**certificate), granted


def _renewed(
    certificate: dict[str, Any], on: Day, at: Situation[PersonFile]
) -> tuple[CertificateRenewed | CertificateSucceeded, ...]:
    """The new certificate; and the end of the old one, unless that ran out before."""
    old = renewable(at)
    remarks = (*education_suffices(at, old), *remarks_on_dates(old, on))
    renewed = CertificateRenewed(**certificate, renews=old.matter, remarks=remarks)
    if on > old.until:
        return (renewed,)
    succeeded = CertificateSucceeded(
        matter=old.matter, on=on, basis=IN_ITS_PLACE, by_certificate=renewed.matter
    )
    return renewed, succeeded


def _holder(application: Application, file: PersonFile) -> dict[str, Any]:
    """Name and day of birth for the certificate; the name as the VOG has it (R-36)."""
    vog = handed_in(application, "vog")
    name = vog.uploaded.name_on_it if vog else None
    same = is_one_name(name, file.name)
    rule = asked_by(R_36, name, file.name, IN_THE_REGISTER)
    require(rule, same, "the VOG bears another name than the file", same=same)
    return {"name": name, "born": file.born}
