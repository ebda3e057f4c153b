"""Facts that many of these scenarios start from. The dates are those of the worked examples."""

from datetime import date

from domain.personal import Personal
from domain.schemes import all_schemes
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import FileOpened
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateSuspended,
)
from tests.scenario import Scenario

SCHEME = all_schemes()["lvv-certification"]
BODY = "certification-body:m.bakker"
PERSON = "person:applicant"
CLERK = "clerk:clerk"
given = Scenario(SCHEME, "person").given
given_scheme = Scenario(SCHEME, "scheme").given

opened = FileOpened(
    matter="file",
    on=date(2026, 1, 5),
    basis=section(9),
    name=Personal("Johanna de Wit"),
    born=Personal(date(1980, 2, 29)),
)
granted = CertificateGranted(
    matter="certificate-1",
    on=date(2026, 4, 15),
    basis=section(15),
    application="application-1",
    until=date(2030, 4, 14),
    name=opened.name,
    born=opened.born,
)
suspended = CertificateSuspended(
    matter="certificate-1",
    on=date(2026, 5, 15),
    basis=section(27)("a"),
    first_day=date(2026, 5, 15),
    until=date(2026, 11, 14),
    ground="framework-not-met",
    reasons=Personal("assessment of 4 May 2026"),
)
