"""LVV accreditation, An.8: objections, and a disputes committee of three."""

from datetime import date

from domain.schemes.lvv_accreditation.annex_clause_8_dispute import (
    AppointChair,
    IssueBindingAdvice,
    NominateMember,
    OpenDispute,
)
from domain.schemes.lvv_accreditation.annex_clause_8_objection import (
    AnswerObjection,
    FileObjection,
    GiveExpertAdvice,
    RequestExpertAdvice,
)
from domain.schemes.lvv_accreditation.article_05_decision import RejectApplication
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationWithdrawn
from domain.schemes.lvv_accreditation.record.application import ApplicationRejected
from domain.schemes.lvv_accreditation.record.remedy import (
    BindingAdviceIssued,
    ChairAppointed,
    DisputeOpened,
    ExpertAdviceGiven,
    ExpertAdviceRequested,
    MemberNominated,
    ObjectionAnswered,
    ObjectionFiled,
)
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    ADVISED_AGAINST,
    BOARD,
    PROVIDER,
    WHY,
    given,
)

DAY = date(2026, 7, 10)
MEMBERS = ("dispute-committee:m.one", "dispute-committee:m.two", "dispute-committee:chair")
COMMITTEE = "expert-committee:k.visser"


def test_an_8_a_the_experts_advise_before_an_objection_is_answered() -> None:
    told = given(*ADVISED_AGAINST).when(RejectApplication(on=DAY, reasons=WHY), BOARD)
    told = told.then_recorded(ApplicationRejected)
    rejection = told.history[-1].version
    told = told.when(FileObjection(on=DAY, decision=rejection, grounds=WHY), PROVIDER)
    told = told.then_recorded(ObjectionFiled)
    answer = AnswerObjection(on=DAY, upheld=False, reasons=WHY)
    told.when(answer, BOARD).then_refused("", "no objection stands advised")
    told = told.when(RequestExpertAdvice(on=DAY, question=WHY), BOARD)
    told = told.then_recorded(ExpertAdviceRequested)
    told = told.when(GiveExpertAdvice(on=DAY, advice=WHY), COMMITTEE)
    told = told.then_recorded(ExpertAdviceGiven)
    told.when(answer, BOARD).then_recorded(ObjectionAnswered)


def test_an_8_a_an_objection_is_against_a_decision() -> None:
    asked = FileObjection(on=DAY, decision=1, grounds=WHY)
    given(*ADVISED_AGAINST).when(asked, PROVIDER).then_refused("", "none yet")


def opened() -> Scenario:
    told = given(*ACCREDITED).when(OpenDispute(on=DAY, about=WHY), PROVIDER)
    return told.then_recorded(DisputeOpened)


def nominated() -> Scenario:
    told = opened().when(NominateMember(on=DAY, member="m.one"), BOARD)
    told = told.then_recorded(MemberNominated)
    told = told.when(NominateMember(on=DAY, member="m.two"), PROVIDER)
    return told.then_recorded(MemberNominated)


def ready() -> Scenario:
    told = nominated().when(AppointChair(on=DAY, chair="chair"), MEMBERS[0])
    return told.then_recorded(ChairAppointed)


def test_an_8_b_three_decide_and_may_withdraw_the_right() -> None:
    advice = IssueBindingAdvice(on=DAY, withdraws=True, advice=WHY)
    told = ready().when(advice, MEMBERS[2])
    told = told.then_recorded(BindingAdviceIssued, AccreditationWithdrawn)
    assert told.history[-1].fact.basis.at == "An.1(d)"


def test_an_8_b_or_leave_it() -> None:
    advice = IssueBindingAdvice(on=DAY, advice=WHY)
    told = ready().when(advice, MEMBERS[2]).then_recorded(BindingAdviceIssued)
    told.when(advice, MEMBERS[2]).then_refused("", "no dispute is before")


def test_an_8_b_each_side_nominates_one_before_a_chair_is_appointed() -> None:
    told = opened()
    chair = AppointChair(on=DAY, chair="chair")
    told.when(chair, MEMBERS[0]).then_refused("", "each side nominates")
    told = told.when(NominateMember(on=DAY, member="m.one"), BOARD).then_recorded(MemberNominated)
    again = NominateMember(on=DAY, member="m.three")
    told.when(again, BOARD).then_refused("", "nominated already")
    same = NominateMember(on=DAY, member="m.one")
    told.when(same, PROVIDER).then_refused("", "the other side")


def test_an_8_b_the_two_members_appoint_an_independent_third() -> None:
    told = nominated()
    other = AppointChair(on=DAY, chair="chair")
    told.when(other, "dispute-committee:stranger").then_refused("", "two nominated members")
    one_of_them = AppointChair(on=DAY, chair="m.two")
    told.when(one_of_them, MEMBERS[0]).then_refused("", "neither of the two")
    seen = AppointChair(on=DAY, chair="h.mulder")
    told.when(seen, MEMBERS[0]).then_refused("", "not independent")


def test_an_8_b_who_had_a_hand_in_the_file_is_not_nominated() -> None:
    asked = NominateMember(on=DAY, member="q.bos")
    opened().when(asked, BOARD).then_refused("", "not independent")


def test_an_8_b_the_chair_issues_the_advice() -> None:
    advice = IssueBindingAdvice(on=DAY, advice=WHY)
    ready().when(advice, MEMBERS[0]).then_refused("", "the chair of the committee")
