"""LVV accreditation, An.1, An.2, An.5: what a holder keeps to, the mark, and secrecy."""

from datetime import date

import pytest

from domain.schemes.lvv_accreditation.annex_clause_1_obligations import (
    ConsentToDisclosure,
    DiscloseReport,
    StopMarkUse,
)
from domain.schemes.lvv_accreditation.annex_clause_2_mark import RegisterMarkUse
from domain.schemes.lvv_accreditation.annex_clause_5_secrecy import ShareData
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationWithdrawn,
    MarkUseStopped,
)
from domain.schemes.lvv_accreditation.record.compliance import (
    DataShared,
    DisclosureConsented,
    MarkUseRegistered,
    ReportDisclosed,
)
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AN_7,
    BOARD,
    HOBEON,
    OFFICE,
    PROVIDER,
    WHY,
    WITH_HOBEON,
    given,
)

MAY_12 = date(2026, 5, 12)
CONSENT = ConsentToDisclosure(on=MAY_12, report="application-1")
DISCLOSE = DiscloseReport(on=MAY_12, report="application-1")


@pytest.mark.passes("R-36")
def test_an_1_g_a_report_is_made_public_with_prior_consent() -> None:
    told = given(*ACCREDITED).when(CONSENT, HOBEON).then_recorded(DisclosureConsented)
    told.when(DISCLOSE, PROVIDER).then_recorded(ReportDisclosed)


@pytest.mark.refuses("R-36")
def test_an_1_g_and_not_put_on_a_website_without() -> None:
    given(*ACCREDITED).when(DISCLOSE, PROVIDER).then_refused("R-36", "has not consented")


def test_an_1_g_the_certifying_body_consents_to_a_report_that_is_there() -> None:
    given(*ACCREDITED).when(CONSENT, BOARD).then_not_allowed()
    given(*WITH_HOBEON).when(CONSENT, HOBEON).then_refused("", "no report")
    other = ConsentToDisclosure(on=MAY_12, report="check-1")
    given(*ACCREDITED).when(other, HOBEON).then_refused("", "give one of application-1")


@pytest.mark.refuses("R-36")
def test_an_1_c_the_scope_of_the_mark_is_not_misleading() -> None:
    asked = RegisterMarkUse(on=MAY_12, scope_is_clear=False)
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-36", "misunderstood")


@pytest.mark.passes("R-36", "R-37", "R-10", "R-01", "R-11")
def test_an_2_b_the_logo_is_carried_as_it_was_issued() -> None:
    asked = RegisterMarkUse(on=MAY_12)
    given(*ACCREDITED).when(asked, PROVIDER).then_recorded(MarkUseRegistered)


@pytest.mark.refuses("R-37")
def test_an_2_d_and_not_as_a_brand_of_ones_own() -> None:
    asked = RegisterMarkUse(on=MAY_12, carried_as="own-brand")
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-37", "not as own-brand")


@pytest.mark.refuses("R-10")
def test_an_3_a_nor_for_the_institute() -> None:
    asked = RegisterMarkUse(on=MAY_12, carried_for="institute")
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-10", "not to institute")


@pytest.mark.refuses("R-01")
def test_2_1_nor_by_who_is_not_accredited() -> None:
    asked = RegisterMarkUse(on=MAY_12)
    given(*WITH_HOBEON).when(asked, PROVIDER).then_refused("R-01", "apply for accreditation")


def test_an_1_d_the_use_ends_with_the_right() -> None:
    asked = StopMarkUse(on=date(2026, 7, 10))
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("", "no accreditation has ended")
    withdrawn = AccreditationWithdrawn(
        matter="accreditation-1",
        on=date(2026, 7, 10),
        basis=AN_7("a"),
        ground="mark-misused",
        reasons=WHY,
    )
    told = given(*ACCREDITED, (withdrawn, BOARD)).when(asked, PROVIDER)
    told = told.then_recorded(MarkUseStopped)
    told.when(asked, PROVIDER).then_refused("", "ended on 2026-07-10")


@pytest.mark.passes("R-39")
@pytest.mark.parametrize("to", ["expert-committee", "hobeon"])
def test_an_5_data_goes_to_who_is_bound_to_secrecy(to: str) -> None:
    asked = ShareData(on=MAY_12, to=to, what=WHY)
    given(*ACCREDITED).when(asked, OFFICE).then_recorded(DataShared)


@pytest.mark.refuses("R-39")
def test_an_5_and_not_to_the_public() -> None:
    asked = ShareData(on=MAY_12, to="public", what=WHY)
    given(*ACCREDITED).when(asked, OFFICE).then_refused("R-39", "does not go to public")
