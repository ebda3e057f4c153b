"""SSVV SOG-P: terms end once what they are about is gone; what was decided in part is not over."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementAmended,
    ChangeConsulted,
    ChangeReported,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.application import LineGranted
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionGranted,
    RecognitionTookEffect,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
    WithdrawalRequested,
)
from domain.schemes.ssvv_sogp.record.requirement import EvidenceFiled
from domain.schemes.ssvv_sogp.record.trainer import TrainerEvidenceAttached
from domain.schemes.ssvv_sogp.section_5_3_request import WithdrawOnRequest
from domain.schemes.ssvv_sogp.section_5_4_decision import AmendAgreement
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    JUN_4,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    given,
    granted,
    offered,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import DEC_1, NOV_3, WHY, grant

APR_28, JAN_31 = date(2025, 4, 28), date(2026, 1, 31)
successor = offered.model_copy(
    update={
        "matter": "agreement-2",
        "on": NOV_3,
        "first_day": date(2027, 1, 1),
        "last_day": date(2028, 12, 31),
        "successor_of": "agreement-1",
    }
)
a_drill = EvidenceFiled(
    matter="requirement-safety-duties",
    on=NOV_3,
    basis=section("3.1"),
    requirement="safety-duties",
    kind="drill",
    dated=NOV_3,
    until=JAN_31,
    evidence=Personal("log of the drill"),
)
a_diploma = TrainerEvidenceAttached(
    matter="trainer-1",
    on=NOV_3,
    basis=section("4.2"),
    requirement="vol-vca",
    until=JAN_31,
    evidence=Personal("diploma"),
)


def withdrawn(told: Scenario, *lines: str, on: date = NOV_3) -> Scenario:
    """At the request of the centre, from 1 December on."""
    requests = tuple(
        WithdrawalRequested(matter=line, on=on, basis=section("5.3"), because=WHY)
        for line in lines
    )
    asked = WithdrawOnRequest(on=on, lines=lines, first_day=DEC_1, reasons=WHY)
    told = told.given(*requests).when(asked, SSVV)
    return told.then_recorded(*(RecognitionWithdrawn, WithdrawalConfirmed) * len(lines))


@pytest.mark.parametrize(
    ("term", "fact", "due"),
    [
        ("T-01", None, YEAR_END),
        ("T-04", None, None),
        ("T-05", successor, YEAR_END),
        ("T-24", a_diploma, JAN_31),
        ("T-26", a_drill, JAN_31),
    ],
)
def test_5_3_what_is_owed_by_who_is_recognised_ends_with_the_last_recognition(
    term: str, fact: Fact | None, due: date | None
) -> None:
    told = given(*a_recognised_centre, *([fact] if fact else []))
    one_left = withdrawn(told, "line-1")
    one_left.then_term(term, on=DEC_1, state="running", due=due)
    none_left = withdrawn(one_left, "line-2")
    none_left.then_term(term, on=date(2025, 11, 30), state="running", due=due)
    none_left.then_term(term, on=DEC_1, state="void", due=due)


def test_6_1_1_who_is_recognised_again_is_visited_again() -> None:
    told = withdrawn(given(*a_recognised_centre), "line-1", "line-2")
    again = granted("line-3", AT_ROTTERDAM)[0].model_copy(update={"on": DEC_1})
    told = told.given(again, *reported_and_discussed())
    amend = AmendAgreement(on=DEC_1, agreement="agreement-1", added=("line-3",), last_day=YEAR_END)
    told = told.when(amend, SSVV).then_recorded(AgreementAmended, RecognitionTookEffect)
    told.then_term("T-01", on=DEC_1, state="running", due=date(2026, 12, 31))


def reported_and_discussed() -> tuple[Fact, Fact]:
    at = section("5.4")
    reported = ChangeReported(
        matter="agreement-1",
        on=DEC_1,
        basis=at,
        change="extra-recognition",
        effective=DEC_1,
        what=WHY,
    )
    return reported, ChangeConsulted(matter="agreement-1", on=DEC_1, basis=at, outcome=WHY)


def test_3_2_an_offer_is_not_signed_in_time_by_who_wants_no_new_agreement() -> None:
    declined = RenewalDeclined(
        matter="agreement-1", on=DEC_1, basis=section("3.2"), by="centre", discuss_by=YEAR_END
    )
    told = given(*a_recognised_centre, successor)
    told.then_term("T-05", on=DEC_1, state="running", due=YEAR_END)
    told.given(declined).then_term("T-05", on=DEC_1, state="void", due=YEAR_END)


def test_5_2_an_application_is_decided_on_with_its_last_line() -> None:
    before = two_granted[: two_granted.index(granted("line-1", AT_ROTTERDAM)[0])]
    one_of_two = given(*before).when(grant(), SSVV).then_recorded(RecognitionGranted, LineGranted)
    assert ends_of("T-14", one_of_two) is None
    both = one_of_two.when(grant(AT_GELEEN), SSVV).then_recorded(RecognitionGranted, LineGranted)
    assert ends_of("T-14", both) == JUN_4


def ends_of(term: str, told: Scenario) -> date | None:
    return told.then_term(term, on=JUN_4, state="missed", due=APR_28).ended_on
