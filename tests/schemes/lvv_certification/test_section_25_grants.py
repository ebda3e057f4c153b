"""LVV certification, section 25: a grant that was found wanting is kept, or withdrawn (28)."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationGranted, DecisionSent
from domain.schemes.lvv_certification.record.certificate import (
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.objection import ObjectionHandlerAssigned
from domain.schemes.lvv_certification.section_14_decision import RecordAssessment
from domain.schemes.lvv_certification.section_14_sending import SendDecision
from domain.schemes.lvv_certification.section_25_handling import (
    AssignObjectionHandler,
    SendObjectionDecision,
)
from domain.schemes.lvv_certification.section_25_objection import FileObjection
from domain.schemes.lvv_certification.section_25_retaking import (
    ReassessApplication,
    RetakeDecision,
)
from domain.schemes.lvv_certification.section_25_sending import SendRetakenDecision
from domain.schemes.lvv_certification.section_26_opinion import BY_THE_BOARD
from domain.schemes.lvv_certification.section_28_withdrawal import Withdraw
from domain.schemes.lvv_certification.shown.waiting import waiting
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, granted
from tests.schemes.lvv_certification.told_objections import (
    APPLICATION,
    ASSESSOR,
    BOARD,
    GRANTER,
    INTERESTED,
    OTHER,
    REJECTION,
    THIRD,
    WHY,
    applied,
    assign,
    decide,
    investigated,
    object_to,
    opinion,
    told_of_it,
    turned_down,
)

JUN_8, AUG_17 = date(2026, 6, 8), date(2026, 8, 17)
GRANT = 5


def retake(decision: int, on: date, *, revoked: bool = False) -> RetakeDecision:
    return RetakeDecision(on=on, decision=decision, revoked=revoked, reasons=WHY)


def contested() -> Scenario:
    """A grant, and an objection of an interested party to it that was upheld."""
    certified = applied.given(
        (granted, GRANTER),
        (
            ApplicationGranted(
                matter=APPLICATION,
                on=granted.on,
                basis=section(14),
                certificate="certificate-1",
            ),
            GRANTER,
        ),
    )
    certified = asked(certified, BODY, SendDecision(on=granted.on))
    told = asked(certified, INTERESTED, object_to(GRANT))
    sent = SendObjectionDecision(on=date(2026, 6, 2), objection="objection-1")
    return asked(told, OTHER, assign(OTHER), decide("upheld"), sent)


def granted_since() -> Scenario:
    """Rejected; upheld in part and granted; and then the appeal on the rest upheld as well."""
    told = told_of_it(turned_down, REJECTION, "upheld-in-part")
    told = asked(told, BODY, ReassessApplication(on=JUN_8, decision=REJECTION))
    meets = RecordAssessment(on=JUN_8, meets=True, findings=WHY)
    told = asked(told, ASSESSOR, meets)
    application = told.file().state.application
    certificate = granted.model_copy(update={"on": JUN_8, "until": date(2030, 6, 7)})
    given_out = ApplicationGranted(
        matter=application.matter, on=JUN_8, basis=section(14), certificate="certificate-1"
    )
    told = told.given((certificate, GRANTER), (given_out, GRANTER))
    told = asked(told, GRANTER, SendDecision(on=JUN_8))
    return asked(investigated(told), BOARD, opinion(True, "procedure-not-followed", "13"))


@pytest.mark.passes("R-30")
def test_25_a_grant_that_was_objected_to_is_kept_with_reasons() -> None:
    told = contested()
    assert [(one.matter, one.action) for one in waiting(told.file())] == [
        ("certificate-1", "retake-decision")
    ]
    told = told.when(retake(GRANT, JUN_8), THIRD).then_recorded(DecisionRetaken)
    state, kept = told.file().state, told.file().version
    assert (state.certificate.standing, state.decisions[GRANT].to_be_retaken) == ("valid", "")
    send = SendRetakenDecision(on=JUN_8, decision=kept)
    sent = told.when(send, THIRD).then_recorded(DecisionSent).history[-1].fact
    assert isinstance(sent, DecisionSent)
    assert not sent.objection_open


@pytest.mark.refuses("R-30")
def test_28_and_taken_back_only_by_withdrawal() -> None:
    told = contested()
    told.when(retake(GRANT, JUN_8, revoked=True), THIRD).then_refused("R-30", "only as 28 has it")
    fraud = Withdraw(on=JUN_8, first_day=JUN_8, ground="fraud-or-gross-negligence", reasons=WHY)
    told.when(fraud, THIRD).then_recorded(CertificateWithdrawn)


@pytest.mark.refuses("SOD-C3")
def test_25_whoever_granted_does_not_decide_on_it_again() -> None:
    contested().when(retake(GRANT, JUN_8), GRANTER).then_refused("SOD-C3", "somebody else does")


@pytest.mark.refuses("SOD-C3")
def test_25_an_interested_party_may_object_to_what_was_kept_and_to_whom_is_independent() -> None:
    told = asked(contested(), THIRD, retake(GRANT, JUN_8))
    kept = told.file().version
    told = asked(told, THIRD, SendRetakenDecision(on=JUN_8, decision=kept))
    again = FileObjection(on=JUN_8, decision=kept, grounds=WHY)
    told = asked(told, INTERESTED, again)
    for involved in (THIRD, GRANTER):
        handler = involved.partition(":")[2]
        one = AssignObjectionHandler(on=JUN_8, objection="objection-2", handler=handler)
        told.when(one, OTHER).then_refused("SOD-C3", "assign another one")
    independent = AssignObjectionHandler(on=JUN_8, objection="objection-2", handler="h.visser")
    told.when(independent, OTHER).then_recorded(ObjectionHandlerAssigned)


@pytest.mark.passes("SOD-C3")
@pytest.mark.refuses("R-30")
def test_26_a_rejection_that_was_granted_since_is_followed_by_keeping_the_grant() -> None:
    told = granted_since()
    assert told.file().state.decisions[REJECTION].to_be_retaken == "appeal-1"
    wanting = [one.action for one in waiting(told.file()) if one.matter == APPLICATION]
    assert wanting == ["retake-decision"]
    again = ReassessApplication(on=AUG_17, decision=REJECTION)
    told.when(again, BODY).then_refused("", "nothing of this kind")
    back = retake(REJECTION, AUG_17, revoked=True)
    told.when(back, THIRD).then_refused("R-30", "only as 28 has it")
    told = told.when(retake(REJECTION, AUG_17), THIRD).then_recorded(DecisionRetaken)
    fact = told.history[-1].fact
    assert isinstance(fact, DecisionRetaken)
    assert (fact.matter, fact.keeps_a_grant, fact.basis) == ("certificate-1", True, BY_THE_BOARD)
    assert not told.file().state.decisions[REJECTION].to_be_retaken


@pytest.mark.refuses("SOD-C3")
@pytest.mark.parametrize("involved", [BODY, GRANTER])
def test_26_by_somebody_who_neither_rejected_nor_granted(involved: str) -> None:
    told = granted_since()
    told.when(retake(REJECTION, AUG_17), involved).then_refused("SOD-C3", "somebody else does")
