"""LVV certification, section 26: the opinion is on care and procedure, and grants nothing."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import CertificateGranted
from domain.schemes.lvv_certification.record.objection import (
    AppealDismissed,
    AppealUpheld,
    ReassessmentOrdered,
)
from domain.schemes.lvv_certification.section_14_grant import GrantCertificate
from domain.schemes.lvv_certification.section_26_answers import (
    ProvideCaseData,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    AskQuestions,
    InviteReaction,
    RequestCaseData,
)
from domain.schemes.lvv_certification.section_26_opinion import BY_THE_BOARD
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON, SCHEME
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OTHER,
    REJECTION,
    SUSPENSION,
    appeal,
    investigated,
    on_hold,
    opinion,
    told_of_it,
    turned_down,
)

rejected = told_of_it(turned_down, REJECTION, "rejected")


@pytest.mark.passes("R-33", "R-35", "SOD-C5")
@pytest.mark.parametrize("told", [turned_down, on_hold], ids=["application", "suspension"])
def test_26_upheld_because_no_notice_to_supplement_was_sent(told: Scenario) -> None:
    decision = REJECTION if told is turned_down else SUSPENSION
    told = investigated(told_of_it(told, decision, "rejected"))
    upheld = told.when(opinion(True, "procedure-not-followed", "13"), BOARD)
    after = upheld.then_recorded(AppealUpheld, ReassessmentOrdered)
    ordered = after.file().state.decisions[decision]
    assert ordered.to_be_retaken == "appeal-1"


@pytest.mark.refuses("R-33")
def test_26_never_because_the_applicant_does_know_enough() -> None:
    told = investigated(rejected)
    told.when(opinion(True, "content", "14"), BOARD).then_refused(
        "R-33", "never on the assessment"
    )
    told.when(opinion(True, "none"), BOARD).then_refused("R-33", "never on the assessment")


@pytest.mark.refuses("R-33")
def test_26_nor_without_the_place_that_was_not_kept() -> None:
    told = investigated(rejected)
    told.when(opinion(True, "assessed-without-care"), BOARD).then_refused("R-33", "name the place")


@pytest.mark.refuses("R-33")
def test_26_grounds_on_the_assessment_are_dismissed() -> None:
    told = investigated(rejected)
    told.when(opinion(False, "content"), BOARD).then_recorded(AppealDismissed)


@pytest.mark.passes("R-33")
def test_26_dismissed_the_rejection_stands() -> None:
    told = investigated(rejected).when(opinion(False, "none"), BOARD)
    after = told.then_recorded(AppealDismissed).file().state
    assert after.decisions[REJECTION].to_be_retaken == ""
    assert after.applications["application-1"].standing == "rejected"


@pytest.mark.refuses("SOD-C5")
def test_26_the_board_has_the_data_and_the_view_first() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, RequestCaseData(on=date(2026, 7, 13), appeal="appeal-1"))
    upheld = opinion(True, "procedure-not-followed", "13")
    told.when(upheld, BOARD).then_refused("SOD-C5", "hands over its data first")
    told = asked(told, OTHER, ProvideCaseData(on=date(2026, 7, 13), appeal="appeal-1"))
    told.when(upheld, BOARD).then_refused("SOD-C5", "gives its view first")


def test_26_a_question_or_a_reaction_left_open_is_remarked() -> None:
    told = asked(
        investigated(rejected),
        BOARD,
        AskQuestions(on=date(2026, 7, 27), appeal="appeal-1", questions=Personal("when?")),
        InviteReaction(on=date(2026, 7, 27), appeal="appeal-1"),
    )
    after = told.when(opinion(False, "none"), BOARD).then_recorded(AppealDismissed)
    assert [remark.says for remark in after.file().trail[-1].fact.remarks] == [
        "decided without the answer to the questions of the board",
        "decided without the reaction that was invited",
    ]


@pytest.mark.passes("R-35")
def test_26_no_action_of_the_board_grants_a_certificate() -> None:
    actions = SCHEME.files["person"].kind.actions
    assert {name for name, one in actions.items() if "lvv-board" in one.by} == {
        "send-appeal",
        "refuse-appeal",
        "ask-completion",
        "complete-appeal",
        "request-case-data",
        "ask-questions",
        "invite-reaction",
        "give-reaction",
        "decide-appeal",
        "send-opinion",
        "record-opinion-received",
        "explain-opinion",
    }
    upheld = opinion(True, "procedure-not-followed", "13")
    told = investigated(rejected).when(upheld, BOARD)
    told = told.then_recorded(AppealUpheld, ReassessmentOrdered)
    told.when(GrantCertificate(on=date(2026, 8, 10)), BOARD).then_not_allowed()
    recorded = [r.fact for r in told.file().trail if r.by.role == "lvv-board"]
    assert ReassessmentOrdered in map(type, recorded)
    assert not any(isinstance(fact, CertificateGranted) for fact in recorded)
    assert told.file().state.applications["application-1"].standing == "rejected"


@pytest.mark.refuses("SOD-C2")
def test_26_nobody_judges_what_he_had_a_hand_in_for_the_body() -> None:
    told = investigated(rejected)
    for involved in ("m.bakker", "a.vos", "h.visser"):
        told.when(opinion(False, "none"), f"lvv-board:{involved}").then_refused(
            "SOD-C2", "somebody else of the board"
        )


@pytest.mark.passes("SOD-C2")
def test_26_somebody_else_of_the_board_does() -> None:
    told = investigated(rejected).when(opinion(False, "none"), BOARD)
    told.then_recorded(AppealDismissed)


@pytest.mark.refuses("SOD-C5")
def test_26_by_saying_nothing_the_body_holds_no_opinion_up() -> None:
    told = asked(rejected, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, RequestCaseData(on=date(2026, 7, 13), appeal="appeal-1"))
    dismissed = opinion(False, "none")
    day_before = dismissed.model_copy(update={"on": date(2026, 8, 20)})
    told.when(day_before, BOARD).then_refused("SOD-C5", "hands over its data first")
    last_day = dismissed.model_copy(update={"on": date(2026, 8, 21)})
    after = told.when(last_day, BOARD).then_recorded(AppealDismissed)
    (remark,) = after.history[-1].fact.remarks
    assert "holds no opinion up" in remark.place.reading


def test_26_to_assess_again_is_in_the_text_and_to_suspend_again_is_a_reading() -> None:
    places = {}
    for told, decision in ((turned_down, REJECTION), (on_hold, SUSPENSION)):
        told = investigated(told_of_it(told, decision, "rejected"))
        ordered = asked(told, BOARD, opinion(True, "procedure-not-followed", "13"))
        places[decision] = ordered.history[-1].fact.basis
    assert places == {REJECTION: section(26), SUSPENSION: BY_THE_BOARD}
