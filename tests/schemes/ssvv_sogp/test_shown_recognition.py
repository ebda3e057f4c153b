"""SSVV SOG-P: who waits for whom, what is looked into and what is told, about recognition."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    LineRejected,
    ResubmissionOffered,
    WithdrawalAdvised,
)
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionLapsed,
    RecognitionPropagated,
    RecognitionWithdrawn,
    WithdrawalConfirmed,
    WithdrawalProcedureStarted,
    WithdrawalRequested,
)
from domain.schemes.ssvv_sogp.shown import CENTRE_FILE
from tests.schemes.ssvv_sogp.told import (
    JUN_20,
    a_centre,
    a_closed_audit,
    a_recognised_centre,
    an_accepted_application,
    assigned,
    complete,
    content,
    given,
    offered,
    organisation,
    positive,
    signed_by_centre,
    submitted,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import DEC_1, NOV_3, WHY, an_extension, signal
from tests.schemes.ssvv_sogp.waits import waiting

MAR_17 = date(2025, 3, 17)
AUDITS = ("audit-1", "audit-2")
"""Left out here: what is shown of them is told in test_shown_waiting_audits.py."""
propagated = tuple(
    RecognitionPropagated(matter=matter, on=JUN_20, basis=section("5.2.5"))
    for matter in ("line-1", "line-2")
)
at_rest = (*a_recognised_centre, *propagated)
requested = WithdrawalRequested(matter="line-1", on=NOV_3, basis=section("5.3"), because=WHY)
started = WithdrawalProcedureStarted(
    matter="line-1",
    on=NOV_3,
    basis=section("5.3"),
    ground="norms-not-met",
    reference="audit-3",
    signalled_on=NOV_3,
)
withdrawn = RecognitionWithdrawn(
    matter="line-1",
    on=DEC_1,
    basis=section("5.3"),
    first_day=DEC_1,
    on_request=False,
    ground="norms-not-met",
    reasons=WHY,
)
lapsed = RecognitionLapsed(
    matter="line-2", on=date(2027, 1, 1), basis=section("3.2"), last_day=date(2026, 12, 31)
)
advised = WithdrawalAdvised(matter="application-1", on=MAR_17, basis=section("5.2.2"), reasons=WHY)
not_accepted = ResubmissionOffered(
    matter="application-1", on=MAR_17, basis=section("5.2.2"), reasons=WHY
)
rejected = LineRejected(
    matter="application-1",
    on=positive[0].on,
    basis=section("5.2.3"),
    location="rotterdam",
    qualification="gm-1",
    free_to_apply_again=True,
    reasons=WHY,
)
assessing = (*a_centre, submitted, assigned)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((*a_centre, submitted), {"assign-assessor"}),
        (assessing, {"assess-completeness", "assess-line", "assess-organisation"}),
        ((*assessing, complete, *content, organisation), {"accept-application"}),
        ((*assessing, advised), {"withdraw-application"}),
        ((*assessing, not_accepted), {"resubmit-application"}),
        (an_accepted_application, {"schedule-recognition-audit"}),
        (a_closed_audit, {"conclude-audit"}),
        ((*a_closed_audit, *positive), {"grant-recognition"}),
        (
            (*a_closed_audit, positive[0].model_copy(update={"positive": False})),
            {"reject-line", "conclude-audit"},
        ),
        (two_granted, {"offer-agreement"}),
        ((*two_granted, offered), {"sign-agreement"}),
        ((*two_granted, offered, signed_by_centre), {"sign-agreement"}),
        (a_recognised_centre, {"propagate-recognition"}),
        (at_rest, set()),
        ((*at_rest, requested), {"withdraw-on-request"}),
        ((*at_rest, signal(), started), {"withdraw-recognition"}),
        ((*at_rest, withdrawn), {"end-publication"}),
        ((*at_rest, lapsed), {"end-publication"}),
    ],
)
def test_what_waits_can_be_asked_by_whom_it_waits_for(
    facts: tuple[Fact, ...], expected: set[str]
) -> None:
    found = waiting(given(*facts))
    assert {one.action for one in found if one.matter not in AUDITS} == expected


def test_5_3_a_withdrawal_waits_since_its_procedure_was_started() -> None:
    told = given(*at_rest, signal(), started)
    (withdrawal,) = [one for one in waiting(told) if one.action == "withdraw-recognition"]
    assert withdrawal.since == NOV_3


def test_an_agreement_waits_for_who_has_not_signed() -> None:
    def awaited(*facts: Fact) -> list[str]:
        found = waiting(given(*two_granted, *facts))
        return [one.for_whom for one in found if one.action == "sign-agreement"]

    assert awaited(offered) == ["centre", "ssvv"]
    assert awaited(offered, signed_by_centre) == ["ssvv"]


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        (a_centre, "opened"),
        ((*a_centre, submitted), "applying"),
        (two_granted, "recognised, not in force"),
        (a_recognised_centre, "recognised"),
        ((*at_rest, withdrawn), "recognised"),
        ((*at_rest, withdrawn, withdrawn.model_copy(update={"matter": "line-2"})), "withdrawn"),
        ((*at_rest, withdrawn, lapsed), "lapsed"),
    ],
)
def test_how_a_file_stands(facts: tuple[Fact, ...], standing: str) -> None:
    assert CENTRE_FILE.standing(given(*facts).file()) == standing


@pytest.mark.parametrize(
    ("facts", "status", "for_whom"),
    [
        ((*a_centre, submitted), "application handed in", "ssvv"),
        ((*assessing, advised), "withdrawal advised", "centre"),
        (an_extension(), "application handed in", "ssvv"),
        ((*at_rest, signal()), "improvement expected", "centre"),
        ((*at_rest, signal(), started), "withdrawal procedure", "ssvv"),
    ],
)
def test_what_is_looked_into(facts: tuple[Fact, ...], status: str, for_whom: str) -> None:
    found = CENTRE_FILE.audits(given(*facts).file())
    assert [(one.status, one.for_whom) for one in found if one.about == "procedure"] == [
        (status, for_whom)
    ]


def told_to_the_centre(*facts: Fact) -> list[tuple[str, date | None]]:
    return [(one.says, one.sent_on) for one in CENTRE_FILE.notices(given(*facts).file())]


def test_5_2_2_each_outcome_is_told() -> None:
    assert told_to_the_centre(*assessing, advised) == [
        ("the application is not accepted, with the reasons; the advice is to withdraw it", MAR_17)
    ]
    ((says, _),) = told_to_the_centre(*assessing, not_accepted)
    assert says.endswith("it can be handed in again")
    (says, _) = told_to_the_centre(*a_closed_audit, rejected)[-1]
    assert says.endswith("the centre is free to apply again")


def test_5_2_4_the_official_notice_waits_until_it_is_sent() -> None:
    *_, (says, sent) = told_to_the_centre(*two_granted[:-1])
    assert says == "the centre is recognised for fl-1 at geleen from 2025-07-01"
    assert sent is None
    assert told_to_the_centre(*two_granted)[-1][1] == two_granted[-1].on


def test_5_2_5_the_agreement_goes_with_the_price_list() -> None:
    says, _ = told_to_the_centre(*two_granted, offered)[-1]
    assert "from 2025-07-01 up to and including 2026-12-31, with price list" in says


def test_5_3_a_signal_and_a_withdrawal_are_told_in_writing() -> None:
    confirmed = WithdrawalConfirmed(
        matter="line-1", on=DEC_1, basis=section("5.3"), first_day=DEC_1
    )
    letters = CENTRE_FILE.notices(given(*at_rest, signal(), withdrawn, confirmed).file())
    assert [(one.written, one.sent_on) for one in letters[-2:]] == [(True, NOV_3), (True, DEC_1)]
    assert "withdrawn from 2025-12-01" in letters[-1].says
