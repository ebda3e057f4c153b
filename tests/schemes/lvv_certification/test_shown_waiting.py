"""LVV certification: who waits for whom. What is expected exists, and that role may ask it."""

from datetime import date

import pytest

from domain.case import Situation
from domain.fact import Actor
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.application import RecertificationRequestedTooLate
from domain.schemes.lvv_certification.record.certificate import (
    RecertificationWindowOpened,
    SuspensionRequested,
)
from domain.schemes.lvv_certification.record.own_file import FrameworkReviewed, ListingRequested
from domain.schemes.lvv_certification.section_13_pre_check import FindIncomplete
from domain.schemes.lvv_certification.section_25_retaking import RetakeDecision
from domain.schemes.lvv_certification.section_26_investigation import (
    AskQuestions,
    InviteReaction,
    RequestCaseData,
)
from domain.schemes.lvv_certification.section_26_notice import SendOpinion
from domain.schemes.lvv_certification.section_27_lifting import (
    LiftSuspension,
    NotifyLifting,
    VerifyMeasures,
)
from domain.schemes.lvv_certification.section_27_remedy import (
    AssessMeasures,
    GrantRemedialPeriod,
    SubmitMeasures,
)
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_28_withdrawal import (
    EndAgreement,
    NotifyWithdrawal,
    Withdraw,
)
from domain.schemes.lvv_certification.section_29_register import AT_29
from domain.shown import Waiting
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import (
    BODY,
    CLERK,
    PERSON,
    SCHEME,
    given,
    given_scheme,
    granted,
    opened,
    suspended,
)
from tests.schemes.lvv_certification.told_application import (
    agreement,
    applying,
    assessed,
    enrolling,
    first_file,
    in_pre_check,
    in_review,
)
from tests.schemes.lvv_certification.told_education import registered
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OTHER,
    REJECTION,
    SUSPENSION,
    appeal,
    assign,
    investigated,
    object_to,
    objected,
    on_hold,
    opinion,
    told_of_it,
    turned_down,
)

MAR_2, MAR_13, MAY_4, DAY = (
    date(2026, 3, 2),
    date(2026, 3, 13),
    date(2026, 5, 4),
    date(2026, 8, 11),
)
SEP_1, OCT_1, NOV_15 = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 15)
WHY: Personal[Content, str] = Personal("as it was seen")
Expected = set[tuple[str, str, date]]
B, P, L = "certification-body", "person", "lvv-board"
valid = given(opened, (granted, BODY))
"""A certificate whose decision was not sent yet: its sending waits in every file below."""
UNSENT = ("send-decision", B, granted.on)
incomplete = asked(
    in_pre_check(enrolling, MAR_2, *list(first_file().values())[:3]),
    BODY,
    FindIncomplete(on=MAR_13),
)
measures = SubmitMeasures(on=SEP_1, measures=Personal("a second adviser reads along"))
shown = asked(on_hold, PERSON, measures)
verified = asked(shown, BODY, VerifyMeasures(on=OCT_1))
lifted = asked(verified, BODY, LiftSuspension(on=OCT_1))
late = SubmitMeasures(on=NOV_15, measures=Personal("too late"))
ran_out = asked(on_hold, CLERK, OpenWithdrawalProcedure(on=NOV_15))
withdrawn = asked(
    ran_out,
    BODY,
    Withdraw(on=NOV_15, ground="suspension-not-lifted", first_day=NOV_15, reasons=WHY),
)
period = GrantRemedialPeriod(on=date(2026, 5, 4), until=date(2026, 5, 29), to_remedy=WHY)
remedy = asked(valid, BODY, period)
in_remedy = SubmitMeasures(on=date(2026, 5, 18), measures=Personal("a second adviser"))


def judged(adequate: bool) -> Scenario:
    found = AssessMeasures(on=date(2026, 5, 20), adequate=adequate, findings=WHY)
    return asked(asked(remedy, PERSON, in_remedy), BODY, found)


lost = told_of_it(turned_down, REJECTION, "rejected")
investigating = investigated(lost)
opinion_given = asked(investigating, BOARD, opinion(True, "procedure-not-followed", "13"))
retake = RetakeDecision(on=DAY, decision=SUSPENSION, revoked=True, reasons=WHY)
asked_too_late = RecertificationRequestedTooLate(
    matter="application-1", on=MAR_13, basis=AT_29, latest=MAR_2
)
window = RecertificationWindowOpened(
    matter="certificate-1", on=date(2029, 4, 14), basis=AT_29, latest=date(2030, 3, 17)
)
wants_suspension = SuspensionRequested(matter="certificate-1", on=DAY, basis=AT_29)

CASES: dict[str, tuple[Scenario, Expected]] = {
    "nothing yet": (enrolling, set()),
    "enrolled": (
        asked(enrolling, PERSON, agreement(MAR_2)),
        {("apply-for-assessment", P, MAR_2)},
    ),
    "requested": (
        applying(enrolling, MAR_2, *first_file().values()),
        {("start-pre-check", B, MAR_2)},
    ),
    "in review": (
        in_review(enrolling, MAR_2, *first_file().values()),
        {("record-assessment", B, date(2026, 3, 30))},
    ),
    "assessed and met": (
        assessed(in_review(enrolling, MAR_2, *first_file().values()), date(2026, 4, 1)),
        {("grant-certificate", B, date(2026, 4, 1))},
    ),
    "assessed and not met": (
        assessed(in_review(enrolling, MAR_2, *first_file().values()), date(2026, 4, 1), False),
        {("reject-application", B, date(2026, 4, 1))},
    ),
    "granted": (valid, {UNSENT}),
    "window open": (
        valid.given(window),
        {UNSENT, ("submit-agreement", P, date(2029, 4, 14))},
    ),
    "enrolled again": (
        asked(valid.given(window), PERSON, agreement(date(2029, 5, 1))),
        {UNSENT, ("apply-for-recertification", P, date(2029, 5, 1))},
    ),
    "education handed in": (
        valid.given(registered(1, "course", 8, MAY_4)),
        {UNSENT, ("accept-activity", B, MAY_4)},
    ),
    "suspension asked for": (valid.given(wants_suspension), {UNSENT, ("suspend", B, DAY)}),
    "under remedy": (remedy, {UNSENT, ("submit-measures", P, date(2026, 5, 4))}),
    "measures handed in": (
        asked(remedy, PERSON, in_remedy),
        {UNSENT, ("assess-measures", B, date(2026, 5, 18))},
    ),
    "measures adequate": (
        judged(True),
        {UNSENT, ("end-without-suspension", B, date(2026, 5, 20))},
    ),
    "measures not adequate": (judged(False), {UNSENT, ("suspend", B, date(2026, 5, 20))}),
    "suspended and not told": (
        valid.given(suspended),
        {
            UNSENT,
            ("notify-suspension", B, suspended.on),
            ("submit-measures", P, suspended.first_day),
        },
    ),
    "suspended": (on_hold, {UNSENT, ("submit-measures", P, suspended.first_day)}),
    "measures shown": (shown, {UNSENT, ("verify-measures", B, SEP_1)}),
    "measures verified": (verified, {UNSENT, ("lift-suspension", B, OCT_1)}),
    "lifted": (lifted, {UNSENT, ("notify-lifting", B, OCT_1)}),
    "lifting told": (asked(lifted, BODY, NotifyLifting(on=OCT_1)), {UNSENT}),
    "ran out": (ran_out, {UNSENT, ("withdraw", B, NOV_15)}),
    "measures shown too late": (
        asked(ran_out, PERSON, late),
        {UNSENT, ("withdraw", B, NOV_15)},
    ),
    "agreement ended": (
        asked(valid, PERSON, EndAgreement(on=DAY)),
        {UNSENT, ("withdraw", B, DAY)},
    ),
    "withdrawn": (withdrawn, {UNSENT, ("notify-withdrawal", B, NOV_15)}),
    "withdrawal told": (asked(withdrawn, BODY, NotifyWithdrawal(on=NOV_15)), {UNSENT}),
    "objection filed": (
        asked(turned_down, PERSON, object_to(REJECTION)),
        {("assign-objection-handler", B, date(2026, 5, 20))},
    ),
    "objection handled": (
        asked(asked(turned_down, PERSON, object_to(REJECTION)), OTHER, assign(OTHER)),
        {("decide-objection", B, date(2026, 5, 21))},
    ),
    "objection decided": (
        objected(turned_down, REJECTION, "rejected"),
        {("send-objection-decision", B, date(2026, 6, 1))},
    ),
    "objection upheld": (
        told_of_it(turned_down, REJECTION, "upheld"),
        {("reassess-application", B, date(2026, 6, 1))},
    ),
    "objection to a suspension upheld": (
        told_of_it(on_hold, SUSPENSION, "upheld"),
        {
            UNSENT,
            ("retake-decision", B, date(2026, 6, 1)),
            ("submit-measures", P, suspended.first_day),
        },
    ),
    "taken again": (
        asked(told_of_it(on_hold, SUSPENSION, "upheld"), "certification-body:k.dekker", retake),
        {UNSENT, ("send-retaken-decision", B, DAY)},
    ),
    "appeal sent": (
        asked(lost, PERSON, appeal(date(2026, 7, 10), "13")),
        {("request-case-data", L, date(2026, 7, 10))},
    ),
    "appeal taken up": (
        asked(
            asked(lost, PERSON, appeal(date(2026, 7, 10), "13")),
            BOARD,
            RequestCaseData(on=date(2026, 7, 13), appeal="appeal-1"),
        ),
        {
            ("provide-case-data", B, date(2026, 7, 13)),
            ("submit-view", B, date(2026, 7, 13)),
        },
    ),
    "appeal investigated": (investigating, {("decide-appeal", L, date(2026, 7, 20))}),
    "question and reaction open": (
        asked(
            investigating,
            BOARD,
            AskQuestions(on=date(2026, 7, 21), appeal="appeal-1", questions=WHY),
            InviteReaction(on=date(2026, 7, 22), appeal="appeal-1"),
        ),
        {
            ("answer-questions", B, date(2026, 7, 22)),
            ("give-reaction", P, date(2026, 7, 22)),
        },
    ),
    "opinion": (
        opinion_given,
        {("send-opinion", L, date(2026, 8, 10)), ("reassess-application", B, date(2026, 8, 10))},
    ),
    "opinion sent": (
        asked(opinion_given, BOARD, SendOpinion(on=DAY, appeal="appeal-1")),
        {("record-opinion-received", L, DAY), ("reassess-application", B, date(2026, 8, 10))},
    ),
}


def waits_in(told: Scenario) -> tuple[Waiting, ...]:
    return SCHEME.files[told.kind].shown.waiting(told.file())


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES)
def test_what_waits_for_whom(told: Scenario, expected: Expected) -> None:
    waits = waits_in(told)
    assert {(one.action, one.for_whom, one.since) for one in waits} == expected
    assert len(waits) == len(expected)


@pytest.mark.parametrize("told", [told for told, _ in CASES.values()], ids=CASES)
def test_what_is_expected_can_be_asked(told: Scenario) -> None:
    latest = max(record.fact.on for record in told.file().trail)
    for one in waits_in(told):
        actor = Actor(id="somebody", role=one.for_whom)
        at = Situation(told.file(), actor, latest, SCHEME.law_on(latest, None))
        action = SCHEME.files["person"].kind.actions[one.action]
        assert one.for_whom in action.by
        assert action.closed_because(at) is None


def test_what_is_incomplete_waits_for_the_person() -> None:
    assert [one.action for one in waits_in(incomplete)] == ["supplement-dossier"]


def test_what_came_too_late_waits_for_its_rejection() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2)).given(asked_too_late)
    assert [one.action for one in waits_in(told)] == ["reject-for-term-overrun"]


def test_a_suspension_that_was_lifted_before_it_was_told_is_not_told_any_more() -> None:
    told = asked(given(opened, granted, suspended), PERSON, measures)
    told = asked(told, BODY, VerifyMeasures(on=OCT_1))
    assert "notify-suspension" in {one.action for one in waits_in(told)}
    told = asked(told, BODY, LiftSuspension(on=OCT_1))
    assert {one.action for one in waits_in(told)} == {"send-decision", "notify-lifting"}


def test_the_board_reviews_and_decides_on_lists() -> None:
    told = given_scheme(
        FrameworkReviewed(
            matter="framework",
            on=date(2026, 2, 12),
            basis=AT_29,
            change_wanted=False,
            reasons="none",
        ),
        ListingRequested(
            matter="listing-1",
            on=date(2026, 3, 2),
            basis=AT_29,
            list="bns",
            provider="provider-1",
            item="course-1",
        ),
    )
    actions = SCHEME.files["scheme"].kind.actions
    waits = waits_in(told)
    assert [(one.action, one.since) for one in waits] == [
        ("review-framework", date(2026, 2, 12)),
        ("decide-listing", date(2026, 3, 2)),
    ]
    assert all(one.for_whom in actions[one.action].by for one in waits)
