"""SOG-P 3.2: successor agreements. Dates are the worked examples T-03 to T-06 and T-08."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementConcluded,
    AgreementExpired,
    AgreementOffered,
    AgreementSigned,
)
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionContinued,
    RecognitionLapsed,
    RecognitionRevived,
    RecognitionTookEffect,
)
from domain.schemes.ssvv_sogp.section_3_2_contents import NamedLine
from domain.schemes.ssvv_sogp.section_3_2_non_renewal import RecordAgreementExpiry
from domain.schemes.ssvv_sogp.section_3_2_signing import SignAgreement
from domain.schemes.ssvv_sogp.section_3_2_succession import OfferSuccessor
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    CENTRE,
    CLERK,
    SSVV,
    YEAR_END,
    a_centre,
    a_recognised_centre,
    concluded,
    given,
    granted,
    offered,
    took_effect,
    two_granted,
)

MAR_2023, END_2024, JAN_1 = date(2023, 3, 1), date(2024, 12, 31), date(2025, 1, 1)
OCT_15, NOV_1, NOV_20, DEC_12 = (
    date(2024, 10, 15),
    date(2024, 11, 1),
    date(2024, 11, 20),
    date(2024, 12, 12),
)
BOTH = tuple(
    NamedLine(qualification=key.qualification, location=key.location)
    for key in (AT_ROTTERDAM, AT_GELEEN)
)
old_offer = AgreementOffered(
    matter="agreement-1",
    on=MAR_2023,
    basis=section("3.2"),
    model="agreement-2023",
    first_day=MAR_2023,
    last_day=END_2024,
    lines=(AT_ROTTERDAM, AT_GELEEN),
    kvk="12345678",
)
old_agreement = AgreementConcluded(
    matter="agreement-1", on=MAR_2023, basis=section("3.2"), first_day=MAR_2023, last_day=END_2024
)
long_granted = tuple(
    granted(matter, key)[0].model_copy(update={"on": MAR_2023, "effective": MAR_2023})
    for matter, key in (("line-1", AT_ROTTERDAM), ("line-2", AT_GELEEN))
)
an_old_agreement: tuple[Fact, ...] = (
    *a_centre,
    *long_granted,
    old_offer,
    old_agreement,
    *(
        RecognitionTookEffect(
            matter=matter,
            on=MAR_2023,
            basis=section("3.2"),
            agreement="agreement-1",
            first_day=MAR_2023,
            last_day=END_2024,
        )
        for matter in ("line-1", "line-2")
    ),
)
"""Taken in from the years before this handbook: recognised to the end of 2024."""


def offer(on: date = OCT_15, first_day: date = JAN_1) -> OfferSuccessor:
    return OfferSuccessor(
        on=on,
        agreement="agreement-1",
        model="agreement-2025",
        first_day=first_day,
        last_day=YEAR_END,
        lines=BOTH,
    )


def sign(on: date) -> SignAgreement:
    return SignAgreement(on=on, agreement="agreement-2")


def succeeded(centre_on: date = NOV_20, ssvv_on: date = DEC_12) -> Scenario:
    """The successor is offered on 15 October, and signed by both on these days."""
    told = asked(given(*an_old_agreement), SSVV, offer())
    return asked(asked(told, CENTRE, sign(centre_on)), SSVV, sign(ssvv_on))


@pytest.mark.passes("T-03")
@pytest.mark.refuses("T-03")
@pytest.mark.parametrize("first_day", [MAR_2023, date(2024, 9, 1)])
def test_3_2_every_running_agreement_ends_on_31_december_2024(first_day: date) -> None:
    started = old_agreement.model_copy(update={"on": first_day, "first_day": first_day})
    told = given(*a_centre, *long_granted, old_offer, started)
    told.then_term("T-03", on=END_2024, state="running", due=END_2024)
    told.then_term("T-03", on=JAN_1, state="missed", due=END_2024)
    over = told.when(RecordAgreementExpiry(on=JAN_1), CLERK).then_recorded(AgreementExpired)
    over.then_term("T-03", on=JAN_1, state="met", due=END_2024)


@pytest.mark.passes("R-35", "T-04")
def test_3_2_a_successor_is_offered_in_october() -> None:
    told = given(*an_old_agreement).when(offer(), SSVV).then_recorded(AgreementOffered)
    told.then_term("T-04", on=OCT_15, state="met", due=date(2024, 10, 31))


@pytest.mark.refuses("T-04")
def test_3_2_and_on_1_november_it_is_late() -> None:
    told = given(*an_old_agreement)
    told.then_term("T-04", on=date(2024, 10, 31), state="running", due=date(2024, 10, 31))
    late = asked(told, SSVV, offer(NOV_1))
    late.then_term("T-04", on=NOV_1, state="missed", due=date(2024, 10, 31))


def test_3_2_the_offer_of_a_later_period_is_known_once_its_model_is() -> None:
    term = given(*two_granted, offered, concluded).then_term(
        "T-04", on=date(2026, 11, 1), state="running", due=None
    )
    assert term.unknown == "the standard agreement of the next period"


@pytest.mark.refuses("R-35")
@pytest.mark.parametrize("first_day", [date(2025, 1, 15), date(2025, 1, 2), END_2024])
def test_3_2_a_successor_adjoins(first_day: date) -> None:
    given(*an_old_agreement).when(offer(first_day=first_day), SSVV).then_refused(
        "R-35", "its successor begins on 2025-01-01"
    )


def test_3_2_there_is_one_successor() -> None:
    told = asked(given(*an_old_agreement), SSVV, offer())
    told.when(offer(NOV_1), SSVV).then_refused("", "agreement-2 succeeds agreement-1 already")


def test_3_2_a_successor_follows_an_agreement() -> None:
    given(*two_granted).when(offer(), SSVV).then_refused("", "offer a first one")
    given(*an_old_agreement).when(offer(), CENTRE).then_not_allowed()


@pytest.mark.passes("T-05")
def test_3_2_both_sign_before_the_new_period() -> None:
    succeeded().then_term("T-05", on=DEC_12, state="met", due=END_2024)


@pytest.mark.refuses("T-05")
def test_3_2_a_last_signature_in_january_is_late() -> None:
    told = succeeded(ssvv_on=date(2025, 1, 2))
    told.then_term("T-05", on=date(2025, 1, 2), state="missed", due=END_2024)


@pytest.mark.passes("T-08")
def test_3_2_the_recognition_goes_on_without_a_day_between() -> None:
    told = asked(given(*an_old_agreement), SSVV, offer())
    told = asked(told, CENTRE, sign(NOV_20))
    told = told.when(sign(DEC_12), SSVV).then_recorded(
        AgreementSigned, AgreementConcluded, RecognitionContinued, RecognitionContinued
    )
    told = told.when(RecordAgreementExpiry(on=JAN_1), CLERK).then_recorded(AgreementExpired)
    file = told.file().state
    assert file.recognised("rotterdam", "gm-1", END_2024)
    assert file.recognised("rotterdam", "gm-1", JAN_1)


@pytest.mark.refuses("T-08")
def test_3_2_late_signing_leaves_a_gap() -> None:
    told = asked(given(*an_old_agreement), SSVV, offer())
    told = asked(told, CENTRE, sign(NOV_20))
    told = told.when(RecordAgreementExpiry(on=JAN_1), CLERK).then_recorded(
        AgreementExpired, RecognitionLapsed, RecognitionLapsed
    )
    told = told.when(sign(date(2025, 1, 8)), SSVV).then_recorded(
        AgreementSigned, AgreementConcluded, RecognitionRevived, RecognitionRevived
    )
    file = told.file().state
    assert not file.recognised("rotterdam", "gm-1", date(2025, 1, 7))
    assert file.recognised("rotterdam", "gm-1", date(2025, 1, 8))


@pytest.mark.passes("T-06")
@pytest.mark.refuses("T-06")
def test_3_2_the_new_period_runs_to_the_end_of_2026() -> None:
    told = given(*a_recognised_centre)
    told.then_term("T-06", on=YEAR_END, state="running", due=YEAR_END)
    told.then_term("T-06", on=date(2027, 1, 1), state="missed", due=YEAR_END)
    told.when(RecordAgreementExpiry(on=YEAR_END), CLERK).then_refused(
        "T-06", "runs up to and including 2026-12-31"
    )
    over = told.when(RecordAgreementExpiry(on=date(2027, 1, 1)), CLERK).then_recorded(
        AgreementExpired, RecognitionLapsed, RecognitionLapsed
    )
    over.then_term("T-06", on=date(2027, 1, 1), state="met", due=YEAR_END)
    assert over.file().state.agreement_on(YEAR_END) is not None
    assert over.file().state.agreement_on(date(2027, 1, 1)) is None


def test_3_2_what_never_took_effect_does_not_lapse() -> None:
    told = given(*two_granted, offered, concluded, took_effect[0])
    told.when(RecordAgreementExpiry(on=date(2027, 1, 1)), CLERK).then_recorded(
        AgreementExpired, RecognitionLapsed
    )
