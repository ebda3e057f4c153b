"""LVV certification, section 14: granting the certificate."""

from dataclasses import replace
from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationGranted
from domain.schemes.lvv_certification.record.certificate import CertificateGranted
from domain.schemes.lvv_certification.section_14_grant import AT_14, AT_15, GrantCertificate
from tests.schemes.lvv_certification.told import CLERK, PERSON, granted
from tests.schemes.lvv_certification.told_application import APR_15, DECIDER, ready


@pytest.mark.passes("R-08", "R-10", "R-36", "SOD-C6")
def test_14_a_certificate_is_granted_on_the_name_of_the_vog() -> None:
    told = (
        ready()
        .when(GrantCertificate(on=APR_15), DECIDER)
        .then(
            CertificateGranted(
                matter="certificate-1",
                on=APR_15,
                basis=AT_15,
                application="application-1",
                until=date(2030, 4, 14),
                name=Personal("Johanna de Wit"),
                born=Personal(date(1980, 2, 29)),
            ),
            ApplicationGranted(
                matter="application-1", on=APR_15, basis=AT_14, certificate="certificate-1"
            ),
        )
    )
    assert told.file().state.application.standing == "granted"


@pytest.mark.refuses("R-36")
def test_29_not_on_another_name_than_that_of_the_file() -> None:
    told = ready()
    file_opened = told.history[0].fact.model_copy(update={"name": Personal("Jo de Wit")})
    renamed = replace(told.history[0], fact=file_opened)
    told = type(told)(told.scheme, told.kind, (renamed, *told.history[1:]))
    told.when(GrantCertificate(on=APR_15), DECIDER).then_refused("R-36", "another name")


def test_14_no_second_one_beside_a_certificate_that_is_held() -> None:
    held = granted.model_copy(update={"on": date(2026, 4, 1), "basis": section(14)})
    told = ready().given(held)
    told.when(GrantCertificate(on=APR_15), DECIDER).then_refused("", "renewed by recertification")


@pytest.mark.parametrize("who", [PERSON, CLERK, "lvv-board:b.jansen"])
def test_14_only_the_certification_body_grants(who: str) -> None:
    ready().when(GrantCertificate(on=APR_15), who).then_not_allowed()
