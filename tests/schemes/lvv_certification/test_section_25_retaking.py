"""LVV certification, section 25: what was upheld is decided again."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import (
    DecisionSent,
    ReassessmentStarted,
)
from domain.schemes.lvv_certification.record.certificate import (
    DecisionRetaken,
    RegisterStatusChanged,
)
from domain.schemes.lvv_certification.record.objection import ObjectionFiled
from domain.schemes.lvv_certification.section_25_handling import (
    AssignObjectionHandler,
    DecideObjection,
)
from domain.schemes.lvv_certification.section_25_retaking import (
    ReassessApplication,
    RetakeDecision,
)
from domain.schemes.lvv_certification.section_25_sending import SendRetakenDecision
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    OTHER,
    REJECTION,
    SUSPENSION,
    THIRD,
    WHY,
    investigated,
    object_to,
    objected,
    on_hold,
    opinion,
    sent_with,
    told_of_it,
    turned_down,
)

AUG_17 = date(2026, 8, 17)


def retake(
    revoked: bool, decision: int = SUSPENSION, on: date = date(2026, 6, 8)
) -> RetakeDecision:
    return RetakeDecision(on=on, decision=decision, revoked=revoked, reasons=WHY)


def reassess(on: date = AUG_17) -> ReassessApplication:
    return ReassessApplication(on=on, decision=REJECTION)


def remanded(told: Scenario, decision: int) -> Scenario:
    """The objection was rejected; the appeal after it was upheld."""
    told = investigated(told_of_it(told, decision, "rejected"))
    return asked(told, BOARD, opinion(True, "procedure-not-followed", "13"))


@pytest.mark.passes("R-35")
def test_25_a_rejected_application_is_assessed_again() -> None:
    told = objected(turned_down, REJECTION, "upheld")
    after = told.when(reassess(), BODY).then_recorded(ReassessmentStarted)
    application = after.file().state.applications["application-1"]
    assert (application.standing, application.assessed_by) == ("review", "")
    after.when(reassess(), BODY).then_refused("", "nothing of this kind")


@pytest.mark.passes("R-35")
def test_25_and_so_on_the_order_of_the_board() -> None:
    told = remanded(turned_down, REJECTION)
    after = told.when(reassess(), BODY).then_recorded(ReassessmentStarted)
    fact = after.file().trail[-1].fact
    assert isinstance(fact, ReassessmentStarted)
    assert fact.ordered_in == "appeal-1"
    assert fact.basis.at == "26"


@pytest.mark.refuses("R-35")
def test_25_but_not_of_its_own_accord() -> None:
    told = objected(on_hold, SUSPENSION, "upheld")
    told.when(retake(True, decision=2), OTHER).then_refused("R-35", "no objection against")
    rejected = told_of_it(turned_down, REJECTION, "rejected")
    rejected.when(reassess(), BODY).then_refused("", "nothing of this kind")


def test_25_an_application_is_not_retaken_nor_a_suspension_reassessed() -> None:
    told = objected(turned_down, REJECTION, "upheld")
    told.when(retake(True, decision=REJECTION), OTHER).then_refused("", "nothing of this kind")
    on_suspension = objected(on_hold, SUSPENSION, "upheld")
    asked_wrongly = ReassessApplication(on=AUG_17, decision=SUSPENSION)
    on_suspension.when(asked_wrongly, OTHER).then_refused("", "nothing of this kind")


@pytest.mark.refuses("SOD-C3")
def test_25_whoever_suspended_does_not_take_it_again() -> None:
    told = objected(on_hold, SUSPENSION, "upheld")
    told.when(retake(False), BODY).then_refused("SOD-C3", "somebody else does")


@pytest.mark.passes("SOD-C3")
def test_25_a_suspension_is_decided_again_on_the_order_of_the_board() -> None:
    told = remanded(on_hold, SUSPENSION)
    after = told.when(retake(True, on=AUG_17), OTHER)
    after.then_recorded(DecisionRetaken, RegisterStatusChanged)


def test_25_a_suspension_that_is_kept_stands_as_it_was() -> None:
    told = objected(on_hold, SUSPENSION, "upheld-in-part")
    after = told.when(retake(False), OTHER).then_recorded(DecisionRetaken)
    certificate = after.file().state.certificate
    assert (certificate.standing, certificate.until) == ("suspended", date(2030, 4, 14))
    after.then_term("C-T08", on=AUG_17, state="running", due=date(2026, 11, 14))


@pytest.mark.passes("C-T14")
@pytest.mark.refuses("SOD-C3")
def test_25_and_is_open_to_another_objection_once_it_is_sent() -> None:
    told = asked(objected(on_hold, SUSPENSION, "upheld-in-part"), OTHER, retake(False))
    kept = told.file().version
    sent = told.when(SendRetakenDecision(on=date(2026, 6, 9), decision=kept), OTHER)
    after = sent.then_recorded(DecisionSent)
    sent_with(after, 6).then_term(
        "C-T14", on=date(2026, 6, 9), state="running", due=date(2026, 7, 21)
    )
    again = asked(after, PERSON, object_to(kept, on=date(2026, 6, 15)))
    assert isinstance(again.file().trail[-1].fact, ObjectionFiled)
    handled = AssignObjectionHandler(
        on=date(2026, 6, 16), objection="objection-2", handler="k.dekker"
    )
    upheld = DecideObjection(
        on=date(2026, 6, 22), objection="objection-2", outcome="upheld", reasons=WHY
    )
    told = asked(asked(again, OTHER, handled), THIRD, upheld)
    for involved in (BODY, OTHER):
        once_more = retake(True, decision=kept, on=date(2026, 6, 24))
        told.when(once_more, involved).then_refused("SOD-C3", "somebody else does")
    after = asked(told, THIRD, retake(True, decision=kept, on=date(2026, 6, 24)))
    assert after.file().state.certificate.standing == "valid"


def test_25_a_revocation_is_sent_and_is_not_open_to_objection() -> None:
    told = asked(objected(on_hold, SUSPENSION, "upheld"), OTHER, retake(True))
    revocation = next(r for r in told.file().trail if isinstance(r.fact, DecisionRetaken))
    send = SendRetakenDecision(on=date(2026, 6, 9), decision=revocation.version)
    sent = told.when(send, OTHER).then_recorded(DecisionSent).file().trail[-1].fact
    assert isinstance(sent, DecisionSent)
    assert not sent.objection_open
    told.when(SendRetakenDecision(on=date(2026, 6, 9), decision=3), OTHER).then_refused(
        "", "no decision taken again"
    )
